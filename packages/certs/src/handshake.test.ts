import { once } from 'node:events'
import { Agent as HttpsAgent, createServer, request as httpsRequest, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureContextOptions, TLSSocket } from 'node:tls'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCa } from './create-ca.ts'
import { createClientIdentity, createServerIdentity } from './create-identity.ts'
import type { Identity } from './select-identity.ts'
import { toLegacyP12, toP12 } from './to-p12.ts'
import { toPem, toPemPair } from './to-pem.ts'

const passphrase = 'sénha€'
const HOSTS = ['localhost', '127.0.0.1']

/** What was made, in each form in which TLS takes it. */
const forms: Readonly<Record<string, (identity: Identity) => SecureContextOptions>> = {
  toPemPair,
  'toPemPair with a passphrase': (identity) => ({ ...toPemPair(identity, { passphrase }), passphrase }),
  toP12: (identity) => ({ pfx: Buffer.from(toP12(identity, { passphrase, iterations: 2048 })), passphrase }),
  toLegacyP12: (identity) => ({ pfx: Buffer.from(toLegacyP12(identity, { passphrase })), passphrase }),
}
const formNames = Object.keys(forms)

describe.each([{ type: 'RSA' }, { type: 'EC', curve: 'P-256' }, { type: 'EC', curve: 'P-384' }] as const)(
  'mTLS on loopback, keys of %o',
  (key) => {
    let root: Identity
    let client: Identity
    let stranger: Identity
    const servers: { url: string; server: Server }[] = []

    beforeAll(async () => {
      root = await createCa({ key })
      const issuer = await createCa({ name: 'AC intermediária', key: root.privateKey, issuer: root })
      const identity = await createServerIdentity(issuer, HOSTS, { key })
      client = await createClientIdentity(issuer, { key: identity.privateKey })
      stranger = await createClientIdentity(await createCa({ name: 'Outra AC' }))
      for (const name of formNames) {
        const options = { ...forms[name]?.(identity), ca: toPem(root.certificate), requestCert: true }
        const server = createServer(options, (incoming, answer) => {
          const { subject } = (incoming.socket as TLSSocket).getPeerCertificate()
          answer.end(`olá, ${String(subject.CN)}`)
        })
        server.listen(0, '127.0.0.1')
        await once(server, 'listening')
        servers.push({ url: `https://localhost:${(server.address() as AddressInfo).port}/`, server })
      }
    })

    afterAll(() => {
      for (const { server } of servers) {
        server.close()
        server.closeAllConnections()
      }
    })

    test.each(formNames)('client as %s: undici and node:https get through to every server', async (name) => {
      const options = { ...forms[name]?.(client), ca: toPem(root.certificate) }
      for (const { url } of servers) {
        expect(await askUndici(url, options)).toBe('olá, pixkit test client')
        expect(await askHttps(url, options)).toBe('olá, pixkit test client')
      }
    })

    test.each(formNames)('client of another authority as %s is refused', async (name) => {
      const [server] = servers
      // A PKCS#12 file brings its authorities along, and Node trusts them: those of the client, not of the server.
      const options = { ...forms[name]?.(stranger), ca: toPem(root.certificate) }
      await expect(askUndici(server?.url ?? '', options)).rejects.toMatchObject({
        code: expect.stringMatching(REFUSED),
      })
      await expect(askHttps(server?.url ?? '', options)).rejects.toMatchObject({ code: expect.stringMatching(REFUSED) })
    })

    test('client without a certificate is refused', async () => {
      const [server] = servers
      const options = { ca: toPem(root.certificate) }
      await expect(askUndici(server?.url ?? '', options)).rejects.toMatchObject({
        code: expect.stringMatching(REFUSED),
      })
      await expect(askHttps(server?.url ?? '', options)).rejects.toMatchObject({ code: expect.stringMatching(REFUSED) })
    })

    test('server of an authority that the client does not know is refused', async () => {
      const [server] = servers
      const options = { ...toPemPair(client), ca: toPem(stranger.chain) }
      const untrusted = { code: 'SELF_SIGNED_CERT_IN_CHAIN' }
      await expect(askUndici(server?.url ?? '', options)).rejects.toMatchObject(untrusted)
      await expect(askHttps(server?.url ?? '', options)).rejects.toMatchObject(untrusted)
    })

    test('server under another name is refused', async () => {
      const [server] = servers
      const options = { ...toPemPair(client), ca: toPem(root.certificate), servername: 'padaria.example' }
      const named = { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }
      await expect(askHttps(server?.url ?? '', options)).rejects.toMatchObject(named)
    })
  },
)

/** The handshake of TLS 1.3 is over for the client before the server looks at its certificate; then the line goes dead. */
const REFUSED = /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|ERR_SSL_\w+)$/

async function askUndici(url: string, options: SecureContextOptions): Promise<string> {
  const agent = new Agent({ connect: options })
  try {
    const { body } = await request(url, { dispatcher: agent })
    return await body.text()
  } finally {
    await agent.destroy()
  }
}

async function askHttps(url: string, options: SecureContextOptions & { servername?: string }): Promise<string> {
  const agent = new HttpsAgent(options)
  try {
    return await new Promise((resolve, reject) => {
      const sent = httpsRequest(url, { agent }, (answer) => {
        answer.setEncoding('utf8')
        answer.on('data', resolve)
        answer.on('error', reject)
      })
      sent.on('error', reject)
      sent.end()
    })
  } finally {
    agent.destroy()
  }
}
