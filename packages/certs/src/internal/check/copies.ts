/**
 * Converted copies of files, made when somebody asks for them.
 *
 * @module
 */
import type { PrivateKey } from '../../credentials.ts'
import type { Identity } from '../../select-identity.ts'
import { toP12 } from '../../to-p12.ts'
import { toPem, toPemPair } from '../../to-pem.ts'
import { sameBytes } from '../der/values.ts'
import type { Certificate, CertificateRequest } from '../x509/certificate.ts'
import type { Facts, Leaf } from './facts.ts'
import { type FileFacts, keyOf } from './file-facts.ts'
import type { FixedFile } from './finding.ts'

type Item = Certificate | CertificateRequest | PrivateKey

/** Everything in a file as PEM without a passphrase, in the order key, certificates, requests; nothing when it holds nothing. */
export function pemCopy(facts: Facts, file: FileFacts): (() => readonly FixedFile[]) | undefined {
  const { certificates, keys, requests } = file
  const items = [...keys, ...certificates, ...requests].map(({ item }) => item)
  return itemsCopy(facts, file, items)
}

/** These objects as PEM. */
export function itemsCopy(
  facts: Facts,
  file: FileFacts,
  items: readonly Item[],
): (() => readonly FixedFile[]) | undefined {
  if (items.length === 0) return undefined
  const secret = items.some(({ kind }) => kind === 'private-key')
  const extension = items.every(({ kind }) => kind === 'private-key') ? 'key' : 'pem'
  return () => [{ name: freeName(facts, file.stem, extension), bytes: textBytes(toPem(items)), secret }]
}

/** The identity of a PKCS#12 file as a modern one with the same passphrase, and as a PEM pair; absent when it has none. */
export function modernCopies(facts: Facts, file: FileFacts): (() => readonly FixedFile[]) | undefined {
  const leaf = facts.leaves.find((own) => isIn(file, own) && keyOf(own, file.keys) !== undefined)
  const key = leaf === undefined ? undefined : keyOf(leaf, file.keys)
  if (leaf === undefined || key === undefined) return pemCopy(facts, file)
  const { passphrase = '' } = file.given
  return () => {
    const identity = identityOf(leaf, key.item)
    const { cert, key: keyText } = toPemPair(identity)
    return [
      { name: freeName(facts, file.stem, 'p12'), bytes: toP12(identity, { passphrase }), secret: true },
      { name: freeName(facts, file.stem, 'pem'), bytes: textBytes(cert), secret: false },
      { name: freeName(facts, file.stem, 'key'), bytes: textBytes(keyText), secret: true },
    ]
  }
}

function identityOf({ chain, item }: Leaf, privateKey: PrivateKey): Identity {
  return { privateKey, certificate: item, chain: chain.slice(1) }
}

/** Whether a file holds this certificate. */
export function isIn({ certificates }: FileFacts, { item }: Pick<Leaf, 'item'>): boolean {
  return certificates.some((own) => sameBytes(own.item.der, item.der))
}

/** A name beside the file that none of the files has. */
export function freeName({ files }: Facts, stem: string, extension: string): string {
  const taken = new Set(files.map(({ name }) => name.toLowerCase()))
  const candidates = [`${stem}.${extension}`, `${stem}-pixkit.${extension}`]
  const free = candidates.find((name) => !taken.has(name.toLowerCase()))
  for (let count = 2; ; count++) {
    const name = free ?? `${stem}-pixkit-${count}.${extension}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
