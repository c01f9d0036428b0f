/**
 * A finding about a text or an object, and its sentence in a language.
 *
 * An issue carries a code and parameters, never prose: sentences live in the `messages` subpaths, so a program pays only
 * for the languages it shows.
 *
 * @module
 */

/** Where a finding is: object ids in a BR Code (`['26', '01']`), field names in an object (`['chave']`). */
export type Path = readonly (string | number)[]

/** Values that a sentence may show. They never hold a key, a document number, a name or a token. */
export type Params = Readonly<Record<string, string | number>>

export type Severity = 'error' | 'warning'

export interface Issue<Code extends string = string> {
  /** Stable name of the rule that was broken, such as `'BRCODE_CRC_MISMATCH'`. */
  readonly code: Code
  /** An `error` makes the input unusable; a `warning` is a defect that readers are told to live with. */
  readonly severity: Severity
  readonly path: Path
  /** Index in the input, in UTF-16 code units (`text[offset]`); absent where there is no text. */
  readonly offset?: number | undefined
  /** What was found, what was expected, limits: named per code. */
  readonly params: Params
}

/**
 * Sentences by code; `{name}` stands for a parameter, `{path}` for the path joined with hyphens. A code that covers several
 * things has a sentence for each `reason` of its params, under `CODE:reason`.
 */
export type Messages<Code extends string = string> = Readonly<Record<Code, string>>

/** The reasons for which a catalogue with these keys has a sentence of their own: of `CODE:late` it is `late`. */
export type ReasonOf<Code extends string, Key extends string> = Key extends `${Code}:${infer Reason}` ? Reason : never

const PLACEHOLDER = /\{(\w+)\}/g

/**
 * Writes the sentence of an issue or error in the language of a catalogue.
 *
 * @param issue - Issue or `PixkitError`.
 * @param messages - Catalogue from a `messages/en` or `messages/pt-br` subpath, or several merged.
 * @returns The sentence; the code itself when the catalogue does not know it.
 *
 * @example
 * ```ts
 * import { formatMessage, safeParseChave } from '@pixkit/core'
 * import { messages } from '@pixkit/core/messages/pt-br'
 *
 * const result = safeParseChave('11912345678')
 * result.ok ? '' : formatMessage(result.error, messages) // 'telefone sem o código do país'
 * ```
 */
export function formatMessage(
  issue: { readonly code: string; readonly path: Path; readonly params: Params },
  messages: Messages,
): string {
  const { code, params } = issue
  const keys = typeof params['reason'] === 'string' ? [`${code}:${params['reason']}`, code] : [code]
  const key = keys.find((known) => Object.hasOwn(messages, known))
  const template = (key !== undefined && messages[key]) || code
  return template.replace(PLACEHOLDER, (placeholder, name: string) =>
    String(name === 'path' ? issue.path.join('-') : (params[name] ?? placeholder)),
  )
}
