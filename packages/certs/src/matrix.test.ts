/** Every vintage of file × kind of key × kind of passphrase, made by other programs. */
import { afterAll, describe, expect, it } from 'vitest'
import { makeFiles, makeKeys, keyHash, sha256 } from '../../../tests/lib/credential-files.ts'
import { createWorkbench, openssl } from '../../../tests/lib/openssl.ts'
import type { Credentials } from './credentials.ts'
import { readCredentials } from './read-credentials.ts'

const bench = createWorkbench()
afterAll(() => bench.dispose())

const files = openssl === undefined ? [] : makeFiles(bench, makeKeys(bench))

describe.skipIf(openssl === undefined)('readCredentials on files of other programs', () => {
  it('has a matrix worth the name', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  })

  it.each(files)('reads $name', ({ bytes, passphrase, format, certificates, keys, requests, encryption }) => {
    const read = readCredentials(bytes, { passphrase })
    expect(summary(read)).toEqual({ format, certificates, keys, requests, encryption })
  })
})

function summary({ format, certificates, privateKeys, requests, encryption }: Credentials): unknown {
  return {
    format,
    certificates: certificates.map(({ der }) => sha256(der)),
    keys: privateKeys.map(({ key }) => keyHash(key)),
    requests: requests.map(({ der }) => sha256(der)),
    encryption,
  }
}
