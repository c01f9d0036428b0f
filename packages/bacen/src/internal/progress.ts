/**
 * What a row of calls has made so far, kept through failures.
 *
 * @module
 */
import { failedCallOf } from '../failed-call.ts'
import { bacenFailure } from './failure.ts'
import { isMembers } from './members.ts'
import { noteFailedCall } from './note-failed-call.ts'
import type { CobGerada } from './types/cob.ts'
import type { CobVGerada } from './types/cobv.ts'
import type { PayloadLocationRecGerada } from './types/loc-rec.ts'
import type { RecGerada } from './types/rec.ts'
import type { SolicRecCompleta } from './types/solic-rec.ts'

/** A thing that a jornada makes. */
export type JornadaStep = 'cob' | 'cobv' | 'locRec' | 'rec' | 'solicRec'

/** What was made so far; JSON. Holds personal data: keep it out of logs. */
export interface JornadaProgress {
  /** Of the charge, chosen before the first call. */
  readonly txid?: string | undefined
  readonly cob?: CobGerada | undefined
  readonly cobv?: CobVGerada | undefined
  readonly locRec?: PayloadLocationRecGerada | undefined
  readonly rec?: RecGerada | undefined
  readonly solicRec?: SolicRecCompleta | undefined
  /** What the call under way makes, or was to make when it broke: nobody knows yet whether it did. */
  readonly uncertain?: JornadaStep | undefined
}

export interface JornadaOptions {
  /** Goes on where an earlier call stopped. It must be given the same request. */
  readonly progress?: JornadaProgress | undefined
  /** Called before and after everything that is made; what is stored here survives the end of the process, too. */
  readonly onProgress?: ((progress: JornadaProgress) => void | Promise<void>) | undefined
  readonly signal?: AbortSignal | undefined
}

const PROGRESS = /* @__PURE__ */ Symbol.for('pixkit.bacen.progress')

/** Without it the next calls would be about nothing. */
const IDS: Partial<Readonly<Record<JornadaStep, readonly [name: string, type: 'number' | 'string']>>> = {
  locRec: ['id', 'number'],
  rec: ['idRec', 'string'],
}

export interface Diary {
  /**
   * Makes one thing, unless it is there already.
   *
   * @param make - Told whether an earlier call may have made it.
   * @param find - Looks for it after a call of which nobody knows what became.
   * @throws {PixkitError} `BACEN_RESPONSE`: the answer does not say which one was made, so that it counts as uncertain.
   */
  step<Name extends JornadaStep>(
    name: Name,
    make: (mayExist: boolean) => Promise<NonNullable<JornadaProgress[Name]>>,
    find?: () => Promise<JornadaProgress[Name]>,
  ): Promise<NonNullable<JornadaProgress[Name]>>
  /** A call that makes nothing. */
  look<Value>(read: () => Promise<Value>): Promise<Value>
}

export function createDiary(begin: JornadaProgress, { onProgress }: JornadaOptions): Diary {
  let progress = begin
  const keep = async (next: JornadaProgress): Promise<void> => {
    progress = next
    await onProgress?.(next)
  }
  const noting = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    try {
      return await run()
    } catch (error) {
      throw noteProgress(error, progress)
    }
  }
  return {
    look: noting,
    step(name, make, find) {
      return noting(async () => {
        const done = progress[name]
        if (done !== undefined) return withId(name, done)
        const mayExist = progress.uncertain === name
        const found = mayExist ? await find?.() : undefined
        if (found === undefined && !mayExist) await keep({ ...progress, uncertain: name })
        const value = withId(name, found ?? (mayExist ? await make(true) : await make(false).catch(failed)))
        await keep({ ...progress, [name]: value, uncertain: undefined })
        return value
      })
    },
  }

  /** A refusal made nothing; of a connection that broke, nobody knows. What was uncertain before stays so: a later refusal says nothing of it. */
  function failed(error: unknown): never {
    if (failedCallOf(error)?.mayBeDone !== true) progress = { ...progress, uncertain: undefined }
    throw error
  }
}

function withId<Value>(name: JornadaStep, value: Value): Value {
  const [id, type] = IDS[name] ?? []
  if (id === undefined || (isMembers(value) && typeof value[id] === type)) return value
  const operation = `${name}.create` as const
  const error = bacenFailure('BACEN_RESPONSE', { reason: 'missing', path: [id], params: { operation } })
  throw noteFailedCall(error, { operation, params: {}, mayBeDone: true, answer: value })
}

export function readProgress(error: unknown): JornadaProgress | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return (error as { [PROGRESS]?: JornadaProgress })[PROGRESS]
}

function noteProgress(error: unknown, progress: JornadaProgress): unknown {
  if (typeof error === 'object' && error !== null && Object.isExtensible(error)) {
    Object.defineProperty(error, PROGRESS, { value: progress, configurable: true })
  }
  return error
}
