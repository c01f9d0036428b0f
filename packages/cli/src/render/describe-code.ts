/**
 * The head of a report: what a code asks for, in words.
 *
 * @module
 */
import type { ParsedBrCode, ParsedStaticBrCode } from '@pixkit/brcode'
import { fill } from '../internal/fill.ts'
import type { Language } from '../language.ts'
import type { Texts } from '../texts/texts.ts'
import { formatAmount } from './format-amount.ts'
import { layRows, type Row } from './rows.ts'
import type { Screen } from './screen.ts'
import { wrapWords } from './wrap.ts'

const NO_CATEGORY = '0000'
const CHAVE_TIPOS = {
  cpf: 'chaveCpf',
  cnpj: 'chaveCnpj',
  telefone: 'chaveTelefone',
  email: 'chaveEmail',
  evp: 'chaveEvp',
} as const

/** Writes the kind and the fields of a code, one per line; the kind of a refused one says so. */
export function describeCode(code: ParsedBrCode, screen: Screen, refused = false): string[] {
  const { texts } = screen.language
  const kind = texts[kindOf(code)]
  return [
    ...wrapWords(refused ? fill(texts.refused, { kind }) : kind, screen.proseColumns).map((line) =>
      screen.style('bold', line),
    ),
    ...layRows(rowsOf(code, screen.language), 'dim', screen),
  ]
}

/** Names the kind of a code, with the *jornada* of Pix Automático where there is one. */
function kindOf(code: ParsedBrCode): keyof Texts {
  const recurrence = code.locationRec !== undefined
  if (code.kind === 'recurrence') return 'kindRec'
  if (code.kind === 'dynamic') {
    if (code.locationKind === 'cobv') return recurrence ? 'kindCobvRec' : 'kindCobv'
    return recurrence ? 'kindCobRec' : 'kindCob'
  }
  if (code.fss !== undefined) return 'kindSaque'
  return recurrence ? 'kindStaticRec' : 'kindStatic'
}

function rowsOf(code: ParsedBrCode, language: Language): Row[] {
  const { texts } = language
  const { merchantCategoryCode } = code
  const rows: Row[] = [[texts.amount, amountOf(code, language)]]
  if (code.kind === 'static') rows.push([texts.chave, chaveOf(code, texts)])
  rows.push([texts.receiver, code.merchantName], [texts.city, code.merchantCity], [texts.postalCode, code.postalCode])
  rows.push([texts.category, merchantCategoryCode === NO_CATEGORY ? undefined : merchantCategoryCode])
  if (code.kind === 'static') {
    rows.push([texts.txid, code.txid], [texts.infoAdicional, code.infoAdicional], [texts.fss, code.fss])
  }
  if (code.kind === 'dynamic') rows.push([texts.location, code.location])
  rows.push([texts.locationRec, code.locationRec])
  return rows
}

function amountOf(code: ParsedBrCode, language: Language): string {
  const { texts } = language
  if (code.kind === 'recurrence') return texts.amountRecurrence
  if (code.kind === 'dynamic') return texts.amountAtLocation
  return code.transactionAmount === undefined ? texts.amountOpen : formatAmount(code.transactionAmount, language)
}

function chaveOf({ chave, chaveTipo }: ParsedStaticBrCode, texts: Texts): string {
  return `${chave} (${texts[chaveTipo === undefined ? 'chaveUnknown' : CHAVE_TIPOS[chaveTipo]]})`
}
