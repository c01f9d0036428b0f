import { describe, expect, test } from 'vitest'
import { forgeChain, type Link, NOW } from '../../../../../tests/lib/forge-chain.ts'
import type { Certificate } from './certificate.ts'
import { checkAuthority, checkCertificate, checkLeaf, checkNames } from './chain-checks.ts'
import { parseCertificate } from './parse-certificate.ts'

// What each check refuses in a whole chain is in tests/lib/chain-cases, with openssl as oracle.
const forge = (name: 'root' | 'ca' | 'leaf', link: Link = {}): Certificate =>
  parseCertificate(forgeChain({ [name]: link })[name] ?? new Uint8Array())

describe('checkCertificate', () => {
  test('counts both ends of the validity in, to the millisecond', () => {
    const leaf = forge('leaf')
    const at = (now: number): string | undefined => checkCertificate(leaf, 3, { now })?.code
    expect([leaf.notBefore - 1, leaf.notBefore, leaf.notAfter, leaf.notAfter + 1].map(at)).toEqual([
      'CERTS_CHAIN_NOT_YET_VALID',
      undefined,
      undefined,
      'CERTS_CHAIN_EXPIRED',
    ])
    expect(checkCertificate(leaf, 3, { now: 0 })).toMatchObject({ index: 3, params: { date: '2026-05-16' } })
  })

  test('names the extension that nobody knows', () => {
    expect(checkCertificate(forge('leaf', { extra: ['1.2.3!'] }), 0, { now: NOW })).toEqual({
      code: 'CERTS_CHAIN_EXTENSION_UNKNOWN',
      index: 0,
      params: { oid: '1.2.3' },
    })
    expect(checkCertificate(forge('leaf', { extra: ['1.2.3'] }), 0, { now: NOW })).toBeUndefined()
  })

  test('measures keys', () => {
    const problem = checkCertificate(forge('leaf', { key: 'weak1' }), 0, { now: NOW })
    expect(problem).toMatchObject({ code: 'CERTS_CHAIN_KEY_WEAK', params: { algorithm: 'RSA', bits: 1024 } })
    const keys = ['rsa1', 'pss1', 'p2241', 'p2561', 'ed1'] as const
    expect(keys.map((key) => checkCertificate(forge('leaf', { key }), 0, { now: NOW }))).toEqual(
      keys.map(() => undefined),
    )
  })
})

describe('checkLeaf', () => {
  test('wants the usage, and one that fits the purpose', () => {
    const leaf = forge('leaf', { usage: ['keyEncipherment'] })
    const purpose = { now: NOW, keyUsage: 'keyEncipherment', extendedKeyUsage: 'serverAuth' } as const
    expect(checkLeaf(leaf, purpose)).toBeUndefined()
    expect(checkLeaf(leaf, { ...purpose, keyUsage: 'digitalSignature' })).toMatchObject({
      params: { usage: 'digitalSignature' },
    })
    expect(checkLeaf(leaf, { ...purpose, extendedKeyUsage: 'clientAuth' })).toMatchObject({
      params: { usage: 'clientAuth' },
    })
    expect(checkLeaf(leaf, { ...purpose, extendedKeyUsage: 'constructor' })).toBeUndefined()
  })
})

describe('checkAuthority', () => {
  const path = [forge('leaf'), forge('ca')]

  test('accepts a root above two certificates', () => {
    expect(checkAuthority(forge('root'), path, true)).toBeUndefined()
  })

  test('believes an old root only when it is an anchor', () => {
    const old = forge('root', { version: 0 })
    expect(checkAuthority(old, path, true)).toBeUndefined()
    expect(checkAuthority(old, path, false)).toEqual({ code: 'CERTS_CHAIN_NOT_CA', index: 2 })
    expect(checkAuthority(forge('ca', { version: 0 }), path.slice(0, 1), true)?.code).toBe('CERTS_CHAIN_NOT_CA')
  })

  test('counts the authorities below', () => {
    const root = forge('root', { pathLength: 0 })
    expect(checkAuthority(root, path.slice(0, 1), true)).toBeUndefined()
    expect(checkAuthority(root, path, true)).toEqual({ code: 'CERTS_CHAIN_PATH_LENGTH', index: 2 })
  })

  test('leaves the names to checkNames', () => {
    expect(checkAuthority(forge('root', { permitted: ['dns:example.org'] }), path, true)).toBeUndefined()
  })
})

describe('checkNames', () => {
  const path = [forge('leaf'), forge('ca')]
  const budget = { comparisonsLeft: 10 }

  test('blames the certificate whose name is wrong', () => {
    const root = forge('root', { permitted: ['dir:C=BR, O=Padaria'] })
    expect(checkNames(root, path, { ...budget })).toEqual({ code: 'CERTS_CHAIN_NAME_CONSTRAINTS', index: 1 })
    expect(checkNames(forge('root', { permitted: ['dir:C=BR'] }), path, { ...budget })).toBeUndefined()
    expect(checkNames(forge('root'), path, { comparisonsLeft: 0 })).toBeUndefined()
  })

  test('says which certificate has more names than the budget allows', () => {
    const root = forge('root', { permitted: ['dir:C=BR'] })
    // Two for the name of each: its base has one relative name.
    expect(checkNames(root, path, { comparisonsLeft: 4 })).toBeUndefined()
    expect(checkNames(root, path, { comparisonsLeft: 3 })).toMatchObject({ code: 'CERTS_CHAIN_TOO_COMPLEX', index: 1 })
    expect(checkNames(root, path, { comparisonsLeft: 1 })).toMatchObject({ code: 'CERTS_CHAIN_TOO_COMPLEX', index: 0 })
  })
})
