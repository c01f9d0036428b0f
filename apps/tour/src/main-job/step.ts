/**
 * One step of the main job, as it went.
 *
 * @module
 */

/** In their order; the words of the tour have the same names. */
export type StepName =
  | 'certificatesMade'
  | 'tokenGranted'
  | 'chargeCreated'
  | 'codeRead'
  | 'webhookSet'
  | 'chargeVerified'
  | 'chargePaid'
  | 'webhookReceived'
  | 'chargeConcluded'
  | 'returnAsked'
  | 'returnDone'

export interface Step {
  readonly name: StepName
  readonly ms: number
  /** The bytes that matter, and what was read out of them. */
  readonly lines: readonly string[]
  /** To be described and drawn. */
  readonly code?: string | undefined
}

/** Called after each step, before the next. */
export type Report = (step: Step) => void

/** What a step leaves to those after it. */
export type Outcome<T> = Pick<Step, 'lines' | 'code'> & { readonly value: T }

/** Takes a step, and tells how long it took. */
export async function take<T>(report: Report, name: StepName, work: () => Promise<Outcome<T>>): Promise<T> {
  const startedAt = performance.now()
  const { value, ...shown } = await work()
  report({ name, ms: performance.now() - startedAt, ...shown })
  return value
}
