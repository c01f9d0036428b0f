/**
 * Pix keys (chaves): which of the five kinds a text is, in the form that DICT compares.
 *
 * @module
 */
import { errorFromIssue, type PixkitError, unwrap } from './error.ts'
import { type ChaveErrorCode, type ChaveTipo, inspectChave } from './inspect-chave.ts'
import { messages } from './messages/en.ts'
import type { Result } from './result.ts'

export interface Chave {
  readonly tipo: ChaveTipo
  /** The key as DICT stores it: no punctuation, e-mail and EVP in lower case, CNPJ letters in upper case. */
  readonly valor: string
}

/**
 * Reads a Pix key of any kind and normalises it.
 *
 * Accepts what people type: punctuation in documents and telephones, upper case, outer spaces. Guesses nothing: a telephone
 * without `+55` is refused with a hint, because eleven digits are a CPF to DICT. Does not ask DICT whether the key exists.
 *
 * @param text - Key as typed or read; at most 77 characters once normalised.
 * @returns Kind and normalised key.
 * @throws {PixkitError} `CHAVE_UNKNOWN`, `CHAVE_CHECK_DIGITS`, `CHAVE_EMAIL_INVALID`, `CHAVE_EVP_WITHOUT_HYPHENS`,
 *   `CHAVE_TELEFONE_INVALID`, `CHAVE_TELEFONE_WITHOUT_COUNTRY`.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { parseChave } from '@pixkit/core/chave'
 *
 * parseChave('123.456.789-09') // { tipo: 'cpf', valor: '12345678909' }
 * parseChave('Fulano@Example.com') // { tipo: 'email', valor: 'fulano@example.com' }
 * parseChave('+55 (61) 91234-5678') // { tipo: 'telefone', valor: '+5561912345678' }
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.1; patterns of DICT API 2.12.1.
 */
export function parseChave(text: string): Chave {
  return unwrap(safeParseChave(text))
}

/** As {@link parseChave}, but returns the error instead of throwing it. */
export function safeParseChave(text: string): Result<Chave, PixkitError<ChaveErrorCode>> {
  const { tipo, valor, issue } = inspectChave(text)
  if (issue?.severity === 'error') return { ok: false, error: errorFromIssue(issue, messages) }
  return { ok: true, value: { tipo: tipo as ChaveTipo, valor } }
}
