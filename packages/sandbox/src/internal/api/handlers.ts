/**
 * Which function answers which operation.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { Handler } from './call.ts'

export const handlers: Partial<Readonly<Record<OperationName, Handler>>> = {}
