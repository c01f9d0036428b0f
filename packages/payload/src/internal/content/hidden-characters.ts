/**
 * Texts that a payer is shown.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { CobPayload, CobVPayload, Payloads, RecPayload } from '../../types.ts'
import type { Verification } from '../verification.ts'

/** Latin letters and marks as Portuguese has them: nothing to look for. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\xff]*$/
/**
 * Controls, format characters (direction, zero width), private ones, and what else has no ink: separators, spaces other than the
 * common two, the empty Braille cell. The variation of an emoji is looked at below.
 */
const INVISIBLE = /(?![\ufe0f \u00a0])[\p{Cc}\p{Cf}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u
/** U+FE0F where it varies nothing: not behind an emoji, nor inside a keycap. */
const IDLE_VARIATION = /(?:^|[^\p{Extended_Pictographic}])\ufe0f(?!\u20e3)/u
/** More marks on one letter than any language that Pix is used in has: they cover the lines around. */
const STACKED_MARKS = /(?:(?!\ufe0f)\p{M}){3}/u
/** Letters and digits that are written from right to left: they move the amounts beside them. By block, as no property tells. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const DECEPTIVE = [INVISIBLE, IDLE_VARIATION, STACKED_MARKS, RIGHT_TO_LEFT]

type Warn = Pick<Verification, 'warn'>

/**
 * Warns of texts whose look can deceive: characters that are not seen, that turn around or cover what stands beside
 * them.
 *
 * @see Unicode Standard Annex 9 and 44, and Unicode Technical Standard 39. The norm says only what is shown, so this is a choice
 *   of pixkit.
 */
export function warnOfHiddenCharacters<K extends keyof Payloads>(kind: K, payload: Payloads[K], warn: Warn): void {
  const looks: { readonly [Each in keyof Payloads]: (payload: Payloads[Each], warn: Warn) => void } = LOOKS
  looks[kind](payload, warn)
}

const LOOKS = { cob: lookAtCharge, cobv: lookAtCobV, rec: lookAtRec }

const CHARGE = ['chave', 'solicitacaoPagador']
const NOME = ['nome']
const INFO = ['nome', 'valor']
const RECEBEDOR = ['nome', 'nomeFantasia', 'logradouro', 'cidade', 'uf', 'cep']

function lookAtCharge(payload: CobPayload | CobVPayload, warn: Warn): void {
  const { devedor, infoAdicionais = [] } = payload
  look(payload, CHARGE, [], warn)
  if (devedor !== undefined) look(devedor, NOME, ['devedor'], warn)
  for (const [index, info] of infoAdicionais.entries()) look(info, INFO, ['infoAdicionais', index], warn)
}

function lookAtCobV(payload: CobVPayload, warn: Warn): void {
  lookAtCharge(payload, warn)
  look(payload.recebedor, RECEBEDOR, ['recebedor'], warn)
}

function lookAtRec({ vinculo, recebedor }: RecPayload, warn: Warn): void {
  look(vinculo, ['contrato', 'objeto'], ['vinculo'], warn)
  look(vinculo.devedor, NOME, ['vinculo', 'devedor'], warn)
  look(recebedor, NOME, ['recebedor'], warn)
}

function look(owner: object, names: readonly string[], path: Path, context: Warn): void {
  for (const name of names) {
    const text = (owner as Readonly<Record<string, unknown>>)[name]
    if (typeof text === 'string' && !PLAIN.test(text) && DECEPTIVE.some((pattern) => pattern.test(text))) {
      context.warn('PAYLOAD_RULES', { reason: 'hidden-characters', path: [...path, name] })
    }
  }
}
