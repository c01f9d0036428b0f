/**
 * What the tour says.
 *
 * @module
 */
import type { en } from './en.ts'

/** The same keys in every language. */
export type Texts = Readonly<Record<keyof typeof en, string>>
