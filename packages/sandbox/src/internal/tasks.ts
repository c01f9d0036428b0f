/**
 * What is done when its time has come: which function does which task.
 *
 * @module
 */
import { stepCobR } from './automatico/cobr-step.ts'
import { expireRec } from './automatico/end-rec.ts'
import { stepSolicRec } from './automatico/solic-rec-step.ts'
import { endDevolucao } from './charges/devolucao.ts'
import { runLote } from './charges/lote.ts'
import type { SandboxContext } from './context.ts'
import type { Task } from './schedule.ts'
import { deliver } from './webhooks/deliver.ts'

/** Parts add their line. A task that writes does so within `world.journal.together`. */
const tasks: {
  readonly [Kind in Task['kind']]?: (
    context: SandboxContext,
    task: Extract<Task, { readonly kind: Kind }>,
  ) => void | Promise<void>
} = {
  devolucao: ({ world }, task) => endDevolucao(world, task),
  lote: ({ world }, task) => runLote(world, task),
  'cobr-step': ({ world }, { txid }) => stepCobR(world, txid),
  'rec-expiry': ({ world }, { idRec }) => expireRec(world, idRec),
  'solic-rec-step': ({ world }, { idSolicRec }) => stepSolicRec(world, idSolicRec),
  webhook: (context, { deliveryId }) => deliver(context, deliveryId),
}

/** A promise only for what has to wait: what does not is kept, or taken back, together with its task. */
export function runTask(context: SandboxContext, task: Task): void | Promise<void> {
  const run = tasks[task.kind] as ((context: SandboxContext, task: Task) => void | Promise<void>) | undefined
  return run?.(context, task)
}
