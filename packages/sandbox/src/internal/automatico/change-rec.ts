/**
 * Changes of recurrences and of the requests to confirm them.
 *
 * @module
 */
import type {
  EncerramentoRec,
  RecCompleta,
  RecStatusValor,
  SolicRecCompleta,
  SolicRecStatusValor,
} from '@pixkit/bacen/types'
import type { World } from '../world.ts'
import { instantNow } from '../instant.ts'

const ABERTAS: ReadonlySet<string> = /* @__PURE__ */ new Set<SolicRecStatusValor>(['CRIADA', 'ENVIADA', 'RECEBIDA'])

export function isOpen({ status }: SolicRecCompleta): boolean {
  return ABERTAS.has(status)
}

const OVER: ReadonlySet<string> = /* @__PURE__ */ new Set<RecStatusValor>(['REJEITADA', 'EXPIRADA', 'CANCELADA'])

/** Whether a recurrence has come to its end. */
export function isOver({ status }: RecCompleta): boolean {
  return OVER.has(status)
}

/** The request that waits for the payer. */
export function openSolicRecOf({ solicitacao = [] }: RecCompleta): SolicRecCompleta | undefined {
  return solicitacao.find(isOpen)
}

/** Gives a recurrence another status, and tells of it. What was written of it in between, as by `keepSolicRec`, stays. */
export function moveRec(
  world: World,
  rec: RecCompleta,
  status: RecStatusValor,
  more: Partial<RecCompleta> & { readonly encerramento?: EncerramentoRec | undefined } = {},
): void {
  const { idRec } = rec
  const current = world.recs.get(idRec) ?? rec
  const atualizacao = [...current.atualizacao, { status, data: instantNow(world) }]
  world.recs.replace(idRec, { ...current, ...more, status, atualizacao })
  world.emit({ kind: 'rec', idRec })
}

/** Keeps a request, and its copy in the recurrence, whose queries show it. */
export function keepSolicRec(world: World, solicRec: SolicRecCompleta): void {
  const { idRec, idSolicRec } = solicRec
  const isNew = world.solicRecs.get(idSolicRec) === undefined
  if (isNew) world.solicRecs.add(idSolicRec, solicRec)
  else world.solicRecs.replace(idSolicRec, solicRec)
  const rec = world.recs.get(idRec)
  if (rec === undefined) return
  const others = (rec.solicitacao ?? []).filter((other) => other.idSolicRec !== idSolicRec)
  world.recs.replace(idRec, { ...rec, solicitacao: [...others, solicRec] })
}

export function moveSolicRec(world: World, solicRec: SolicRecCompleta, status: SolicRecStatusValor): SolicRecCompleta {
  const moved = { ...solicRec, status, atualizacao: [...solicRec.atualizacao, { status, data: instantNow(world) }] }
  keepSolicRec(world, moved)
  return moved
}
