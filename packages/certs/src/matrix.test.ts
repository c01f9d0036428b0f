/** Every vintage of file × kind of key × kind of passphrase, made by other programs. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CREDENTIAL_FILES,
  type CredentialFile,
  keyHash,
  makeCredentialFiles,
  sha256,
} from '../../../tests/lib/credential-files.ts'
import { createWorkbench, openssl } from '../../../tests/lib/openssl.ts'
import type { Credentials } from './credentials.ts'
import { readCredentials } from './read-credentials.ts'
import { selectIdentity } from './select-identity.ts'
import { toP12 } from './to-p12.ts'
import { toPem } from './to-pem.ts'

const bench = createWorkbench()
afterAll(() => bench.dispose())

let file: (name: string) => CredentialFile
beforeAll(async () => {
  file = await makeCredentialFiles()
}, 600_000)

describe.skipIf(openssl === undefined)('readCredentials on files of other programs', () => {
  it('has a matrix worth the name', () => {
    expect(CREDENTIAL_FILES.length).toBeGreaterThan(150)
    expect(new Set(CREDENTIAL_FILES.map(({ name }) => name)).size).toBe(CREDENTIAL_FILES.length)
  })

  it.each(CREDENTIAL_FILES)('reads $name', ({ name }) => {
    const { bytes, passphrase, format, certificates, keys, requests, encryption } = file(name)
    const read = readCredentials(bytes, { passphrase })
    expect(summary(read)).toEqual({ format, certificates, keys, requests, encryption })
  })
})

const PASSPHRASE = 'frase para o openssl'

describe.skipIf(openssl === undefined)('what was read, written again and read back by openssl', () => {
  const identities = CREDENTIAL_FILES.filter(({ certificates, keys }) => certificates.length > 0 && keys.length > 0)

  it.each(identities)('is the same as PKCS#12: $name', ({ name }) => {
    const { bytes, passphrase, certificates, keys } = file(name)
    const credentials = readCredentials(bytes, { passphrase })
    const p12 = toP12(selectIdentity(credentials), { passphrase: PASSPHRASE, iterations: 1_000 })
    const pem = bench.openssl(['pkcs12', '-nodes', '-passin', `pass:${PASSPHRASE}`], p12)
    expect(hashesOf(pem.toString())).toEqual({ certificates, keys })
    expect(summary(readCredentials(p12, { passphrase: PASSPHRASE }))).toMatchObject({ certificates, keys })
  })

  const encryptedKeys = CREDENTIAL_FILES.filter(
    ({ certificates, keys, encryption }) => certificates.length === 0 && keys.length > 0 && encryption.length > 0,
  )

  it.each(encryptedKeys)('is the same as PEM: $name', ({ name }) => {
    const { bytes, passphrase, keys } = file(name)
    const { privateKeys } = readCredentials(bytes, { passphrase })
    const written = toPem(privateKeys, { passphrase: PASSPHRASE })
    const pem = bench.openssl(['pkey', '-passin', `pass:${PASSPHRASE}`], written)
    expect(hashesOf(pem.toString())).toEqual({ certificates: [], keys })
  })
})

/** Certificates and keys in a text of openssl, hashed without this library. */
function hashesOf(pem: string): { certificates: string[]; keys: string[] } {
  const blocks = (label: string): string[] =>
    pem.match(new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, 'g')) ?? []
  return {
    certificates: blocks('CERTIFICATE').map((block) => sha256(new X509Certificate(block).raw)),
    keys: blocks('PRIVATE KEY').map((block) => keyHash(createPrivateKey(block))),
  }
}

function summary({ format, certificates, privateKeys, requests, encryption }: Credentials): unknown {
  return {
    format,
    certificates: certificates.map(({ der }) => sha256(der)),
    keys: privateKeys.map(({ key }) => keyHash(key)),
    requests: requests.map(({ der }) => sha256(der)),
    encryption,
  }
}
