import { describe, expect, test } from 'vitest'
import { countSteps } from '../../../../../tests/count-steps.ts'
import { forgeName } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import type { Certificate, GeneralName, NameConstraints } from './certificate.ts'
import { readName } from './name.ts'
import type * as NameConstraintsModule from './name-constraints.ts'
import { satisfiesNameConstraints } from './name-constraints.ts'

// The table of names and subtrees is in tests/lib/chain-cases/name-constraints.ts, with openssl as oracle.
const certificate = (subject: string, ...subjectAltNames: readonly GeneralName[]): Certificate =>
  ({ subject: readName(readDer(forgeName(subject))), subjectAltNames }) as unknown as Certificate
const dns = (value: string): GeneralName => ({ type: 'dns', value })
const satisfies = (one: Certificate, constraints: NameConstraints, isLeaf = true): boolean | undefined =>
  satisfiesNameConstraints(one, constraints, isLeaf, { comparisonsLeft: 1_000 })

describe('satisfiesNameConstraints', () => {
  test('binds only the kinds of names that are constrained', () => {
    const permitted = [dns('example.com')]
    const found = [[], [dns('a.example.com')], [dns('example.org')], [{ type: 'registeredId', value: '1.2' } as const]]
    expect(found.map((names) => satisfies(certificate('O=x', ...names), { permitted, excluded: [] }))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  test('looks at CN of a leaf only, and only without DNS names', () => {
    const constraints = { permitted: [dns('example.com')], excluded: [] }
    expect(satisfies(certificate('CN=example.org'), constraints)).toBe(false)
    expect(satisfies(certificate('CN=example.org'), constraints, false)).toBe(true)
    expect(satisfies(certificate('CN=example.org', dns('example.com')), constraints)).toBe(true)
    expect(satisfies(certificate('CN=Padaria'), constraints)).toBe(true)
  })

  test('refuses what it cannot compare, permitted or excluded', () => {
    const unknown: GeneralName = { type: 'unknown', tag: 0xa3 }
    expect(satisfies(certificate('O=x', unknown), { permitted: [unknown], excluded: [] })).toBe(false)
    expect(satisfies(certificate('O=x', unknown), { permitted: [], excluded: [unknown] })).toBe(false)
    expect(satisfies(certificate('O=x', unknown), { permitted: [], excluded: [] })).toBe(true)
  })

  test('takes a wildcard for every host that it stands for', () => {
    const excluded = (base: string): boolean | undefined =>
      satisfies(certificate('O=x', dns('*.example.com')), { permitted: [], excluded: [dns(base)] })
    expect(['a.example.com', '.example.com', 'example.com', 'COM'].map(excluded)).toEqual([false, false, false, false])
    expect(['a.b.example.com', 'example.org', 'a.example.org'].map(excluded)).toEqual([true, true, true])
  })
})

describe('the work of satisfiesNameConstraints', () => {
  const many = (count: number): readonly GeneralName[] => Array.from({ length: count }, (_, index) => dns(`a${index}`))
  const left = (one: Certificate, constraints: NameConstraints, comparisonsLeft: number) => {
    const budget = { comparisonsLeft }
    return [satisfiesNameConstraints(one, constraints, true, budget), budget.comparisonsLeft]
  }

  test('takes each comparison off the budget, and ends where it is spent', () => {
    const constraints = { permitted: many(3), excluded: [dns('b')] }
    expect(left(certificate('O=x', dns('a1'), dns('a2')), constraints, 10)).toEqual([true, 2])
    expect(left(certificate('O=x', dns('a1'), dns('a2')), constraints, 8)).toEqual([true, 0])
    expect(left(certificate('O=x', dns('a1'), dns('a2')), constraints, 7)[0]).toBeUndefined()
    // Of another kind: nothing is compared.
    expect(left(certificate('O=x', { type: 'email', value: 'a@b' }), constraints, 1)).toEqual([true, 1])
  })

  test('counts the relative names of a base', () => {
    const value = readName(readDer(forgeName('C=BR, O=x')))
    const constraints = { permitted: [{ type: 'directory', value } as const], excluded: [] }
    expect(left(certificate('C=BR, O=x, CN=y'), constraints, 10)).toEqual([true, 7])
  })

  test.each([
    ['a DNS name of capitals', (size: number): GeneralName => dns('A'.repeat(size)), dns],
    [
      'an address of capitals',
      (size: number): GeneralName => ({ type: 'email', value: `a@${'A'.repeat(size)}` }),
      (value: string): GeneralName => ({ type: 'email', value }),
    ],
    [
      'a URI of capitals',
      (size: number): GeneralName => ({ type: 'uri', value: `http://${'A'.repeat(size)}` }),
      (value: string): GeneralName => ({ type: 'uri', value }),
    ],
    [
      'a name of capitals',
      (size: number): GeneralName => ({
        type: 'directory',
        value: readName(readDer(forgeName(`O=${'A'.repeat(size)}`))),
      }),
      (value: string): GeneralName => ({ type: 'directory', value: readName(readDer(forgeName(`O=${value}`))) }),
    ],
  ] as const)('grows with %s and its constraints no faster than they do', async (_, nameOf, baseOf) => {
    const runs = [250, 500, 1_000].map((size) => {
      const one = certificate('', nameOf(size * 10))
      const permitted = Array.from({ length: size }, (_base, index) => baseOf(`a${index}`))
      return (module: typeof NameConstraintsModule) =>
        module.satisfiesNameConstraints(one, { permitted, excluded: [] }, true, { comparisonsLeft: 250_000 })
    })
    const [small = 0, medium = 0, large = 0] = await countSteps(new URL('name-constraints.ts', import.meta.url), runs)
    expect(medium / small).toBeLessThan(2.2)
    expect(large / medium).toBeLessThan(2.2)
  })
})
