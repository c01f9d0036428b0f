/** @module The first example of the README of `@pixkit/bacen`, as a new user runs it: against a bank on this machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toP12 } from '@pixkit/certs/to-p12'
import { createClientIdentity } from '@pixkit/certs/create-identity'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHAVE, CLIENT_ID, CLIENT_SECRET, createMtlsBank, type MtlsBank } from './lib/mtls-bank.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'packages/bacen/README.md'), 'utf8')
const [[, example = ''] = [], ...others] = [...readme.matchAll(/```ts no-run\n([^]*?)```/g)]

let bank: MtlsBank
let folder: string

beforeAll(async () => {
  bank = await createMtlsBank()
  // Below the repository, where `@pixkit/…` is found.
  folder = mkdtempSync(join(root, 'tests', '.readme-'))
})

afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await bank.close()
})

test('from nothing to a charge with its QR code, in under 30 lines', async () => {
  expect(others).toEqual([])
  const lines = example.split('\n').filter((line) => line.trim() !== '')
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.length).toBeLessThan(30)

  const p12 = join(folder, 'certificado.p12')
  writeFileSync(p12, toP12(await createClientIdentity(bank.authority), { passphrase: 'senha' }))
  for (const [name, value] of Object.entries({
    PIX_CLIENT_ID: CLIENT_ID,
    PIX_CLIENT_SECRET: CLIENT_SECRET,
    PIX_SENHA: 'senha',
    PIX_CHAVE: CHAVE,
  })) {
    vi.stubEnv(name, value)
  }
  // What is other than at Sicredi: where the bank is, and who vouches for it.
  const overrides = { apiUrl: `${bank.origin}/api`, tokenUrl: bank.tokenUrl, prefixes: { cob: '/v2' } }
  const local = replaced(
    replaced(example, "'certificado.p12'", JSON.stringify(p12)),
    "ambiente: 'homologacao',",
    `ambiente: 'homologacao', overrides: ${JSON.stringify(overrides)},`,
  )
  const module = join(folder, 'example.mjs')
  writeFileSync(module, replaced(local, 'certificate: {', `certificate: { ca: ${JSON.stringify(bank.ca)}, `))

  const said = vi.spyOn(console, 'log').mockReturnValue()
  try {
    await import(/* @vite-ignore */ pathToFileURL(module).href)
    const [first, code, picture] = said.mock.calls.map((line) => line.join(' '))
    expect(first).toMatch(/^[a-zA-Z0-9]{32} ATIVA$/)
    expect([...bank.charges.values()]).toMatchObject([{ pixCopiaECola: code, valor: { original: '37.00' } }])
    expect(picture).toContain('▄')
  } finally {
    said.mockRestore()
  }
})

function replaced(text: string, what: string, by: string): string {
  expect(text.split(what)).toHaveLength(2)
  return text.replace(what, () => by)
}
