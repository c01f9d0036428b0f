import { describe, expect, test } from 'vitest'
import { emit, type HttpHooks, mergeHooks } from './hooks.ts'

const event = { operation: 'cob.get', method: 'GET', host: 'pix.example.com', path: '/cob/{txid}', attempt: 1 }

const broken: HttpHooks = {
  onRequest() {
    throw new Error('disk full')
  },
}
const rejecting = { onRequest: (): unknown => Promise.reject(new Error('log server gone')) } as HttpHooks

/** Promises that nobody looked after, until the next turn. */
async function unhandled(run: () => void): Promise<unknown[]> {
  const found: unknown[] = []
  const listen = (reason: unknown): void => void found.push(reason)
  process.on('unhandledRejection', listen)
  run()
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.off('unhandledRejection', listen)
  return found
}

describe('emit', () => {
  test('calls the hook with its event, as a method', () => {
    const log = {
      seen: [] as unknown[],
      onRequest(heard: unknown) {
        this.seen.push(heard)
      },
    }
    emit(log, 'onRequest', event)
    expect(log.seen).toEqual([event])
  })

  test.each([undefined, {}, { onRequest: undefined }])('does nothing where there is none: %j', (hooks) => {
    expect(() => emit(hooks, 'onRequest', event)).not.toThrow()
  })

  test('drops what it throws', () => {
    expect(() => emit(broken, 'onRequest', event)).not.toThrow()
  })

  test('drops what it rejects with', async () => {
    expect(await unhandled(() => emit(rejecting, 'onRequest', event))).toEqual([])
    expect(await unhandled(() => emit(mergeHooks(rejecting, rejecting), 'onRequest', event))).toEqual([])
  })
})

describe('mergeHooks', () => {
  const names = ['onRequest', 'onResponse', 'onError', 'onRetry', 'onToken', 'onWarning'] as const

  test.each(names)('lets both hear, the first first: %s', (name) => {
    const heard: string[] = []
    const merged = mergeHooks({ [name]: () => heard.push('first') }, { [name]: () => heard.push('second') })
    emit(merged, name, event as never)
    expect(heard).toEqual(['first', 'second'])
  })

  test.each(names)('is absent where neither has it: %s', (name) => {
    expect(mergeHooks({}, {})[name]).toBeUndefined()
  })

  test('calls methods as methods', () => {
    const log = () => ({
      seen: 0,
      onRequest() {
        this.seen += 1
      },
    })
    const [first, second] = [log(), log()]
    emit(mergeHooks(first, second), 'onRequest', event)
    emit(mergeHooks(first, {}), 'onRequest', event)
    expect([first.seen, second.seen]).toEqual([2, 1])
  })

  test('asks anew each time', () => {
    let isListening = false
    const second: HttpHooks = {
      get onRequest() {
        return isListening ? () => {} : undefined
      },
    }
    const merged = mergeHooks({}, second)
    expect(merged.onRequest).toBeUndefined()
    isListening = true
    expect(merged.onRequest).toBeTypeOf('function')
  })

  test('lets the second hear when the first throws', () => {
    const heard: string[] = []
    emit(mergeHooks(broken, { onRequest: ({ operation }) => heard.push(operation) }), 'onRequest', event)
    expect(heard).toEqual(['cob.get'])
  })
})
