/**
 * One verification under way: what it was given, what it tolerates, what it found.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode } from '../codes.ts'
import type { VerifyOptions, Tolerance } from '../verify-options.ts'
import type { StepReport, VerifyStep } from '../verify-steps.ts'
import { type Fault, payloadFailure, payloadIssue } from './failure.ts'

/** What is there already, or will be: a step that need not wait makes nobody wait. */
export type Later<Value> = Value | Promise<Value>

export interface Verification {
  readonly options: VerifyOptions
  readonly warnings: Issue<PayloadErrorCode>[]
  /** Reports a defect that readers live with; with `strict` it ends the verification. */
  warn<Code extends PayloadErrorCode>(code: Code, fault?: Fault<Code>): void
  /** Ends the verification, unless the caller tolerates the defect by name: then it is a warning. */
  tolerate<Code extends PayloadErrorCode>(tolerance: Tolerance, code: Code, fault?: Fault<Code>): void
  /** Takes a step, and reports it. */
  step<Value>(name: VerifyStep, take: () => Value): Value
  /** As `step`, of what may be there only later. */
  stepLater<Value>(name: VerifyStep, take: () => Later<Value>): Later<Value>
  /** Reports a step that was not taken. */
  skip(name: VerifyStep): void
}

export function startVerification(options: VerifyOptions): Verification {
  const { tolerate = [], strict = false, onStep } = options
  const warnings: Issue<PayloadErrorCode>[] = []
  const report = (step: VerifyStep, outcome: StepReport['outcome'], issues: StepReport['issues']): void =>
    onStep?.({ step, outcome, issues })

  const passed = (name: VerifyStep, before: number): void => {
    if (onStep === undefined) return
    const issues = warnings.slice(before)
    report(name, issues.length > 0 ? 'warned' : 'passed', issues)
  }
  const failed = (name: VerifyStep, error: unknown): void => {
    if (onStep !== undefined && isPixkitError<PayloadErrorCode>(error)) report(name, 'failed', [issueOf(error)])
  }

  const verification: Verification = {
    options,
    warnings,
    warn(code, fault = {}) {
      if (strict) throw payloadFailure(code, fault)
      warnings.push(payloadIssue(code, fault, 'warning'))
    },
    tolerate(tolerance, code, fault = {}) {
      if (!tolerate.includes(tolerance)) throw payloadFailure(code, fault)
      verification.warn(code, fault)
    },
    step(name, take) {
      const before = warnings.length
      try {
        const value = take()
        passed(name, before)
        return value
      } catch (error) {
        failed(name, error)
        throw error
      }
    },
    stepLater(name, take) {
      const before = warnings.length
      const arrived = <Value>(value: Value): Value => {
        passed(name, before)
        return value
      }
      const refused = (error: unknown): never => {
        failed(name, error)
        throw error
      }
      let value
      try {
        value = take()
      } catch (error) {
        return refused(error)
      }
      return value instanceof Promise ? value.then(arrived, refused) : arrived(value)
    },
    skip: (name) => report(name, 'not-checked', []),
  }
  return verification
}

function issueOf({ code, path, params }: PixkitError<PayloadErrorCode>): Issue<PayloadErrorCode> {
  return { code, severity: 'error', path, params }
}
