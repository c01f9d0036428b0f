/**
 * Refusals of servers.
 *
 * @module
 */
export { failureOfAnswer, type RefusalOptions } from './internal/failure-of-answer.ts'
export {
  type HttpErrorClassCode,
  isPixkitHttpError,
  PixkitHttpError,
  type PixkitHttpErrorOptions,
  type RefusalAnswer,
} from './internal/pixkit-http-error.ts'
