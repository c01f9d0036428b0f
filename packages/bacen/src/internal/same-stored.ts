/**
 * Whether a payment is the one that was asked for, and still is of use.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { isAbsent, isMembers, memberAt, type Members } from './members.ts'
import { findDifference, isNothing } from './same-content.ts'

/** Who is paid, how much, by whom and until when. */
const DECISIVE: readonly Path[] = [
  ['chave'],
  ['idRec'],
  ['valor'],
  ['natureza'],
  ['devedor', 'cpf'],
  ['devedor', 'cnpj'],
  ['vinculo', 'devedor', 'cpf'],
  ['vinculo', 'devedor', 'cnpj'],
  ['calendario', 'dataDeVencimento'],
  ['calendario', 'expiracao'],
  ['calendario', 'validadeAposVencimento'],
  ['ajusteDiaUtil'],
]

/** Of these, what was not sent must not be there, but for its default. How long a charge lives by default is the bank's to choose. */
const NEVER_ADDED: readonly Path[] = [
  ...['abatimento', 'desconto', 'juros', 'multa', 'modalidadeAlteracao', 'retirada'].map((name) => ['valor', name]),
  ['valor', 'valorRec'],
  ['valor', 'valorMinimoRecebedor'],
  ['natureza'],
]
const DEVEDOR: readonly Path[] = [
  ['devedor', 'cpf'],
  ['devedor', 'cnpj'],
  ['vinculo', 'devedor', 'cpf'],
  ['vinculo', 'devedor', 'cnpj'],
]

/**
 * Statuses of what is over without having been paid.
 *
 * @see API Pix 2.9.0, CobStatus, CobRStatus, DevolucaoStatus.
 */
const OVER = /^(?:REMOVIDA_\w+|CANCELADA|REJEITADA|EXPIRADA|NAO_REALIZADO)$/

/**
 * Compares what decides about a payment. Only what the bank shows can differ: it may leave out, mask and re-spell what it likes, and its
 * texts are its own.
 *
 * @param paths - What to compare instead.
 * @returns Where that differs from what was sent.
 */
export function changedMembers(sent: unknown, shown: unknown, paths: readonly Path[] = DECISIVE): Path[] {
  return paths.map((path) => findDifference(memberAt(sent, path), memberAt(shown, path), path)).filter(isPath)
}

/** What decides about a payment that nobody asked for. */
export function addedMembers(sent: unknown, shown: unknown): Path[] {
  // Who pays a charge of a recurrence is who pays the recurrence.
  const isOfRec = isMembers(sent) && !isAbsent(sent['idRec'])
  const paths = isOfRec ? NEVER_ADDED : [...NEVER_ADDED, ...DEVEDOR]
  return paths.map((path) => findMissing(memberAt(shown, path), memberAt(sent, path), path)).filter(isPath)
}

/** @returns The first member that differs, `status` when it is over; `undefined` when there is none. */
export function storedDifference(sent: unknown, stored: unknown): Path | undefined {
  const [first] = [...changedMembers(sent, stored), ...addedMembers(sent, stored)]
  return first ?? (OVER.test(String(memberAt(stored, ['status']))) ? ['status'] : undefined)
}

/** The first amount that was sent and is not shown: nobody can say whether it is the same. */
export function hiddenAmount(sent: unknown, stored: unknown): Path | undefined {
  return findMissing(memberAt(sent, ['valor']), memberAt(stored, ['valor']), ['valor'])
}

/** The first thing of a value that another does not have at all. */
function findMissing(value: unknown, other: unknown, path: Path): Path | undefined {
  if (isNothing(value, path.at(-1))) return undefined
  if (isAbsent(other)) return path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, member] of Object.entries(value)) {
    const name = Array.isArray(value) ? Number(key) : key
    const found = findMissing(member, (other as Members)[key], [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

const isPath = (path: Path | undefined): path is Path => path !== undefined
