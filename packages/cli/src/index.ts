/**
 * The command `pix` as a function.
 *
 * @module
 */
export type { CliErrorCode, CliWarningCode, InputErrorCode, UsageErrorCode } from './codes.ts'
export type { Files, Input, Io, Output } from './io.ts'
export { run } from './run.ts'
