import { describe, expect, it } from 'vitest'
import { certificateOf, keyNamed, type TestCertificate } from '../../../../../tests/lib/test-certificate.ts'
import { startVerification } from '../verification.ts'
import { reportOrder } from './chain-order.ts'

const authority = (name: string, more: TestCertificate = {}) =>
  certificateOf({ subject: [['CN', name]], key: keyNamed(name), isCa: true, keyUsage: 0x06, ...more })

const root = authority('Raiz')
const older = authority('Raiz antiga')
const leaf = certificateOf({ issuer: root })
const below = (issuer: typeof root, more: TestCertificate = {}) => authority('Raiz', { issuer, ...more })

/** What is odd about a set with the leaf and, where the root belongs, others. */
function oddities(...others: readonly (typeof root)[]): string[] {
  const verification = startVerification({ trustAnchors: [], now: 0, tolerate: ['x5c-order'] })
  const x5c = [leaf, ...others].map(({ certificate }) => certificate)
  reportOrder(0, x5c, [leaf.certificate, root.certificate])(verification)
  return verification.warnings.map(({ params, path }) => [params['reason'], ...path].join(' '))
}

describe('in the place of the anchor', () => {
  it('stands the anchor, or nothing', () => {
    expect(oddities(root)).toEqual([])
    expect(oddities()).toEqual(['root-absent keys 0 x5c'])
  })

  it('may stand what another authority gave it, and who that is', () => {
    expect(oddities(below(older))).toEqual(['beyond-anchor keys 0 x5c 1'])
    expect(oddities(below(older), older)).toEqual(['beyond-anchor keys 0 x5c 1'])
  })

  // Each has what the others lack: a root that was changed on the way has none of it all.
  it.each([
    ['of another name', below(older, { subject: [['CN', 'Outra']] })],
    ['of another key', below(older, { key: keyNamed('outra') })],
    ['that a namesake issued', below(authority('Raiz', { key: keyNamed('outra') }))],
    ['that says of no key that it signed', below(older, { withoutKeyIds: true })],
    ['that its own key signed', below(authority('Raiz antiga', { key: keyNamed('Raiz') }))],
    ['that it gave itself later', authority('Raiz', { notAfter: root.certificate.notAfter + 1_000 })],
  ])('may not stand one %s', (_, other) => {
    expect(oddities(other)).toEqual(['x5c-order keys 0 x5c 1', 'root-absent keys 0 x5c'])
  })
})
