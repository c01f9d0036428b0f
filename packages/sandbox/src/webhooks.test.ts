import { createBacenClient, customProfile, type Profile } from '@pixkit/bacen'
import { efi as efiProfile } from '@pixkit/bacen/profiles/efi'
import { webhookCobRBodySchema, webhookRecBodySchema } from '@pixkit/bacen/schema'
import type { Transport } from '@pixkit/http'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { describe, expect, test } from 'vitest'
import { cobRBody, NOW, recBody } from '../../../tests/lib/automatico-desk.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { messagesOf } from '../../../tests/lib/standard-schema.ts'
import { createSandbox } from './create-sandbox.ts'
import type { RequestLog } from './hooks.ts'
import type { SandboxOptions } from './options.ts'
import { efi } from './personalities.ts'

const CHAVE = 'pix@padaria.example'
const WEBHOOK = { webhookUrl: 'https://loja.example/webhook' }
const COB = { calendario: { expiracao: 3600 }, valor: { original: '12.34' }, chave: CHAVE }

interface Entry {
  readonly status?: string
  readonly txid?: string
  readonly devolucoes?: readonly { readonly status: string }[]
}

/** A sandbox, a client of it, and a shop that is told. */
function shop(options: SandboxOptions = {}, profileOf?: Profile) {
  const received: [path: string, body: Record<string, readonly Entry[]>][] = []
  const status = { now: 200 }
  const transport: Transport = async ({ url, body }) => {
    received.push([new URL(url).pathname, JSON.parse(new TextDecoder().decode(body))])
    return { status: status.now, headers: {}, body: new Uint8Array(0) }
  }
  const sandbox = createSandbox({ clock: '2026-11-25T15:00:00Z', transport, ...options })
  const { apiUrl, tokenUrl, credentials } = sandbox
  const urls = { apiUrl, tokenUrl }
  const profile =
    profileOf ??
    customProfile({ id: 'sandbox', name: 'Sandbox', ambientes: { homologacao: { ...urls, mtls: 'both' } } })
  const client = createBacenClient({
    profile,
    ambiente: 'homologacao',
    ...(profileOf === undefined ? {} : { overrides: urls }),
    credentials,
    transport: fetchTransport(sandbox.fetch),
  })
  return { sandbox, client, received, status }
}

describe('the webhooks of a sandbox', () => {
  test('tell of a payment and of its return', async () => {
    const { sandbox, client, received } = shop()
    await client.webhook.set(CHAVE, WEBHOOK)
    const { txid, pixCopiaECola } = await client.cob.create(COB)
    const { endToEndId } = await sandbox.pay({ code: pixCopiaECola ?? '' })
    await sandbox.clock.advance(0)
    expect(received).toEqual([['/webhook/pix', { pix: [await client.pix.get(endToEndId)] }]])
    expect(received[0]?.[1]['pix']?.[0]?.txid).toBe(txid)

    await client.pix.createDevolucao(endToEndId, { valor: '2.34' }, { id: '1' })
    await sandbox.clock.advance('1m')
    expect(received[1]?.[1]['pix']?.[0]?.devolucoes?.map(({ status }) => status)).toEqual(['DEVOLVIDO'])
    expect(sandbox.deliveries().map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    await sandbox.close()
  })

  test('tell what becomes of a recurrence and of its charges', async () => {
    const { sandbox, client, received } = shop({ clock: NOW })
    await client.webhookRec.set(WEBHOOK)
    await client.webhookCobr.set(WEBHOOK)
    const { id: loc } = await client.locRec.create()
    const { idRec } = await client.rec.create(recBody({ loc }))
    await sandbox.approve(idRec)
    await client.cobr.create(cobRBody(idRec))
    await sandbox.clock.advance('21d')
    const bodies = (path: string) => received.filter(([one]) => one === path).map(([, body]) => body)
    const [recs, cobsr] = [bodies('/webhook/rec'), bodies('/webhook/cobr')]
    expect(recs.map((body) => body['recs']?.map(({ status }) => status))).toEqual([['APROVADA']])
    expect(new Set(cobsr.flatMap((body) => body['cobsr']?.map(({ status }) => status)))).toContain('CONCLUIDA')
    expect(recs.flatMap((body) => messagesOf(webhookRecBodySchema, body))).toEqual([])
    expect(cobsr.flatMap((body) => messagesOf(webhookCobRBodySchema, body))).toEqual([])
    await sandbox.close()
  })

  test('are repeated on demand', async () => {
    const { sandbox, client, received } = shop()
    await client.webhook.set(CHAVE, WEBHOOK)
    const { pixCopiaECola } = await client.cob.create(COB)
    sandbox.inject({ kind: 'duplicate', on: 'webhook' })
    await sandbox.pay({ code: pixCopiaECola ?? '' })
    await sandbox.clock.advance(0)
    sandbox.replay(sandbox.deliveries()[0]?.id ?? '')
    await sandbox.clock.advance(0)
    expect(received.length).toBe(3)
    expect(new Set(received.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(sandbox.replay('none')).toBeUndefined()
    await sandbox.close()
  })

  test('of Efí are tried before they are registered, and then created', async () => {
    const answered: (number | undefined)[] = []
    const onRequest = (log: RequestLog): void => {
      if (log.operation === 'webhook.set') answered.push(log.status)
    }
    const { sandbox, client, received, status } = shop({ personality: efi, hooks: { onRequest } }, efiProfile)
    status.now = 500
    const error = await rejectionOf(client.webhook.set(CHAVE, WEBHOOK))
    expect(error).toMatchObject({ status: 400, problema: { type: 'webhook_invalido' } })
    await expect(client.webhook.get(CHAVE)).rejects.toMatchObject({ status: 404 })
    status.now = 200
    await client.webhook.set(CHAVE, WEBHOOK)
    expect((await client.webhook.get(CHAVE)).webhookUrl).toBe(WEBHOOK.webhookUrl)
    expect(answered).toEqual([400, 201])
    expect(received).toEqual(Array(2).fill(['/webhook', { evento: 'teste_webhook' }]))
    await sandbox.close()
  })
})
