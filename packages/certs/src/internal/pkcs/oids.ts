/**
 * Identifiers of the PKCS standards, and of the algorithms that they name.
 *
 * @module
 */

/** @see RFC 8018, appendix B.1.2 */
export const HMAC = {
  sha1: '1.2.840.113549.2.7',
  sha224: '1.2.840.113549.2.8',
  sha256: '1.2.840.113549.2.9',
  sha384: '1.2.840.113549.2.10',
  sha512: '1.2.840.113549.2.11',
  sha512_224: '1.2.840.113549.2.12',
  sha512_256: '1.2.840.113549.2.13',
} as const

/** All of them in CBC mode. @see RFC 8018, appendix B.2; NIST's CSOR for AES; OIW for DES */
export const CIPHER = {
  des: '1.3.14.3.2.7',
  tripleDes: '1.2.840.113549.3.7',
  rc2: '1.2.840.113549.3.2',
  aes128: '2.16.840.1.101.3.4.1.2',
  aes192: '2.16.840.1.101.3.4.1.22',
  aes256: '2.16.840.1.101.3.4.1.42',
} as const

/** Encryption under a passphrase. @see RFC 8018, appendices A.2 to A.5 */
export const PKCS5 = {
  md2Des: '1.2.840.113549.1.5.1',
  md5Des: '1.2.840.113549.1.5.3',
  md2Rc2: '1.2.840.113549.1.5.4',
  md5Rc2: '1.2.840.113549.1.5.6',
  sha1Des: '1.2.840.113549.1.5.10',
  sha1Rc2: '1.2.840.113549.1.5.11',
  pbkdf2: '1.2.840.113549.1.5.12',
  pbes2: '1.2.840.113549.1.5.13',
  pbmac1: '1.2.840.113549.1.5.14',
} as const

/** @see RFC 7914, section 7 */
export const SCRYPT = '1.3.6.1.4.1.11591.4.11'

/** Encryption under a passphrase, with the key derivation of PKCS#12 and SHA-1. @see RFC 7292, appendix C */
export const PKCS12 = {
  rc4_128: '1.2.840.113549.1.12.1.1',
  rc4_40: '1.2.840.113549.1.12.1.2',
  tripleDes: '1.2.840.113549.1.12.1.3',
  tripleDes2: '1.2.840.113549.1.12.1.4',
  rc2_128: '1.2.840.113549.1.12.1.5',
  rc2_40: '1.2.840.113549.1.12.1.6',
} as const

/** What a bag holds. @see RFC 7292, section 4.2 */
export const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  crl: '1.2.840.113549.1.12.10.1.4',
  secret: '1.2.840.113549.1.12.10.1.5',
  safeContents: '1.2.840.113549.1.12.10.1.6',
} as const

/** Types of content. @see RFC 2315, section 14 */
export const PKCS7 = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  signedAndEnvelopedData: '1.2.840.113549.1.7.4',
  encryptedData: '1.2.840.113549.1.7.6',
} as const

/** Attributes of bags. @see RFC 2985, section 5.5; RFC 7292, section 4.2.3 (x509Certificate) */
export const PKCS9 = {
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  x509Certificate: '1.2.840.113549.1.9.22.1',
} as const
