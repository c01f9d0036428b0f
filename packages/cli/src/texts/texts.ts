/**
 * What the command says besides errors: names, headings, help.
 *
 * @module
 */
import type { en } from './en.ts'

/** The same keys in every language; `{name}` stands for a parameter. */
export type Texts = Readonly<Record<keyof typeof en, string>>
