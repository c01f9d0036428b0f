/**
 * Names of the identifiers that certificates use.
 *
 * @module
 */

/**
 * Attributes of names, as openssl abbreviates them.
 *
 * @see RFC 5280, appendix A.1; RFC 4519; CA/Browser Forum EV Guidelines 2.0, section 7.1.4.2 (jurisdiction)
 */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.20': 'telephoneNumber',
  '2.5.4.41': 'name',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.2.840.113549.1.9.2': 'unstructuredName',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
}

/** Long names that people and banks write, in lower case. */
const ALIASES: Readonly<Record<string, string>> = {
  commonname: 'CN',
  countryname: 'C',
  email: 'emailAddress',
  givenname: 'GN',
  jurisdictioncountryname: 'jurisdictionC',
  jurisdictionlocalityname: 'jurisdictionL',
  jurisdictionstateorprovincename: 'jurisdictionST',
  localityname: 'L',
  organizationalunitname: 'OU',
  organizationname: 'O',
  stateorprovincename: 'ST',
  streetaddress: 'street',
  surname: 'SN',
  userid: 'UID',
}

/**
 * Curves with the size of their field. Those below 224 bits are listed to be called weak.
 *
 * @see RFC 5480, section 2.1.1.1; SEC 2 version 2.0, and version 1.0 for the small ones; RFC 5639, section 4.1
 */
const CURVES: Readonly<Record<string, { readonly name: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.1': { name: 'P-192', bits: 192 },
  '1.2.840.10045.3.1.2': { name: 'prime192v2', bits: 192 },
  '1.2.840.10045.3.1.3': { name: 'prime192v3', bits: 192 },
  '1.2.840.10045.3.1.7': { name: 'P-256', bits: 256 },
  '1.3.132.0.1': { name: 'sect163k1', bits: 163 },
  '1.3.132.0.2': { name: 'sect163r1', bits: 163 },
  '1.3.132.0.4': { name: 'sect113r1', bits: 113 },
  '1.3.132.0.5': { name: 'sect113r2', bits: 113 },
  '1.3.132.0.6': { name: 'secp112r1', bits: 112 },
  '1.3.132.0.7': { name: 'secp112r2', bits: 112 },
  '1.3.132.0.8': { name: 'secp160r1', bits: 160 },
  '1.3.132.0.9': { name: 'secp160k1', bits: 160 },
  '1.3.132.0.10': { name: 'secp256k1', bits: 256 },
  '1.3.132.0.15': { name: 'sect163r2', bits: 163 },
  '1.3.132.0.22': { name: 'sect131r1', bits: 131 },
  '1.3.132.0.23': { name: 'sect131r2', bits: 131 },
  '1.3.132.0.24': { name: 'sect193r1', bits: 193 },
  '1.3.132.0.25': { name: 'sect193r2', bits: 193 },
  '1.3.132.0.28': { name: 'secp128r1', bits: 128 },
  '1.3.132.0.29': { name: 'secp128r2', bits: 128 },
  '1.3.132.0.30': { name: 'secp160r2', bits: 160 },
  '1.3.132.0.31': { name: 'secp192k1', bits: 192 },
  '1.3.132.0.33': { name: 'P-224', bits: 224 },
  '1.3.132.0.34': { name: 'P-384', bits: 384 },
  '1.3.132.0.35': { name: 'P-521', bits: 521 },
  '1.3.36.3.3.2.8.1.1.1': { name: 'brainpoolP160r1', bits: 160 },
  '1.3.36.3.3.2.8.1.1.2': { name: 'brainpoolP160t1', bits: 160 },
  '1.3.36.3.3.2.8.1.1.3': { name: 'brainpoolP192r1', bits: 192 },
  '1.3.36.3.3.2.8.1.1.4': { name: 'brainpoolP192t1', bits: 192 },
  '1.3.36.3.3.2.8.1.1.7': { name: 'brainpoolP256r1', bits: 256 },
  '1.3.36.3.3.2.8.1.1.11': { name: 'brainpoolP384r1', bits: 384 },
  '1.3.36.3.3.2.8.1.1.13': { name: 'brainpoolP512r1', bits: 512 },
}

/** Kinds of keys that are also written. */
export const KEY_ALGORITHM = { rsa: '1.2.840.113549.1.1.1', ec: '1.2.840.10045.2.1' } as const

/** @see RFC 8017, appendix C; RFC 5480, section 2.1; RFC 8410, section 3 */
const KEY_ALGORITHMS: Readonly<Record<string, string>> = {
  [KEY_ALGORITHM.rsa]: 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  [KEY_ALGORITHM.ec]: 'EC',
  '1.2.840.10040.4.1': 'DSA',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

/** @see RFC 8017, appendix C; RFC 5758; RFC 8410, section 3 */
const SIGNATURE_ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'RSA-MD2',
  '1.2.840.113549.1.1.4': 'RSA-MD5',
  '1.2.840.113549.1.1.5': 'RSA-SHA1',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'RSA-SHA256',
  '1.2.840.113549.1.1.12': 'RSA-SHA384',
  '1.2.840.113549.1.1.13': 'RSA-SHA512',
  '1.2.840.113549.1.1.14': 'RSA-SHA224',
  '1.2.840.10045.4.1': 'ECDSA-SHA1',
  '1.2.840.10045.4.3.1': 'ECDSA-SHA224',
  '1.2.840.10045.4.3.2': 'ECDSA-SHA256',
  '1.2.840.10045.4.3.3': 'ECDSA-SHA384',
  '1.2.840.10045.4.3.4': 'ECDSA-SHA512',
  '1.2.840.10040.4.3': 'DSA-SHA1',
  '2.16.840.1.101.3.4.3.2': 'DSA-SHA256',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

/** @see RFC 5280, section 4.2.1.12 */
const EXTENDED_KEY_USAGES: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'anyExtendedKeyUsage',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
}

/** Extensions that are read, and those that are known and left alone. @see RFC 5280, section 4.2.1 */
export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  cRLDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
} as const

/** Hash functions. @see RFC 8017, appendix B.1 */
export const HASH = {
  md2: '1.2.840.113549.2.2',
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha512_224: '2.16.840.1.101.3.4.2.5',
  sha512_256: '2.16.840.1.101.3.4.2.6',
} as const

/** Attribute of a request that holds extensions. @see RFC 2985, section 5.4.2 */
export const EXTENSION_REQUEST = '1.2.840.113549.1.9.14'

const DOTTED = /^[0-2](\.(0|[1-9]\d*))+$/

/** Short name of an attribute; the identifier itself when it has none here. */
export function attributeType(oid: string): string {
  return nameIn(ATTRIBUTES, oid)
}

/**
 * Identifier of an attribute.
 *
 * @param type - Short or long name, in any case (RFC 4512, section 1.4), or the identifier itself.
 * @returns `undefined` when nobody knows it.
 */
export function attributeOid(type: string): string | undefined {
  if (DOTTED.test(type)) return type
  const folded = type.toLowerCase()
  const wanted = (Object.hasOwn(ALIASES, folded) ? ALIASES[folded] : folded)?.toLowerCase()
  return oidIn(ATTRIBUTES, (name) => name.toLowerCase() === wanted)
}

/** Name and size of a curve; absent for one that is not listed. */
export function curveOf(oid: string): { readonly name: string; readonly bits: number } | undefined {
  return Object.hasOwn(CURVES, oid) ? CURVES[oid] : undefined
}

export function keyAlgorithmName(oid: string): string {
  return nameIn(KEY_ALGORITHMS, oid)
}

export function signatureAlgorithmName(oid: string): string {
  return nameIn(SIGNATURE_ALGORITHMS, oid)
}

/** Identifier of a signature algorithm such as `ECDSA-SHA256`. */
export function signatureAlgorithmOid(name: string): string | undefined {
  return oidIn(SIGNATURE_ALGORITHMS, (other) => other === name)
}

export function extendedKeyUsageName(oid: string): string {
  return nameIn(EXTENDED_KEY_USAGES, oid)
}

/** Identifier of a purpose, by its name or as it is. */
export function extendedKeyUsageOid(usage: string): string | undefined {
  return DOTTED.test(usage) ? usage : oidIn(EXTENDED_KEY_USAGES, (name) => name === usage)
}

function nameIn(table: Readonly<Record<string, string>>, oid: string): string {
  return (Object.hasOwn(table, oid) ? table[oid] : undefined) ?? oid
}

function oidIn(table: Readonly<Record<string, string>>, isWanted: (name: string) => boolean): string | undefined {
  return Object.keys(table).find((oid) => isWanted(table[oid] ?? ''))
}
