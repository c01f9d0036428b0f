/**
 * One key, without Enter.
 *
 * @module
 */

/** The part of a terminal's standard input that is needed. */
export interface Keyboard {
  setRawMode(raw: boolean): unknown
  resume(): unknown
  pause(): unknown
  once(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown
  once(event: 'end', listener: () => void): unknown
  off(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown
  off(event: 'end', listener: () => void): unknown
}

/** q, s (sair), Ctrl-C, Ctrl-D, Escape; an arrow is Escape with more behind it, and does not leave. */
const LEAVE: readonly string[] = ['q', 's', '\u0003', '\u0004', '\u001b']

/**
 * Waits for one key. Standard input is open only meanwhile, so that nothing keeps the process alive between two stops.
 *
 * @returns `false` for a key that leaves, and at the end of the input.
 */
export function waitForKey(keyboard: Keyboard): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (goOn: boolean): void => {
      keyboard.off('data', onData)
      keyboard.off('end', onEnd)
      keyboard.setRawMode(false)
      keyboard.pause()
      resolve(goOn)
    }
    const onData = (chunk: Uint8Array | string): void => {
      const keys = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)
      finish(!LEAVE.includes(keys.toLowerCase()))
    }
    const onEnd = (): void => finish(false)
    keyboard.once('data', onData)
    keyboard.once('end', onEnd)
    keyboard.setRawMode(true)
    keyboard.resume()
  })
}
