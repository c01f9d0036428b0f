/**
 * Whether an answer is about what was asked for.
 *
 * @module
 */
import type { Issue, Path } from '@pixkit/core/issue'
import { type OperationName, operations, type Resource } from '../operations.ts'
import { bacenIssue } from './failure.ts'
import { isAbsent, type Members } from './members.ts'
import { type PathParams, resourceOf } from './routes.ts'
import { addedMembers, changedMembers } from './same-stored.ts'

/** What an answer of an operation is known by. */
interface Subject {
  /** Without these it says nothing that one could go on with. */
  readonly essential: readonly string[]
  /** Parameters of the path, and the members of the answer that repeat them. */
  readonly ids: Readonly<Record<string, string>>
}

const CHARGE: Subject = { essential: ['txid', 'status'], ids: { txid: 'txid' } }
const REC: Subject = { essential: ['idRec', 'status'], ids: { idRec: 'idRec' } }
const LOC: Subject = { essential: ['id', 'location'], ids: { id: 'id' } }
const DEVOLUCAO: Subject = { essential: ['id', 'status'], ids: { id: 'id' } }

/** @see API Pix 2.9.0, CobGerada, CobVGerada, CobRGerada, RecGerada, SolicRecCompleta, PayloadLocation, Pix, Devolucao. */
const SUBJECTS: Partial<Readonly<Record<OperationName | Resource, Subject>>> = {
  cob: CHARGE,
  cobv: CHARGE,
  cobr: CHARGE,
  rec: REC,
  solicRec: { essential: ['idSolicRec', 'status'], ids: { idSolicRec: 'idSolicRec' } },
  loc: LOC,
  locRec: LOC,
  pix: { essential: ['endToEndId', 'valor'], ids: { e2eid: 'endToEndId' } },
  loteCobv: { essential: [], ids: { id: 'id' } },
  'pix.createDevolucao': DEVOLUCAO,
  'pix.getDevolucao': DEVOLUCAO,
}

/**
 * Errors `missing`, of members without which the answer is none, and `different`, where it has another id, location, key, amount, payer or
 * due date than was asked for, or of what was changed another status or first day. What it leaves out beside is no difference; of what was just
 * made, nothing may be there unasked.
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
    if (isAbsent(answer[name])) tell('missing', [name])
  }
  for (const [param, name] of Object.entries(subject.ids)) {
    const [asked, answered] = [params[param], answer[name]]
    if (asked !== undefined && !isAbsent(answered) && String(asked) !== String(answered)) tell('different', [name])
  }
  const { makes } = operations[operation]
  // Reading asks for nothing else.
  if (sent === undefined && makes !== 'one') return issues
  const different = [
    ...changedMembers(sent, answer, LOC_ID),
    ...changedMembers(sent, answer),
    ...(makes === 'one' ? addedMembers(sent, answer) : changedMembers(sent, answer, REVISED)),
  ]
  for (const path of different) tell('different', path)
  return issues
}

const LOC_ID: readonly Path[] = [['loc', 'id']]
/** What else can be changed. @see API Pix 2.9.0, CobRevisada, CobRRevisada, RecRevisada, SolicRecRevisada */
const REVISED: readonly Path[] = [['status'], ['calendario', 'dataInicial']]
