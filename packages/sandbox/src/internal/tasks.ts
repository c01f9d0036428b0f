/**
 * What is done when its time has come: which function does which task.
 *
 * @module
 */
import { endDevolucao } from './charges/devolucao.ts'
import { runLote } from './charges/lote.ts'
import type { SandboxContext } from './context.ts'
import type { Task } from './schedule.ts'

/** Parts add their line. A task that writes does so within `world.journal.together`. */
export const tasks: {
  readonly [Kind in Task['kind']]?: (
    context: SandboxContext,
    task: Extract<Task, { readonly kind: Kind }>,
  ) => void | Promise<void>
} = {
  devolucao: ({ world }, task) => endDevolucao(world, task),
  lote: ({ world }, task) => runLote(world, task),
}

export async function runTask(context: SandboxContext, task: Task): Promise<void> {
  const run = tasks[task.kind] as ((context: SandboxContext, task: Task) => void | Promise<void>) | undefined
  await run?.(context, task)
}
