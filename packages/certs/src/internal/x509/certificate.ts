/**
 * A certificate as data.
 *
 * @module
 */

/** One attribute of a name, such as CN. */
export interface NameAttribute {
  /** Dotted object identifier: `2.5.4.3`. */
  readonly oid: string
  /** Short name as openssl writes it: `CN`, `O`, `serialNumber`; the identifier itself when there is none. */
  readonly type: string
  /** The text; `#` and the hexadecimal digits of its DER for a value that is no string. */
  readonly value: string
}

/** A distinguished name (issuer, subject). */
export interface Name {
  /** Relative names in the order of the file; nearly always of one attribute each. */
  readonly rdns: readonly (readonly NameAttribute[])[]
  /** As RFC 4514 writes it, but in the order of the file: `C=BR, O=Padaria, CN=padaria.example`. */
  readonly text: string
  readonly der: Uint8Array
}

/** @see RFC 5280, section 4.2.1.3 */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly'

/** Purposes with a name; others are dotted identifiers. @see RFC 5280, section 4.2.1.12 */
export type ExtendedKeyUsage =
  | 'anyExtendedKeyUsage'
  | 'serverAuth'
  | 'clientAuth'
  | 'codeSigning'
  | 'emailProtection'
  | 'timeStamping'
  | 'OCSPSigning'
  | (string & {})

/** @see RFC 5280, section 4.2.1.6 */
export type GeneralName =
  | { readonly type: 'dns' | 'email' | 'uri'; readonly value: string }
  /** Four or sixteen octets; eight or thirty-two, with a mask, in name constraints. */
  | { readonly type: 'ip'; readonly value: Uint8Array }
  | { readonly type: 'directory'; readonly value: Name }
  /** `text` is absent when the value is no string. */
  | { readonly type: 'other'; readonly oid: string; readonly value: Uint8Array; readonly text: string | undefined }
  | { readonly type: 'registeredId'; readonly value: string }
  | { readonly type: 'unknown'; readonly tag: number }

export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

export type PublicKeyAlgorithm = 'RSA' | 'RSA-PSS' | 'EC' | 'Ed25519' | 'Ed448' | (string & {})

export interface PublicKeyInfo {
  /** Name, or the dotted identifier of one that has none here. */
  readonly algorithm: PublicKeyAlgorithm
  /** Size of the modulus, of the curve's field, or of an Edwards key; 0 when it is not known. */
  readonly bits: number
  /** Name such as `P-256` or `secp256k1`, or the dotted identifier of a curve that has none here; only for EC, absent when it is spelled out. */
  readonly curve?: string | undefined
  /** Public exponent; only for RSA; `Infinity` beyond 53 bits. */
  readonly exponent?: number | undefined
  /** SubjectPublicKeyInfo. */
  readonly spki: Uint8Array
}

export interface SignatureAlgorithm {
  readonly oid: string
  /** `RSA-SHA256`, `RSA-PSS`, `ECDSA-SHA256`, `Ed25519`, `RSA-SHA1` …; the identifier when it has no name here. */
  readonly name: string
  /** Algorithm identifier with its parameters. */
  readonly der: Uint8Array
}

export interface Extension {
  readonly oid: string
  readonly critical: boolean
  readonly value: Uint8Array
}

/** What the extensions say that are known here. @see RFC 5280, section 4.2.1 */
export interface KnownExtensions {
  /** Whether basicConstraints say that it is an authority. */
  readonly isCa: boolean
  /** How many authorities may follow below it; absent: any number. */
  readonly pathLength?: number | undefined
  /** Absent: the certificate does not restrict it. */
  readonly keyUsage?: readonly KeyUsage[] | undefined
  /** Absent: the certificate does not restrict it. */
  readonly extendedKeyUsage?: readonly ExtendedKeyUsage[] | undefined
  readonly subjectAltNames: readonly GeneralName[]
  readonly subjectKeyId?: Uint8Array | undefined
  readonly authorityKeyId?: Uint8Array | undefined
  /** Issuer of the issuer's certificate; hardly ever written. */
  readonly authorityCertIssuer?: Name | undefined
  /** Serial number of the issuer's certificate, hexadecimal as `serialNumber`. */
  readonly authorityCertSerialNumber?: string | undefined
  readonly nameConstraints?: NameConstraints | undefined
}

/**
 * A certificate, read and not yet believed: nothing here says that it is genuine, see `buildChain`.
 *
 * Byte arrays are views of one copy of the file.
 */
export interface Certificate extends KnownExtensions {
  readonly kind: 'certificate'
  readonly der: Uint8Array
  readonly version: 1 | 2 | 3
  /** Hexadecimal, lower case, as in the file: two digits per octet. */
  readonly serialNumber: string
  readonly issuer: Name
  readonly subject: Name
  /** Milliseconds since 1970; the certificate is valid at this moment already. */
  readonly notBefore: number
  /** Milliseconds since 1970; the certificate is still valid at this moment. */
  readonly notAfter: number
  readonly publicKey: PublicKeyInfo
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  /** What is signed. */
  readonly tbs: Uint8Array
  /** All of them, in the order of the file; what is known of them stands in the fields of their own. */
  readonly extensions: readonly Extension[]
}

/** A request for a certificate (PKCS#10). */
export interface CertificateRequest {
  readonly kind: 'request'
  readonly der: Uint8Array
  readonly subject: Name
  readonly publicKey: PublicKeyInfo
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  /** What is signed. */
  readonly tbs: Uint8Array
  readonly subjectAltNames: readonly GeneralName[]
  readonly extensions: readonly Extension[]
}
