/** @module Certificates that no authority would sign: every field can be broken. For tests. */
import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  type SignKeyObjectInput,
} from 'node:crypto'
import { contextTag, TAG } from '../../packages/certs/src/internal/der/read-der.ts'
import {
  bitString,
  boolean,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  writeDer,
} from '../../packages/certs/src/internal/der/write-der.ts'
import {
  attributeOid,
  extendedKeyUsageOid,
  signatureAlgorithmOid,
} from '../../packages/certs/src/internal/x509/oids.ts'

const KINDS = {
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  weak: () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
  almost: () => generateKeyPairSync('rsa', { modulusLength: 2047 }),
  pss: () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }),
  bound: () =>
    generateKeyPairSync('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
      // A number, whatever its type says.
      saltLength: 32 as unknown as string,
    }),
  p192: () => generateKeyPairSync('ec', { namedCurve: 'prime192v1' }),
  p224: () => generateKeyPairSync('ec', { namedCurve: 'P-224' }),
  p256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  k256: () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  ed: () => generateKeyPairSync('ed25519'),
} as const

export type KeyKind = keyof typeof KINDS
/** A kind and a number or a name, to have several of a kind: `rsa1`, `p256:bank`. */
export type KeyName = `${KeyKind}${1 | 2 | 3 | 4}` | `${KeyKind}:${string}`

export interface ForgedKey {
  readonly privateKey: KeyObject
  readonly spki: Uint8Array
  readonly keyId: Uint8Array
}

const keys = new Map<KeyName, ForgedKey>()

/** Makes a key, once for each name. */
export function forgedKey(name: KeyName): ForgedKey {
  const known = keys.get(name)
  if (known !== undefined) return known
  const kind = name.replace(/:.*$|\d$/s, '') as KeyKind
  const key = forgedKeyOf(KINDS[kind]().privateKey)
  keys.set(name, key)
  return key
}

/** A key that was made elsewhere. */
export function forgedKeyOf(privateKey: KeyObject): ForgedKey {
  const spki = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }))
  return { privateKey, spki, keyId: Uint8Array.from(createHash('sha1').update(spki).digest()) }
}

export type StringType = keyof typeof STRINGS

const STRINGS = {
  utf8: (text: string) => writeDer(TAG.utf8String, Buffer.from(text)),
  printable: (text: string) => writeDer(TAG.printableString, Buffer.from(text, 'latin1')),
  ia5: (text: string) => writeDer(TAG.ia5String, Buffer.from(text, 'latin1')),
  t61: (text: string) => writeDer(TAG.t61String, Buffer.from(text, 'latin1')),
  numeric: (text: string) => writeDer(TAG.numericString, Buffer.from(text, 'latin1')),
  bmp: (text: string) => writeDer(TAG.bmpString, Buffer.from(text, 'utf16le').swap16()),
  universal: (text: string) =>
    writeDer(
      TAG.universalString,
      Buffer.concat(Array.from(text, (character) => uint32(character.codePointAt(0) ?? 0))),
    ),
} as const

/** Writes a name such as `C=BR, O=Padaria, CN=raiz`; `+` joins attributes of one relative name. */
export function forgeName(text: string, type: StringType = 'utf8'): Uint8Array {
  const rdns = text === '' ? [] : text.split(', ')
  return sequence(...rdns.map((rdn) => setOf(...rdn.split('+').map((attribute) => forgeAttribute(attribute, type)))))
}

function forgeAttribute(text: string, type: StringType): Uint8Array {
  const [key = '', value = ''] = text.split(/=(.*)/s)
  return nameAttribute(key, value, type)
}

/** Writes one attribute of a name. @param key - Short name or identifier. */
export function nameAttribute(key: string, value: string, type: StringType): Uint8Array {
  return sequence(oid(attributeOid(key) ?? key), STRINGS[type](value))
}

/** Writes one extension; `value` is the DER inside. */
export function extension(dotted: string, critical: boolean, value: Uint8Array): Uint8Array {
  return sequence(oid(dotted), ...(critical ? [boolean(true)] : []), octetString(value))
}

export function basicConstraints(isCa: boolean, pathLength?: number): Uint8Array {
  const content = [...(isCa ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])]
  return extension('2.5.29.19', true, sequence(...content))
}

/** @param bits - Numbers of the bits: 0 digitalSignature, 2 keyEncipherment, 5 keyCertSign … */
export function keyUsage(bits: readonly number[]): Uint8Array {
  const last = Math.max(...bits, 0)
  const octets = new Uint8Array(bits.length === 0 ? 0 : (last >> 3) + 1)
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return extension('2.5.29.15', true, bitString(octets, bits.length === 0 ? 0 : 7 - (last & 7)))
}

export function extendedKeyUsage(usages: readonly string[]): Uint8Array {
  return extension('2.5.29.37', false, sequence(...usages.map((usage) => oid(extendedKeyUsageOid(usage) ?? usage))))
}

/** A general name as text: `dns:a.example`, `email:…`, `uri:…`, `dir:CN=…`, `ip:0a000001` (hexadecimal), `rid:1.2.3`, `other:1.2.3=text`. */
export type ForgedGeneralName = `${'dns' | 'email' | 'uri' | 'dir' | 'ip' | 'rid' | 'other'}:${string}`

export function generalName(name: ForgedGeneralName): Uint8Array {
  const [kind = '', value = ''] = name.split(/:(.*)/s)
  const text = Buffer.from(value, 'latin1')
  switch (kind) {
    case 'email':
      return writeDer(contextTag(1, 'primitive'), text)
    case 'dns':
      return writeDer(contextTag(2, 'primitive'), text)
    case 'uri':
      return writeDer(contextTag(6, 'primitive'), text)
    case 'dir':
      return writeDer(contextTag(4), forgeName(value))
    case 'ip':
      return writeDer(contextTag(7, 'primitive'), Buffer.from(value, 'hex'))
    case 'other': {
      const [dotted = '', inside = ''] = value.split('=')
      return writeDer(contextTag(0), oid(dotted), writeDer(contextTag(0), STRINGS.utf8(inside)))
    }
    default:
      return writeDer(contextTag(8, 'primitive'), oid(value).subarray(2))
  }
}

/** @param names - As text, or as DER. */
export function subjectAltName(names: readonly (ForgedGeneralName | Uint8Array)[]): Uint8Array {
  return extension(
    '2.5.29.17',
    false,
    sequence(...names.map((name) => (typeof name === 'string' ? generalName(name) : name))),
  )
}

export function certificatePolicies(policies: readonly string[], critical: boolean = false): Uint8Array {
  return extension('2.5.29.32', critical, sequence(...policies.map((policy) => sequence(oid(policy)))))
}

export function nameConstraints(
  permitted: readonly ForgedGeneralName[],
  excluded: readonly ForgedGeneralName[],
): Uint8Array {
  const list = (number: number, names: readonly ForgedGeneralName[]): Uint8Array[] =>
    names.length === 0 ? [] : [writeDer(contextTag(number), ...names.map((name) => sequence(generalName(name))))]
  return extension('2.5.29.30', true, sequence(...list(0, permitted), ...list(1, excluded)))
}

export function subjectKeyId(id: Uint8Array): Uint8Array {
  return extension('2.5.29.14', false, octetString(id))
}

export function authorityKeyId(id: Uint8Array): Uint8Array {
  return extension('2.5.29.35', false, sequence(writeDer(contextTag(0, 'primitive'), id)))
}

/** Name of a signature algorithm here; `RSA-PSS-SHA256` has its hash, and a salt as long. */
export type ForgedAlgorithm = `${'RSA' | 'ECDSA' | 'RSA-PSS'}-SHA${1 | 224 | 256 | 384 | 512}` | 'RSA-MD5' | 'Ed25519'

const HASH_OIDS: Readonly<Record<string, string>> = {
  SHA1: '1.3.14.3.2.26',
  SHA224: '2.16.840.1.101.3.4.2.4',
  SHA256: '2.16.840.1.101.3.4.2.1',
  SHA384: '2.16.840.1.101.3.4.2.2',
  SHA512: '2.16.840.1.101.3.4.2.3',
}

/** Writes the identifier of a signature algorithm with its parameters. */
export function algorithmIdentifier(name: ForgedAlgorithm, saltLength: number = saltOf(name)): Uint8Array {
  if (!name.startsWith('RSA-PSS')) {
    const parameters = name.startsWith('RSA') ? [nullValue()] : []
    return sequence(oid(signatureAlgorithmOid(name) ?? ''), ...parameters)
  }
  const hash = sequence(oid(HASH_OIDS[hashOf(name)] ?? ''), nullValue())
  const parameters = sequence(
    writeDer(contextTag(0), hash),
    writeDer(contextTag(1), sequence(oid('1.2.840.113549.1.1.8'), hash)),
    writeDer(contextTag(2), integer(saltLength)),
  )
  return sequence(oid('1.2.840.113549.1.1.10'), parameters)
}

/** The algorithm that a key signs with when nothing else is asked for. */
function usualAlgorithm({ privateKey }: ForgedKey): ForgedAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = privateKey
  if (type === 'ed25519') return 'Ed25519'
  if (type === 'rsa-pss') return 'RSA-PSS-SHA256'
  if (type === 'rsa') return 'RSA-SHA256'
  return details?.namedCurve === 'secp384r1' ? 'ECDSA-SHA384' : 'ECDSA-SHA256'
}

export interface Forgery {
  /** As written: 0 for version 1, 2 for version 3; `undefined` writes none. */
  readonly version?: number | undefined
  readonly serialNumber?: Uint8Array | undefined
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly notBefore: number
  readonly notAfter: number
  readonly key: ForgedKey
  readonly signer: ForgedKey
  readonly algorithm?: ForgedAlgorithm | undefined
  readonly saltLength?: number | undefined
  /** Length of the salt that is written, when it shall not be that of the signature. */
  readonly writtenSalt?: number | undefined
  /** Algorithm written outside, when it shall not be that inside. */
  readonly outerAlgorithm?: ForgedAlgorithm | undefined
  readonly extensions?: readonly Uint8Array[] | undefined
  /** Changes the signature. */
  readonly tamper?: ((signature: Uint8Array) => Uint8Array) | undefined
}

/** Writes and signs a certificate. */
export function forgeCertificate(forgery: Forgery): Uint8Array {
  const { version = 2, serialNumber = Uint8Array.of(1), extensions = [], signer } = forgery
  const { algorithm = usualAlgorithm(signer), saltLength, writtenSalt = saltLength } = forgery
  const identifier = algorithmIdentifier(algorithm, writtenSalt)
  const tbs = sequence(
    ...(version === 0 ? [] : [writeDer(contextTag(0), integer(version))]),
    writeDer(TAG.integer, serialNumber),
    identifier,
    forgery.issuer,
    sequence(time(forgery.notBefore), time(forgery.notAfter)),
    forgery.subject,
    forgery.key.spki,
    ...(extensions.length === 0 ? [] : [writeDer(contextTag(3), sequence(...extensions))]),
  )
  return forgeSigned(tbs, { ...forgery, algorithm })
}

/** Writes a request for a certificate. */
export function forgeRequest(forgery: Pick<Forgery, 'subject' | 'key' | 'algorithm'>): Uint8Array {
  const { algorithm = usualAlgorithm(forgery.key), key, subject } = forgery
  return forgeSigned(sequence(integer(0), subject, key.spki, writeDer(contextTag(0))), { algorithm, signer: key })
}

type Signing = Pick<Forgery, 'signer' | 'saltLength' | 'writtenSalt' | 'outerAlgorithm' | 'tamper'> & {
  readonly algorithm: ForgedAlgorithm
}

/** Writes what is signed with its signature, as certificates and requests have it. */
function forgeSigned(tbs: Uint8Array, signing: Signing): Uint8Array {
  const { algorithm, signer, saltLength, writtenSalt = saltLength, outerAlgorithm, tamper } = signing
  const signature = signWith(signer, algorithm, tbs, saltLength)
  const outer = outerAlgorithm ?? algorithm
  const identifier = algorithmIdentifier(outer, outer === algorithm ? writtenSalt : undefined)
  return sequence(tbs, identifier, bitString(tamper?.(signature) ?? signature))
}

/**
 * Signs once more what was changed inside a certificate.
 *
 * @param identifier - Algorithm that is written outside, whatever the key signs with.
 */
export function resign(tbs: Uint8Array, identifier: Uint8Array, signer: ForgedKey): Uint8Array {
  const algorithm = usualAlgorithm(signer)
  return sequence(tbs, identifier, bitString(signNew(signer, algorithm, tbs, saltOf(algorithm))))
}

/** Signs; the same once more gives the same signature, so that the same certificate has the same bytes wherever it is forged. */
export function signWith(
  key: ForgedKey,
  algorithm: ForgedAlgorithm,
  data: Uint8Array,
  saltLength: number = saltOf(algorithm),
): Uint8Array {
  const known = signatures.get(key) ?? new Map<string, Uint8Array>()
  signatures.set(key, known)
  const name = [algorithm, saltLength, Buffer.from(data).toString('latin1')].join()
  const signature = known.get(name) ?? signNew(key, algorithm, data, saltLength)
  known.set(name, signature)
  return signature
}

const signatures = new WeakMap<ForgedKey, Map<string, Uint8Array>>()

function signNew(
  { privateKey }: ForgedKey,
  algorithm: ForgedAlgorithm,
  data: Uint8Array,
  saltLength: number,
): Uint8Array {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  const key: SignKeyObjectInput = { key: privateKey, ...(algorithm.startsWith('RSA-PSS') && pss) }
  return Uint8Array.from(sign(algorithm === 'Ed25519' ? null : hashOf(algorithm), data, key))
}

/** Writes one block of PEM. */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function hashOf(algorithm: ForgedAlgorithm): string {
  return algorithm.split('-').at(-1) ?? ''
}

function saltOf(algorithm: ForgedAlgorithm): number {
  return { SHA1: 20, SHA224: 28, SHA256: 32, SHA384: 48, SHA512: 64 }[hashOf(algorithm)] ?? 0
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
