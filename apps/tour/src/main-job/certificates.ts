/**
 * A bank that listens, and the certificates that it made for it.
 *
 * @module
 */
import type { Listening, Sandbox, SandboxCertificates } from '@pixkit/sandbox'
import { X509Certificate } from 'node:crypto'
import type { Outcome } from './step.ts'

export type SecureListening = Listening & { readonly certificates: SandboxCertificates }

export async function openBank(sandbox: Sandbox): Promise<Outcome<SecureListening>> {
  const listening = await sandbox.listen({ port: 0 })
  const { certificates } = listening
  if (certificates === undefined) throw new TypeError('the sandbox listens without TLS')
  const { ca, server, client, webhook } = certificates
  return { value: { ...listening, certificates }, lines: [ca, server.cert, client.cert, webhook.cert].map(nameOf) }
}

/** Common name and thumbprint. */
function nameOf(pem: string): string {
  const { subject, fingerprint256 } = new X509Certificate(pem)
  const thumbprint = fingerprint256.replaceAll(':', '').toLowerCase()
  return `${subject.replace('\n', ', ')}  SHA-256 ${thumbprint.slice(0, 16)}…`
}
