/**
 * PKCS#12: certificates and keys in bags, encrypted, under a MAC.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import { assertTag, childrenOf, contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/values.ts'
import { PKCS7 } from '../pkcs/oids.ts'
import { berToDer, joinOctetStrings } from './ber-to-der.ts'
import { type Context, lock, useScheme } from './context.ts'
import { type Encrypted, openPart } from './encrypted.ts'
import { damaged, unsupported } from './errors.ts'
import { openWith } from './open.ts'
import { readScheme } from './pbe.ts'
import { type Bag, readBags, takeBag } from './pkcs12-bags.ts'
import { verifyMac } from './pkcs12-mac.ts'

const FORMAT = 'PKCS#12'
/** What stands where data or encrypted data should: signed or encrypted with a public key. */
const REFUSED: Readonly<Record<string, string>> = {
  [PKCS7.signedData]: 'PKCS7-signed-data',
  [PKCS7.envelopedData]: 'PKCS7-enveloped-data',
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
  if (content.type !== PKCS7.data) throw refused(content)
  const safe = octetsOf(content.node)
  const infos = childrenOf(readDer(berToDer(safe), 'authSafe', content.node.path)).map(readContentInfo)
  const parts = infos.map((info) => readPart(info, context))

  if (macData === undefined) context.notes.add('no-mac')
  const passphrase =
    macData === undefined ? context.passphrase : verifyMac(macData, safe, context.passphrase, context.budget)
  if (passphrase === undefined) {
    const encrypted = parts.flatMap((part) =>
      'bags' in part ? part.bags.flatMap(({ encrypted }) => encrypted ?? []) : part,
    )
    if (encrypted.some((part) => speaksForPassphrase(part, context))) throw damaged(FORMAT, pfx.path)
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

function refused({ type, node }: ContentInfo): PixkitError<'CERTS_ALGORITHM_UNSUPPORTED'> {
  return unsupported(Object.hasOwn(REFUSED, type) ? (REFUSED[type] ?? type) : type, node.path)
}

function octetsOf(node: DerNode): Uint8Array {
  assertTag(node, TAG.octetString)
  return node.content
}

/** Bags in the clear, some of which hold something encrypted; or all of them encrypted. */
type Part = { readonly bags: readonly Bag[] } | Encrypted

function readPart(info: ContentInfo, context: Context): Part {
  const { type, node } = info
  if (type === PKCS7.encryptedData) return readEncryptedData(node, context)
  if (type !== PKCS7.data) throw refused(info)
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
  return { scheme, data, path: node.path }
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
  const plain = openPart(part, context, FORMAT)
  if (plain === undefined) return
  try {
    for (const bag of readBags(plain, part.path, context)) takeBag(bag, context)
  } finally {
    plain.fill(0)
  }
}
