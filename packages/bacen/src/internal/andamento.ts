/**
 * What a row of calls has made so far, kept through failures.
 *
 * @module
 */
import { failedCallOf } from '../failed-call.ts'
import type { Andamento, AndamentoOptions, Etapa } from '../jornadas.ts'
import { bacenFailure } from './failure.ts'
import { isMembers } from './members.ts'
import { noteFailedCall } from './note-failed-call.ts'

const ANDAMENTO = /* @__PURE__ */ Symbol.for('pixkit.bacen.andamento')

/** Without it the next calls would be about nothing. */
const IDS: Partial<Readonly<Record<Etapa, readonly [name: string, type: 'number' | 'string']>>> = {
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
  step<Name extends Etapa>(
    name: Name,
    make: (mayExist: boolean) => Promise<NonNullable<Andamento[Name]>>,
    find?: () => Promise<Andamento[Name]>,
  ): Promise<NonNullable<Andamento[Name]>>
  /** A call that makes nothing. */
  look<Value>(read: () => Promise<Value>): Promise<Value>
}

export function createDiary(begin: Andamento, { onAndamento }: AndamentoOptions): Diary {
  let andamento = begin
  const keep = async (next: Andamento): Promise<void> => {
    andamento = next
    await onAndamento?.(next)
  }
  const noting = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    try {
      return await run()
    } catch (error) {
      throw noteAndamento(error, andamento)
    }
  }
  return {
    look: noting,
    step(name, make, find) {
      return noting(async () => {
        const done = andamento[name]
        if (done !== undefined) return withId(name, done)
        const mayExist = andamento.incerta === name
        const found = mayExist ? await find?.() : undefined
        if (found === undefined && !mayExist) await keep({ ...andamento, incerta: name })
        const value = withId(name, found ?? (await make(mayExist).catch(failed)))
        await keep({ ...andamento, [name]: value, incerta: undefined })
        return value
      })
    },
  }

  /** A refusal made nothing; of a connection that broke, nobody knows. */
  function failed(error: unknown): never {
    if (failedCallOf(error)?.mayBeDone !== true) andamento = { ...andamento, incerta: undefined }
    throw error
  }
}

function withId<Value>(name: Etapa, value: Value): Value {
  const [id, type] = IDS[name] ?? []
  if (id === undefined || (isMembers(value) && typeof value[id] === type)) return value
  const operation = `${name}.create` as const
  const error = bacenFailure('BACEN_RESPONSE', { reason: 'missing', path: [id], params: { operation } })
  throw noteFailedCall(error, { operation, params: {}, mayBeDone: true, answer: value })
}

export function readAndamento(error: unknown): Andamento | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return (error as { [ANDAMENTO]?: Andamento })[ANDAMENTO]
}

function noteAndamento(error: unknown, andamento: Andamento): unknown {
  if (typeof error === 'object' && error !== null && Object.isExtensible(error)) {
    Object.defineProperty(error, ANDAMENTO, { value: andamento, configurable: true })
  }
  return error
}
