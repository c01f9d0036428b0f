import { toPem, toPemPair } from '@pixkit/certs'
import { httpFailure } from '@pixkit/http/failure'
import type { Transport } from '@pixkit/http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandboxWorld } from '../../create-sandbox.ts'
import { bacen, efi } from '../../personalities.ts'
import type { ApiRequest } from '../api/router.ts'
import { createContext } from '../create-context.ts'
import { probeReceiver } from './probe.ts'
import { refuseReceiver } from './registration.ts'

const URL_OF_SHOP = 'https://loja.example/pix'

/** Answers as told, and counts. */
function receiver(answer: number | 'drop'): Transport & { calls: string[] } {
  const calls: string[] = []
  const transport: Transport = async ({ url, body }) => {
    calls.push(`${url} ${new TextDecoder().decode(body)}`)
    if (answer === 'drop') throw httpFailure('HTTP_TLS')
    return { status: answer, headers: {}, body: new Uint8Array(0) }
  }
  return Object.assign(transport, { calls })
}

describe('a receiver is tried', () => {
  test.each<[number | 'drop', number | 'drop', RegExp]>([
    ['drop', 200, /^fine$/],
    [403, 204, /^fine$/],
    [200, 200, /sem que o certificado/],
    ['drop', 500, /status HTTP 500/],
    ['drop', 'drop', /não respondeu \(HTTP_TLS\)/],
  ])('without a certificate (%s), then with one (%s)', async (bare, shown, reason) => {
    const [bareTransport, transport] = [receiver(bare), receiver(shown)]
    const found = await probeReceiver(URL_OF_SHOP, { transport, bareTransport })
    expect(found ?? 'fine').toMatch(reason)
    expect(bareTransport.calls).toEqual([`${URL_OF_SHOP} {"evento":"teste_webhook"}`])
  })

  test.each([
    ['http://localhost:3000/pix', receiver(200)],
    [URL_OF_SHOP, undefined],
  ])('once where no certificate can be asked for: %s', async (url, bareTransport) => {
    const transport = receiver(200)
    expect(await probeReceiver(url, { transport, bareTransport })).toBeUndefined()
    expect([transport.calls.length, bareTransport?.calls.length ?? 0]).toEqual([1, 0])
  })
})

describe('a registration', () => {
  const CHAVE = 'pix@padaria.example'
  const asked = (
    request: Partial<Pick<ApiRequest, 'operation' | 'params' | 'body'>>,
    { personality = efi, skipsMtls = false } = {},
  ) => {
    const [bareTransport, transport] = [receiver(200), receiver(500)]
    const world = createSandboxWorld({ personality })
    const body = JSON.stringify({ webhookUrl: URL_OF_SHOP })
    const set: ApiRequest['operation'] = 'webhook.set'
    return {
      calls: () => [bareTransport.calls.length, transport.calls.length],
      answer: refuseReceiver(
        { world, transport, bareTransport },
        { operation: set, params: { chave: CHAVE }, body, ...request },
        skipsMtls,
      ),
    }
  }

  test('is refused when the receiver does not do as it should', async () => {
    const { answer, calls } = asked({})
    expect((await answer)?.status).toBe(400)
    expect(await (await answer)?.text()).toContain('exija mTLS')
    expect(calls()).toEqual([1, 0])
  })

  test('may leave out the certificate', async () => {
    const { answer, calls } = asked({}, { skipsMtls: true })
    expect(await (await answer)?.text()).toContain('status HTTP 500')
    expect(calls()).toEqual([0, 1])
  })

  test.each<[string, Parameters<typeof asked>]>([
    ['where the bank does not ask', [{}, { personality: bacen }]],
    ['of anything else', [{ operation: 'webhook.get' }]],
    ['that is refused anyway: a foreign key', [{ params: { chave: 'outra@padaria.example' } }]],
    ['that is refused anyway: an address over http', [{ body: '{"webhookUrl":"http://loja.example"}' }]],
    ['that is refused anyway: no JSON', [{ body: '{' }]],
  ])('calls nobody %s', async (_case, args) => {
    const { answer, calls } = asked(...args)
    expect(await answer).toBeUndefined()
    expect(calls()).toEqual([0, 0])
  })
})

describe('over TLS', () => {
  const opened = createContext({ personality: efi })
  const { context } = opened
  const servers: Server[] = []

  /** A receiver with or without mTLS; `origin`, and who called. */
  async function open(asksForCertificate: boolean): Promise<{ url: string; callers: string[] }> {
    const { ca, server } = await context.identities()
    const callers: string[] = []
    const options = { ...toPemPair(server), ca: toPem(ca.certificate) }
    const receiving = createServer(
      { ...options, requestCert: asksForCertificate, rejectUnauthorized: asksForCertificate },
      (request, response) => {
        callers.push(String((request.socket as TLSSocket).getPeerCertificate().subject?.CN))
        response.end()
      },
    )
    servers.push(receiving)
    await new Promise<void>((resolve) => {
      receiving.listen(0, '127.0.0.1', resolve)
    })
    return { url: `https://localhost:${(receiving.address() as AddressInfo).port}/webhook`, callers }
  }

  beforeAll(async () => void (await context.identities()))
  afterAll(async () => {
    await opened.close()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })

  test('a receiver that demands the certificate is taken', async () => {
    const { url, callers } = await open(true)
    expect(await probeReceiver(url, context)).toBeUndefined()
    expect(callers).toEqual(['pixkit sandbox webhook'])
  })

  test('a receiver that takes anybody is not', async () => {
    const { url, callers } = await open(false)
    expect(await probeReceiver(url, context)).toMatch(/exija mTLS/)
    expect(callers).toEqual(['undefined'])
  })
})
