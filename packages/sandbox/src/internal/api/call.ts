/**
 * A request of API Pix on its way through the sandbox.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { World } from '../world.ts'

/** Checked: `body` is as the schema of the operation wants it, `params` and `query` are known and well-formed. */
export interface ApiCall {
  readonly operation: OperationName
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly world: World
}

export interface ApiAnswer {
  /** The status of the operation's row, when absent. */
  readonly status?: number | undefined
  /** None where the operation answers nothing. */
  readonly body?: unknown
}

/** One operation. It runs without awaiting anything, so that no other request sees half of it. @throws what `refuse` throws. */
export type Handler = (call: ApiCall) => ApiAnswer
