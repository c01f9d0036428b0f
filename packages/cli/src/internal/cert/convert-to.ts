/**
 * Credentials in every format that a machine may ask for.
 *
 * @module
 */
import type { PrivateKey } from '@pixkit/certs'
import type { Certificate, CertificateRequest } from '@pixkit/certs/x509'
import { failure } from '../failure.ts'
import type { Contents } from './contents.ts'

export const FORMATS = ['pem', 'der', 'p12', 'legacy-p12', 'base64'] as const
export type Format = (typeof FORMATS)[number]

export interface ConvertOptions {
  readonly passphrase: string | undefined
  readonly friendlyName: string | undefined
}

type Item = Certificate | PrivateKey | CertificateRequest

const isP12 = (format: Format): boolean => format === 'p12' || format === 'legacy-p12'

/** Whether a format cannot be written without a passphrase, be it an empty one. */
export function needsPassphrase(format: Format): boolean {
  return isP12(format)
}

/** Whether what is written is text. */
export function isText(format: Format): boolean {
  return format === 'pem' || format === 'base64'
}

/**
 * Writes credentials in a format, in memory.
 *
 * @throws {PixkitError} `CLI_CONVERT_SEVERAL`: a DER file holds one object; `CERTS_…`.
 */
export async function convertTo(format: Format, contents: Contents, options: ConvertOptions): Promise<Uint8Array> {
  // Only this command has a use for it.
  const certs = await import('@pixkit/certs')
  const { passphrase, friendlyName } = options
  if (isP12(format)) {
    const identity = certs.selectIdentity(contents)
    const write = format === 'p12' ? certs.toP12 : certs.toLegacyP12
    return write(identity, { passphrase: passphrase ?? '', friendlyName })
  }
  const { chain, loose } = certs.orderChain(contents.certificates)
  const items: Item[] = [...chain, ...loose, ...contents.privateKeys, ...contents.requests]
  if (format === 'der') {
    const [item] = items
    if (item === undefined || items.length > 1) throw failure('CLI_CONVERT_SEVERAL', { found: items.length })
    return certs.toDer(item, { passphrase })
  }
  const pem = new TextEncoder().encode(certs.toPem(items, { passphrase }))
  return format === 'pem' ? pem : new TextEncoder().encode(`${Buffer.from(pem).toString('base64')}\n`)
}
