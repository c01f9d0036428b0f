/**
 * What the jornadas have in common.
 *
 * @module
 */
import { newTxid } from '@pixkit/core/txid'
import { checkCopiaECola } from '../copia-e-cola.ts'
import { bacenFailure } from './failure.ts'
import { isMembers } from './members.ts'
import { noteFailedCall } from './note-failed-call.ts'
import { isId } from './path-issues.ts'
import type { Diary, JornadaProgress } from './progress.ts'
import { findDifference } from './same-content.ts'
import { storedDifference } from './same-stored.ts'
import type { CobGerada } from './types/cob.ts'
import type { CobVGerada } from './types/cobv.ts'
import type { CobrancaOptions, Jornada2, JornadaClient } from './types/jornadas.ts'
import type { RecCompleta, RecGerada, RecSolicitada } from './types/rec.ts'
import type { SolicRecCompleta } from './types/solic-rec.ts'

/** The txid of the charge: that of an earlier call, the caller's own, or a new one. */
export function withTxid({ progress = {}, txid: wanted, random }: CobrancaOptions): {
  readonly txid: string
  readonly progress: JornadaProgress
} {
  const txid = progress.txid ?? wanted ?? newTxid({ random })
  return { txid, progress: { ...progress, txid } }
}

/** Stands for the one that the bank will give. */
export const ANY_ID_REC = 'RN000000002020010100000000000'

/** Requests to confirm that stand in the way of another one, or have done their work. */
const OPEN: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['CRIADA', 'ENVIADA', 'RECEBIDA', 'ACEITA'])

/** As an answer may have it, whatever its type says. */
export function openOf({ solicitacao }: RecCompleta): SolicRecCompleta | undefined {
  const all: readonly unknown[] = Array.isArray(solicitacao) ? solicitacao : []
  return all.find((one): one is SolicRecCompleta => isMembers(one) && OPEN.has(one['status']))
}

/** A location shows one recurrence, so it tells whether a call that broke has made one. */
export function createRec(
  diary: Diary,
  client: Pick<JornadaClient, 'locRec' | 'rec'>,
  rec: RecSolicitada & { readonly loc: number },
  signal: AbortSignal | undefined,
): Promise<RecGerada> {
  return diary.step(
    'rec',
    () => client.rec.create(rec, { signal }),
    async () => {
      const { idRec } = await client.locRec.get(rec.loc, { signal })
      if (!isId(idRec)) return undefined
      const found = await client.rec.get(idRec, { signal })
      assertSame(rec, found)
      return found
    },
  )
}

/** Its location is the caller's own: what is there is what broke, or what an earlier call made of another request. */
function assertSame({ loc: _number, ...rec }: RecSolicitada, found: RecCompleta): void {
  const { calendario, vinculo } = rec
  const { contrato } = vinculo
  const path = storedDifference(rec, found) ?? findDifference({ calendario, vinculo: { contrato } }, found)
  if (path === undefined) return
  const operation = 'rec.create'
  const error = bacenFailure('BACEN_IN_USE', { reason: 'different', path, params: { operation } })
  throw noteFailedCall(error, { operation, params: {}, mayBeDone: false, answer: found })
}

/**
 * Gets the code, and makes sure that it is of this recurrence and this charge, or of none, as they were answered when they were made. One that
 * cannot be compared may pay anybody.
 */
export function getCode(
  diary: Diary,
  client: Pick<JornadaClient, 'rec'>,
  { idRec, loc }: RecGerada,
  charge: CobGerada | CobVGerada | undefined,
  signal: AbortSignal | undefined,
): Promise<Pick<Jornada2, 'rec' | 'pixCopiaECola'>> {
  return diary.look(async () => {
    const rec = await client.rec.get(idRec, { txid: charge?.txid, signal })
    // Of this answer, the code alone: a location beside it may be that of the code.
    const issues = checkCopiaECola({ loc, dadosQR: rec.dadosQR }, charge ?? null)
      .filter(({ severity, params }) => severity === 'error' || params['reason'] === 'not-comparable')
      .map((issue) => ({ ...issue, severity: 'error' as const }))
    const [first] = issues
    if (first !== undefined) throw bacenFailure('BACEN_COPIA_E_COLA', { ...first, issues })
    return { rec, pixCopiaECola: rec.dadosQR?.pixCopiaECola }
  })
}
