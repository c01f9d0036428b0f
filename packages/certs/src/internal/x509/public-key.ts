/**
 * Public keys and signature algorithms as certificates name them.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readBitStringOctets, readInteger, readOid } from '../der/values.ts'
import type { PublicKeyInfo, SignatureAlgorithm } from './certificate.ts'
import { x509Failure } from './failure.ts'
import { curveOf, keyAlgorithmName, signatureAlgorithmName } from './oids.ts'

export interface AlgorithmIdentifier {
  readonly oid: string
  readonly parameters: DerNode | undefined
  readonly path: Path
}

/** @see RFC 5280, section 4.1.1.2 */
export function readAlgorithmIdentifier(node: DerNode): AlgorithmIdentifier {
  const fields = fieldsOf(node)
  const oid = readOid(fields.next('algorithm', TAG.oid))
  const parameters = fields.optional('parameters')
  fields.end()
  return { oid, parameters, path: node.path }
}

export function readSignatureAlgorithm(node: DerNode): SignatureAlgorithm {
  const { oid } = readAlgorithmIdentifier(node)
  return { oid, name: signatureAlgorithmName(oid), der: node.bytes }
}

/**
 * Reads a SubjectPublicKeyInfo.
 *
 * Whether a point lies on its curve is left to WebCrypto, which refuses to import it; here it has the length of one.
 *
 * @see RFC 5280, section 4.1.2.7; RFC 3279, section 2.3.1; RFC 5480, section 2; RFC 8410, section 4
 */
export function readPublicKey(node: DerNode): PublicKeyInfo {
  const fields = fieldsOf(node)
  const { oid, parameters } = readAlgorithmIdentifier(fields.next('algorithm', TAG.sequence))
  const keyNode = fields.next('subjectPublicKey', TAG.bitString)
  const key = readBitStringOctets(keyNode)
  fields.end()
  const algorithm = keyAlgorithmName(oid)
  const spki = node.bytes
  switch (algorithm) {
    case 'RSA':
    case 'RSA-PSS':
      return { algorithm, ...readRsaKey(key, keyNode.path), spki }
    case 'EC': {
      const curve = readCurve(parameters)
      if (!isPoint(key, curve.bits)) throw x509Failure('CERTS_DER_VALUE', { kind: 'ECPoint' }, keyNode.path)
      return { algorithm, ...curve, spki }
    }
    case 'Ed25519':
    case 'Ed448': {
      const octets = algorithm === 'Ed25519' ? 32 : 57
      if (key.length !== octets) throw x509Failure('CERTS_DER_VALUE', { kind: algorithm }, keyNode.path)
      return { algorithm, bits: octets * 8, spki }
    }
    default:
      return { algorithm, bits: 0, spki }
  }
}

/** Uncompressed or compressed, never hybrid. @param bits - Size of the field; 0 when it is not known. @see RFC 5480, section 2.2 */
function isPoint(key: Uint8Array, bits: number): boolean {
  const [form = 0] = key
  const coordinates = { 2: 1, 3: 1, 4: 2 }[form]
  return coordinates !== undefined && (bits === 0 || key.length === 1 + coordinates * Math.ceil(bits / 8))
}

function readRsaKey(key: Uint8Array, path: Path): Pick<PublicKeyInfo, 'bits' | 'exponent'> {
  const fields = fieldsOf(readDer(key, 'RSAPublicKey', path))
  const modulus = readPositive(fields.next('modulus'))
  const exponent = readPositive(fields.next('publicExponent'))
  fields.end()
  const [first = 0, ...others] = modulus
  const bits = others.length * 8 + (32 - Math.clz32(first))
  const value = exponent.reduce((sum, octet) => sum * 256 + octet, 0)
  return { bits, exponent: Number.isSafeInteger(value) ? value : Infinity }
}

/** Digits of a positive INTEGER, without the octet that keeps it positive. */
function readPositive(node: DerNode): Uint8Array {
  const { content, path } = readInteger(node)
  if ((content[0] ?? 0) >= 0x80) throw x509Failure('CERTS_DER_VALUE', { kind: 'INTEGER' }, path)
  return content[0] === 0 ? content.subarray(1) : content
}

/** Curves that are spelled out instead of named have no name here, and are not verified with. */
function readCurve(parameters: DerNode | undefined): Pick<PublicKeyInfo, 'bits' | 'curve'> {
  if (parameters?.tag !== TAG.oid) return { bits: 0 }
  const oid = readOid(parameters)
  const { name, bits } = curveOf(oid) ?? { name: oid, bits: 0 }
  return { curve: name, bits }
}
