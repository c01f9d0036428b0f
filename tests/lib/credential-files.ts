/** @module Files with certificates and keys of every vintage, made by openssl and node-forge. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { derToBer } from './der-to-ber.ts'
import type { Workbench } from './openssl.ts'

export interface CredentialFile {
  readonly name: string
  readonly bytes: Buffer
  /** Absent: the file is not encrypted, or opens without. */
  readonly passphrase: string | undefined
  readonly format: string
  /** SHA-256 of each certificate, in order. */
  readonly certificates: readonly string[]
  /** SHA-256 of each key as PKCS#8, in order. */
  readonly keys: readonly string[]
  /** SHA-256 of each request. */
  readonly requests: readonly string[]
  readonly encryption: readonly string[]
  /** Whether a MAC covers everything, so that no change can go unnoticed. */
  readonly isAuthenticated: boolean
}

export interface TestKey {
  readonly name: string
  readonly key: KeyObject
  readonly pem: string
  /** Certificate of the key, and that of its issuer. */
  readonly certificate: Buffer
  readonly request: Buffer
}

export interface TestKeys {
  readonly all: readonly TestKey[]
  readonly rsa: TestKey
  readonly ec: TestKey
  readonly ca: TestKey
}

const PASSPHRASES = {
  empty: '',
  ascii: 'troque-me',
  accents: 'sénha€',
  emoji: '🔑 chave 🍞',
  long: 'x1'.repeat(100),
  'space at the end': 'senha ',
} as const

/** What differs between files of one vintage and another: arguments of `openssl pkcs12 -export`, and what it makes of them. */
const VINTAGES: readonly (readonly [name: string, args: string, encryption: readonly string[], hasMac?: boolean])[] = [
  ['modern', '-iter 64', ['PBES2-AES-256-CBC']],
  ['modern, 2048 rounds', '', ['PBES2-AES-256-CBC']],
  ['legacy', '-legacy -iter 16', ['PBE-SHA1-RC2-40', 'PBE-SHA1-3DES']],
  ['legacy, 3DES certificate', '-legacy -descert -iter 8', ['PBE-SHA1-3DES']],
  ['3DES, SHA-1 MAC', '-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -iter 8', ['PBE-SHA1-3DES']],
  ['2DES', '-certpbe PBE-SHA1-2DES -keypbe PBE-SHA1-2DES -iter 4', ['PBE-SHA1-2DES']],
  ['RC2-128', '-legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-RC2-128 -iter 4', ['PBE-SHA1-RC2-128']],
  ['AES-128, SHA-512 MAC', '-certpbe AES-128-CBC -keypbe AES-128-CBC -macalg sha512 -iter 4', ['PBES2-AES-128-CBC']],
  ['AES-192, SHA-384 MAC', '-certpbe AES-192-CBC -keypbe AES-192-CBC -macalg sha384 -iter 4', ['PBES2-AES-192-CBC']],
  [
    '3DES in PBES2, SHA-224 MAC',
    '-certpbe DES-EDE3-CBC -keypbe DES-EDE3-CBC -macalg sha224 -iter 4',
    ['PBES2-3DES-CBC'],
  ],
  ['MD5 MAC, one round', '-macalg md5 -noiter -nomaciter', ['PBES2-AES-256-CBC']],
  ['two kinds', '-certpbe AES-128-CBC -keypbe PBE-SHA1-3DES -iter 4', ['PBES2-AES-128-CBC', 'PBE-SHA1-3DES']],
  ['certificate in the clear', '-certpbe NONE -iter 4', ['PBES2-AES-256-CBC']],
  ['all in the clear', '-certpbe NONE -keypbe NONE -iter 4', []],
  ['no MAC', '-nomac -iter 4', ['PBES2-AES-256-CBC'], false],
  ['names', '-name padaria -caname emissora -keyex -iter 1', ['PBES2-AES-256-CBC']],
  ['attributes of Windows', '-CSP Padaria -LMK -keysig -iter 2', ['PBES2-AES-256-CBC']],
]

const PKCS8: readonly (readonly [name: string, args: string, encryption: string])[] = [
  ['MD5 and DES', '-v1 PBE-MD5-DES -iter 8', 'PBES1-MD5-DES'],
  ['SHA-1 and DES', '-v1 PBE-SHA1-DES -iter 8', 'PBES1-SHA1-DES'],
  ['MD5 and RC2', '-v1 PBE-MD5-RC2-64 -iter 8', 'PBES1-MD5-RC2'],
  ['SHA-1 and RC2', '-v1 PBE-SHA1-RC2-64 -iter 8', 'PBES1-SHA1-RC2'],
  ['PKCS#12 3DES', '-v1 PBE-SHA1-3DES -iter 8', 'PBE-SHA1-3DES'],
  ['PKCS#12 2DES', '-v1 PBE-SHA1-2DES -iter 8', 'PBE-SHA1-2DES'],
  ['PKCS#12 RC2-128', '-v1 PBE-SHA1-RC2-128 -iter 8', 'PBE-SHA1-RC2-128'],
  ['PKCS#12 RC2-40', '-v1 PBE-SHA1-RC2-40 -iter 8', 'PBE-SHA1-RC2-40'],
  ['AES-128', '-v2 aes-128-cbc -iter 8', 'PBES2-AES-128-CBC'],
  ['AES-192, SHA-1', '-v2 aes-192-cbc -v2prf hmacWithSHA1 -iter 8', 'PBES2-AES-192-CBC'],
  ['AES-256, SHA-512', '-v2 aes-256-cbc -v2prf hmacWithSHA512 -iter 8', 'PBES2-AES-256-CBC'],
  ['AES-256, SHA-384', '-v2 aes-256-cbc -v2prf hmacWithSHA384 -iter 8', 'PBES2-AES-256-CBC'],
  ['AES-256, SHA-224', '-v2 aes-256-cbc -v2prf hmacWithSHA224 -iter 8', 'PBES2-AES-256-CBC'],
  ['3DES', '-v2 des3 -iter 8', 'PBES2-3DES-CBC'],
  ['DES', '-v2 des-cbc -iter 8', 'PBES2-DES-CBC'],
  ['RC2', '-v2 rc2-cbc -iter 8', 'PBES2-RC2-CBC'],
  ['RC2 of 64 bits', '-v2 rc2-64-cbc -iter 8', 'PBES2-RC2-CBC'],
  ['RC2 of 40 bits', '-v2 rc2-40-cbc -iter 8', 'PBES2-RC2-CBC'],
  ['scrypt', '-scrypt -scrypt_N 16 -scrypt_r 2 -scrypt_p 1', 'PBES2-AES-256-CBC'],
]

const DEK: readonly (readonly [args: string, encryption: string])[] = [
  ['-aes128', 'PEM-AES-128-CBC'],
  ['-aes192', 'PEM-AES-192-CBC'],
  ['-aes256', 'PEM-AES-256-CBC'],
  ['-des3', 'PEM-DES-EDE3-CBC'],
]

const LEGACY = ['-provider', 'legacy', '-provider', 'default']

/** Makes one key of each kind, with a certificate of a common issuer. */
export function makeKeys(bench: Workbench): TestKeys {
  const rsaOptions = { modulusLength: 2048 } as const
  const pss = { ...rsaOptions, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' } as const
  const issuerKey = generateKeyPairSync('rsa', rsaOptions).privateKey
  const issuerPem = pemOf(issuerKey)
  bench.file('ca.key', issuerPem)
  const caPem = bench.openssl([
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-subj',
    '/C=BR/O=Autoridade/CN=Raiz de Teste',
    '-days',
    '3650',
  ])
  bench.file('ca.pem', caPem)
  const ca = { name: 'CA', key: issuerKey, pem: issuerPem, certificate: derOf(caPem), request: Buffer.alloc(0) }

  const pairs: readonly (readonly [string, KeyObject])[] = [
    ['RSA', generateKeyPairSync('rsa', rsaOptions).privateKey],
    ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
    ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey],
    ['RSA-PSS', generateKeyPairSync('rsa-pss', pss).privateKey],
  ]
  const all = pairs.map(([name, key]) => {
    const pem = pemOf(key)
    bench.file(`${name}.key`, pem)
    const request = bench.openssl([
      'req',
      '-new',
      '-key',
      `${name}.key`,
      '-subj',
      `/C=BR/O=Padaria/CN=${name}.padaria.example`,
    ])
    bench.file(`${name}.csr`, request)
    const issue = [
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '365',
    ]
    const certificate = bench.openssl(issue)
    bench.file(`${name}.pem`, certificate)
    return { name, key, pem, certificate: derOf(certificate), request: derOf(request) }
  })
  const [rsa, ec] = all
  if (rsa === undefined || ec === undefined) throw new Error('no keys')
  return { all, rsa, ec, ca }
}

/** Every vintage with every passphrase, the kinds of keys in turn; then the other formats. */
export function makeFiles(bench: Workbench, keys: TestKeys): CredentialFile[] {
  return [
    ...makePkcs12(bench, keys),
    ...makeEncryptedKeys(bench, keys),
    ...makePlain(bench, keys),
    ...makeForge(keys),
  ].flatMap((file) => [file, ...berOf(file)])
}

function makePkcs12(bench: Workbench, { all, ca }: TestKeys): CredentialFile[] {
  return VINTAGES.flatMap(([vintage, args, encryption, hasMac = true], row) =>
    Object.entries(PASSPHRASES).map(([kind, passphrase], column) => {
      const test = all[(row + column) % all.length] ?? ca
      const hasChain = (row + column) % 3 === 0
      const isChain = hasChain || vintage === 'names'
      const bytes = bench.openssl([
        ...words(`pkcs12 -export -inkey ${test.name}.key -in ${test.name}.pem`),
        '-passout',
        `pass:${passphrase}`,
        ...words(args),
        ...words(isChain ? '-certfile ca.pem' : ''),
      ])
      return {
        ...file(`pkcs12: ${vintage}, ${test.name}, ${kind}`, bytes, 'pkcs12'),
        passphrase: passphrase === '' ? undefined : passphrase,
        certificates: [test, ...(isChain ? [ca] : [])].map(({ certificate }) => sha256(certificate)),
        keys: [keyHash(test.key)],
        encryption,
        isAuthenticated: hasMac,
      }
    }),
  )
}

function makeEncryptedKeys(bench: Workbench, { all, ca, ec, rsa }: TestKeys): CredentialFile[] {
  const passphrases = Object.values(PASSPHRASES).filter((passphrase) => passphrase !== '')
  const pkcs8 = PKCS8.map(([kind, args, encryption], row) => {
    const test = all[row % all.length] ?? ca
    const passphrase = passphrases[row % passphrases.length] ?? ''
    const isPem = row % 2 === 0
    const bytes = bench.openssl([
      ...words(`pkcs8 -topk8 -in ${test.name}.key -outform ${isPem ? 'PEM' : 'DER'}`),
      '-passout',
      `pass:${passphrase}`,
      ...words(args),
      ...LEGACY,
    ])
    const format = isPem ? 'pem' : 'der-private-key'
    return {
      ...file(`pkcs8: ${kind}, ${test.name}`, bytes, format),
      passphrase,
      keys: [keyHash(test.key)],
      encryption: [encryption],
    }
  })
  const traditional = [rsa, ec].flatMap((test) =>
    DEK.map(([args, encryption], row) => {
      const passphrase = passphrases[row % passphrases.length] ?? ''
      const command = test === rsa ? ['rsa', '-traditional'] : ['ec']
      const bytes = bench.openssl([...command, '-in', `${test.name}.key`, args, '-passout', `pass:${passphrase}`])
      return {
        ...file(`${test.name} in PEM: ${args}`, bytes, 'pem'),
        passphrase,
        keys: [keyHash(test.key)],
        encryption: [encryption],
      }
    }),
  )
  return [...pkcs8, ...traditional]
}

function makePlain(bench: Workbench, { all, ca, ec, rsa }: TestKeys): CredentialFile[] {
  const ofKeys = all.flatMap(({ name, key, pem, certificate, request }) => [
    { ...file(`${name} key, PKCS#8 PEM`, Buffer.from(pem), 'pem'), keys: [keyHash(key)] },
    {
      ...file(`${name} key, PKCS#8 DER`, key.export({ type: 'pkcs8', format: 'der' }), 'der-private-key'),
      keys: [keyHash(key)],
    },
    { ...file(`${name} certificate, DER`, certificate, 'der-certificate'), certificates: [sha256(certificate)] },
    { ...file(`${name} request, DER`, request, 'der-request'), requests: [sha256(request)] },
  ])
  const chain = [rsa, ca].map(({ certificate }) => sha256(certificate))
  const pkcs7 = ['crl2pkcs7', '-nocrl', '-certfile', 'RSA.pem', '-certfile', 'ca.pem']
  const ecPem = bench.openssl(['ec', '-in', 'P-256.key'])
  const curve = bench.openssl(['ecparam', '-name', 'prime256v1'])
  const bundle = Buffer.concat([
    Buffer.from(rsa.pem),
    bench.openssl(['x509', '-in', 'RSA.pem', '-text']),
    bench.openssl(['x509', '-in', 'ca.pem']),
  ])
  const identity = { certificates: chain, keys: [keyHash(rsa.key)] }
  return [
    ...ofKeys,
    {
      ...file('RSA key, PKCS#1 PEM', bench.openssl(['rsa', '-traditional', '-in', 'RSA.key']), 'pem'),
      keys: [keyHash(rsa.key)],
    },
    {
      ...file('RSA key, PKCS#1 DER', rsa.key.export({ type: 'pkcs1', format: 'der' }), 'der-private-key'),
      keys: [keyHash(rsa.key)],
    },
    {
      ...file('P-256 key, SEC1 DER', ec.key.export({ type: 'sec1', format: 'der' }), 'der-private-key'),
      keys: [keyHash(ec.key)],
    },
    {
      ...file('P-256 key, SEC1 PEM after its parameters', Buffer.concat([curve, ecPem]), 'pem'),
      keys: [keyHash(ec.key)],
    },
    {
      ...file('request, PEM with its text', bench.openssl(['req', '-in', 'RSA.csr', '-text']), 'pem'),
      requests: [sha256(rsa.request)],
    },
    {
      ...file('request, the label of Windows', bench.openssl(['req', '-in', 'RSA.csr', '-newhdr']), 'pem'),
      requests: [sha256(rsa.request)],
    },
    {
      ...file(
        'trusted certificate',
        bench.openssl(['x509', '-in', 'RSA.pem', '-addtrust', 'clientAuth', '-trustout']),
        'pem',
      ),
      certificates: [sha256(rsa.certificate)],
    },
    { ...file('PKCS#7, PEM', bench.openssl(pkcs7), 'pem'), certificates: chain },
    { ...file('PKCS#7, DER', bench.openssl([...pkcs7, '-outform', 'DER']), 'pkcs7'), certificates: chain },
    { ...file('key and chain with text, PEM', bundle, 'pem'), ...identity },
    ...Object.entries(WRAPPINGS).map(([name, wrap]) => ({
      ...file(`key and chain, ${name}`, wrap(bundle.toString()), 'pem'),
      ...identity,
    })),
  ]
}

/** What happens to PEM on its way. */
const WRAPPINGS: Readonly<Record<string, (pem: string) => Buffer>> = {
  'CR LF': (pem) => Buffer.from(pem.replaceAll('\n', '\r\n')),
  CR: (pem) => Buffer.from(pem.replaceAll('\n', '\r')),
  'UTF-8 with a mark': (pem) => Buffer.from(`\ufeff${pem}`),
  'UTF-16 of PowerShell': (pem) => Buffer.from(`\ufeff${pem.replaceAll('\n', '\r\n')}`, 'utf16le'),
  'UTF-16 big-endian': (pem) => Buffer.from(`\ufeff${pem}`, 'utf16le').swap16(),
  'spaces at the ends of lines': (pem) => Buffer.from(pem.replaceAll('\n', ' \t\n').trim()),
  'one line': (pem) => Buffer.from(pem.replaceAll('\n', ' ')),
  'line ends as two characters, in quotes': (pem) => Buffer.from(`"${pem.replaceAll('\n', '\\n')}"`),
  'in JSON': (pem) => Buffer.from(JSON.stringify({ cert: pem })),
  base64: (pem) => Buffer.from(Buffer.from(pem).toString('base64')),
}

/** By another implementation, which writes other BER, other orders, and other octets for passphrases beyond ASCII. */
function makeForge({ rsa, ca }: TestKeys): CredentialFile[] {
  const key = forge.pki.privateKeyFromPem(rsa.pem)
  const certificates = [rsa, ca].map(({ certificate }) =>
    forge.pki.certificateFromAsn1(forge.asn1.fromDer(certificate.toString('binary'))),
  )
  const passphrases = [PASSPHRASES.ascii, 'sénha', PASSPHRASES.long]
  const files = (['3des', 'aes128', 'aes192', 'aes256'] as const).flatMap((algorithm, row) =>
    [true, false].map((useMac) => {
      const passphrase = passphrases[row % passphrases.length] ?? ''
      const options = { algorithm: algorithm as 'aes128', count: 8, saltSize: 8, useMac, friendlyName: 'padaria' }
      const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, options)
      const encryption = algorithm === '3des' ? 'PBE-SHA1-3DES' : `PBES2-AES-${algorithm.slice(3)}-CBC`
      return {
        ...file(
          `node-forge: ${algorithm}${useMac ? '' : ', no MAC'}`,
          binary(forge.asn1.toDer(asn1).getBytes()),
          'pkcs12',
        ),
        passphrase,
        certificates: [rsa, ca].map(({ certificate }) => sha256(certificate)),
        keys: [keyHash(rsa.key)],
        encryption: [encryption],
        isAuthenticated: useMac,
      }
    }),
  )
  const pem = (algorithm: 'des' | '3des' | 'aes256', encryption: string): CredentialFile => {
    const options = { algorithm, legacy: true } as unknown as forge.pki.EncryptionOptions
    const bytes = Buffer.from(forge.pki.encryptRsaPrivateKey(key, PASSPHRASES.ascii, options))
    return {
      ...file(`node-forge: PEM ${algorithm}`, bytes, 'pem'),
      passphrase: PASSPHRASES.ascii,
      keys: [keyHash(rsa.key)],
      encryption: [encryption],
    }
  }
  return [...files, pem('des', 'PEM-DES-CBC'), pem('3des', 'PEM-DES-EDE3-CBC'), pem('aes256', 'PEM-AES-256-CBC')]
}

/** The same in BER, for formats that are found so; once per format and vintage is enough. */
function berOf({ name, bytes, ...rest }: CredentialFile): CredentialFile[] {
  const isFound = (rest.format === 'pkcs12' && name.endsWith('ascii')) || name === 'PKCS#7, DER'
  if (!isFound) return []
  const depth = rest.format === 'pkcs12' ? 8 : 4
  return [1000, 7].map((piece) => ({
    ...rest,
    name: `${name}, BER in pieces of ${piece}`,
    bytes: derToBer(bytes, { piece, depth }),
  }))
}

/** Arguments that hold no spaces. */
function words(args: string): string[] {
  return args.split(' ').filter((word) => word !== '')
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function keyHash(key: KeyObject): string {
  return sha256(key.export({ type: 'pkcs8', format: 'der' }))
}

function binary(text: string): Buffer {
  return Buffer.from(text, 'binary')
}

function file(name: string, bytes: Buffer, format: string): CredentialFile {
  return {
    name,
    bytes,
    format,
    passphrase: undefined,
    certificates: [],
    keys: [],
    requests: [],
    encryption: [],
    isAuthenticated: false,
  }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The first block of a PEM text. */
function derOf(pem: Buffer): Buffer {
  const [, base64 = ''] = /-----BEGIN [A-Z ]+-----([^-]+)-----END/.exec(pem.toString()) ?? []
  return Buffer.from(base64, 'base64')
}
