/**
 * Goes through a JSON text for what `JSON.parse` does not tell.
 *
 * @module
 */
import { endOfString, skipSpace } from './text.ts'

/** An object or array that is open: its names so far, and where the walk is in it. */
interface Open {
  readonly names?: Set<string> | undefined
  step: string | number
}

/** Each ends the walk by answering `true`. */
export interface Visitor {
  /** The name of a member: whether its object has had it before. */
  readonly name?: ((isRepeated: boolean) => boolean) | undefined
  /** A number as it is written, and its place. */
  readonly number?: ((written: string, path: () => (string | number)[]) => boolean) | undefined
}

const NUMBER = /[-\d][-+.\deE]*/y

/**
 * Walks once, in linear work.
 *
 * @param text - JSON that `JSON.parse` accepts.
 * @returns The path at which the visitor ended the walk; `[]` when it did not.
 */
export function walkJson(text: string, visitor: Visitor): (string | number)[] {
  const open: Open[] = []
  const path = (): (string | number)[] => open.map(({ step }) => step)
  let at = 0
  while (at < text.length) {
    const inner = open.at(-1)
    switch (text.charAt(at)) {
      case '{':
        open.push({ names: new Set(), step: '' })
        break
      case '[':
        open.push({ step: 0 })
        break
      case '}':
      case ']':
        open.pop()
        break
      case ',':
        if (typeof inner?.step === 'number') inner.step += 1
        break
      case '"': {
        const end = endOfString(text, at)
        if (inner?.names !== undefined && text[skipSpace(text, end)] === ':') {
          inner.step = JSON.parse(text.slice(at, end)) as string
          if (visitor.name?.(inner.names.has(inner.step)) === true) return path()
          inner.names.add(inner.step)
        }
        at = end - 1
        break
      }
      default: {
        NUMBER.lastIndex = at
        const written = NUMBER.exec(text)?.[0]
        if (written === undefined) break
        if (visitor.number?.(written, path) === true) return path()
        at += written.length - 1
      }
    }
    at += 1
  }
  return []
}
