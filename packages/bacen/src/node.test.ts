import { createCa } from '@pixkit/certs/create-ca'
import { createClientIdentity } from '@pixkit/certs/create-identity'
import { toPemPair } from '@pixkit/certs/to-pem'
import type { WarningEvent } from '@pixkit/http/hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { CLIENT_ID, CLIENT_SECRET, createMtlsBank, type MtlsBank } from '../../../tests/lib/mtls-bank.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { createNodeBacenClient, type NodeBacenClientOptions } from './node.ts'
import { bacen } from './profiles/bacen.ts'

const TXID = '7978c0c97ea847e78e8849634473c1f1'

let bank: MtlsBank

beforeAll(async () => {
  bank = await createMtlsBank()
})

afterAll(() => bank.close())

const options = (): NodeBacenClientOptions => ({
  profile: bacen,
  ambiente: 'homologacao',
  overrides: { apiUrl: bank.apiUrl, tokenUrl: bank.tokenUrl },
  scopes: ['cob.read'],
  credentials: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
  certificate: { ...bank.client, ca: bank.ca },
  retry: { attempts: 1 },
})

describe('createNodeBacenClient', () => {
  test('calls with its certificate, tells hooks and channels, and closes', async () => {
    const heard: string[] = []
    const onChannel = (event: unknown) => heard.push(`channel ${(event as { operation: string }).operation}`)
    subscribe('pixkit:http:response', onChannel)
    const client = createNodeBacenClient({
      ...options(),
      hooks: { onResponse: ({ operation, status }) => heard.push(`hook ${operation} ${status}`) },
    })
    try {
      expect(await rejectionOf(client.cob.get(TXID))).toMatchObject({
        code: 'HTTP_STATUS',
        status: 404,
        params: { type: 'CobNaoEncontrado' },
      })
      expect(heard).toEqual(expect.arrayContaining(['hook cob.get 404', 'channel cob.get']))
      expect(client.certificateExpiresAt).toBeGreaterThan(0)
    } finally {
      unsubscribe('pixkit:http:response', onChannel)
      await client.close()
    }
    expect(await rejectionOf(client.cob.get(TXID))).toMatchObject({
      code: 'HTTP_ABORTED',
      params: { reason: 'disposed' },
    })
    await client[Symbol.asyncDispose]()
  })

  test.each([
    ['ends within 30 days', -29, 'certificate-expires'],
    ['has ended', 1, 'certificate-expired'],
  ])('warns once of a certificate that %s', async (_name, days, reason) => {
    const first = createNodeBacenClient(options())
    const expiresAt = first.certificateExpiresAt ?? Number.NaN
    await first.close()
    const warnings: WarningEvent[] = []
    const hooks = { onWarning: (event: WarningEvent) => warnings.push(event) }
    const clock = () => expiresAt + days * 86_400_000
    const client = createNodeBacenClient({ ...options(), clock, hooks })
    const date = new Date(expiresAt).toISOString().slice(0, 10)
    expect(warnings.map(({ issue }) => issue)).toEqual([
      {
        code: 'BACEN_SETTINGS',
        severity: 'warning',
        path: ['certificate'],
        params: { field: 'certificate', reason, date },
      },
    ])
    await client.close()
    warnings.length = 0
    await createNodeBacenClient({ ...options(), hooks, clock: () => expiresAt - 31 * 86_400_000 }).close()
    expect(warnings).toEqual([])
  })

  test('wants a certificate where the bank does', () => {
    expect(errorOf(() => createNodeBacenClient({ ...options(), certificate: undefined }))).toMatchObject({
      code: 'BACEN_SETTINGS',
      path: ['certificate'],
      params: { reason: 'certificate' },
    })
  })

  test('wants none where the bank does not', async () => {
    const { overrides } = options()
    const client = createNodeBacenClient({
      ...options(),
      overrides: { ...overrides, mtls: 'none' },
      certificate: undefined,
    })
    expect(client.certificateExpiresAt).toBeUndefined()
    await client.close()
  })

  test('refuses a key that belongs to another certificate, at once', async () => {
    const { key } = toPemPair(await createClientIdentity(await createCa()))
    const { cert } = bank.client
    expect(errorOf(() => createNodeBacenClient({ ...options(), certificate: { cert, key } }))).toMatchObject({
      code: 'CERTS_KEY_MISMATCH',
    })
  })

  test('speaks http to loopback only, where a sandbox may be', () => {
    const at = (apiUrl: string) => () =>
      createNodeBacenClient({ ...options(), overrides: { apiUrl, tokenUrl: bank.tokenUrl, mtls: 'none' } })
    expect(at('http://127.0.0.1:8080/api')().settings.apiUrl).toBe('http://127.0.0.1:8080/api')
    expect(errorOf(at('http://pix.example.com/api'))).toMatchObject({
      code: 'BACEN_SETTINGS',
      params: { reason: 'url' },
    })
  })
})
