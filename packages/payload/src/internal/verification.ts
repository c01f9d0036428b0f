/**
 * One verification under way: what it was given, what it tolerates, what it found.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode, VerificationErrorCode } from '../codes.ts'
import type { VerifyOptions, Tolerance } from '../verify-options.ts'
import type { StepReport, VerifyStep } from '../verify-steps.ts'
import { type Fault, payloadFailure, payloadIssue } from './failure.ts'

/** What is there already, or will be: a step that need not wait makes nobody wait. */
export type Later<Value> = Value | Promise<Value>

export interface Verification {
  readonly options: VerifyOptions
  readonly warnings: Issue<PayloadErrorCode>[]
  /** Reports a defect that readers live with; with `strict` it ends the verification. */
  warn<Code extends VerificationErrorCode>(code: Code, fault?: Fault<Code>): void
  /** Ends the verification, unless the caller tolerates the defect by name: then it is a warning. */
  tolerate<Code extends VerificationErrorCode>(tolerance: Tolerance, code: Code, fault?: Fault<Code>): void
  /** Takes a step, and reports it. */
  step<Value>(name: VerifyStep, take: () => Value): Value
  /** As `step`, of what may be there only later. */
  stepLater<Value>(name: VerifyStep, take: () => Later<Value>): Later<Value>
  /** Reports a step that was not taken. */
  skip(name: VerifyStep): void
}

export function startVerification(options: VerifyOptions): Verification {
  const { onStep, tolerate = [], strict = false } = options
  const warnings: Issue<PayloadErrorCode>[] = []
  const { step, stepLater, skip } = onStep === undefined ? UNHEARD : reporting(onStep, warnings)
  const warn: Verification['warn'] = (code, fault = {}) => {
    if (strict) throw payloadFailure(code, fault)
    warnings.push(payloadIssue(code, fault, 'warning'))
  }
  return {
    options,
    warnings,
    warn,
    tolerate(tolerance, code, fault = {}) {
      if (!tolerate.includes(tolerance)) throw payloadFailure(code, fault)
      warn(code, fault)
    },
    step,
    stepLater,
    skip,
  }
}

type Steps = Pick<Verification, 'skip' | 'step' | 'stepLater'>

/** Where nobody listens, steps are just taken. */
const UNHEARD: Steps = {
  step: (_, take) => take(),
  stepLater: (_, take) => take(),
  skip: () => {},
}

function reporting(onStep: (report: StepReport) => void, warnings: readonly Issue<PayloadErrorCode>[]): Steps {
  const passed = (step: VerifyStep, before: number): void => {
    const issues = warnings.slice(before)
    onStep({ step, outcome: issues.length > 0 ? 'warned' : 'passed', issues })
  }
  const failed = (step: VerifyStep, error: unknown): void => {
    if (isPixkitError<PayloadErrorCode>(error)) onStep({ step, outcome: 'failed', issues: [issueOf(error)] })
  }
  const begin = <Value>(name: VerifyStep, take: () => Value): Value => {
    try {
      return take()
    } catch (error) {
      failed(name, error)
      throw error
    }
  }
  return {
    step(name, take) {
      const before = warnings.length
      const value = begin(name, take)
      passed(name, before)
      return value
    },
    stepLater(name, take) {
      const before = warnings.length
      const value = begin(name, take)
      if (value instanceof Promise) return wait(name, value, before)
      passed(name, before)
      return value
    },
    skip: (step) => onStep({ step, outcome: 'not-checked', issues: [] }),
  }

  async function wait<Value>(name: VerifyStep, promise: Promise<Value>, before: number): Promise<Value> {
    const value = await promise.catch((error: unknown) => {
      failed(name, error)
      throw error
    })
    passed(name, before)
    return value
  }
}

function issueOf({ code, path, params }: PixkitError<PayloadErrorCode>): Issue<PayloadErrorCode> {
  return { code, severity: 'error', path, params }
}
