/**
 * What a row of calls has made so far, kept through failures.
 *
 * @module
 */
import { failedCallOf } from '../failed-call.ts'
import type { Andamento, AndamentoOptions, Etapa } from '../jornadas.ts'

const ANDAMENTO = /* @__PURE__ */ Symbol.for('pixkit.bacen.andamento')

export interface Diary {
  /**
   * Makes one thing, unless it is there already.
   *
   * @param make - Told whether an earlier call may have made it.
   * @param find - Looks for it after a call of which nobody knows what became.
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
        if (done !== undefined) return done
        const mayExist = andamento.incerta === name
        const found = mayExist ? await find?.() : undefined
        if (found === undefined && !mayExist) await keep({ ...andamento, incerta: name })
        const value = found ?? (await make(mayExist).catch(failed))
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
