/**
 * A payload as the bytes that are signed.
 *
 * @module
 */
import { signedPayloadFailure } from '../failure.ts'

type Place = readonly (string | number)[]

/** Deeper than any payload of the norm, and shallow enough for every reader. */
const MAX_DEPTH = 16

/** Names that objects of the language have already: some readers drop such members, others refuse them. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Has no UTF-8. */
const HALF_CHARACTER = /\p{Surrogate}/u

/**
 * Writes a payload as JSON, in the order of its members, without those that are `undefined`.
 *
 * Stricter than `JSON.stringify`, which would sign something else than was given: `null` for NaN, text for a Date, nothing for a
 * function. `null` itself is refused too, because optional members are to be absent (bacen/pix-api, issue 368).
 */
export function serialise(payload: object): { readonly written: unknown; readonly bytes: Uint8Array } {
  const written = plain(payload, [])
  return { written, bytes: new TextEncoder().encode(JSON.stringify(written)) }
}

/** A copy that holds only what JSON can say; read once, so that what is checked is what is written. */
function plain(value: unknown, path: Place): unknown {
  if (path.length > MAX_DEPTH) throw unsupported('depth', path.slice(0, MAX_DEPTH))
  switch (typeof value) {
    case 'boolean':
      return value
    case 'string':
      if (HALF_CHARACTER.test(value)) throw unsupported('surrogate', path)
      return value
    case 'number':
      if (!Number.isFinite(value)) throw unsupported('number', path)
      return value
    case 'object':
      if (Array.isArray(value)) return Array.from(value, (item: unknown, index) => plain(item, [...path, index]))
      if (isPlainObject(value)) return plainObject(value, path)
      throw unsupported(value === null ? 'null' : 'object', path)
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw unsupported(typeof value, path)
  }
}

function plainObject(value: object, path: Place): object {
  const members = Object.entries(value).flatMap(([name, member]) => {
    if (FORBIDDEN.includes(name)) {
      throw signedPayloadFailure({ reason: 'forbidden-member', path: [...path, name] })
    }
    if (HALF_CHARACTER.test(name)) throw unsupported('surrogate', path)
    return member === undefined ? [] : [[name, plain(member, [...path, name])] as const]
  })
  return Object.fromEntries(members)
}

/** No Date, Map or class, and nothing that writes itself in its own way. */
function isPlainObject(value: object | null): value is object {
  if (value === null || 'toJSON' in value) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

function unsupported(found: string, path: Place): Error {
  return signedPayloadFailure({ reason: 'unsupported-value', path, params: { found } })
}
