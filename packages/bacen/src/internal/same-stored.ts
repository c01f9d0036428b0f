/**
 * Whether what the bank has under an id is what was sent, and still is of use.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { memberAt } from './answer-difference.ts'
import { isMembers, type Members } from './members.ts'
import { findDifference, isNothing } from './same-content.ts'

/** Members that decide who pays, how much and until when: what is not sent must not be there, but for its default. */
const DECISIVE: readonly Path[] = [
  ['valor'],
  ['calendario', 'expiracao'],
  ['calendario', 'validadeAposVencimento'],
  ['devedor', 'cpf'],
  ['devedor', 'cnpj'],
  ['devedor', 'nome'],
  ['natureza'],
]

/**
 * Statuses of what is over without having been paid.
 *
 * @see API Pix 2.9.0, CobStatus, CobRStatus, DevolucaoStatus.
 */
const OVER = /^(?:REMOVIDA_\w+|CANCELADA|REJEITADA|EXPIRADA|NAO_REALIZADO)$/

/**
 * Compares both ways: everything that was sent is there, and nothing that changes the payment is there without having been sent.
 *
 * Beyond that a bank may add what it likes: `criacao`, a location, its own texts.
 *
 * @returns The first member that differs, `status` when it is over; `undefined` when there is none.
 */
export function storedDifference(sent: unknown, stored: unknown): Path | undefined {
  const missing = findDifference(sent, stored)
  if (missing !== undefined || !isMembers(stored) || !isMembers(sent)) return missing
  for (const path of DECISIVE) {
    const found = findUnsent(memberAt(sent, path), memberAt(stored, path), path)
    if (found !== undefined) return found
  }
  return OVER.test(String(stored['status'])) ? ['status'] : undefined
}

function findUnsent(sent: unknown, stored: unknown, path: Path): Path | undefined {
  if (sent === undefined || sent === null) return isNothing(stored, path.at(-1)) ? undefined : path
  if (typeof stored !== 'object' || stored === null) return undefined
  for (const key of Object.keys(stored)) {
    const name = Array.isArray(stored) ? Number(key) : key
    const found = findUnsent((sent as Members)[key], (stored as Members)[key], [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
