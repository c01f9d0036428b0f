import { createCipheriv, createHmac, createPrivateKey, generateKeyPairSync, pbkdf2Sync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import forge from 'node-forge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { derToBer, open, pieces } from '../../../../../tests/lib/der-to-ber.ts'
import { sha256 } from '../../../../../tests/lib/credential-files.ts'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { createWorkbench, openssl } from '../../../../../tests/lib/openssl.ts'
import { spkiOf } from '../key/private-key.ts'
import { readCredentials } from '../../read-credentials.ts'
import { bmpString, concat, integer, nullValue, octetString, oid, sequence, setOf, writeDer } from '../der/write-der.ts'
import { readParts } from './read-parts.ts'

const PASSPHRASE = 'sénha €'
const DATA = '1.2.840.113549.1.7.1'
const BAGS = '1.2.840.113549.1.12.10.1'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const HMACS = { sha1: 7, sha224: 8, sha256: 9, sha384: 10, sha512: 11 } as const

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
const keyBag = bag(1, pkcs8)

describe('vectors', () => {
  const folder = new URL('../../../../../vectors/certs/', import.meta.url)
  const cases = readdirSync(folder).flatMap((name) => {
    return (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { cases: Vector[] }).cases
  })

  it.each(cases.filter(({ expected }) => expected !== undefined))('reads $id', ({ input, passphrase, expected }) => {
    const { format, certificates, privateKeys, encryption } = readCredentials(input, { passphrase })
    const names = certificates.flatMap(({ friendlyName }) => friendlyName ?? [])
    const found = certificates.map((certificate) => sha256(certificate.der))
    const keys = privateKeys.map((key) => sha256(spkiOf(key)))
    expect({ format, certificates: found, publicKeys: keys, encryption, friendlyNames: names }).toEqual(expected)
    expect(errorOf(() => readCredentials(input, { passphrase: 'outra' }))).toMatchObject({
      code: 'CERTS_PASSPHRASE_WRONG',
    })
  })

  it.each(cases.filter(({ error }) => error !== undefined))('refuses $id', ({ input, passphrase, error }) => {
    expect(errorOf(() => readCredentials(input, { passphrase }))).toMatchObject(error ?? {})
  })
})

describe('PBMAC1', () => {
  it.each(Object.keys(HMACS) as (keyof typeof HMACS)[])('is verified with %s', (hash) => {
    const file = pfx([keyBag], (safe) => pbmac1(safe, { hash, keyLength: 32 }))
    expect(readCredentials(file, { passphrase: PASSPHRASE }).privateKeys[0]?.key.equals(privateKey)).toBe(true)
    expect(codeOf(file, 'outra')).toBe('CERTS_PASSPHRASE_WRONG')
  })

  it('takes keys of 20 octets or more, and none without a length', () => {
    const file = (keyLength: number | undefined): Uint8Array =>
      pfx([keyBag], (safe) => pbmac1(safe, { hash: 'sha256', keyLength }))
    expect(codeOf(file(20), PASSPHRASE)).toBe('read')
    expect(codeOf(file(19), PASSPHRASE)).toBe('CERTS_FILE_DAMAGED')
    expect(codeOf(file(256), PASSPHRASE)).toBe('read')
    expect(codeOf(file(undefined), PASSPHRASE)).toBe('CERTS_FILE_DAMAGED')
    expect(codeOf(file(0), PASSPHRASE)).toBe('CERTS_FILE_DAMAGED')
    expect(codeOf(file(2000), PASSPHRASE)).toBe('CERTS_FILE_DAMAGED')
  })
})

describe('passphrases', () => {
  it('opens what openssl before 1.1.0 made: octets of UTF-8 as characters', () => {
    const old = Buffer.from(PASSPHRASE, 'utf8').toString('latin1')
    const file = pfx([keyBag], (safe) => pkcs12Mac(safe, old))
    expect(codeOf(file, PASSPHRASE)).toBe('read')
    expect(codeOf(file, 'outra')).toBe('CERTS_PASSPHRASE_WRONG')
  })

  it.each(['', undefined])('opens an empty passphrase that was used without its end: %s', (passphrase) => {
    const file = pfx([keyBag], (safe) => pkcs12Mac(safe, undefined))
    expect(codeOf(file, passphrase)).toBe('read')
  })

  it('needs one only for what is encrypted', () => {
    const file = pfx([keyBag, shroudedKey('segredo')])
    expect(codeOf(file, undefined)).toBe('CERTS_PASSPHRASE_MISSING')
    const parts = readParts(file)
    expect(parts.privateKeys).toHaveLength(1)
    expect(parts.locked).toMatchObject([{ code: 'CERTS_PASSPHRASE_MISSING', params: { format: 'PKCS#12' } }])
    expect(parts.encryption).toEqual(['PBES2-AES-256-CBC'])
    expect(parts.notes).toEqual(['no-mac'])
    expect(readCredentials(file, { passphrase: 'segredo' }).privateKeys).toHaveLength(2)
  })

  it('calls it wrong when the MAC has another one than a key', () => {
    const file = pfx([shroudedKey('segredo')], (safe) => pkcs12Mac(safe, PASSPHRASE))
    expect(codeOf(file, PASSPHRASE)).toBe('CERTS_PASSPHRASE_WRONG')
    // The key vouches for it, and the MAC says that the file was changed.
    expect(codeOf(file, 'segredo')).toBe('CERTS_FILE_DAMAGED')
  })
})

describe('bags', () => {
  it('reads names and what joins key and certificate', () => {
    const attributes = setOf(
      sequence(oid('1.2.840.113549.1.9.20'), setOf(bmpString('chave da padaria 🍞'))),
      sequence(oid('1.2.840.113549.1.9.21'), setOf(octetString(Uint8Array.of(1, 2, 0xff)))),
      sequence(oid('1.3.6.1.4.1.311.17.1'), setOf(bmpString('Microsoft'))),
    )
    const [key] = readCredentials(pfx([bag(1, pkcs8, attributes)])).privateKeys
    expect(key).toMatchObject({ friendlyName: 'chave da padaria 🍞', localKeyId: '0102ff' })
  })

  it('reads on when a name is no text', () => {
    const attributes = setOf(sequence(oid('1.2.840.113549.1.9.20'), setOf(writeDer(1, Uint8Array.of(0xff)))))
    const [key] = readCredentials(pfx([bag(1, pkcs8, attributes)])).privateKeys
    expect(key).not.toHaveProperty('friendlyName')
  })

  it('reads bags in bags, to a depth that somebody could mean', () => {
    const nested = (depth: number): Uint8Array => (depth === 0 ? keyBag : bag(6, sequence(nested(depth - 1))))
    expect(readCredentials(pfx([nested(8)])).privateKeys).toHaveLength(1)
    expect(codeOf(pfx([nested(9)]), undefined)).toBe('CERTS_FILE_DAMAGED')
  })

  it('notes what it skips', () => {
    const crl = bag(4, sequence(oid('1.2.840.113549.1.9.23.1'), writeDer(0xa0, octetString(Uint8Array.of(0)))))
    const secret = bag(5, sequence(oid('1.2.3'), writeDer(0xa0, octetString(Uint8Array.of(0)))))
    const sdsi = bag(3, sequence(oid('1.2.840.113549.1.9.22.2'), writeDer(0xa0, octetString(Uint8Array.of(0)))))
    expect(readParts(pfx([keyBag, crl, secret, sdsi])).notes).toEqual(['no-mac', 'crl', 'secret', 'sdsi-certificate'])
  })

  it.each([
    ['signed by a key instead of a passphrase', '1.2.840.113549.1.7.2', 'PKCS7-signed-data'],
    ['of another kind', '1.2.3', '1.2.3'],
  ])('names content %s', (_, type, algorithm) => {
    const file = sequence(integer(3), sequence(oid(type), writeDer(0xa0, sequence())))
    const error = errorOf(() => readCredentials(file))
    expect(error).toMatchObject({ code: 'CERTS_ALGORITHM_UNSUPPORTED', params: { algorithm } })
  })

  it('names parts that are encrypted to a key', () => {
    const part = sequence(oid('1.2.840.113549.1.7.3'), writeDer(0xa0, sequence()))
    const file = sequence(integer(3), sequence(oid(DATA), writeDer(0xa0, octetString(sequence(part)))))
    const error = errorOf(() => readCredentials(file))
    expect(error).toMatchObject({ code: 'CERTS_ALGORITHM_UNSUPPORTED', params: { algorithm: 'PKCS7-enveloped-data' } })
  })

  it('reads no other version', () => {
    const file = sequence(integer(4), sequence(oid(DATA), writeDer(0xa0, octetString(sequence()))))
    expect(codeOf(file, undefined)).toBe('CERTS_FILE_DAMAGED')
  })
})

describe('BER all the way in', () => {
  it.each([1, 3, 100, 1000])('is read in pieces of %d, as BouncyCastle writes it', (piece) => {
    const { algorithm, ciphertext } = encrypt('segredo', derToBer(sequence(keyBag), { piece, depth: 3 }))
    const content = concat(oid(DATA), algorithm, open(0x80, pieces(ciphertext, piece)))
    const encryptedData = open(0x10, concat(integer(0), open(0x10, content)))
    const part = open(0x10, concat(oid('1.2.840.113549.1.7.6'), open(0x80, encryptedData)))
    const safe = open(0x10, part)
    const info = open(0x10, concat(oid(DATA), open(0x80, open(0x04, pieces(safe, piece)))))
    const file = open(0x10, concat(integer(3), info, pkcs12Mac(safe, 'segredo')))
    expect(readCredentials(file, { passphrase: 'segredo' }).privateKeys[0]?.key.equals(privateKey)).toBe(true)
    expect(codeOf(file, 'outra')).toBe('CERTS_PASSPHRASE_WRONG')
  })
})

describe.skipIf(openssl === undefined)('an empty passphrase', () => {
  const bench = createWorkbench()
  beforeAll(() => {
    bench.file('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
    bench.file('certificate.pem', bench.openssl(['req', '-x509', '-key', 'key.pem', '-subj', '/CN=Padaria']))
  })
  afterAll(() => bench.dispose())

  it.each([['-iter', '4'], ['-legacy'], ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES'], ['-nomac']])(
    'needs not be given: %s',
    (...args) => {
      const command = ['pkcs12', '-export', '-inkey', 'key.pem', '-in', 'certificate.pem', '-passout', 'pass:', ...args]
      const file = bench.openssl(command)
      expect([codeOf(file, undefined), codeOf(file, ''), codeOf(file, 'a')]).toEqual([
        'read',
        'read',
        'CERTS_PASSPHRASE_WRONG',
      ])
    },
  )
})

interface Vector {
  readonly id: string
  readonly input: string
  readonly passphrase: string
  readonly expected?: object
  readonly error?: object
}

function codeOf(file: Uint8Array, passphrase: string | undefined): unknown {
  const error = errorOf(() => readCredentials(file, { passphrase }))
  return error === undefined ? 'read' : (error as { code?: string }).code
}

function bag(kind: number, value: Uint8Array, attributes: Uint8Array = new Uint8Array(0)): Uint8Array {
  return sequence(oid(`${BAGS}.${kind}`), writeDer(0xa0, value), attributes)
}

function pfx(bags: readonly Uint8Array[], mac?: (safe: Uint8Array) => Uint8Array): Uint8Array {
  const part = sequence(oid(DATA), writeDer(0xa0, octetString(sequence(...bags))))
  const safe = sequence(part)
  const info = sequence(oid(DATA), writeDer(0xa0, octetString(safe)))
  return sequence(integer(3), info, mac === undefined ? new Uint8Array(0) : mac(safe))
}

function shroudedKey(passphrase: string): Uint8Array {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return bag(2, key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase }))
}

function encrypt(passphrase: string, plain: Uint8Array): { algorithm: Uint8Array; ciphertext: Buffer } {
  const [salt, iv] = [Buffer.alloc(8, 1), Buffer.alloc(16, 2)]
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(passphrase, salt, 2, 32, 'sha1'), iv)
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  const derivation = sequence(oid('1.2.840.113549.1.5.12'), sequence(octetString(salt), integer(2)))
  const scheme = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv))
  return { algorithm: sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, scheme)), ciphertext }
}

/** MacData as RFC 7292 has it; the key comes from node-forge. @param passphrase - Absent: no octets, not even the end. */
function pkcs12Mac(safe: Uint8Array, passphrase: string | undefined): Uint8Array {
  const salt = Buffer.alloc(8, 3)
  const text = passphrase as unknown as string
  const key = forge.pkcs12.generateKey(
    text,
    forge.util.createBuffer(salt.toString('binary')),
    3,
    2,
    32,
    forge.md.sha256.create(),
  )
  const digest = createHmac('sha256', Buffer.from(key.toHex(), 'hex')).update(safe).digest()
  const info = sequence(sequence(oid(SHA256), nullValue()), octetString(digest))
  return sequence(info, octetString(salt), integer(2))
}

/** @see RFC 9879, section 4 */
function pbmac1(
  safe: Uint8Array,
  { hash, keyLength }: { hash: keyof typeof HMACS; keyLength: number | undefined },
): Uint8Array {
  const salt = Buffer.alloc(16, 4)
  const hmac = sequence(oid(`1.2.840.113549.2.${HMACS[hash]}`), nullValue())
  const length = keyLength === undefined ? new Uint8Array(0) : integer(keyLength)
  const derivation = sequence(oid('1.2.840.113549.1.5.12'), sequence(octetString(salt), integer(2), length, hmac))
  const key = pbkdf2Sync(PASSPHRASE, salt, 2, keyLength ?? 32, hash)
  const digest = createHmac(hash, key).update(safe).digest()
  const info = sequence(sequence(oid('1.2.840.113549.1.5.14'), sequence(derivation, hmac)), octetString(digest))
  return sequence(info, octetString(Buffer.from('NOT USED')), integer(1))
}
