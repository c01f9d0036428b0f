import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createSecureContext } from 'node:tls'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { createCa } from './create-ca.ts'
import { createClientIdentity } from './create-identity.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { childrenOf, readDer } from './internal/der/read-der.ts'
import { readCredentials } from './read-credentials.ts'
import { type Identity, selectIdentity } from './select-identity.ts'
import { toLegacyP12, toP12 } from './to-p12.ts'
import { toPem } from './to-pem.ts'

const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 50)
const kinds = [{ type: 'RSA' }, { type: 'EC' }, { type: 'EC', curve: 'P-384' }] as const
const writers = [toP12, toLegacyP12] as const
const PASSPHRASES = ['frase secreta', '', 'sénha€😀', ' ', 'a'.repeat(1024)]

let bench: Workbench
let identities: readonly Identity[]
beforeAll(async () => {
  bench = createWorkbench()
  const issuer = await createCa({ name: 'AC intermediária', issuer: await createCa({ name: 'AC raiz' }) })
  identities = await Promise.all(kinds.map((key) => createClientIdentity(issuer, { key })))
})
afterAll(() => bench.dispose())

describe.each(writers)('%o', (write) => {
  test('keeps key, certificate, chain and names, for each kind of key and of passphrase', () => {
    for (const identity of identities) {
      for (const passphrase of PASSPHRASES) {
        const p12 = write(identity, { passphrase, friendlyName: 'Padaria Açaí 😀', iterations: 1000 })
        const read = readCredentials(p12, { passphrase })
        expect(read.format).toBe('pkcs12')
        expect(read.privateKeys).toHaveLength(1)
        expect(read.privateKeys[0]?.key.equals(identity.privateKey.key)).toBe(true)
        expect(read.privateKeys[0]?.friendlyName).toBe('Padaria Açaí 😀')
        const { certificate, chain } = identity
        expect(read.certificates.map(({ der }) => der)).toEqual([certificate, ...chain].map(({ der }) => der))
        expect(read.certificates.map(({ friendlyName }) => friendlyName)).toEqual([
          'Padaria Açaí 😀',
          undefined,
          undefined,
        ])
        expect(selectIdentity(read).chain.map(({ der }) => der)).toEqual(chain.map(({ der }) => der))
      }
    }
  })

  test('does not open under another passphrase', () => {
    const p12 = write(rsa(), { passphrase: 'frase secreta', iterations: 1000 })
    const error = errorOf(() => readCredentials(p12, { passphrase: 'Frase secreta' }))
    expect(error).toMatchObject({ code: 'CERTS_PASSPHRASE_WRONG' })
  })

  test('keeps the names that key and certificate had', () => {
    const options = { passphrase: 'a', iterations: 1000 }
    const once = selectIdentity(readCredentials(write(rsa(), { ...options, friendlyName: 'padaria' }), options))
    const twice = readCredentials(write(once, options), options)
    expect([twice.privateKeys[0]?.friendlyName, twice.certificates[0]?.friendlyName]).toEqual(['padaria', 'padaria'])
    const unnamed = readCredentials(write(rsa(), options), options)
    expect([unnamed.privateKeys[0]?.friendlyName, unnamed.certificates[0]?.friendlyName]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('opens in the TLS of Node', () => {
    for (const identity of identities) {
      for (const passphrase of PASSPHRASES.slice(0, 4)) {
        const pfx = Buffer.from(write(identity, { passphrase, iterations: 1000 }))
        expect(createSecureContext({ pfx, passphrase })).toBeInstanceOf(Object)
        expect(errorOf(() => createSecureContext({ pfx, passphrase: `${passphrase}x` }))).toBeInstanceOf(Error)
      }
    }
  })

  test('comes back under any passphrase and name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll(/\p{Cc}/gu, ' '))
    const name = text.filter((value) => value.length > 0)
    fc.assert(
      fc.property(text, name, fc.constantFrom(...kinds.keys()), (passphrase, friendlyName, index) => {
        const identity = identities[index] as Identity
        const read = readCredentials(write(identity, { passphrase, friendlyName, iterations: 1000 }), { passphrase })
        const again = selectIdentity(read)
        expect(again.privateKey.key.equals(identity.privateKey.key)).toBe(true)
        expect(again.privateKey.friendlyName).toBe(friendlyName)
        expect(again.certificate.der).toEqual(identity.certificate.der)
        expect(toPem([again.certificate, ...again.chain])).toBe(toPem([identity.certificate, ...identity.chain]))
      }),
      { numRuns },
    )
  })

  test('opens, with as many rounds as can be asked for, within the limit of readCredentials', () => {
    const most = write === toP12 ? 600_000 : 250_000
    const error = errorOf(() => write(rsa(), { passphrase: 'frase', iterations: most + 1 }))
    expect(error).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['iterations'] })
    // Rounds of both are in proportion, and 2,000,000 is the limit: here for a file with 1,000.
    const options = { passphrase: 'frase', maxIterations: (2_000_000 * 1000) / most }
    const p12 = write(rsa(), { passphrase: 'frase', iterations: 1000 })
    expect(readCredentials(p12, options).privateKeys).toHaveLength(1)
  })

  test.each([
    [{ passphrase: 'a\0' }, ['passphrase']],
    [{ passphrase: '\ud800' }, ['passphrase']],
    [{ passphrase: 'ç'.repeat(513) }, ['passphrase']],
    [{ passphrase: 'a', iterations: 999 }, ['iterations']],
    [{ passphrase: 'a', friendlyName: '' }, ['friendlyName']],
    [{ passphrase: 'a', friendlyName: 'a\nb' }, ['friendlyName']],
    [{ passphrase: 'a', friendlyName: '\ud800' }, ['friendlyName']],
    [{ passphrase: 'a', friendlyName: 'a'.repeat(256) }, ['friendlyName']],
  ])('refuses %o', (options, path) => {
    expect(errorOf(() => write(rsa(), options))).toMatchObject({ code: 'CERTS_OPTION_INVALID', path })
  })

  test('refuses a key of another certificate', async () => {
    const identity = { ...rsa(), privateKey: await generatePrivateKey({ type: 'EC' }) }
    expect(errorOf(() => write(identity, { passphrase: 'a' }))).toMatchObject({ code: 'CERTS_KEY_MISMATCH' })
  })

  test('takes wrong types for bugs', () => {
    const calls = [
      () => write(undefined as never, { passphrase: 'a' }),
      () => write(rsa(), undefined as never),
      () => write(rsa(), {} as never),
      () => write(rsa(), { passphrase: 1 } as never),
      () => write(rsa(), { passphrase: 'a', friendlyName: 1 } as never),
      () => write(rsa(), { passphrase: 'a', iterations: '1000' } as never),
    ]
    expect(calls.map((call) => errorOf(call)).filter((error) => !(error instanceof TypeError))).toEqual([])
  })
})

describe('salts', () => {
  /** openssl, too, writes 8 in its legacy files: an observation, no norm. */
  test.each([
    [toP12, 16],
    [toLegacyP12, 8],
  ])('are as long as readers of the file expect: %o', (write, octets) => {
    const file = readDer(write(rsa(), { passphrase: 'frase', iterations: 1000 }))
    // PFX: version, authSafe, macData; MacData: mac, macSalt, iterations (RFC 7292, section 4).
    const macData = childrenOf(file)[2]
    expect(macData && childrenOf(macData)[1]?.content).toHaveLength(octets)
  })

  test.each(writers)('are new in every file: %o', (write) => {
    const [one, other] = [1, 2].map(() => write(rsa(), { passphrase: 'frase', iterations: 1000 }))
    expect(one).toHaveLength(other?.length ?? 0)
    expect(one).not.toEqual(other)
  })
})

describe('what toP12 and toLegacyP12 say of themselves', () => {
  test('is what readCredentials finds', () => {
    const found = writers.map((write) => readCredentials(write(rsa(), { passphrase: 'a' }), { passphrase: 'a' }))
    expect(found.map(({ encryption }) => encryption)).toEqual([['PBES2-AES-256-CBC'], ['PBE-SHA1-3DES']])
  })
})

describe.skipIf(openssl === undefined)('openssl pkcs12', () => {
  test.each([
    [toP12, ['MAC: sha256, Iteration 100000', 'PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256']],
    [toLegacyP12, ['MAC: sha1, Iteration 2048', 'pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048']],
  ] as const)('opens, and names the algorithms of, %o', (write, algorithms) => {
    for (const passphrase of PASSPHRASES.slice(0, 3)) {
      const file = bench.file('x.p12', write(rsa(), { passphrase, friendlyName: 'padaria' }))
      const { stdout, stderr } = pkcs12(['-info', '-nodes', '-in', file, '-passin', `pass:${passphrase}`])
      expect(algorithms.filter((line) => !stderr.includes(line))).toEqual([])
      expect(stdout.match(/friendlyName: padaria/g)).toHaveLength(2)
      const { certificates, privateKeys } = readCredentials(stdout)
      expect(toPem(certificates)).toBe(toPem([rsa().certificate, ...rsa().chain]))
      expect(privateKeys.map(({ key }) => key.equals(rsa().privateKey.key))).toEqual([true])
      const clients = pkcs12(['-clcerts', '-nokeys', '-in', file, '-passin', `pass:${passphrase}`])
      expect(toPem(readCredentials(clients.stdout).certificates)).toBe(toPem(rsa().certificate))
      expect(pkcs12(['-legacy', '-noout', '-in', file, '-passin', `pass:${passphrase}`]).status).toBe(0)
      expect(pkcs12(['-noout', '-in', file, '-passin', 'pass:outra']).status).toBe(1)
    }
  })

  function pkcs12(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(openssl ?? '', ['pkcs12', ...args], { encoding: 'utf8' })
  }
})

const keytool = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'keytool'))
  .find((path) => existsSync(path))

describe.skipIf(keytool === undefined)('keytool -list', () => {
  test.each(writers)('opens %o', (write) => {
    const file = bench.file('x.p12', write(rsa(), { passphrase: 'frase secreta', friendlyName: 'padaria' }))
    const args = ['-list', '-v', '-keystore', file, '-storetype', 'PKCS12', '-storepass', 'frase secreta']
    const output = execFileSync(keytool ?? '', args, { stdio: 'pipe' }).toString()
    expect(output).toContain('Alias name: padaria')
    expect(output).toContain('Entry type: PrivateKeyEntry')
    expect(output).toContain('Certificate chain length: 3')
  })
})

function rsa(): Identity {
  return identities[0] as Identity
}
