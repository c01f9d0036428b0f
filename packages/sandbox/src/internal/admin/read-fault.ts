/**
 * Faults as JSON has them.
 *
 * @module
 */
import type { Fault } from '../../faults.ts'
import type { FaultKind } from '../faults/faults.ts'
import { type Members, wrongBody } from './answers.ts'

/** Members of each kind beside those of all; the first of them are demanded. */
const KINDS: Readonly<Record<FaultKind, { readonly demanded?: string; readonly optional?: string }>> = {
  delay: { demanded: 'ms' },
  'store-then-drop': {},
  'drop-mid-body': {},
  busy: { demanded: 'status', optional: 'retryAfter' },
  error: { demanded: 'status' },
  'edge-html': {},
  'status-200': {},
  'null-members': {},
  'expired-certificate': {},
  'wrong-jku': {},
  'wrong-signature': {},
  'tampered-copia-e-cola': {},
  duplicate: {},
  disorder: {},
}

/** `times: null` is for all requests. @throws What `errorAnswer` knows. */
export function readFault(members: Members): Fault {
  const { kind, on, probability, times, ...own } = members
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
    throw wrongBody(`"kind" deve ser um destes: ${Object.keys(KINDS).join(', ')}.`)
  }
  const { demanded, optional } = KINDS[kind as FaultKind]
  for (const [name, value] of Object.entries(own)) {
    if (name !== demanded && name !== optional) throw wrongBody(`"${kind}" não tem "${name}".`)
    if (!isCount(value)) throw wrongBody(`"${name}" deve ser um número inteiro.`)
  }
  if (demanded !== undefined && own[demanded] === undefined) throw wrongBody(`Falta "${demanded}".`)
  if (on !== undefined && typeof on !== 'string') throw wrongBody('"on" deve ser um texto.')
  if (times !== undefined && times !== null && !isCount(times)) throw wrongBody('"times" deve ser um número inteiro.')
  if (probability !== undefined && !isFraction(probability)) throw wrongBody('"probability" deve ser de 0 a 1.')
  return { kind, on, probability, times: times === null ? Infinity : times, ...own } as Fault
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}
