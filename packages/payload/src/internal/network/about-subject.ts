/**
 * Which location of a code something is about.
 *
 * @module
 */
import { isPixkitError, PixkitError } from '@pixkit/core/error'
import type { VerifyLocationOptions } from '../../verify-options.ts'
import type { StepReport } from '../../verify-steps.ts'

export type Subject = NonNullable<StepReport['subject']>

/**
 * Verifies one location of a code; the reports of the steps, and the error that ends it, say which one (`params.subject`).
 *
 * @param verify - Called with the options to use.
 */
export async function aboutSubject<Value>(
  subject: Subject,
  options: VerifyLocationOptions,
  verify: (options: VerifyLocationOptions) => Promise<Value>,
): Promise<Value> {
  const { onStep } = options
  try {
    return await verify(
      onStep === undefined ? options : { ...options, onStep: (report) => onStep({ ...report, subject }) },
    )
  } catch (error) {
    if (!isPixkitError(error)) throw error
    const { cause, code, message, offset, params, path } = error
    throw new PixkitError(code, message, { cause, offset, params: { ...params, subject }, path })
  }
}
