/** @module Trees of EMV objects and their texts, written without the code under test, for the properties of `@pixkit/emv`. */
import type { LengthUnit, Tlv, TlvInput } from '@pixkit/emv'
import fc from 'fast-check'

export interface TlvSample {
  readonly unit: LengthUnit
  readonly text: string
  /** As a reader must return it, with offsets. */
  readonly tree: readonly Tlv[]
  /** As a writer takes it. */
  readonly input: readonly TlvInput[]
}

/** An object and its value as text, which for a template is that of its objects. */
interface Written {
  readonly input: TlvInput
  readonly value: string
  readonly at: (offset: number, unit: LengthUnit) => Tlv
}

const MEASURES: Record<LengthUnit, (value: string) => number> = {
  'code-point': (value) => [...value].length,
  'utf8-byte': (value) => Buffer.byteLength(value),
  'utf16-unit': (value) => value.length,
}
const UNITS: LengthUnit[] = ['code-point', 'utf8-byte', 'utf16-unit']

const IDS = Array.from({ length: 100 }, (_, id) => String(id).padStart(2, '0'))
/** EMVCo MPM 1.1: 26 to 51, 62, 64 and 80 to 99. */
const ROOT_TEMPLATES = [...IDS.slice(26, 52), '62', '64', ...IDS.slice(80)]
const NESTED_TEMPLATES = IDS.slice(50)

const values = fc.oneof(
  { arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 25 }), weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 99 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), weight: 1 },
  { arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 99 }), weight: 1 },
)

/** Well-formed codes of any arrangement, in any order, with objects that nobody knows. */
export function tlvSamples(units: readonly LengthUnit[] = UNITS): fc.Arbitrary<TlvSample> {
  return fc.constantFrom(...units).chain((unit) =>
    level(unit, ROOT_TEMPLATES, Number.POSITIVE_INFINITY).map((objects) => ({
      unit,
      text: textOf(objects, unit),
      tree: place(objects, 0, unit),
      input: objects.map(({ input }) => input),
    })),
  )
}

/** Objects with different ids; those that no longer fit into `room` are left out. */
function level(unit: LengthUnit, templates: readonly string[], room: number): fc.Arbitrary<Written[]> {
  const object = fc.constantFrom(...IDS).chain((id) => {
    if (!templates.includes(id)) return values.map((value) => primitive(id, value))
    const nested = id === '62' && templates === ROOT_TEMPLATES ? NESTED_TEMPLATES : []
    return level(unit, nested, 99).map((children) => template(id, children, unit))
  })
  return fc.uniqueArray(object, { selector: ({ input }) => input.id, maxLength: 8 }).map((objects) => {
    let left = room
    return objects.filter(({ value }) => {
      const length = MEASURES[unit](value)
      const fits = length >= 1 && length <= 99 && length + 4 <= left
      if (fits) left -= length + 4
      return fits
    })
  })
}

function primitive(id: string, value: string): Written {
  return { input: { id, value }, value, at: (offset) => ({ id, value, children: undefined, offset }) }
}

function template(id: string, children: readonly Written[], unit: LengthUnit): Written {
  return {
    input: { id, children: children.map(({ input }) => input) },
    value: textOf(children, unit),
    at: (offset) => ({ id, value: undefined, children: place(children, offset + 4, unit), offset }),
  }
}

function place(objects: readonly Written[], from: number, unit: LengthUnit): Tlv[] {
  return objects.map(({ at }, index) => at(from + textOf(objects.slice(0, index), unit).length, unit))
}

function textOf(objects: readonly Written[], unit: LengthUnit): string {
  return objects.map(({ input, value }) => input.id + String(MEASURES[unit](value)).padStart(2, '0') + value).join('')
}
