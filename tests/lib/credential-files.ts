/** @module Files with certificates and keys of every vintage, made by openssl and node-forge. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import forge from 'node-forge'
import { derToBer } from './der-to-ber.ts'
import { createWorkbench, openssl, type Workbench } from './openssl.ts'

/** What a file will be, before it is made. */
export interface PlannedFile {
  readonly name: string
  /** Absent: the file is not encrypted, or opens without. */
  readonly passphrase: string | undefined
  readonly format: string
  /** Whose certificates are in it, in order. */
  readonly certificates: readonly KeyName[]
  /** Whose keys are in it, in order. */
  readonly keys: readonly KeyName[]
  /** Whose requests are in it. */
  readonly requests: readonly KeyName[]
  readonly encryption: readonly string[]
  /** Whether a MAC covers everything, so that no change can go unnoticed. */
  readonly isAuthenticated: boolean
  readonly make: (workshop: Workshop) => Buffer
}

export interface CredentialFile extends Omit<PlannedFile, 'certificates' | 'keys' | 'requests' | 'make'> {
  readonly bytes: Buffer
  /** SHA-256 of each certificate, in order. */
  readonly certificates: readonly string[]
  /** SHA-256 of each key as PKCS#8, in order. */
  readonly keys: readonly string[]
  /** SHA-256 of each request. */
  readonly requests: readonly string[]
}

type KeyName = 'RSA' | 'P-256' | 'P-384' | 'Ed25519' | 'RSA-PSS' | 'CA'

interface TestKey {
  readonly key: KeyObject
  readonly pem: string
  readonly certificate: Buffer
  readonly request: Buffer
}

interface Workshop {
  readonly bench: Workbench
  readonly keys: Readonly<Record<KeyName, TestKey>>
}

/** In turn; their issuer has a key of its own. */
const KEYS: readonly KeyName[] = ['RSA', 'P-256', 'P-384', 'Ed25519', 'RSA-PSS']

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

const P7 = ['crl2pkcs7', '-nocrl', '-certfile', 'RSA.pem', '-certfile', 'ca.pem']

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

/** Every vintage with every passphrase, the kinds of keys in turn; then the other formats. Names are known before files are made. */
export const CREDENTIAL_FILES: readonly PlannedFile[] =
  openssl === undefined
    ? []
    : [...planPkcs12(), ...planEncryptedKeys(), ...planPlain(), ...planForge()].flatMap((plan) => [
        plan,
        ...berOf(plan),
      ])

let making: Promise<ReadonlyMap<string, CredentialFile>> | undefined

/**
 * Makes all files, once in a process: some hundred calls of openssl, which a busy machine takes its time for. Call it in a
 * `beforeAll`.
 *
 * @returns Finds the file of a name.
 */
export async function makeCredentialFiles(): Promise<(name: string) => CredentialFile> {
  making ??= makeAll()
  const made = await making
  return (name) => {
    const found = made.get(name)
    if (found === undefined) throw new Error(`no file ${name}`)
    return found
  }
}

async function makeAll(): Promise<ReadonlyMap<string, CredentialFile>> {
  const bench = createWorkbench()
  try {
    const keys = makeKeys(bench)
    const made = new Map<string, CredentialFile>()
    for (const { make, ...plan } of CREDENTIAL_FILES) {
      // vitest wants to hear from its worker now and then.
      await setImmediate()
      made.set(plan.name, {
        ...plan,
        bytes: make({ bench, keys }),
        certificates: plan.certificates.map((name) => sha256(keys[name].certificate)),
        keys: plan.keys.map((name) => keyHash(keys[name].key)),
        requests: plan.requests.map((name) => sha256(keys[name].request)),
      })
    }
    return made
  } finally {
    bench.dispose()
  }
}

/** Makes one key of each kind, with a certificate of a common issuer. */
function makeKeys(bench: Workbench): Workshop['keys'] {
  const rsaOptions = { modulusLength: 2048 } as const
  const pss = { ...rsaOptions, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' } as const
  const issuerKey = generateKeyPairSync('rsa', rsaOptions).privateKey
  const issuerPem = pemOf(issuerKey)
  bench.file('ca.key', issuerPem)
  const subject = '/C=BR/O=Autoridade/CN=Raiz de Teste'
  const caPem = bench.openssl(['req', '-x509', '-new', '-key', 'ca.key', '-subj', subject, '-days', '3650'])
  bench.file('ca.pem', caPem)
  const certified = (name: KeyName, key: KeyObject): TestKey => {
    const pem = pemOf(key)
    bench.file(`${name}.key`, pem)
    const named = `/C=BR/O=Padaria/CN=${name}.padaria.example`
    const request = bench.openssl(['req', '-new', '-key', `${name}.key`, '-subj', named])
    bench.file(`${name}.csr`, request)
    const certificate = bench.openssl(
      words(`x509 -req -in ${name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 365`),
    )
    bench.file(`${name}.pem`, certificate)
    return { key, pem, certificate: derOf(certificate), request: derOf(request) }
  }
  return {
    CA: { key: issuerKey, pem: issuerPem, certificate: derOf(caPem), request: Buffer.alloc(0) },
    RSA: certified('RSA', generateKeyPairSync('rsa', rsaOptions).privateKey),
    'P-256': certified('P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    'P-384': certified('P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey),
    Ed25519: certified('Ed25519', generateKeyPairSync('ed25519').privateKey),
    'RSA-PSS': certified('RSA-PSS', generateKeyPairSync('rsa-pss', pss).privateKey),
  }
}

function planPkcs12(): PlannedFile[] {
  return VINTAGES.flatMap(([vintage, args, encryption, hasMac = true], row) =>
    Object.entries(PASSPHRASES).map(([kind, passphrase], column) => {
      const owner = KEYS[(row + column) % KEYS.length] ?? 'RSA'
      const isChain = (row + column) % 3 === 0 || vintage === 'names'
      return {
        ...plan(`pkcs12: ${vintage}, ${owner}, ${kind}`, 'pkcs12', ({ bench }) =>
          bench.openssl([
            ...words(`pkcs12 -export -inkey ${owner}.key -in ${owner}.pem`),
            '-passout',
            `pass:${passphrase}`,
            ...words(args),
            ...words(isChain ? '-certfile ca.pem' : ''),
          ]),
        ),
        passphrase: passphrase === '' ? undefined : passphrase,
        certificates: isChain ? [owner, 'CA'] : [owner],
        keys: [owner],
        encryption,
        isAuthenticated: hasMac,
      }
    }),
  )
}

function planEncryptedKeys(): PlannedFile[] {
  const passphrases = Object.values(PASSPHRASES).filter((passphrase) => passphrase !== '')
  const pkcs8 = PKCS8.map(([kind, args, encryption], row): PlannedFile => {
    const owner = KEYS[row % KEYS.length] ?? 'RSA'
    const passphrase = passphrases[row % passphrases.length] ?? ''
    const isPem = row % 2 === 0
    return {
      ...plan(`pkcs8: ${kind}, ${owner}`, isPem ? 'pem' : 'der-private-key', ({ bench }) =>
        bench.openssl([
          ...words(`pkcs8 -topk8 -in ${owner}.key -outform ${isPem ? 'PEM' : 'DER'}`),
          '-passout',
          `pass:${passphrase}`,
          ...words(args),
          ...LEGACY,
        ]),
      ),
      passphrase,
      keys: [owner],
      encryption: [encryption],
    }
  })
  const traditional = (['RSA', 'P-256'] as const).flatMap((owner) =>
    DEK.map(([args, encryption], row): PlannedFile => {
      const passphrase = passphrases[row % passphrases.length] ?? ''
      const command = owner === 'RSA' ? ['rsa', '-traditional'] : ['ec']
      return {
        ...plan(`${owner} in PEM: ${args}`, 'pem', ({ bench }) =>
          bench.openssl([...command, '-in', `${owner}.key`, args, '-passout', `pass:${passphrase}`]),
        ),
        passphrase,
        keys: [owner],
        encryption: [encryption],
      }
    }),
  )
  return [...pkcs8, ...traditional]
}

function planPlain(): PlannedFile[] {
  const ofKeys = KEYS.flatMap((owner): PlannedFile[] => [
    {
      ...plan(`${owner} key, PKCS#8 PEM`, 'pem', ({ keys }) => Buffer.from(keys[owner].pem)),
      keys: [owner],
    },
    {
      ...plan(`${owner} key, PKCS#8 DER`, 'der-private-key', ({ keys }) =>
        keys[owner].key.export({ type: 'pkcs8', format: 'der' }),
      ),
      keys: [owner],
    },
    {
      ...plan(`${owner} certificate, DER`, 'der-certificate', ({ keys }) => keys[owner].certificate),
      certificates: [owner],
    },
    { ...plan(`${owner} request, DER`, 'der-request', ({ keys }) => keys[owner].request), requests: [owner] },
  ])
  const chain = { certificates: ['RSA', 'CA'] } as const
  const identity = { ...chain, keys: ['RSA'] } as const
  return [
    ...ofKeys,
    {
      ...plan('RSA key, PKCS#1 PEM', 'pem', ({ bench }) => bench.openssl(['rsa', '-traditional', '-in', 'RSA.key'])),
      keys: ['RSA'],
    },
    {
      ...plan('RSA key, PKCS#1 DER', 'der-private-key', ({ keys }) =>
        keys.RSA.key.export({ type: 'pkcs1', format: 'der' }),
      ),
      keys: ['RSA'],
    },
    {
      ...plan('P-256 key, SEC1 DER', 'der-private-key', ({ keys }) =>
        keys['P-256'].key.export({ type: 'sec1', format: 'der' }),
      ),
      keys: ['P-256'],
    },
    {
      ...plan('P-256 key, SEC1 PEM after its parameters', 'pem', ({ bench }) =>
        Buffer.concat([bench.openssl(['ecparam', '-name', 'prime256v1']), bench.openssl(['ec', '-in', 'P-256.key'])]),
      ),
      keys: ['P-256'],
    },
    {
      ...plan('request, PEM with its text', 'pem', ({ bench }) => bench.openssl(['req', '-in', 'RSA.csr', '-text'])),
      requests: ['RSA'],
    },
    {
      ...plan('request, the label of Windows', 'pem', ({ bench }) =>
        bench.openssl(['req', '-in', 'RSA.csr', '-newhdr']),
      ),
      requests: ['RSA'],
    },
    {
      ...plan('trusted certificate', 'pem', ({ bench }) =>
        bench.openssl(['x509', '-in', 'RSA.pem', '-addtrust', 'clientAuth', '-trustout']),
      ),
      certificates: ['RSA'],
    },
    { ...plan('PKCS#7, PEM', 'pem', ({ bench }) => bench.openssl(P7)), ...chain },
    { ...plan('PKCS#7, DER', 'pkcs7', ({ bench }) => bench.openssl([...P7, '-outform', 'DER'])), ...chain },
    { ...plan('key and chain with text, PEM', 'pem', makeBundle), ...identity },
    ...Object.entries(WRAPPINGS).map(([name, wrap]) => ({
      ...plan(`key and chain, ${name}`, 'pem', (workshop) => wrap(makeBundle(workshop).toString())),
      ...identity,
    })),
  ]
}

function makeBundle({ bench, keys }: Workshop): Buffer {
  return Buffer.concat([
    Buffer.from(keys.RSA.pem),
    bench.openssl(['x509', '-in', 'RSA.pem', '-text']),
    bench.openssl(['x509', '-in', 'ca.pem']),
  ])
}

/** By another implementation, which writes other BER, other orders, and other octets for passphrases beyond ASCII. */
function planForge(): PlannedFile[] {
  const passphrases = [PASSPHRASES.ascii, 'sénha', PASSPHRASES.long]
  const files = (['3des', 'aes128', 'aes192', 'aes256'] as const).flatMap((algorithm, row) =>
    [true, false].map((useMac): PlannedFile => {
      const passphrase = passphrases[row % passphrases.length] ?? ''
      const options = { algorithm: algorithm as 'aes128', count: 8, saltSize: 8, useMac, friendlyName: 'padaria' }
      return {
        ...plan(`node-forge: ${algorithm}${useMac ? '' : ', no MAC'}`, 'pkcs12', ({ keys }) => {
          const certificates = [keys.RSA, keys.CA].map(({ certificate }) =>
            forge.pki.certificateFromAsn1(forge.asn1.fromDer(certificate.toString('binary'))),
          )
          const key = forge.pki.privateKeyFromPem(keys.RSA.pem)
          const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, options)
          return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
        }),
        passphrase,
        certificates: ['RSA', 'CA'],
        keys: ['RSA'],
        encryption: [algorithm === '3des' ? 'PBE-SHA1-3DES' : `PBES2-AES-${algorithm.slice(3)}-CBC`],
        isAuthenticated: useMac,
      }
    }),
  )
  const pem = (algorithm: 'des' | '3des' | 'aes256', encryption: string): PlannedFile => ({
    ...plan(`node-forge: PEM ${algorithm}`, 'pem', ({ keys }) => {
      const options = { algorithm, legacy: true } as unknown as forge.pki.EncryptionOptions
      const key = forge.pki.privateKeyFromPem(keys.RSA.pem)
      return Buffer.from(forge.pki.encryptRsaPrivateKey(key, PASSPHRASES.ascii, options))
    }),
    passphrase: PASSPHRASES.ascii,
    keys: ['RSA'],
    encryption: [encryption],
  })
  return [...files, pem('des', 'PEM-DES-CBC'), pem('3des', 'PEM-DES-EDE3-CBC'), pem('aes256', 'PEM-AES-256-CBC')]
}

/** The same in BER, for formats that are found so; once per format and vintage is enough. */
function berOf({ make, name, ...rest }: PlannedFile): PlannedFile[] {
  const isFound = (rest.format === 'pkcs12' && name.endsWith('ascii')) || name === 'PKCS#7, DER'
  if (!isFound) return []
  const depth = rest.format === 'pkcs12' ? 8 : 4
  return [1000, 7].map((piece) => ({
    ...rest,
    name: `${name}, BER in pieces of ${piece}`,
    make: (workshop) => derToBer(make(workshop), { piece, depth }),
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

function plan(name: string, format: string, make: PlannedFile['make']): PlannedFile {
  return {
    name,
    make,
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
