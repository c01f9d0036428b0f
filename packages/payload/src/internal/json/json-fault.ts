/**
 * What keeps a JSON text from being read.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { isKnownMember } from './member-names.ts'

export type JsonReason =
  /** The bytes are not UTF-8. */
  | 'utf-8'
  /** U+FEFF stands in front. */
  | 'byte-order-mark'
  /** Not one JSON value and nothing else. */
  | 'syntax'
  /** An object names a member twice, whatever the spelling of the name. */
  | 'duplicate-member'
  /** A member `__proto__`. */
  | 'forbidden-member'
  | 'too-deep'
  | 'too-many-members'
  /** Half a pair of UTF-16 escapes. */
  | 'lone-surrogate'
  /** A number beyond the range of a double. */
  | 'number-range'

/** Thrown inside the package; whoever reads turns it into a `PixkitError` of the own step. */
export class JsonFault extends Error {
  override readonly name: string = 'JsonFault'
  readonly reason: JsonReason
  /** Members from the outermost in. A name that no norm knows is `?`: names come from outside too. */
  readonly path: Path

  constructor(reason: JsonReason, path: Path = []) {
    super(reason)
    this.reason = reason
    this.path = path.map((name) => (typeof name === 'number' || isKnownMember(name) ? name : '?'))
  }
}

/**
 * What a header or a key set tells of it: a member that stands there twice, or that no object may have; all else is no JSON.
 */
export function plainReason({ reason }: JsonFault): 'duplicate-member' | 'forbidden-member' | 'not-json' {
  return reason === 'duplicate-member' || reason === 'forbidden-member' ? reason : 'not-json'
}
