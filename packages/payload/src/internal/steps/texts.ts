/**
 * Texts that a payer is shown.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { Payloads } from '../../types.ts'
import type { Verification } from '../verification.ts'

/** Latin letters and marks as Portuguese has them: nothing to look for. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\xff]*$/
/** Controls, format characters (direction, zero width), separators of lines, and what else has no ink; a variation of an emoji is harmless. */
const HIDDEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Default_Ignorable_Code_Point}]/u

/**
 * Warns of texts whose look can deceive: characters that are not seen, or that turn around what follows.
 *
 * @see Unicode Standard Annex 9, and Unicode Technical Standard 39. The norm says only what is shown, so this is a choice of pixkit.
 */
export function warnOfHiddenCharacters<K extends keyof Payloads>(
  kind: K,
  payload: Payloads[K],
  { warn }: Pick<Verification, 'warn'>,
): void {
  for (const path of SHOWN[kind]) look(payload, path, 0, [], warn)
}

/** Paths of what is shown; `*` stands for each element. */
const COBRANCA: readonly string[][] = [
  ['devedor', 'nome'],
  ['solicitacaoPagador'],
  ['infoAdicionais', '*', 'nome'],
  ['infoAdicionais', '*', 'valor'],
]
const SHOWN: { readonly [K in keyof Payloads]: readonly string[][] } = {
  cob: COBRANCA,
  cobv: [
    ...COBRANCA,
    ...['nome', 'nomeFantasia', 'logradouro', 'cidade', 'uf', 'cep'].map((name) => ['recebedor', name]),
  ],
  rec: [
    ['vinculo', 'contrato'],
    ['vinculo', 'objeto'],
    ['vinculo', 'devedor', 'nome'],
    ['recebedor', 'nome'],
  ],
}

function look(value: unknown, pattern: readonly string[], depth: number, path: Path, warn: Verification['warn']): void {
  if (typeof value === 'string') {
    if (!PLAIN.test(value) && HIDDEN.test(value)) warn('PAYLOAD_RULES', { reason: 'hidden-characters', path })
    return
  }
  const step = pattern[depth]
  if (step === undefined || typeof value !== 'object' || value === null) return
  if (step === '*') {
    for (const [index, element] of (value as unknown[]).entries()) {
      look(element, pattern, depth + 1, [...path, index], warn)
    }
    return
  }
  look((value as Record<string, unknown>)[step], pattern, depth + 1, [...path, step], warn)
}
