/**
 * Credentials in every format that a machine may ask for.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import { failure } from '../failure.ts'
import type { Contents } from './contents.ts'

export const FORMATS = ['pem', 'der', 'p12', 'legacy-p12'] as const
export type Format = (typeof FORMATS)[number]

export interface ConvertOptions {
  readonly passphrase: string | undefined
  readonly friendlyName: string | undefined
}

/** Whether a format is a PKCS#12 file, which has a passphrase, be it an empty one. */
export function isP12(format: Format): boolean {
  return format === 'p12' || format === 'legacy-p12'
}

/**
 * Writes credentials in a format, in memory.
 *
 * @throws {PixkitError} `CLI_CONVERT_SEVERAL`: a DER file holds one object; `CERTS_…`.
 */
export async function convertTo(format: Format, contents: Contents, options: ConvertOptions): Promise<Uint8Array> {
  // Only this command has a use for it.
  const { selectIdentity, toDer, toLegacyP12, toP12, toPem } = await import('@pixkit/certs')
  const { passphrase, friendlyName } = options
  if (isP12(format)) {
    const write = format === 'p12' ? toP12 : toLegacyP12
    return write(selectIdentity(contents), { passphrase: passphrase ?? '', friendlyName })
  }
  const items = [...(await inOrder(contents)), ...contents.privateKeys, ...contents.requests]
  if (format === 'pem') return new TextEncoder().encode(toPem(items, { passphrase }))
  const [item] = items
  if (item === undefined || items.length > 1) throw failure('CLI_CONVERT_SEVERAL', { found: items.length })
  return toDer(item, { passphrase })
}

/** The certificate of the key comes first, because TLS takes the first one; then its issuers. */
async function inOrder({ certificates, privateKeys }: Contents): Promise<readonly Certificate[]> {
  const { matchKeyPair, orderChain } = await import('@pixkit/certs')
  const leaf = certificates.find((certificate) => privateKeys.some((key) => matchKeyPair(certificate, key)))
  const { chain, loose } = orderChain<Certificate>(certificates, { leaf })
  return [...chain, ...loose]
}
