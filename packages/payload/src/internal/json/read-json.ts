/**
 * Reads JSON of strangers: one meaning or none.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { findDuplicate } from './find-duplicate.ts'
import { JsonFault } from './json-fault.ts'
import { endOfString, skipSpace } from './text.ts'

export interface ReadJsonOptions {
  /** Objects and arrays inside each other; 16 by default. */
  readonly maxDepth?: number | undefined
  /** Members and elements altogether; 10,000 by default. */
  readonly maxMembers?: number | undefined
  /** Given the text, once it is read: of numbers it says more than their doubles. */
  readonly onText?: ((text: string) => void) | undefined
  /** Told where a `null` is. */
  readonly onNull?: ((path: Path) => void) | undefined
}

const MAX_DEPTH = 16
const MAX_MEMBERS = 10_000
const BYTE_ORDER_MARK = 0xfeff
const QUOTE = 0x22
const COLON = 0x3a
/** Only an escape can bring half a pair: bytes that are UTF-8 cannot. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/
const LONE_SURROGATE = /[\ud800-\udfff]/u

/** One walk through what `JSON.parse` made. */
interface Walk {
  readonly maxDepth: number
  readonly maxMembers: number
  readonly checkStrings: boolean
  readonly onNull: ReadJsonOptions['onNull']
  /** Members of objects so far. */
  members: number
  /** Elements of arrays so far. */
  elements: number
}

/**
 * Reads one JSON value, and refuses what two readers could understand differently.
 *
 * The platform's parser does the reading. That no member is named twice shows in the numbers: the text has as many names as
 * the objects have members. Only when they differ is the culprit looked for.
 *
 * @param bytes - UTF-8 without byte order mark.
 * @throws {JsonFault} With a reason and, where there is one, the path.
 *
 * @see RFC 8259, sections 4, 8.1 and 8.2, and RFC 7493 (I-JSON), sections 2.1 to 2.3: names unique, UTF-8, no surrogates
 *   alone. `__proto__`, depth and number of members are limits of pixkit.
 */
export function readJson(bytes: Uint8Array, options: ReadJsonOptions = {}): unknown {
  const text = decode(bytes)
  const value = parse(text)
  const walk: Walk = {
    maxDepth: options.maxDepth ?? MAX_DEPTH,
    maxMembers: options.maxMembers ?? MAX_MEMBERS,
    checkStrings: SURROGATE_ESCAPE.test(text),
    onNull: options.onNull,
    members: 0,
    elements: 0,
  }
  check(value, [], walk)
  if (countNames(text) !== walk.members) throw new JsonFault('duplicate-member', findDuplicate(text))
  options.onText?.(text)
  return value
}

/**
 * As `readJson`, with an error of the step that reads.
 *
 * @param errorOf - Makes it.
 */
export function readJsonOr(
  bytes: Uint8Array,
  errorOf: (fault: JsonFault) => Error,
  options: ReadJsonOptions = {},
): unknown {
  try {
    return readJson(bytes, options)
  } catch (error) {
    throw error instanceof JsonFault ? errorOf(error) : error
  }
}

let decoder: TextDecoder | undefined

function decode(bytes: Uint8Array): string {
  decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw new JsonFault('utf-8')
  }
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) throw new JsonFault('byte-order-mark')
  return text
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // The error quotes the text, so nothing of it is kept. An engine that recurses gives up on depth with a RangeError.
    throw new JsonFault(error instanceof RangeError ? 'too-deep' : 'syntax')
  }
}

function check(value: unknown, path: (string | number)[], walk: Walk): void {
  if (typeof value === 'string') {
    if (walk.checkStrings && LONE_SURROGATE.test(value)) throw new JsonFault('lone-surrogate', path)
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new JsonFault('number-range', path)
  } else if (typeof value === 'object') {
    if (value === null) walk.onNull?.([...path])
    else checkInside(value, path, walk)
  }
}

function checkInside(value: object, path: (string | number)[], walk: Walk): void {
  if (path.length >= walk.maxDepth) throw new JsonFault('too-deep', path)
  if (Array.isArray(value)) {
    walk.elements += value.length
    checkCount(walk, path)
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      check(value[index], path, walk)
      path.pop()
    }
    return
  }
  const names = Object.keys(value)
  walk.members += names.length
  checkCount(walk, path)
  for (const name of names) {
    path.push(name)
    if (name === '__proto__') throw new JsonFault('forbidden-member', path)
    if (walk.checkStrings && LONE_SURROGATE.test(name)) throw new JsonFault('lone-surrogate', path)
    check((value as Record<string, unknown>)[name], path, walk)
    path.pop()
  }
}

function checkCount({ members, elements, maxMembers }: Walk, path: (string | number)[]): void {
  if (members + elements > maxMembers) throw new JsonFault('too-many-members', path)
}

/** How many names of members a JSON text has: strings that a colon follows. */
function countNames(text: string): number {
  let names = 0
  let at = text.indexOf('"')
  while (at !== -1) {
    const after = skipSpace(text, endOfString(text, at))
    if (text.charCodeAt(after) === COLON) names += 1
    at = text.charCodeAt(after) === QUOTE ? after : text.indexOf('"', after)
  }
  return names
}
