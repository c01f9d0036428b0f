/**
 * The bags of a PKCS#12 file: certificates, keys, and what goes with them.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { assertTag, childrenOf, contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid, readText, toHex } from '../der/values.ts'
import { BAG, PKCS9 } from '../pkcs/oids.ts'
import { berToDer } from './ber-to-der.ts'
import { addCertificate, type Context } from './context.ts'
import { type Encrypted, readEncryptedKey, takeEncryptedKey } from './encrypted.ts'
import { damaged } from './errors.ts'
import { type KeyAttributes, readPkcs8 } from './private-key.ts'

/** What is seen and not read. */
const SKIPPED: Readonly<Record<string, string>> = { [BAG.crl]: 'crl', [BAG.secret]: 'secret' }

/** Bags inside bags: nobody writes them deeper than one. */
const MAX_NESTING = 8

export interface Bag {
  readonly type: string
  readonly value: DerNode
  readonly attributes: KeyAttributes
  /** What is encrypted in it. */
  readonly encrypted: Encrypted | undefined
}

/** Lists the bags of SafeContents, those inside other bags among them. */
export function readBags(safeContents: Uint8Array, path: Path, context: Context): Bag[] {
  return listBags(readDer(berToDer(safeContents), 'safeContents', path), context, 0)
}

function listBags(contents: DerNode, context: Context, depth: number): Bag[] {
  if (depth > MAX_NESTING) throw damaged('DER', contents.path)
  return childrenOf(contents).flatMap((node) => {
    context.budget.count()
    const bag = readBag(node, context)
    return bag.type === BAG.safeContents ? listBags(bag.value, context, depth + 1) : [bag]
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
    encrypted: type === BAG.shroudedKey ? readEncryptedKey(value, context) : undefined,
  }
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
    if (type === PKCS9.friendlyName && text !== undefined) read.friendlyName = text
    if (type === PKCS9.localKeyId && value.tag === TAG.octetString) read.localKeyId = toHex(value.content)
  }
  return read
}

/** Adds what a bag holds to what was read, or notes that it is skipped. */
export function takeBag({ type, value, attributes, encrypted }: Bag, context: Context): void {
  if (encrypted !== undefined) takeEncryptedKey(encrypted, context, 'PKCS#12', attributes)
  else if (type === BAG.certificate) takeCertificate(value, context, attributes)
  else if (type === BAG.key) context.privateKeys.push(readPkcs8(value.bytes, value.path, context.budget, attributes))
  else context.notes.add(SKIPPED[type] ?? 'unknown-bag')
}

function takeCertificate(value: DerNode, context: Context, attributes: KeyAttributes): void {
  const fields = fieldsOf(value)
  const type = readOid(fields.next('certId', TAG.oid))
  const wrapped = fields.next('certValue', contextTag(0))
  if (type !== PKCS9.x509Certificate) {
    context.notes.add('sdsi-certificate')
    return
  }
  const der = readDer(wrapped.content, 'certValue', value.path)
  assertTag(der, TAG.octetString)
  addCertificate(context, der.content, value.path, attributes)
}
