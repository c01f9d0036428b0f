/**
 * Converted copies of files, made when somebody asks for them.
 *
 * @module
 */
import { hash } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import type { Identity } from '../../select-identity.ts'
import { toP12 } from '../../to-p12.ts'
import { toPem } from '../../to-pem.ts'
import type { Certificate, CertificateRequest } from '../x509/certificate.ts'
import type { Facts, Leaf } from './facts.ts'
import { type FileFacts, keyOf, type Own } from './file-facts.ts'
import type { FixedFile } from './finding.ts'
import { derText } from './unique.ts'

type Item = Certificate | CertificateRequest | PrivateKey

/** Makes copies; none of those that cannot be made. */
export type Fix = () => readonly FixedFile[]

/** Everything in a file as PEM without a passphrase, in the order key, certificates, requests; nothing when it holds nothing. */
export function pemCopy(facts: Facts, file: FileFacts): Fix | undefined {
  const { certificates, keys, requests } = file
  const items = [...keys, ...certificates, ...requests].map(({ item }) => item)
  return itemsCopy(facts, file, items)
}

/** These objects as PEM. */
export function itemsCopy(facts: Facts, file: FileFacts, items: readonly Item[]): Fix | undefined {
  return items.length === 0 ? undefined : fixOf([pemOffer(facts, file, items)])
}

/** The identity of a PKCS#12 file as a modern one with the same passphrase, and as a PEM pair; absent when it has none. */
export function modernCopies(facts: Facts, file: FileFacts): Fix | undefined {
  const leaf = identityIn(facts, file)
  const key = leaf === undefined ? undefined : keyOf(leaf, file.keys)
  if (leaf === undefined || key === undefined) return pemCopy(facts, file)
  return fixOf([p12Offer(facts, file, leaf, key), pemOffer(facts, file, leaf.chain), pemOffer(facts, file, [key.item])])
}

/** The first certificate in play that a file holds together with its key. */
export function identityIn({ leaves }: Facts, file: FileFacts): Leaf | undefined {
  return leaves.find((own) => isIn(file, own) && keyOf(own, file.keys) !== undefined)
}

/** Whether a file holds this certificate. */
export function isIn({ holds }: FileFacts, { item }: Pick<Leaf, 'item'>): boolean {
  return holds.has(derText(item))
}

interface Offer {
  readonly name: string
  readonly secret: boolean
  readonly write: () => Uint8Array
}

function pemOffer({ offers }: Facts, file: FileFacts, items: readonly Item[]): Offer {
  const secret = items.some(({ kind }) => kind === 'private-key')
  const extension = items.every(({ kind }) => kind === 'private-key') ? 'key' : 'pem'
  const name = offers.nameFor(file, extension, contentOf(file, items))
  return { name, secret, write: () => new TextEncoder().encode(toPem(items)) }
}

function p12Offer({ offers }: Facts, file: FileFacts, leaf: Leaf, { item: privateKey }: Own<PrivateKey>): Offer {
  const { chain, item: certificate } = leaf
  const identity: Identity = { privateKey, certificate, chain: chain.slice(1) }
  const { passphrase = '' } = file.given
  const name = offers.nameFor(file, 'p12', contentOf(file, [privateKey, ...chain]))
  return { name, secret: true, write: () => toP12(identity, { passphrase }) }
}

function contentOf({ keys }: FileFacts, items: readonly Item[]): string {
  const texts = items.map((item) =>
    item.kind === 'private-key' ? `key ${keys.findIndex((own) => own.item === item)}` : derText(item),
  )
  return hash('sha256', texts.join('\n'), 'base64')
}

function fixOf(offered: readonly Offer[]): Fix {
  return () =>
    offered.flatMap(({ name, secret, write }) => {
      try {
        return [{ name, bytes: write(), secret }]
      } catch {
        // Not all that is read can be written: keys that only OpenSSL reads, a passphrase with a NUL or of over 1024 octets.
        return []
      }
    })
}
