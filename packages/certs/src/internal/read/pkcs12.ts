/**
 * PKCS#12: certificates and keys in bags, encrypted, under a MAC.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { childrenOf, contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid, readSmallInteger, readText, toHex } from '../der/values.ts'
import { berToDer, joinOctetStrings } from './ber-to-der.ts'
import { addCertificate, type Context, damaged, lock, useScheme } from './context.ts'
import { openWith } from './open.ts'
import { readScheme } from './pbe.ts'
import { verifyMac } from './pkcs12-mac.ts'
import { type KeyAttributes, readPkcs8 } from './private-key.ts'
import { type Scheme, unsupported } from './scheme.ts'

const FORMAT = 'PKCS#12'
const PKCS7 = '1.2.840.113549.1.7'
const DATA = `${PKCS7}.1`
const ENCRYPTED_DATA = `${PKCS7}.6`
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  [`${PKCS7}.2`]: 'PKCS7-signed-data',
  [`${PKCS7}.3`]: 'PKCS7-enveloped-data',
}

const BAGS = '1.2.840.113549.1.12.10.1'
const KEY_BAG = `${BAGS}.1`
const SHROUDED_KEY_BAG = `${BAGS}.2`
const CERT_BAG = `${BAGS}.3`
const SAFE_CONTENTS_BAG = `${BAGS}.6`
const SKIPPED_BAGS: Readonly<Record<string, string>> = { [`${BAGS}.4`]: 'crl', [`${BAGS}.5`]: 'secret' }

const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'

/** Bags inside bags: nobody writes them deeper than one. */
const MAX_NESTING = 8

interface Encrypted {
  readonly scheme: Scheme
  readonly data: Uint8Array
  readonly node: DerNode
}

/**
 * Reads a whole file into the context; what the passphrase does not open is locked.
 *
 * @param pfx - PFX, in DER.
 * @throws {PixkitError} `CERTS_FILE_DAMAGED`: the passphrase is right, or none is needed, and the content is not;
 *   `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_ITERATIONS_TOO_MANY`, `CERTS_OBJECTS_TOO_MANY`, `CERTS_DER_…`.
 *
 * @see RFC 7292, section 4
 */
export function readPkcs12(pfx: DerNode, context: Context): void {
  const fields = fieldsOf(pfx)
  const version = fields.next('version', TAG.integer)
  if (readSmallInteger(version) !== 3) throw damaged(FORMAT, version.path)
  const content = readContentInfo(fields.next('authSafe', TAG.sequence))
  const macData = fields.optional('macData', TAG.sequence)
  fields.end()
  if (content.type !== DATA) throw unsupported(CONTENT_TYPES[content.type] ?? content.type, content.node.path)
  const safe = octetsOf(content.node)
  const infos = childrenOf(readDer(berToDer(safe), 'authSafe', content.node.path)).map(readContentInfo)
  const parts = infos.map((info) => readPart(info, context))

  if (macData === undefined) context.notes.add('no-mac')
  const passphrase =
    macData === undefined ? context.passphrase : verifyMac(macData, safe, context.passphrase, context.budget)
  if (passphrase === undefined) {
    const pieces = parts.flatMap((part) => ('bags' in part ? part.bags.flatMap(({ piece }) => piece ?? []) : part))
    if (pieces.some((piece) => speaksForPassphrase(piece, context))) throw damaged(FORMAT, pfx.path)
    lock(context, FORMAT, pfx.path)
    return
  }
  // With a MAC that is right, a part that does not open has a passphrase of its own.
  for (const part of parts) takePart(part, { ...context, passphrase })
}

interface ContentInfo {
  readonly type: string
  /** Inside the explicit tag. */
  readonly node: DerNode
}

/** @see RFC 2315, section 7 */
function readContentInfo(info: DerNode): ContentInfo {
  const fields = fieldsOf(info)
  const type = readOid(fields.next('contentType', TAG.oid))
  const wrapped = fields.next('content', contextTag(0))
  return { type, node: readDer(wrapped.content, 'content', info.path) }
}

function octetsOf(node: DerNode): Uint8Array {
  if (node.tag !== TAG.octetString) throw damaged(FORMAT, node.path)
  return node.content
}

/** Bags in the clear, some of which hold something encrypted; or all of them encrypted. */
type Part = { readonly bags: readonly Bag[] } | Encrypted

function readPart({ type, node }: ContentInfo, context: Context): Part {
  if (type === ENCRYPTED_DATA) return readEncryptedData(node, context)
  if (type !== DATA) throw unsupported(CONTENT_TYPES[type] ?? type, node.path)
  return { bags: readBags(octetsOf(node), node.path, context) }
}

/** @see RFC 2315, section 13; RFC 7292, section 4.1 */
function readEncryptedData(node: DerNode, context: Context): Encrypted {
  const fields = fieldsOf(node)
  fields.next('version', TAG.integer)
  const info = fieldsOf(fields.next('encryptedContentInfo', TAG.sequence))
  info.next('contentType', TAG.oid)
  const scheme = useScheme(context, readScheme(info.next('contentEncryptionAlgorithm', TAG.sequence)))
  // Implicitly tagged; from BER with open lengths, still in pieces.
  const content = info.next('encryptedContent', contextTag(0, 'primitive'), contextTag(0))
  const isPieces = content.tag === contextTag(0)
  const data = isPieces ? joinOctetStrings(childrenOf(content).map(({ bytes }) => bytes)) : content.content
  return { scheme, data, node }
}

/** Reads EncryptedPrivateKeyInfo. @see RFC 5958, section 3 */
export function readEncryptedKey(node: DerNode, context: Context): Encrypted {
  const fields = fieldsOf(node)
  const scheme = useScheme(context, readScheme(fields.next('encryptionAlgorithm', TAG.sequence)))
  const data = fields.next('encryptedData', TAG.octetString).content
  fields.end()
  return { scheme, data, node }
}

/** Opens an encrypted part. @returns `undefined` when it stays closed, which is noted. */
export function openPiece({ scheme, data, node }: Encrypted, context: Context, format: string): Uint8Array | undefined {
  const opened = openWith(scheme, data, context.passphrase, context.budget)
  if (opened.outcome === 'opened') return opened.plain
  if (opened.outcome === 'damaged') throw damaged(format, node.path)
  lock(context, format, node.path)
  return undefined
}

/** Whether the passphrase opens a part of a file whose MAC it does not match. */
function speaksForPassphrase({ scheme, data }: Encrypted, { budget, passphrase }: Context): boolean {
  try {
    const opened = openWith(scheme, data, passphrase, budget)
    if (opened.outcome === 'opened') opened.plain.fill(0)
    return opened.outcome !== 'wrong'
  } catch (error) {
    // The rounds that were allowed are used up: nothing speaks for it.
    if (isPixkitError(error, 'CERTS_ITERATIONS_TOO_MANY')) return false
    throw error
  }
}

function takePart(part: Part, context: Context): void {
  if ('bags' in part) {
    for (const bag of part.bags) takeBag(bag, context)
    return
  }
  const plain = openPiece(part, context, FORMAT)
  if (plain === undefined) return
  try {
    for (const bag of readBags(plain, part.node.path, context)) takeBag(bag, context)
  } finally {
    plain.fill(0)
  }
}

interface Bag {
  readonly type: string
  readonly value: DerNode
  readonly attributes: KeyAttributes
  /** What is encrypted in it. */
  readonly piece: Encrypted | undefined
}

/** Lists the bags of SafeContents, those inside other bags among them. */
function readBags(safeContents: Uint8Array, path: Path, context: Context): Bag[] {
  return listBags(readDer(berToDer(safeContents), 'safeContents', path), context, 0)
}

function listBags(contents: DerNode, context: Context, depth: number): Bag[] {
  if (depth > MAX_NESTING) throw damaged(FORMAT, contents.path)
  return childrenOf(contents).flatMap((node) => {
    context.budget.count()
    const bag = readBag(node, context)
    return bag.type === SAFE_CONTENTS_BAG ? listBags(bag.value, context, depth + 1) : [bag]
  })
}

/** @see RFC 7292, section 4.2 */
function readBag(bag: DerNode, context: Context): Bag {
  const fields = fieldsOf(bag)
  const type = readOid(fields.next('bagId', TAG.oid))
  const wrapped = fields.next('bagValue', contextTag(0))
  const value = readDer(wrapped.content, 'bagValue', bag.path)
  const attributes = fields.optional('bagAttributes', TAG.set)
  fields.end()
  return {
    type,
    value,
    attributes: attributes === undefined ? {} : readAttributes(attributes),
    piece: type === SHROUDED_KEY_BAG ? readEncryptedKey(value, context) : undefined,
  }
}

function takeBag({ type, value, attributes, piece }: Bag, context: Context): void {
  if (piece !== undefined) takeShroudedKey(piece, context, attributes)
  else if (type === CERT_BAG) takeCertificate(value, context, attributes)
  else if (type === KEY_BAG) context.privateKeys.push(readPkcs8(value.bytes, value.path, attributes))
  else context.notes.add(SKIPPED_BAGS[type] ?? 'unknown-bag')
}

/** Takes what can be read of them: names are for people, and files with odd ones open elsewhere. */
function readAttributes(set: DerNode): KeyAttributes {
  const read: { friendlyName?: string; localKeyId?: string } = {}
  for (const attribute of childrenOf(set)) {
    const fields = fieldsOf(attribute)
    const type = readOid(fields.next('attrId', TAG.oid))
    const [value] = childrenOf(fields.next('attrValues', TAG.set))
    if (value === undefined) continue
    const text = readText(value)
    if (type === FRIENDLY_NAME && text !== undefined) read.friendlyName = text
    if (type === LOCAL_KEY_ID && value.tag === TAG.octetString) read.localKeyId = toHex(value.content)
  }
  return read
}

function takeCertificate(value: DerNode, context: Context, attributes: KeyAttributes): void {
  const fields = fieldsOf(value)
  const type = readOid(fields.next('certId', TAG.oid))
  const wrapped = fields.next('certValue', contextTag(0))
  if (type !== X509_CERTIFICATE) {
    context.notes.add('sdsi-certificate')
    return
  }
  const der = octetsOf(readDer(wrapped.content, 'certValue', value.path))
  addCertificate(context, der, value.path, attributes)
}

function takeShroudedKey(piece: Encrypted, context: Context, attributes: KeyAttributes): void {
  const plain = openPiece(piece, context, FORMAT)
  if (plain === undefined) return
  try {
    context.privateKeys.push(readPkcs8(berToDer(plain), piece.node.path, attributes))
  } finally {
    plain.fill(0)
  }
}
