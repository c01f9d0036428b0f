/** @module Chains, good and broken in every way, and what must come out: for `buildChain` and for `openssl verify`. */
import { ALGORITHMS } from './chain-cases/algorithms.ts'
import { AUTHORITIES } from './chain-cases/authorities.ts'
import type { ChainCase } from './chain-cases/chain-case.ts'
import { NAME_CONSTRAINTS } from './chain-cases/name-constraints.ts'
import { NAMES } from './chain-cases/names.ts'
import { ODDITIES } from './chain-cases/oddities.ts'
import { SIGNATURES } from './chain-cases/signatures.ts'
import { TRUST } from './chain-cases/trust.ts'
import { USAGES } from './chain-cases/usages.ts'
import { VALIDITY } from './chain-cases/validity.ts'
import { SUITES } from './forge-chain.ts'

export type { ChainCase } from './chain-cases/chain-case.ts'

/** With each suite of keys; openssl is asked with one of them about what has nothing to do with keys. */
function inEverySuite(cases: readonly ChainCase[], isAboutKeys: boolean): readonly ChainCase[] {
  return Object.entries(SUITES).flatMap(([name, suite]) =>
    cases.map((one) => ({
      ...one,
      suite,
      id: `${name}: ${one.id}`,
      isOurs: !isAboutKeys && suite !== SUITES.mixed,
    })),
  )
}

/** Every case, with a suite of keys. */
export const CHAIN_CASES: readonly ChainCase[] = [
  ...inEverySuite(SIGNATURES, true),
  ...inEverySuite([...AUTHORITIES, ...USAGES, ...VALIDITY, ...TRUST], false),
  ...ALGORITHMS,
  ...NAMES,
  ...ODDITIES,
  ...NAME_CONSTRAINTS,
]
