/**
 * What the resources share: one client's settings and its way to the bank.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { BacenRequest, OperationOptions } from './client-options.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import type { PathParams } from './routes.ts'
import type { Query } from './write-query.ts'

export interface OperationInput {
  /** For the braces of the path; percent-encoded when sent. */
  readonly params?: PathParams | undefined
  /** Absent members are left out; instants are written as the profile says. */
  readonly query?: Query | undefined
  readonly body?: unknown
  /** What the answer must not contradict, where that is not the body: what an earlier request asked for. */
  readonly expected?: unknown
  readonly options?: OperationOptions | undefined
}

export interface Context {
  readonly settings: ProfileSettings
  newTxid(): string
  newDevolucaoId(): string
  /** Checks the request, sends it, checks that the answer belongs to it, and returns its body as it came. */
  send(operation: OperationName, input: OperationInput): Promise<unknown>
  /** Sends what no schema of API Pix knows, with the token, headers and query of the bank. */
  call(request: BacenRequest): Promise<unknown>
  /** Tells `onWarning`. */
  warn(operation: OperationName, issue: Issue): void
}
