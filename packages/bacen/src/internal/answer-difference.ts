/**
 * Whether an answer is about what was asked for.
 *
 * @module
 */
import type { Issue, Path } from '@pixkit/core/issue'
import { type OperationName, operations, type Resource } from '../operations.ts'
import { bacenIssue } from './failure.ts'
import { isMembers, type Members } from './members.ts'
import { type PathParams, resourceOf } from './routes.ts'
import { findDifference } from './same-content.ts'

/** What an answer of an operation is known by. */
interface Subject {
  /** Without these it says nothing that one could go on with. */
  readonly essential: readonly string[]
  /** Parameters of the path, and the members of the answer that repeat them. */
  readonly ids: Readonly<Record<string, string>>
  /** Members of the request that the answer repeats: whom, and how much. */
  readonly echoed: readonly Path[]
}

const CHARGE: Subject = {
  essential: ['txid', 'status'],
  ids: { txid: 'txid' },
  echoed: [['chave'], ['valor', 'original'], ['idRec']],
}
const REC: Subject = { essential: ['idRec', 'status'], ids: { idRec: 'idRec' }, echoed: [] }
const LOC: Subject = { essential: ['id', 'location'], ids: { id: 'id' }, echoed: [] }
const DEVOLUCAO: Subject = { essential: ['id', 'status'], ids: { id: 'id' }, echoed: [['valor']] }

/** @see API Pix 2.9.0, CobGerada, CobVGerada, CobRGerada, RecGerada, SolicRecCompleta, PayloadLocation, Pix, Devolucao. */
const SUBJECTS: Partial<Readonly<Record<OperationName | Resource, Subject>>> = {
  cob: CHARGE,
  cobv: CHARGE,
  cobr: CHARGE,
  rec: REC,
  solicRec: { essential: ['idSolicRec', 'status'], ids: { idSolicRec: 'idSolicRec' }, echoed: [['idRec']] },
  loc: LOC,
  locRec: LOC,
  pix: { essential: ['endToEndId', 'valor'], ids: { e2eid: 'endToEndId' }, echoed: [] },
  loteCobv: { essential: [], ids: { id: 'id' }, echoed: [] },
  'pix.createDevolucao': DEVOLUCAO,
  'pix.getDevolucao': DEVOLUCAO,
}

/**
 * Errors `missing`, of members without which the answer is none, and `different`, where it has another id, key or amount than was asked for.
 * What it leaves out beside is no difference.
 */
export function answerIssues(
  operation: OperationName,
  params: PathParams,
  sent: unknown,
  answer: Members,
): Issue<'BACEN_RESPONSE'>[] {
  const subject = SUBJECTS[operation] ?? SUBJECTS[resourceOf(operation)]
  if (subject === undefined || operations[operation].list !== undefined) return []
  const issues: Issue<'BACEN_RESPONSE'>[] = []
  const tell = (reason: 'different' | 'missing', path: Path): void =>
    void issues.push(bacenIssue('BACEN_RESPONSE', 'error', { reason, path }))
  for (const name of subject.essential) {
    if (!isThere(answer[name])) tell('missing', [name])
  }
  for (const [param, name] of Object.entries(subject.ids)) {
    const [asked, answered] = [params[param], answer[name]]
    if (asked !== undefined && isThere(answered) && String(asked) !== String(answered)) tell('different', [name])
  }
  for (const path of subject.echoed) {
    const [asked, answered] = [memberAt(sent, path), memberAt(answer, path)]
    const isDifferent = isThere(asked) && isThere(answered) && findDifference(asked, answered, path) !== undefined
    if (isDifferent) tell('different', path)
  }
  return issues
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

export function memberAt(value: unknown, path: Path): unknown {
  let at = value
  for (const key of path) at = isMembers(at) ? at[key] : undefined
  return at
}
