import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { forgeName, type StringType } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer, TAG } from '../der/read-der.ts'
import { bitString, integer, nullValue, oid, sequence, setOf, utf8String, writeDer } from '../der/write-der.ts'
import type { Name } from './certificate.ts'
import { canonicalRdns, findAttribute, namesEqual, readName } from './name.ts'

const name = (text: string, type?: StringType): Name => readName(readDer(forgeName(text, type), 'subject'))
const withValue = (value: Uint8Array): Name =>
  readName(readDer(sequence(setOf(sequence(oid('2.5.4.3'), value))), 'subject'))

describe('readName', () => {
  test('reads attributes in the order of the file', () => {
    const { rdns, text } = name('C=BR, OU=Forno+O=Padaria, CN=padaria.example, 1.2.3=x')
    expect(text).toBe('C=BR, OU=Forno+O=Padaria, CN=padaria.example, 1.2.3=#0c0178')
    expect(rdns.map((rdn) => rdn.map(({ type }) => type))).toEqual([['C'], ['OU', 'O'], ['CN'], ['1.2.3']])
    expect(rdns[3]).toEqual([{ oid: '1.2.3', type: '1.2.3', value: 'x' }])
  })

  test('reads an empty name', () => {
    expect(name('')).toMatchObject({ rdns: [], text: '' })
  })

  // RFC 4514, section 2.4
  test.each([
    ['x, O=Banco', String.raw`CN=x\, O=Banco`],
    ['x+O=Banco', String.raw`CN=x\+O=Banco`],
    ['"x"', String.raw`CN=\"x\"`],
    [String.raw`x\y`, String.raw`CN=x\\y`],
    ['a<b>c;d', String.raw`CN=a\<b\>c\;d`],
    ['#1', String.raw`CN=\#1`],
    ['1#', 'CN=1#'],
    [' x ', String.raw`CN=\ x\ `],
    [' ', String.raw`CN=\ `],
    ['a b', 'CN=a b'],
    ['a=b', 'CN=a=b'],
    ['São João', 'CN=São João'],
    ['', 'CN='],
  ])('escapes %j', (value, expected) => {
    expect(withValue(utf8String(value)).text).toBe(expected)
  })

  test.each([
    ['a new line', 'a\nO=b', String.raw`CN=a\0aO=b`],
    ['NUL', 'a\0b', String.raw`CN=a\00b`],
    ['a colour', '\u001b[31mx', String.raw`CN=\1b[31mx`],
    ['an override of direction', '\u202egpj', String.raw`CN=\e2\80\aegpj`],
    ['an isolate', '\u2066x', String.raw`CN=\e2\81\a6x`],
    ['a joiner', 'a\u200db', String.raw`CN=a\e2\80\8db`],
    ['a line separator', 'a\u2028b', String.raw`CN=a\e2\80\a8b`],
    ['C1', 'a\u0085b', String.raw`CN=a\c2\85b`],
  ])('makes %s visible', (_, value, expected) => {
    expect(withValue(utf8String(value)).text).toBe(expected)
  })

  // RFC 4514, section 2.4
  test('shows what is no text as its DER, as no text can look', () => {
    expect(withValue(integer(5)).text).toBe('CN=#020105')
    expect(withValue(nullValue()).text).toBe('CN=#0500')
    expect(withValue(bitString(Uint8Array.of(1, 2))).text).toBe('CN=#0303000102')
    expect(withValue(utf8String('#020105')).text).toBe(String.raw`CN=\#020105`)
  })

  // RFC 4514, section 2.4
  test('shows a value of a type without a name as its DER', () => {
    expect(name('1.2.3.4=abc').text).toBe('1.2.3.4=#0c03616263')
    expect(name('1.2.3.4=abc', 'printable').text).toBe('1.2.3.4=#1303616263')
  })

  test.each([
    ['an empty relative name', sequence(setOf()), 'CERTS_DER_VALUE', ['subject', 0]],
    [
      'an attribute without value',
      sequence(setOf(sequence(oid('2.5.4.3')))),
      'CERTS_DER_TRUNCATED',
      ['subject', 0, 0, 'value'],
    ],
    [
      'a type that is none',
      sequence(setOf(sequence(nullValue(), nullValue()))),
      'CERTS_DER_TAG',
      ['subject', 0, 0, 'type'],
    ],
    ['a sequence for a set', sequence(sequence()), 'CERTS_DER_TAG', ['subject', 0]],
    [
      'half a character',
      sequence(setOf(sequence(oid('2.5.4.3'), writeDer(TAG.bmpString, Uint8Array.of(0, 0x65, 0))))),
      'CERTS_DER_VALUE',
      ['subject', 0, 0, 'value'],
    ],
    [
      'surrogates in a UniversalString',
      sequence(setOf(sequence(oid('2.5.4.3'), writeDer(TAG.universalString, Uint8Array.of(0, 0, 0xd8, 0))))),
      'CERTS_DER_VALUE',
      ['subject', 0, 0, 'value'],
    ],
    [
      'three fields',
      sequence(setOf(sequence(oid('2.5.4.3'), nullValue(), nullValue()))),
      'CERTS_DER_TRAILING',
      ['subject', 0, 0],
    ],
  ])('refuses %s', (_, der, code, path) => {
    expect(errorOf(() => readName(readDer(der, 'subject')))).toMatchObject({ code, path })
  })

  test('no text of a value can pass for another attribute or line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { text } = withValue(utf8String(value))
        const rest = text.replaceAll(/\\[\da-f]{2}|\\./g, '')
        expect(rest).not.toMatch(/[,+"\\<>;\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})

describe('findAttribute', () => {
  const subject = name('C=BR, OU=um, OU=dois, CN=x, 2.5.4.97=PSDBR-1')

  test('finds the first by short name, long name or identifier', () => {
    expect(findAttribute(subject, 'OU')).toBe('um')
    expect(findAttribute(subject, 'countryName')).toBe('BR')
    expect(findAttribute(subject, '2.5.4.3')).toBe('x')
    expect(findAttribute(subject, 'organizationIdentifier')).toBe('PSDBR-1')
  })

  test('finds nothing else', () => {
    expect(findAttribute(subject, 'O')).toBeUndefined()
    expect(findAttribute(subject, 'nothing')).toBeUndefined()
    expect(errorOf(() => findAttribute(subject, 3 as never))).toBeInstanceOf(TypeError)
  })
})

describe('namesEqual', () => {
  // RFC 5280, section 7.1
  test.each([
    ['C=BR, CN=Padaria', 'C=br, CN=PADARIA'],
    ['CN=a b', 'CN=  a \t  b '],
    ['CN=A+O=B', 'O=b+CN=a'],
    ['CN=São', 'CN=SãO'],
    ['', ''],
  ])('holds %j for %j', (left, right) => {
    expect(namesEqual(name(left), name(right))).toBe(true)
  })

  test.each([
    ['C=BR, CN=a', 'CN=a, C=BR'],
    ['CN=a', 'CN=a, CN=a'],
    ['CN=a', 'O=a'],
    ['CN=ab', 'CN=a b'],
    ['CN=São', 'CN=SÃO'],
    ['CN=a, O=b', 'CN=a+O=b'],
    ['CN=a', ''],
    ['CN=\ufeffa', 'CN=a'],
  ])('does not hold %j for %j', (left, right) => {
    expect(namesEqual(name(left), name(right))).toBe(false)
  })

  test('unites the string types, but for numbers', () => {
    const types = ['utf8', 'printable', 'ia5', 't61', 'bmp', 'universal'] as const
    expect(types.filter((type) => !namesEqual(name('CN=1 2'), name('CN=1 2', type)))).toEqual([])
    expect(namesEqual(name('CN=1'), name('CN=1', 'numeric'))).toBe(false)
    expect(namesEqual(name('CN=1', 'numeric'), name('CN=1', 'numeric'))).toBe(true)
  })

  test('tells broken texts apart by their bytes', () => {
    const broken = (octet: number): Name => withValue(writeDer(TAG.utf8String, Uint8Array.of(octet)))
    expect(broken(0xe3).text).toBe(broken(0xe4).text)
    expect(namesEqual(broken(0xe3), broken(0xe3))).toBe(true)
    expect(namesEqual(broken(0xe3), broken(0xe4))).toBe(false)
    expect(namesEqual(withValue(integer(1)), withValue(utf8String('#020101')))).toBe(false)
  })
})

test('canonicalRdns has one text for each relative name', () => {
  expect(canonicalRdns(name('C=BR, O=Padaria'))).toEqual(canonicalRdns(name('C=br, O=padaria, CN=x')).slice(0, 2))
})
