/**
 * From what a payer has in hand to what can be paid.
 *
 * @module
 */
import type { CobCompleta, CobVCompleta } from '@pixkit/bacen/types'
import { safeParseLocation } from '@pixkit/brcode/location'
import { type ParsedBrCode, type ParsedStaticBrCode, safeParseBrCode } from '@pixkit/brcode'
import { isTxid } from '@pixkit/core/txid'
import { findLocation } from '../locations/find-location.ts'
import type { World } from '../world.ts'
import { refused } from './refused.ts'

export type Payable = { readonly idRec?: string | undefined } & (
  | { readonly kind: 'cob'; readonly cob: CobCompleta }
  | { readonly kind: 'cobv'; readonly cobv: CobVCompleta }
  | { readonly kind: 'static'; readonly code: ParsedStaticBrCode }
)

/** @param text - A copy and paste code, a location with or without `https://`, or a txid. */
export function readPayable(world: World, text: string): Payable {
  const code = text.trim()
  if (isTxid(code)) return chargeOf(world, code) ?? fail('unknown')
  const location = code.replace(/^https:\/\//, '')
  if (safeParseLocation(location).ok) return atLocation(world, location)
  const parsed = safeParseBrCode(code)
  return parsed.ok ? ofBrCode(world, parsed.value) : fail('unreadable')
}

function ofBrCode(world: World, code: ParsedBrCode): Payable {
  if (code.kind === 'recurrence') return fail('recurrence')
  const idRec = code.locationRec === undefined ? undefined : recurrenceAt(world, code.locationRec)
  if (code.kind === 'dynamic') {
    const charge = atLocation(world, code.location)
    // Jornada 3 is paid with its recurrence or not at all; a charge with a due date only offers one.
    if (charge.kind === 'cob' && code.locationRec !== undefined && idRec === undefined) return fail('unknown')
    return { ...charge, idRec }
  }
  return world.account.chaves.includes(code.chave) ? { kind: 'static', code, idRec } : fail('other-receiver')
}

/** The path matters as it is, the host in lower case. */
function atLocation(world: World, location: string): Payable {
  const slash = location.indexOf('/')
  const host = location.slice(0, slash).toLowerCase()
  if (host !== world.locationHost) return fail('other-bank')
  const found = findLocation(world, host + location.slice(slash))
  if (found === undefined) return fail('unknown')
  if (found.kind === 'recurrence') return fail('recurrence')
  const { txid } = found.loc
  return (txid === undefined ? undefined : chargeOf(world, txid)) ?? fail('nothing-shown')
}

function recurrenceAt(world: World, location: string): string | undefined {
  const found = findLocation(world, location)
  return found?.kind === 'recurrence' ? found.loc.idRec : undefined
}

function chargeOf({ cobs, cobvs }: World, txid: string): Payable | undefined {
  const cob = cobs.get(txid)?.revisoes.at(-1)
  if (cob !== undefined) return { kind: 'cob', cob }
  const cobv = cobvs.get(txid)?.revisoes.at(-1)
  return cobv === undefined ? undefined : { kind: 'cobv', cobv }
}

function fail(reason: Parameters<typeof refused>[0]): never {
  throw refused(reason)
}
