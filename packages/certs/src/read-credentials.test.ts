import { generateKeyPairSync } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { certificateOf } from '../../../tests/lib/test-certificate.ts'
import {
  bitString,
  concat,
  integer,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  writeDer,
} from './internal/der/write-der.ts'
import { readCredentials, safeReadCredentials } from './read-credentials.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const der = privateKey.export({ type: 'pkcs8', format: 'der' })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const rsaDer = rsa.export({ type: 'pkcs1', format: 'der' })
const encrypted = { type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'segredo' } as const

describe('readCredentials', () => {
  it.each([
    ['base64', der.toString('base64')],
    ['base64 in lines', der.toString('base64').replaceAll(/.{64}/g, '$&\n')],
    ['base64url', der.toString('base64url')],
    ['base64 in quotes', `'${der.toString('base64')}'`],
    ['base64 of PEM', Buffer.from(pem).toString('base64')],
    ['base64 of base64', Buffer.from(der.toString('base64')).toString('base64')],
    ['a data URL', `data:application/pkcs8;base64,${der.toString('base64')}`],
    ['PEM without a final line end', pem.trimEnd()],
    ['PEM of a variable', pem.replaceAll('\n', '\\n')],
    ['PEM of a variable, escaped twice', pem.replaceAll('\n', '\\\\n')],
    ['PEM with the line ends of Windows as characters', pem.replaceAll('\n', '\\r\\n')],
    ['PEM on one line', pem.replaceAll('\n', '')],
    ['PEM with spaces no page shows', pem.replaceAll('\n', '\u00a0\n\u200b')],
    ['PEM indented by YAML', pem.replaceAll(/^/gm, '    ')],
    ['PEM with a header', pem.replace('\n', '\nComment: exported\n  by a program\n\n')],
    ['PEM with another label', pem.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY')],
    ['PEM after a public key', `-----BEGIN PUBLIC KEY-----\nnada\n-----END PUBLIC KEY-----\n${pem}`],
    ['PEM between texts', `Chave privada:\n\n${pem}\nNão compartilhe -----.`],
    ['DER as a string of octets', der.toString('latin1')],
  ])('reads a key from a string: %s', (_, text) => {
    expect(readCredentials(text).privateKeys.map(({ key }) => key.equals(privateKey))).toEqual([true])
  })

  it.each([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xa0, 0x22, 0x27])(
    'reads DER that became text, whose last octet looks like a space or a quote: %d',
    (last) => {
      const octets = Buffer.from(certificateOf().certificate.der)
      octets[octets.length - 1] = last
      const text = octets.toString('latin1')
      for (const input of [text, Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]) {
        const [certificate] = readCredentials(input).certificates
        expect(Buffer.from(certificate?.der ?? [])).toEqual(octets)
      }
    },
  )

  it.each([
    ['line ends', '\r\n'],
    ['zeros', '\0\0\0'],
  ])('reads DER with %s after it', (_, rest) => {
    const { format, privateKeys } = readCredentials(Buffer.concat([der, Buffer.from(rest)]))
    expect([format, privateKeys.length]).toEqual(['der-private-key', 1])
  })

  it('reads DER that was saved as text, octet by octet', () => {
    const { format, privateKeys } = readCredentials(Buffer.from(rsaDer.toString('latin1'), 'utf8'))
    expect([format, privateKeys[0]?.key.equals(rsa)]).toEqual(['der-private-key', true])
  })

  it('reads the curve from the block before a key that names none', () => {
    const curve = Buffer.from(oid('1.2.840.10045.3.1.7')).toString('base64')
    const { d } = privateKey.export({ format: 'jwk' })
    const bare = sequence(integer(1), octetString(Buffer.from(String(d), 'base64url')))
    const block = `-----BEGIN EC PRIVATE KEY-----\n${Buffer.from(bare).toString('base64')}\n-----END EC PRIVATE KEY-----\n`
    const parameters = `-----BEGIN EC PARAMETERS-----\n${curve}\n-----END EC PARAMETERS-----\n`
    expect(readCredentials(parameters + block).privateKeys[0]?.key.equals(privateKey)).toBe(true)
    expect(errorOf(() => readCredentials(block))).toMatchObject({ code: 'CERTS_KEY_INVALID', path: [0] })
  })

  it('describes a key as other functions want it', () => {
    const [key] = readCredentials(pem).privateKeys
    expect(key).toMatchObject({ kind: 'private-key', algorithm: 'EC', bits: 256, curve: 'P-256' })
    expect(readCredentials(rsaDer).privateKeys[0]).toMatchObject({ algorithm: 'RSA', bits: 2048 })
  })

  it('reads a key of version 2, with its public half, as Java writes it', () => {
    const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    const seed = octetString(octetString(Buffer.from(String(d), 'base64url')))
    const half = writeDer(0x81, Uint8Array.of(0), Buffer.from(String(x), 'base64url'))
    const key = sequence(integer(1), sequence(oid('1.3.101.112')), seed, half)
    expect(readCredentials(key).privateKeys[0]?.key.export({ format: 'jwk' })).toMatchObject({ d, x })
  })

  it('opens an encrypted key, and says how it was encrypted', () => {
    const file = privateKey.export({ ...encrypted, format: 'pem' })
    const { encryption, privateKeys } = readCredentials(file, { passphrase: 'segredo' })
    expect(encryption).toEqual(['PBES2-AES-256-CBC'])
    expect(privateKeys[0]?.key.equals(privateKey)).toBe(true)
  })

  it.each([
    [undefined, 'CERTS_PASSPHRASE_MISSING'],
    ['Segredo', 'CERTS_PASSPHRASE_WRONG'],
    ['', 'CERTS_PASSPHRASE_WRONG'],
  ])('says whether a passphrase is missing or wrong: %s', (passphrase, code) => {
    const file = privateKey.export({ ...encrypted, format: 'der' })
    expect(errorOf(() => readCredentials(file, { passphrase }))).toMatchObject({ code, params: { format: 'PKCS#8' } })
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \r\n\t'],
    ['a mark', '\ufeff'],
  ])('refuses %s as empty', (_, text) => {
    expect(errorOf(() => readCredentials(text))).toMatchObject({ code: 'CERTS_FILE_EMPTY' })
    expect(errorOf(() => readCredentials(Buffer.from(text)))).toMatchObject({ code: 'CERTS_FILE_EMPTY' })
  })

  it.each([
    ['html', '<!DOCTYPE html><html lang="pt-BR"><body>Sessão expirada</body></html>'],
    ['xml', '<?xml version="1.0"?><erro/>'],
    ['json', '{"title":"Não autorizado","status":401}'],
    ['text', 'Prezado cliente, segue o certificado.'],
    ['path', './certificados/producao.p12'],
    ['path', 'C:\\certs\\minha chave.pem'],
    ['putty-key', 'PuTTY-User-Key-File-3: ssh-rsa'],
    ['public-key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== padaria'],
    ['public-key', '-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----'],
    ['crl', '-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----'],
    ['parameters', '-----BEGIN DH PARAMETERS-----\nMAA=\n-----END DH PARAMETERS-----'],
    ['openssh-key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----'],
    ['pgp', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ==\n-----END PGP PRIVATE KEY BLOCK-----'],
    ['zip', Buffer.from('504b030414000000', 'hex')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['image', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['jks', Buffer.from('feedfeed00000002', 'hex')],
    ['jks', Buffer.from('feedfeed00000002'.repeat(8), 'hex').toString('base64')],
    ['jceks', Buffer.from('cececece00000002', 'hex')],
    ['binary', Buffer.from('0102030405060708', 'hex')],
    ['asn1', Buffer.from(sequence(nullValue()))],
    ['public-key', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' })],
  ])('says what a file looks like that is none: %s', (found, input) => {
    expect(errorOf(() => readCredentials(input))).toMatchObject({ code: 'CERTS_FILE_UNKNOWN', params: { found } })
  })

  it('says what a list of revoked certificates is', () => {
    const name = sequence(setOf(sequence(oid('2.5.4.3'), printableString('a'))))
    const algorithm = sequence(oid('1.2.840.10045.4.3.2'))
    const crl = sequence(sequence(integer(1), algorithm, name, time(0)), algorithm, bitString(Uint8Array.of(1)))
    expect(errorOf(() => readCredentials(crl))).toMatchObject({ code: 'CERTS_FILE_UNKNOWN', params: { found: 'crl' } })
  })

  it('refuses what is too large without looking at it', () => {
    const max = 4 * 1024 * 1024
    const error = errorOf(() => readCredentials(new Uint8Array(max + 1)))
    expect(error).toMatchObject({ code: 'CERTS_FILE_TOO_LARGE', params: { max } })
    expect(errorOf(() => readCredentials(' '.repeat(max)))).toMatchObject({ code: 'CERTS_FILE_EMPTY' })
  })

  it.each([
    ['without its end', pem.slice(0, 100)],
    ['with another block inside', pem.replace('\n', `\n${pem}`)],
    ['with the end of another', pem.replace('END PRIVATE', 'END PUBLIC')],
  ])('refuses a block %s', (_, text) => {
    const error = errorOf(() => readCredentials(text))
    expect(error).toMatchObject({ code: 'CERTS_PEM_UNFINISHED', params: { label: 'PRIVATE KEY' }, path: [0] })
  })

  it('refuses a block that is not base64, and says which', () => {
    const text = pem + pem.replace('\n', '\n*')
    const error = errorOf(() => readCredentials(text))
    expect(error).toMatchObject({ code: 'CERTS_PEM_BASE64', params: { label: 'PRIVATE KEY' }, path: [1] })
  })

  it('puts no label of the file into an error that nobody knows', () => {
    expect(errorOf(() => readCredentials('-----BEGIN CPF 12345678909-----\nMAA='))).toMatchObject({
      params: { label: 'PEM' },
    })
  })

  it.each([
    ['cut short', der.subarray(0, 60)],
    ['read as text', rsaDer.toString('utf8')],
    ['read as text and written', Buffer.from(rsaDer.toString('utf8'))],
    ['with something after it', Buffer.concat([rsaDer, Buffer.from('x')])],
  ])('says that DER is damaged: %s', (_, input) => {
    expect(errorOf(() => readCredentials(input))).toMatchObject({
      code: 'CERTS_FILE_DAMAGED',
      params: { format: 'DER' },
    })
  })

  it('names the block and the field of a damaged certificate', () => {
    const broken = sequence(
      sequence(writeDer(0xa0, integer(2)), integer(1)),
      sequence(oid('1.2.3')),
      bitString(Uint8Array.of(1)),
    )
    const block = `-----BEGIN CERTIFICATE-----\n${Buffer.from(broken).toString('base64')}\n-----END CERTIFICATE-----\n`
    const error = errorOf(() => readCredentials(pem + block))
    expect(error).toMatchObject({
      code: 'CERTS_FILE_DAMAGED',
      params: { format: 'X.509' },
      path: [1, 'tbsCertificate', 'signature'],
    })
  })

  it('refuses an RSA key whose numbers do not belong together, which OpenSSL takes', () => {
    const numbers = numbersOf(rsaDer)
    expect(readCredentials(rsaKey(numbers)).privateKeys).toHaveLength(1)
    const changed = numbers.map((_, index) => numbers.map((number, at) => (at === index ? changeIn(number) : number)))
    // Neither is the public exponent free to change.
    const errors = changed.map((wrong) => errorOf(() => readCredentials(rsaKey(wrong))))
    expect(errors).toMatchObject(numbers.map(() => ({ code: 'CERTS_KEY_INVALID' })))
    expect(errorOf(() => readCredentials(rsaKey(numbers.map(() => Uint8Array.of(0)))))).toMatchObject({
      code: 'CERTS_KEY_INVALID',
    })
  })

  it('refuses an elliptic-curve key with the public point of another', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'der' })
    const mixed = Buffer.concat([
      privateKey.export({ type: 'sec1', format: 'der' }).subarray(0, 40),
      other.subarray(40),
    ])
    expect(errorOf(() => readCredentials(mixed))).toMatchObject({ code: 'CERTS_KEY_INVALID', path: [] })
  })

  it.each([
    ['DSA', '1.2.840.10040.4.1'],
    ['DH', '1.2.840.113549.1.3.1'],
    ['X25519', '1.3.101.110'],
    ['1.2.643.7.1.1.1.1', '1.2.643.7.1.1.1.1'],
  ])('names the kind of a key that is not read: %s', (algorithm, identifier) => {
    const key = sequence(integer(0), sequence(oid(identifier)), octetString(integer(1)))
    expect(errorOf(() => readCredentials(key))).toMatchObject({
      code: 'CERTS_ALGORITHM_UNSUPPORTED',
      params: { algorithm },
    })
  })

  it('names DSA in its old form', () => {
    const key = sequence(...Array.from({ length: 6 }, (_, index) => integer(index)))
    expect(errorOf(() => readCredentials(key))).toMatchObject({
      code: 'CERTS_ALGORITHM_UNSUPPORTED',
      params: { algorithm: 'DSA' },
    })
  })

  it.each([
    ['RC4', '1.2.840.113549.1.12.1.1', 'PBE-SHA1-RC4-128'],
    ['MD2', '1.2.840.113549.1.5.1', 'PBES1-MD2-DES'],
    ['what nobody knows', '1.2.3.4', '1.2.3.4'],
  ])('names an encryption that is not read: %s', (_, identifier, algorithm) => {
    const key = sequence(sequence(oid(identifier), sequence()), octetString(new Uint8Array(16)))
    const error = errorOf(() => readCredentials(key, { passphrase: 'a' }))
    expect(error).toMatchObject({ code: 'CERTS_ALGORITHM_UNSUPPORTED', params: { algorithm } })
  })

  it('refuses arguments of another type', () => {
    expect(() => readCredentials(42 as unknown as string)).toThrow(TypeError)
    expect(() => readCredentials(der.buffer as unknown as Uint8Array)).toThrow(TypeError)
    expect(() => readCredentials(pem, { passphrase: 42 as unknown as string })).toThrow(TypeError)
    expect(() => readCredentials(pem, { maxIterations: '1' as unknown as number })).toThrow(TypeError)
    expect(() => safeReadCredentials(undefined as unknown as string)).toThrow(TypeError)
    expect(() => readCredentials(pem, null as never)).toThrow(new TypeError('"options" must be an object, got null'))
    expect(() => safeReadCredentials(pem, 'segredo' as never)).toThrow('"options" must be an object, got string')
  })

  it('leaves the input as it is', () => {
    const copy = Buffer.from(rsaDer)
    readCredentials(copy)
    expect(copy.equals(rsaDer)).toBe(true)
  })
})

describe('safeReadCredentials', () => {
  it('returns what readCredentials throws', () => {
    const result = safeReadCredentials('nada')
    expect(result.ok || isPixkitError(result.error, 'CERTS_FILE_UNKNOWN')).toBe(true)
    expect(safeReadCredentials(pem)).toMatchObject({ ok: true, value: { format: 'pem' } })
  })
})

describe('limits', () => {
  const pbkdf2 = (count: Uint8Array): Uint8Array =>
    sequence(oid('1.2.840.113549.1.5.12'), sequence(octetString(new Uint8Array(8)), writeDer(2, count)))
  const aes = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(16)))
  const pbes2 = (derivation: Uint8Array): Uint8Array =>
    sequence(sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, aes)), octetString(new Uint8Array(32)))

  it.each([
    ['2^31', Uint8Array.of(0, 0x80, 0, 0, 0)],
    ['2^64', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['2,000,001', Uint8Array.of(0x1e, 0x84, 0x81)],
  ])('refuses %s rounds at once', (_, count) => {
    const error = errorOf(() => readCredentials(pbes2(pbkdf2(count)), { passphrase: 'a' }))
    expect(error).toMatchObject({ code: 'CERTS_ITERATIONS_TOO_MANY', params: { max: 2_000_000 } })
  })

  it('counts the rounds of all hash blocks, and lets the caller choose the limit', () => {
    // The key of 32 octets takes two blocks of SHA-1.
    const file = pbes2(pbkdf2(Uint8Array.of(100)))
    const code = (maxIterations: number): unknown =>
      errorOf(() => readCredentials(file, { passphrase: 'a', maxIterations }))
    expect(code(199)).toMatchObject({ code: 'CERTS_ITERATIONS_TOO_MANY', params: { found: 200, max: 199 } })
    expect(code(200)).toMatchObject({ code: 'CERTS_PASSPHRASE_WRONG' })
  })

  it.each([0, -1])('calls a file damaged that asks for %d rounds', (count) => {
    const file = pbes2(pbkdf2(Uint8Array.of(count & 0xff)))
    expect(errorOf(() => readCredentials(file, { passphrase: 'a' }))).toMatchObject({ code: 'CERTS_FILE_DAMAGED' })
  })

  it.each([
    [2 ** 17, 8, 1],
    [2, 2 ** 20, 1],
    [2, 1, 2 ** 25],
    [2 ** 16, 8, 5],
  ])('refuses scrypt with %d, %d, %d before it takes memory or time', (cost, blockSize, parallel) => {
    const parameters = sequence(octetString(new Uint8Array(8)), integer(cost), integer(blockSize), integer(parallel))
    const file = pbes2(sequence(oid('1.3.6.1.4.1.11591.4.11'), parameters))
    expect(errorOf(() => readCredentials(file, { passphrase: 'a' }))).toMatchObject({
      code: 'CERTS_ITERATIONS_TOO_MANY',
    })
  })

  it.each<readonly [string, Uint8Array]>([
    ...[1, 3, 6, 48].map(
      (cost) =>
        [
          `a cost of scrypt of ${cost}, which is no power of two above 1`,
          sequence(octetString(new Uint8Array(8)), integer(cost), integer(1), integer(1)),
        ] as const,
    ),
    ['one of scrypt that is not there', sequence(octetString(new Uint8Array(8)))],
  ])('says of which kind the file is that is damaged: %s', (_, parameters) => {
    const error = errorOf(() => readCredentials(pbes2(sequence(oid('1.3.6.1.4.1.11591.4.11'), parameters))))
    expect(error).toMatchObject({ code: 'CERTS_FILE_DAMAGED', params: { format: 'PKCS#8' } })
  })

  it.each([16, 24, 31, 33])('calls a file damaged whose cipher has keys of 32 octets, and which wants %d', (length) => {
    const salted = (keyLength: number): Uint8Array =>
      sequence(oid('1.2.840.113549.1.5.12'), sequence(octetString(new Uint8Array(8)), integer(1), integer(keyLength)))
    const code = (keyLength: number): unknown => errorOf(() => readCredentials(pbes2(salted(keyLength))))
    expect(code(length)).toMatchObject({ code: 'CERTS_FILE_DAMAGED', params: { format: 'PKCS#8' } })
    expect(code(32)).toMatchObject({ code: 'CERTS_PASSPHRASE_MISSING' })
  })

  it('refuses more objects than a file for one client can hold', () => {
    const error = errorOf(() => readCredentials(pem.repeat(2_001)))
    expect(error).toMatchObject({ code: 'CERTS_OBJECTS_TOO_MANY', params: { max: 2_000 } })
  })

  it.each([
    ['lengths beyond the end', Buffer.from('3084ffffffff0201', 'hex')],
    ['a length of 100 MB', Buffer.from('308405f5e1003000', 'hex')],
    ['a length of nine octets', Buffer.from('3089ffffffffffffffffff', 'hex')],
    ['closed objects 10,000 deep', nested(10_000)],
    ['open objects 10,000 deep', Buffer.from('3080'.repeat(10_000), 'hex')],
    ['open strings 10,000 deep', Buffer.from(`3080${'2480'.repeat(10_000)}`, 'hex')],
    [
      'a million empty objects',
      Buffer.concat([Buffer.from('30831e8480', 'hex'), Buffer.alloc(2_000_000, Buffer.from('0500', 'hex'))]),
    ],
    [
      'a million empty objects in an open one',
      Buffer.concat([Buffer.from('3080', 'hex'), Buffer.alloc(2_000_000, Buffer.from('0500', 'hex'))]),
    ],
    ['a million starts of blocks', Buffer.alloc(4_000_000, '-----BEGIN ')],
    ['a million labels', Buffer.alloc(4_000_000, '-----BEGIN A-----')],
    ['a million backslashes', Buffer.alloc(4_000_000, '\\')],
    [
      'a million colons',
      Buffer.from(`-----BEGIN PRIVATE KEY-----\n${'a:\n'.repeat(1_000_000)}-----END PRIVATE KEY-----`),
    ],
    ['a million equals signs', Buffer.alloc(4_000_000, '=')],
    ['four million letters', Buffer.alloc(4_000_000, 'A')],
  ])('refuses %s', (_, input) => {
    const error = errorOf(() => readCredentials(input, { passphrase: 'a' }))
    expect(isPixkitError(error)).toBe(true)
  })
})

function nested(depth: number): Buffer {
  let bytes: Uint8Array = new Uint8Array(0)
  for (let level = 0; level < depth; level++) bytes = sequence(bytes)
  return Buffer.from(bytes)
}

/** The numbers of an RSA key after its version. */
function numbersOf(pkcs1: Buffer): Uint8Array[] {
  const numbers: Uint8Array[] = []
  for (let at = 4; at < pkcs1.length;) {
    const first = pkcs1[at + 1] ?? 0
    const octets = first < 0x80 ? 0 : first & 0x7f
    const start = at + 2 + octets
    const end = start + (octets === 0 ? first : pkcs1.readUIntBE(at + 2, octets))
    numbers.push(pkcs1.subarray(start, end))
    at = end
  }
  return numbers.slice(1)
}

function rsaKey(numbers: readonly Uint8Array[]): Uint8Array {
  return sequence(integer(0), ...numbers.map((number) => integer(number)))
}

/** Another odd number of the same length. */
function changeIn(number: Uint8Array): Uint8Array {
  const middle = number.length >> 1
  return concat(number.subarray(0, middle), Uint8Array.of((number[middle] ?? 0) ^ 0x10), number.subarray(middle + 1))
}
