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
/** Controls, format characters (direction, zero width), separators of lines, and what else has no ink; a variation of an emoji is harmless. */
const HIDDEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Default_Ignorable_Code_Point}]/u

type Warn = Pick<Verification, 'warn'>

/**
 * Warns of texts whose look can deceive: characters that are not seen, or that turn around what follows.
 *
 * @see Unicode Standard Annex 9, and Unicode Technical Standard 39. The norm says only what is shown, so this is a choice of pixkit.
 */
export function warnOfHiddenCharacters<K extends keyof Payloads>(kind: K, payload: Payloads[K], warn: Warn): void {
  const looks: { readonly [Each in keyof Payloads]: (payload: Payloads[Each], warn: Warn) => void } = LOOKS
  looks[kind](payload, warn)
}

const LOOKS = { cob: lookAtCharge, cobv: lookAtCobV, rec: lookAtRec }

const NOME = ['nome']
const INFO = ['nome', 'valor']
const RECEBEDOR = ['nome', 'nomeFantasia', 'logradouro', 'cidade', 'uf', 'cep']

function lookAtCharge(payload: CobPayload | CobVPayload, warn: Warn): void {
  const { devedor, infoAdicionais = [] } = payload
  look(payload, ['solicitacaoPagador'], [], warn)
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
    if (typeof text === 'string' && !PLAIN.test(text) && HIDDEN.test(text)) {
      context.warn('PAYLOAD_RULES', { reason: 'hidden-characters', path: [...path, name] })
    }
  }
}
