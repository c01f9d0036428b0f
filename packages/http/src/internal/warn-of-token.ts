/**
 * What is odd about tokens, and no reason to do without them.
 *
 * @module
 */
import type { Params } from '@pixkit/core/issue'
import type { ReasonOf } from '../codes.ts'
import { emit, type HttpHooks } from '../hooks.ts'

/** Tells `onWarning`. */
export function warnOfToken(hooks: HttpHooks, reason: ReasonOf<'HTTP_TOKEN'>, params: Params = {}): void {
  const issue = { code: 'HTTP_TOKEN', severity: 'warning', path: [], params: { ...params, reason } } as const
  emit(hooks, 'onWarning', { operation: 'token', issue })
}
