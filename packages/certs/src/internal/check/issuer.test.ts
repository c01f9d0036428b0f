import { describe, expect, test } from 'vitest'
import { authority, certificateOf, keyNamed } from '../../../../../tests/lib/test-certificate.ts'
import type { Certificate } from '../x509/certificate.ts'
import { createChainFinder, isSelfSigned } from './issuer.ts'

describe('createChainFinder', () => {
  test('verifies 256 signatures, and believes names after that', () => {
    const roots = Array.from({ length: 300 }, (_, index) => {
      return authority('Raiz', { subject: [['CN', `raiz ${index}`]], key: keyNamed('root') }).certificate
    })
    const finder = createChainFinder(roots)
    expect(roots.filter((root) => !finder.isSelfSigned(root))).toEqual([])
    const forged = { ...certificateOf().certificate, der: certificateOf({ key: keyNamed('other') }).certificate.der }
    expect(finder.isSelfSigned(forged)).toBe(true)
    expect(createChainFinder(roots).isSelfSigned(forged)).toBe(false)
    expect(isSelfSigned(forged)).toBe(false)
  })

  test('looks at 256 namesakes of an issuer', () => {
    let looks = 0
    const namesakes = Array.from({ length: 1000 }, (_, index): Certificate => {
      const options = { subject: [['CN', 'Todos']], serialNumber: Uint8Array.of(1, index >> 8, index & 0xff) } as const
      const { certificate } = authority('Todos', { ...options, key: keyNamed('namesake') })
      return {
        ...certificate,
        get subjectKeyId() {
          looks += 1
          return certificate.subjectKeyId
        },
      }
    })
    expect(createChainFinder(namesakes).issuedNone()).toHaveLength(744)
    expect(looks).toBeGreaterThan(200_000)
    expect(looks).toBeLessThanOrEqual(256 * 1000)
  })
})
