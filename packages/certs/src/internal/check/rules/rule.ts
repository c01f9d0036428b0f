/**
 * What a rule is.
 *
 * @module
 */
import type { Facts } from '../facts.ts'
import type { Finding } from '../finding.ts'

/** Looks at the files for one kind of trouble. The order of rules does not matter. */
export type Rule = (facts: Facts) => readonly Finding[] | Promise<readonly Finding[]>
