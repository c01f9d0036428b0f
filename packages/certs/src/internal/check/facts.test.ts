import { describe, expect, test } from 'vitest'
import {
  bundle,
  BUNDLE_WITHOUT_PASSPHRASE,
  file,
  KEY,
  MODERN_BUNDLE,
  OTHER_KEY,
} from '../../../../../tests/lib/diagnosis.ts'
import { NOW } from '../../../../../tests/lib/test-certificate.ts'
import { gatherFacts } from './facts.ts'
import type { GivenFile } from './file-facts.ts'

const CONTEXT = { now: NOW, ambiente: undefined, expiringDays: 30 }
/** Authentication, certificates and key, a thousand each. */
const ROUNDS = 3000

function failuresOf(given: readonly GivenFile[], maxRounds: number): unknown[] {
  return gatherFacts(given, CONTEXT, maxRounds).files.map(({ failure }) => failure)
}

describe('gatherFacts', () => {
  test('shares rounds of key derivation among all files, and says how many were left', () => {
    const given = [bundle(MODERN_BUNDLE), KEY, bundle(MODERN_BUNDLE, 'copia.p12'), OTHER_KEY]
    expect(failuresOf(given, 2 * ROUNDS)).toEqual([undefined, undefined, undefined, undefined])
    const tooMany = { code: 'CERTS_ITERATIONS_TOO_MANY', params: { found: 2000, max: 1500 } }
    expect(failuresOf(given, ROUNDS + 1500)).toEqual([undefined, undefined, tooMany, undefined])
  })

  test('makes no rounds once none are left, and reads what needs none', () => {
    const given = [bundle(MODERN_BUNDLE), file('efi.p12', BUNDLE_WITHOUT_PASSPHRASE), KEY]
    const none = { code: 'CERTS_ITERATIONS_TOO_MANY', params: { found: 1000, max: 0 } }
    expect(failuresOf(given, ROUNDS)).toEqual([undefined, none, undefined])
  })
})
