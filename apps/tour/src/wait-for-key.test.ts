import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { type Keyboard, waitForKey } from './wait-for-key.ts'

/** A terminal without a process. */
class Terminal extends EventEmitter implements Keyboard {
  readonly calls: unknown[] = []
  setRawMode(raw: boolean): void {
    this.calls.push(raw)
  }
  resume(): void {
    this.calls.push('resume')
  }
  pause(): void {
    this.calls.push('pause')
  }
}

describe('waitForKey', () => {
  it.each([
    ['\r', true],
    ['\n', true],
    [' ', true],
    ['x', true],
    ['\u001b[C', true],
    ['q', false],
    ['Q', false],
    ['s', false],
    ['\u0003', false],
    ['\u0004', false],
    ['\u001b', false],
  ])('%j needs no Enter and goes on: %s', async (key, goOn) => {
    const terminal = new Terminal()
    const answer = waitForKey(terminal)
    terminal.emit('data', new TextEncoder().encode(key))
    expect(await answer).toBe(goOn)
    expect(terminal.calls).toEqual([true, 'resume', false, 'pause'])
    expect(terminal.listenerCount('data') + terminal.listenerCount('end')).toBe(0)
  })

  it('leaves at the end of the input', async () => {
    const terminal = new Terminal()
    const answer = waitForKey(terminal)
    terminal.emit('end')
    expect(await answer).toBe(false)
  })
})
