/**
 * The element's own words. Sentences about defects are those of `@pixkit/brcode`.
 *
 * @module
 */
import type { KnownBy, Note } from '../view.ts'

export interface Texts extends Readonly<Record<Exclude<KnownBy, 'code'> | Note, string>> {
  /** Accessible name of the whole. */
  readonly payment: string
  /** Accessible name of the picture. */
  readonly picture: string
  readonly amountLabel: string
  readonly receiverLabel: string
  readonly codeLabel: string
  readonly copy: string
  readonly copied: string
  readonly copiedHelp: string
  readonly copyFailed: string
  readonly hint: string
  readonly empty: string
  readonly refused: string
  /** Stands in for the sentences where they cannot be loaded. */
  readonly unexplained: string
}
