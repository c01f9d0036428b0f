import { createBacenClient } from '@pixkit/bacen'
import { efi as efiProfile } from '@pixkit/bacen/profiles/efi'
import { sicredi as sicrediProfile } from '@pixkit/bacen/profiles/sicredi'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { describe, expect, it } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { createSandbox } from './create-sandbox.ts'
import { efi, sicredi } from './personalities.ts'
import type { Sandbox, SandboxOptions } from './options.ts'

const CHAVE = 'pix@padaria.example'
const TXID = 'personalidade00000000000000001'
const cob = { calendario: { expiracao: 3600 }, valor: { original: '12.34' }, chave: CHAVE } as const

function clientOf(options: SandboxOptions, profile: typeof efiProfile, scopes?: readonly string[]) {
  const sandbox: Sandbox = createSandbox({ seed: 'personality', clock: '2026-03-02T15:00:00Z', ...options })
  const { apiUrl, tokenUrl, credentials } = sandbox
  const client = createBacenClient({
    profile,
    ambiente: 'homologacao',
    overrides: { apiUrl, tokenUrl },
    credentials,
    transport: fetchTransport(sandbox.fetch),
    scopes,
  })
  return { sandbox, client }
}

describe('sicredi', () => {
  it('is spoken to with the profile of Sicredi, whatever the unit of expires_in', async () => {
    const { sandbox, client } = clientOf({ personality: sicredi }, sicrediProfile)
    expect(sandbox.apiUrl).toBe('https://pix.sandbox.example/api')
    const made = await client.cob.create(cob, { txid: TXID })
    expect(made.status).toBe('ATIVA')
    await sandbox.clock.advance('30m')
    expect((await client.cob.get(TXID)).txid).toBe(TXID)
  })

  it('refuses the whole token for one scope that was not contracted', async () => {
    const personality = { ...sicredi, scopes: ['cob.read', 'cob.write'] }
    const { client } = clientOf({ personality }, sicrediProfile, ['cob.read', 'cobv.read'])
    const error = await rejectionOf(client.cob.get(TXID))
    expect(error).toMatchObject({ status: 400 })
    expect((error as { problema: { detail: string } }).problema.detail).toBe('Escopo negado: cobv.read')
  })
})

describe('efi', () => {
  it('is spoken to with the profile of Efí', async () => {
    const { sandbox, client } = clientOf({ personality: efi }, efiProfile)
    expect(sandbox.apiUrl).toBe('https://pix.sandbox.example/v2')
    expect((await client.cob.create(cob, { txid: TXID })).txid).toBe(TXID)
  })

  it('refuses with names of its own', async () => {
    const { sandbox, client } = clientOf({ personality: efi }, efiProfile)
    const error = await rejectionOf(client.cob.get(TXID))
    expect(error).toMatchObject({ status: 404 })
    expect((error as { problema: { type: string } }).problema.type).toBe('cobranca_nao_encontrada')
    await sandbox.close()
  })
})
