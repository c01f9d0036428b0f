/**
 * Finds which member an object names twice.
 *
 * @module
 */
import { endOfString, skipSpace } from './text.ts'

/** An object or array that is open: its names so far, or the index of its element. */
interface Open {
  readonly names?: Set<string> | undefined
  step: string | number
}

/**
 * Finds the first member that its object has named before.
 *
 * @param text - JSON that `JSON.parse` accepts.
 * @returns Its path; `[]` when there is none.
 */
export function findDuplicate(text: string): (string | number)[] {
  const open: Open[] = []
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
          if (inner.names.has(inner.step)) return open.map(({ step }) => step)
          inner.names.add(inner.step)
        }
        at = end - 1
        break
      }
      default:
    }
    at += 1
  }
  return []
}
