/**
 * General names: those of a subjectAltName and the subtrees of name constraints.
 *
 * @module
 */
import { assertTag, contextTag, type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { readOid, readText } from '../der/values.ts'
import type { GeneralName } from './certificate.ts'
import { x509Failure } from './failure.ts'
import { readName } from './name.ts'

/** Numbers of the alternatives, with the constructed bit where it belongs. */
const KIND = {
  other: contextTag(0),
  email: contextTag(1, 'primitive'),
  dns: contextTag(2, 'primitive'),
  directory: contextTag(4),
  uri: contextTag(6, 'primitive'),
  ip: contextTag(7, 'primitive'),
  registeredId: contextTag(8, 'primitive'),
} as const

/** X.400 addresses and EDI parties. */
const UNREAD = [contextTag(3), contextTag(5)] as const

/**
 * Reads one GeneralName; X.400 addresses and EDI parties are passed on as `unknown`. Any other tag is an error: a constraint
 * that nobody sees would constrain nothing.
 *
 * @param ipLengths - Octets that an address may have: 4 and 16, with its mask 8 and 32.
 *
 * @see RFC 5280, section 4.2.1.6
 */
export function readGeneralName(node: DerNode, ipLengths: readonly number[] = [4, 16]): GeneralName {
  const { tag, content, path } = node
  switch (tag) {
    case KIND.other:
      return readOtherName(node)
    case KIND.email:
      return { type: 'email', value: ia5(node) }
    case KIND.dns:
      return { type: 'dns', value: ia5(node) }
    case KIND.uri:
      return { type: 'uri', value: ia5(node) }
    case KIND.directory: {
      // Explicit, because Name is a CHOICE (X.680, section 31.2.7).
      const fields = fieldsOf(node, tag)
      const value = readName(fields.next('directoryName'))
      fields.end()
      return { type: 'directory', value }
    }
    case KIND.ip:
      if (!ipLengths.includes(content.length)) throw x509Failure('CERTS_DER_VALUE', { kind: 'IP address' }, path)
      return { type: 'ip', value: content }
    case KIND.registeredId:
      return { type: 'registeredId', value: readOid({ ...node, tag: TAG.oid }) }
    default:
      assertTag(node, ...Object.values(KIND), ...UNREAD)
      return { type: 'unknown', tag }
  }
}

/** Reads GeneralNames, that is a list of them under any tag, of one name at least. */
export function readGeneralNames(node: DerNode, tag: number = TAG.sequence): readonly GeneralName[] {
  const names = fieldsOf(node, tag).rest()
  if (names.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'GeneralNames' }, node.path)
  return names.map((name) => readGeneralName(name))
}

function readOtherName(node: DerNode): GeneralName {
  const fields = fieldsOf(node, KIND.other)
  const oid = readOid(fields.next('type-id', TAG.oid))
  const wrapper = fieldsOf(fields.next('value', contextTag(0)), contextTag(0))
  fields.end()
  const value = wrapper.next('value')
  wrapper.end()
  return { type: 'other', oid, value: value.bytes, text: readText(value) ?? printable(value) }
}

/** ICP-Brasil writes CPF, CNPJ and names as OCTET STRING. @see DOC-ICP-04, section 7.1.2.3 */
function printable(node: DerNode): string | undefined {
  const isPrintable = node.tag === TAG.octetString && node.content.every((octet) => octet >= 0x20 && octet !== 0x7f)
  return isPrintable ? ia5(node) : undefined
}

/** Octets above 127 become Latin-1: they are wrong, and no host or address of ours is equal to them. */
function ia5(node: DerNode): string {
  return readText({ ...node, tag: TAG.ia5String }) ?? ''
}
