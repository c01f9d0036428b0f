import { createNodeTransport } from '@pixkit/http-node'
import { createSandbox, type SandboxCertificates } from '@pixkit/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReceiver, type WebhookReceiver } from './webhook-receiver.ts'

const sandbox = createSandbox()
let certificates: SandboxCertificates
let receiver: WebhookReceiver

beforeAll(async () => {
  const listening = await sandbox.listen({ port: 0 })
  certificates = listening.certificates as SandboxCertificates
  receiver = await openReceiver(certificates)
})

afterAll(async () => {
  await receiver.close()
  await sandbox.close()
})

async function post(identity: { readonly cert?: string; readonly key?: string }, body: string): Promise<number> {
  const transport = createNodeTransport({ ...identity, ca: [certificates.ca] })
  const request = { method: 'POST', url: `${receiver.url}/pix`, headers: {}, body: new TextEncoder().encode(body) }
  try {
    const { status } = await transport(request)
    return status
  } finally {
    await transport.close()
  }
}

describe('the receiver of webhooks', () => {
  it('takes what the bank sends, and from nobody else', async () => {
    await expect(post({}, 'from nobody')).rejects.toMatchObject({ code: expect.stringMatching(/^HTTP_/) })
    expect(await post(certificates.client, 'from a client of the bank')).toBe(403)
    expect(await post(certificates.webhook, 'from the bank')).toBe(200)
    expect(await receiver.next()).toMatchObject({
      path: '/webhook/pix',
      body: 'from the bank',
      from: 'pixkit sandbox webhook',
    })
  })

  it('keeps what came before anybody asked', async () => {
    await post(certificates.webhook, '1')
    await post(certificates.webhook, '2')
    expect([(await receiver.next()).body, (await receiver.next()).body]).toEqual(['1', '2'])
  })
})
