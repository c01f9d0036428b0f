/**
 * What a rule is.
 *
 * @module
 */
import type { Facts } from '../facts.ts'
import type { Finding } from '../finding.ts'

/** Looks at the files for one kind of trouble. Only names of copies depend on the order of the rules. */
export type Rule = (facts: Facts) => readonly Finding[] | Promise<readonly Finding[]>
