/**
 * What the resources share: one client's settings and its way to the bank.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { BacenRequest, OperationOptions } from '../client-options.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'

export interface OperationInput {
  /** For the braces of the path; percent-encoded when sent. */
  readonly params?: Readonly<Record<string, string | number>> | undefined
  /** Absent members are left out; instants are written as the profile says. */
  readonly query?: Readonly<Record<string, string | number | boolean | Date | undefined>> | undefined
  readonly body?: unknown
  readonly options?: OperationOptions | undefined
}

export interface OperationAnswer {
  readonly body: unknown
  /** Tries that it took: more than one, and what looks refused may be done. */
  readonly attempts: number
  readonly requestId: string | undefined
}

export interface Context {
  readonly settings: ProfileSettings
  newTxid(): string
  newDevolucaoId(): string
  now(): number
  /** Checks the request, sends it, checks the answer (warns), checks the copia e cola, and returns the body as it came. */
  send(operation: OperationName, input: OperationInput): Promise<OperationAnswer>
  /** Sends what no schema of API Pix knows, with the token, headers and query of the bank. */
  call(request: BacenRequest): Promise<OperationAnswer>
  warn(operation: string, issue: Issue, requestId?: string): void
}
