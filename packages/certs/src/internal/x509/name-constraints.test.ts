import { describe, expect, test } from 'vitest'
import { forgeName } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import type { Certificate, GeneralName } from './certificate.ts'
import { readName } from './name.ts'
import { satisfiesNameConstraints } from './name-constraints.ts'

// The table of names and subtrees is in tests/lib/chain-cases/name-constraints.ts, with openssl as oracle.
const certificate = (subject: string, ...subjectAltNames: readonly GeneralName[]): Certificate =>
  ({ subject: readName(readDer(forgeName(subject))), subjectAltNames }) as unknown as Certificate
const dns = (value: string): GeneralName => ({ type: 'dns', value })

describe('satisfiesNameConstraints', () => {
  test('binds only the kinds of names that are constrained', () => {
    const permitted = [dns('example.com')]
    const found = [[], [dns('a.example.com')], [dns('example.org')], [{ type: 'registeredId', value: '1.2' } as const]]
    expect(
      found.map((names) => satisfiesNameConstraints(certificate('O=x', ...names), { permitted, excluded: [] }, true)),
    ).toEqual([true, true, false, true])
  })

  test('looks at CN of a leaf only, and only without DNS names', () => {
    const constraints = { permitted: [dns('example.com')], excluded: [] }
    expect(satisfiesNameConstraints(certificate('CN=example.org'), constraints, true)).toBe(false)
    expect(satisfiesNameConstraints(certificate('CN=example.org'), constraints, false)).toBe(true)
    expect(satisfiesNameConstraints(certificate('CN=example.org', dns('example.com')), constraints, true)).toBe(true)
    expect(satisfiesNameConstraints(certificate('CN=Padaria'), constraints, true)).toBe(true)
  })

  test('refuses what it cannot compare, permitted or excluded', () => {
    const unknown: GeneralName = { type: 'unknown', tag: 0xa3 }
    expect(satisfiesNameConstraints(certificate('O=x', unknown), { permitted: [unknown], excluded: [] }, true)).toBe(
      false,
    )
    expect(satisfiesNameConstraints(certificate('O=x', unknown), { permitted: [], excluded: [unknown] }, true)).toBe(
      false,
    )
    expect(satisfiesNameConstraints(certificate('O=x', unknown), { permitted: [], excluded: [] }, true)).toBe(true)
  })

  test('takes a wildcard for every host that it stands for', () => {
    const excluded = (base: string): boolean =>
      satisfiesNameConstraints(certificate('O=x', dns('*.example.com')), { permitted: [], excluded: [dns(base)] }, true)
    expect(['a.example.com', '.example.com', 'example.com', 'COM'].map(excluded)).toEqual([false, false, false, false])
    expect(['a.b.example.com', 'example.org', 'a.example.org'].map(excluded)).toEqual([true, true, true])
  })
})
