/**
 * Extensions of certificates and requests.
 *
 * @module
 */
import { contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import {
  readBitString,
  readBoolean,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  toHex,
} from '../der/values.ts'
import type {
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  KeyUsage,
  KnownExtensions,
  NameConstraints,
} from './certificate.ts'
import { checkDistributionPoints } from './distribution-points.ts'
import { x509Failure } from './failure.ts'
import { readGeneralName, readGeneralNames } from './general-name.ts'
import { EXTENSION, extendedKeyUsageName } from './oids.ts'

/** Bits in the order of the norm. @see RFC 5280, section 4.2.1.3 */
export const KEY_USAGES: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]

/** What one extension says; `value` is its content. */
type Reader = (value: DerNode) => Partial<KnownExtensions>

const READERS: readonly (readonly [name: keyof typeof EXTENSION, read: Reader])[] = [
  ['basicConstraints', readBasicConstraints],
  ['keyUsage', (value) => ({ keyUsage: readKeyUsage(value) })],
  ['extKeyUsage', (value) => ({ extendedKeyUsage: readExtendedKeyUsage(value) })],
  ['subjectAltName', (value) => ({ subjectAltNames: readGeneralNames(value) })],
  ['subjectKeyIdentifier', (value) => ({ subjectKeyId: readOctetString(value) })],
  ['authorityKeyIdentifier', readAuthorityKeyId],
  ['nameConstraints', (value) => ({ nameConstraints: readNameConstraints(value) })],
  ['cRLDistributionPoints', checkDistributionPoints],
]

/**
 * Reads a list of extensions.
 *
 * `critical FALSE`, which DER would leave out, is common and accepted.
 *
 * @throws {PixkitError} `CERTS_X509_EXTENSION_REPEATED`.
 *
 * @see RFC 5280, section 4.2
 */
export function readExtensions(node: DerNode): readonly Extension[] {
  const extensions = fieldsOf(node).rest().map(readExtension)
  const seen = new Set<string>()
  for (const { oid } of extensions) {
    if (seen.has(oid)) throw x509Failure('CERTS_X509_EXTENSION_REPEATED', { oid }, node.path)
    seen.add(oid)
  }
  return extensions
}

/**
 * Reads what the known extensions say; a malformed one is an error, critical or not.
 *
 * @param path - Where the extensions are.
 */
export function decodeExtensions(extensions: readonly Extension[], path: DerNode['path']): KnownExtensions {
  const known = READERS.map(([name, read]) => {
    const extension = extensions.find(({ oid }) => oid === EXTENSION[name])
    return extension === undefined ? {} : read(readDer(extension.value, name, path))
  })
  return Object.assign({ isCa: false, subjectAltNames: [] }, ...known) as KnownExtensions
}

function readExtension(node: DerNode): Extension {
  const fields = fieldsOf(node)
  const oid = readOid(fields.next('extnID', TAG.oid))
  const critical = fields.optional('critical', TAG.boolean)
  const value = fields.next('extnValue', TAG.octetString).content
  fields.end()
  return { oid, critical: critical !== undefined && readBoolean(critical), value }
}

/** A path length without `cA` means nothing, and is found in old certificates. @see RFC 5280, section 4.2.1.9 */
function readBasicConstraints(value: DerNode): Partial<KnownExtensions> {
  const fields = fieldsOf(value)
  const flag = fields.optional('cA', TAG.boolean)
  const length = fields.optional('pathLenConstraint', TAG.integer)
  fields.end()
  const isCa = flag !== undefined && readBoolean(flag)
  const pathLength = length && readSmallInteger(length)
  return isCa && pathLength !== undefined ? { isCa, pathLength } : { isCa }
}

function readKeyUsage(value: DerNode): readonly KeyUsage[] {
  const { bytes } = readBitString(value)
  // RFC 5280, section 4.2.1.3: at least one bit is set.
  if (bytes.every((octet) => octet === 0)) throw x509Failure('CERTS_DER_VALUE', { kind: 'KeyUsage' }, value.path)
  return KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

function readExtendedKeyUsage(value: DerNode): readonly ExtendedKeyUsage[] {
  const usages = fieldsOf(value).rest().map(readOid).map(extendedKeyUsageName)
  if (usages.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'ExtKeyUsageSyntax' }, value.path)
  return usages
}

/** @see RFC 5280, section 4.2.1.1 and appendix A.2: issuer and serial number both, or neither */
function readAuthorityKeyId(value: DerNode): Partial<KnownExtensions> {
  const fields = fieldsOf(value)
  const keyId = fields.optional('keyIdentifier', contextTag(0, 'primitive'))
  const issuer = fields.optional('authorityCertIssuer', contextTag(1))
  const serial = fields.optional('authorityCertSerialNumber', contextTag(2, 'primitive'))
  fields.end()
  if ((issuer === undefined) !== (serial === undefined)) {
    throw x509Failure('CERTS_DER_VALUE', { kind: 'AuthorityKeyIdentifier' }, value.path)
  }
  const names = issuer === undefined ? [] : readGeneralNames(issuer, contextTag(1))
  const directory = names.find((name) => name.type === 'directory')
  return {
    ...(keyId !== undefined && { authorityKeyId: keyId.content }),
    ...(directory !== undefined && { authorityCertIssuer: directory.value }),
    ...(serial !== undefined && {
      authorityCertSerialNumber: toHex(readInteger({ ...serial, tag: TAG.integer }).content),
    }),
  }
}

/** @see RFC 5280, section 4.2.1.10: one of the two lists at least, and no list without a subtree */
function readNameConstraints(value: DerNode): NameConstraints {
  const fields = fieldsOf(value)
  const permitted = fields.optional('permittedSubtrees', contextTag(0))
  const excluded = fields.optional('excludedSubtrees', contextTag(1))
  fields.end()
  if (permitted === undefined && excluded === undefined) {
    throw x509Failure('CERTS_DER_VALUE', { kind: 'NameConstraints' }, value.path)
  }
  return { permitted: readSubtrees(permitted, contextTag(0)), excluded: readSubtrees(excluded, contextTag(1)) }
}

function readSubtrees(node: DerNode | undefined, tag: number): readonly GeneralName[] {
  if (node === undefined) return []
  const subtrees = fieldsOf(node, tag).rest()
  if (subtrees.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'GeneralSubtrees' }, node.path)
  return subtrees.map(readSubtree)
}

/** `minimum` is 0 and `maximum` absent, says RFC 5280, section 4.2.1.10; nobody knows what else would mean. */
function readSubtree(node: DerNode): GeneralName {
  const fields = fieldsOf(node)
  const base = readGeneralName(fields.next('base'), [8, 32])
  const minimum = fields.optional('minimum', contextTag(0, 'primitive'))
  fields.end()
  if (minimum !== undefined && readSmallInteger({ ...minimum, tag: TAG.integer }) !== 0) {
    throw x509Failure('CERTS_DER_VALUE', { kind: 'GeneralSubtree' }, minimum.path)
  }
  return base
}
