/**
 * Why a payer gets nowhere.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { ReasonOf } from '../../codes.ts'
import { failure } from '../failure.ts'

export function refused(reason: ReasonOf<'SANDBOX_PAYMENT'>, path: Path = ['code']): PixkitError<'SANDBOX_PAYMENT'> {
  return failure('SANDBOX_PAYMENT', { reason, path })
}
