/** @module Slow reader of the objects of a code: two digits of id, two of length, value (EMVCo MPM 1.1). */
import { referenceCrc } from './crc.ts'

/** One object; `children` only in templates. */
export interface ReferenceObject {
  id: string
  value: string
  children?: ReferenceObject[]
}

/** What the structure of a whole code says. */
export interface ReferenceStructure {
  objects: ReferenceObject[]
  errors: string[]
  /** Whether anything follows the first field 63. */
  goesOn: boolean
  /** What is wrong with the objects that follow it; they are no part of the code. */
  beyond: string[]
  /** CRC of everything before the value of the first field 63. */
  crc: string | undefined
}

/** How many units of length one character takes. */
export type Width = (character: string) => number

export const codePoints: Width = () => 1
export const utf8Bytes: Width = (character) => Buffer.byteLength(character)
export const utf16Units: Width = (character) => character.length

/** Templates: 26-51, 62, 64, 80-99, and 50-99 inside 62. */
function isTemplate(path: string[], id: string): boolean {
  const number = Number(id)
  if (path.length === 0) return (number >= 26 && number <= 51) || number === 62 || number === 64 || number >= 80
  return path.length === 1 && path[0] === '62' && number >= 50
}

/** Where a value of `units` ends; undefined when the text ends before, or a character is cut in two. */
function endOf(characters: string[], at: number, units: number, width: Width): number | undefined {
  let left = units
  let end = at
  while (left > 0) {
    const character = characters[end]
    if (character === undefined) return undefined
    left -= width(character)
    end += 1
  }
  return left === 0 ? end : undefined
}

function readLevel(characters: string[], path: string[], width: Width, found: ReferenceStructure): ReferenceObject[] {
  const objects: ReferenceObject[] = []
  const fail = (code: string, id?: string): ReferenceObject[] => {
    const list = found.crc === undefined ? found.errors : found.beyond
    list.push(`${code}@${[...path, ...(id === undefined ? [] : [id])].join('-')}`)
    return objects
  }
  const two = (at: number): string => `${characters[at] ?? ''}${characters[at + 1] ?? ''}`
  let at = 0
  while (at < characters.length) {
    const left = characters.length - at
    const id = two(at)
    const length = two(at + 2)
    if (left < 2) return fail('EMV_OBJECT_TRUNCATED')
    if (!/^[0-9]{2}$/.test(id)) return fail('EMV_ID_NOT_NUMERIC')
    if (left < 4) return fail('EMV_OBJECT_TRUNCATED', id)
    if (!/^[0-9]{2}$/.test(length)) return fail('EMV_LENGTH_NOT_NUMERIC', id)
    if (length === '00') return fail('EMV_LENGTH_ZERO', id)
    const end = endOf(characters, at + 4, Number(length), width)
    if (end === undefined) return fail('EMV_LENGTH_OVERRUN', id)
    if (objects.some((object) => object.id === id)) fail('EMV_DUPLICATE_ID', id)
    const value = characters.slice(at + 4, end)
    const object: ReferenceObject = { id, value: value.join('') }
    if (isTemplate(path, id)) object.children = readLevel(value, [...path, id], width, found)
    objects.push(object)
    if (path.length === 0 && id === '63') {
      found.crc ??= referenceCrc(characters.slice(0, at + 4).join(''))
      if (end < characters.length) found.goesOn = true
    }
    at = end
  }
  return objects
}

/** Reads all objects, counting lengths with `width`; `errors` is empty when the structure is sound. */
export function readStructure(text: string, width: Width): ReferenceStructure {
  const found: ReferenceStructure = { objects: [], errors: [], goesOn: false, beyond: [], crc: undefined }
  found.objects = readLevel(Array.from(text), [], width, found)
  return found
}
