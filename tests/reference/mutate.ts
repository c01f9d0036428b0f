/** @module Turns published codes into others: objects changed, added, removed, moved, and most of the time a right CRC. */
import { referenceCrc } from './crc.ts'
import { ODD_CHARACTERS } from './hostile-values.ts'
import { copy, mutations, pad } from './mutations.ts'
import type { Random } from './random.ts'
import { codePoints, readStructure, utf16Units, utf8Bytes } from './structure.ts'
import type { ReferenceObject, Width } from './structure.ts'

function write(objects: ReferenceObject[], width: Width, random: Random, liar: boolean): string {
  return objects
    .map(({ id, value, children }) => {
      const text = children ? write(children, width, random, liar) : value
      let length = Array.from(text).reduce((sum, character) => sum + width(character), 0)
      if (liar && random.chance(0.1)) length = Math.max(0, length + random.pick([-1, 1, -length, 3, -4]))
      return `${id}${String(length).padStart(2, '0').slice(-2)}${text}`
    })
    .join('')
}

/** Changes one character of `text`, takes it out or adds one. */
function edit(text: string, random: Random): string {
  const characters = Array.from(text)
  characters.splice(
    random.int(characters.length),
    random.int(2),
    ...(random.chance(0.7) ? [random.pick(ODD_CHARACTERS)] : []),
  )
  return characters.join('')
}

const read = new Map<string, ReferenceObject[]>()

/** The objects of a published code but for the checksum, to be changed at will. */
function objectsOf(text: string): ReferenceObject[] {
  let objects = read.get(text)
  if (!objects) read.set(text, (objects = readStructure(text, codePoints).objects.filter(({ id }) => id !== '63')))
  return copy(objects)
}

/** Another code made of the published code `text`. */
export function mutate(text: string, random: Random): string {
  const root = objectsOf(text)
  const times = random.pick([0, 1, 1, 1, 2, 2, 3, 5])
  for (let i = 0; i < times && root.length > 0; i += 1) random.pick(mutations)(root, random)
  if (random.chance(0.02)) pad(root, random)
  const width = random.chance(0.9) ? codePoints : random.pick([utf8Bytes, utf16Units])
  let body = write(root, width, random, random.chance(0.03))
  if (random.chance(0.06)) body = edit(body, random)
  body += random.chance(0.97) ? '6304' : random.pick(['', '63', '6303', '6305', '6300', '63é4', '63041D3D6304', '6204'])
  let crc = referenceCrc(body)
  if (random.chance(0.05)) crc = crc.toLowerCase()
  if (random.chance(0.04)) {
    crc = random.pick(['', 'FFFF', '0000', 'ABC', '12G4', 'ABCDE', '１234', 'é123', crc.slice(1)])
  }
  let code = body + crc
  if (random.chance(0.02)) code += random.pick(['x', '6304', '5901A', ' x', '\u00a0', '\u2028', '0', 'é', '6304ABCD'])
  if (random.chance(0.03)) code = edit(code, random)
  if (random.chance(0.05)) {
    code =
      random.pick([' ', '\n', '\uFEFF', '\t\r\n', '\u00a0', '"']) +
      code +
      random.pick(['', '\n', ' \uFEFF', '\v\f', '\u0085'])
  }
  if (random.chance(0.001)) {
    return random.pick(['', ' \n\uFEFF', '0', '00', '000201', '00020', '0002016304', '63041D3D', '000201630'])
  }
  return code
}
