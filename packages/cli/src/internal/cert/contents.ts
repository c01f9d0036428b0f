/**
 * What several files hold together.
 *
 * @module
 */
import type { Credentials, PrivateKey, StoredCertificate } from '@pixkit/certs'
import type { CertificateRequest } from '@pixkit/certs/x509'
import type { LoadedFile } from './load-files.ts'

export type Contents = Pick<Credentials, 'certificates' | 'privateKeys' | 'requests'>

/** Puts the files together; what occurs twice comes once. */
export function contentsOf(files: readonly LoadedFile[]): Contents {
  const all = files.map(({ credentials }) => credentials)
  return {
    certificates: distinct<StoredCertificate>(all.flatMap(({ certificates }) => certificates)),
    privateKeys: distinctKeys(all.flatMap(({ privateKeys }) => privateKeys)),
    requests: distinct<CertificateRequest>(all.flatMap(({ requests }) => requests)),
  }
}

function distinct<Item extends { readonly der: Uint8Array }>(items: readonly Item[]): Item[] {
  const known = new Map<string, Item>()
  for (const item of items) {
    const text = Buffer.from(item.der).toString('base64')
    if (!known.has(text)) known.set(text, item)
  }
  return [...known.values()]
}

function distinctKeys(keys: readonly PrivateKey[]): PrivateKey[] {
  return keys.filter((one, index) => keys.findIndex((other) => other.key.equals(one.key)) === index)
}
