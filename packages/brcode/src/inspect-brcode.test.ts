/** @module The inspector: everything that can be read, everything that is wrong. */
import { formatMessage } from '@pixkit/core/issue'
import { appendCrc } from '@pixkit/emv/crc16'
import type { Tlv } from '@pixkit/emv/tlv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectBrCode } from './inspect-brcode.ts'
import { messages as en, remedies as enRemedies } from './messages/en.ts'
import { messages as ptBr, remedies as ptBrRemedies } from './messages/pt-br.ts'
import { parseBrCode, safeParseBrCode } from './parse-brcode.ts'

const EX01 =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const EX06 =
  '00020104141234567890123426580014BR.GOV.BCB.PIX0136123e4567-e12b-12d1-a456-42665544000027300012BR.COM.OUTRO011001234567895204000053039865406123.455802BR5917NOME DO RECEBEDOR6008BRASILIA61087007490062190515RP12345678-201980390012BR.COM.OUTRO01190123.ABCD.3456.WXYZ6304AD38'

/** Ids with the value that stands in the text at the offset, so that a wrong offset shows. */
function outline(text: string, tree: readonly Tlv[]): unknown[] {
  return tree.map(({ id, offset, children }) => {
    const length = Number(text.slice(offset + 2, offset + 4))
    expect(text.slice(offset, offset + 2)).toBe(id)
    return children ? [id, ...outline(text, children)] : `${id} ${text.slice(offset + 4, offset + 4 + length)}`
  })
}

/** Texts that come near to a code: half characters, pieces of codes, digits. */
const anyText = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '000201',
        '26330014br.gov.bcb.pix011112345678909',
        '2518',
        '0014br.gov.bcb.pix',
        '2504a.b/',
        '5303986',
        '540',
        '6304',
        '1D3D',
        '80',
        '99',
        '00',
        '-',
        'é',
        '😀',
        '\ud800',
        ' ',
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom(EX01, EX06), fc.nat(270), fc.nat(3), fc.string({ maxLength: 3 }))
    .map(([text, at, removed, inserted]) => text.slice(0, at) + inserted + text.slice(at + removed)),
)

describe('inspectBrCode', () => {
  test('gives every object, known to Pix or not, at its place in the text', () => {
    const text = `\n ${EX06} `
    const { tree, issues, code } = inspectBrCode(text)
    expect(outline(text, tree)).toEqual([
      '00 01',
      '04 12345678901234',
      ['26', '00 BR.GOV.BCB.PIX', '01 123e4567-e12b-12d1-a456-426655440000'],
      ['27', '00 BR.COM.OUTRO', '01 0123456789'],
      '52 0000',
      '53 986',
      '54 123.45',
      '58 BR',
      '59 NOME DO RECEBEDOR',
      '60 BRASILIA',
      '61 70074900',
      ['62', '05 RP12345678-2019'],
      ['80', '00 BR.COM.OUTRO', '01 0123.ABCD.3456.WXYZ'],
      '63 AD38',
    ])
    expect(issues).toEqual([
      {
        code: 'BRCODE_TXID_CHARSET',
        severity: 'warning',
        path: ['62', '05'],
        offset: text.indexOf('RP1234'),
        params: {},
      },
    ])
    expect(code).toEqual(parseBrCode(EX06.padStart(EX06.length + 2)))
  })

  test('collects all that is wrong at once', () => {
    const text =
      '00020126300014br.gov.bcb.pix0108chave lá52040000530384054041,005802br5913FULANO DE TAL6008BRASÍLIA62090505T-1 163041D3Dxx'
    expect(
      inspectBrCode(text).issues.map(({ code, severity, path }) => `${severity} ${code} ${path.join('-')}`),
    ).toEqual([
      'error BRCODE_CRC_MISMATCH 63',
      'error BRCODE_CRC_NOT_LAST 63',
      'warning CHAVE_UNKNOWN 26-01',
      'error BRCODE_CURRENCY 53',
      'error BRCODE_AMOUNT_FORMAT 54',
      'warning BRCODE_FIELD_FORMAT 58',
      'warning BRCODE_CHARSET 60',
      'warning BRCODE_TXID_CHARSET 62-05',
    ])
  })

  test('keeps what stands before a defect and gives a broken template as a value', () => {
    const text = '00020126330014br.gov.bcb.pix0112123456789095204000053039865802BR59'
    const { tree, issues, code } = inspectBrCode(text)
    expect(outline(text, tree)).toEqual(['00 01', '26 0014br.gov.bcb.pix011212345678909', '52 0000', '53 986', '58 BR'])
    expect(issues.map(({ code: name, path }) => `${name} ${path.join('-')}`)).toEqual([
      'EMV_LENGTH_OVERRUN 26-01',
      'EMV_OBJECT_TRUNCATED ',
    ])
    expect(code).toBeUndefined()
  })

  test('does not call missing what it could not reach', () => {
    const codes = inspectBrCode(EX01.slice(0, 60)).issues.map(({ code }) => code)
    expect(codes).not.toContain('BRCODE_FIELD_MISSING')
    expect(codes).not.toContain('BRCODE_NOT_PIX')
  })

  test('makes the code out where only the checksum is wrong', () => {
    const { code, issues } = inspectBrCode(EX01.replace('1D3D', 'FFFF'))
    expect(code).toMatchObject({
      kind: 'static',
      chave: '123e4567-e12b-12d1-a456-426655440000',
      crc: 'FFFF',
      warnings: [],
    })
    expect(issues).toMatchObject([
      { code: 'BRCODE_CRC_MISMATCH', severity: 'error', params: { expected: '1D3D', found: 'FFFF' } },
    ])
  })

  test('gives only the warnings as warnings of the code', () => {
    const text = appendCrc('00020126330014br.gov.bcb.pix01111234567890052040000530384058' + '02BR5901A6001B62070503***')
    const { code, issues } = inspectBrCode(text)
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'error'])
    expect(code?.warnings).toEqual(issues.slice(0, 1))
  })

  test('names no code where it cannot be said which it is', () => {
    const twice = appendCrc('00020126330014br.gov.bcb.pix01111234567890927330014br.gov.bcb.pix0111123456789095303986')
    expect(inspectBrCode(twice).code).toBeUndefined()
    expect(inspectBrCode('').code).toBeUndefined()
    expect(inspectBrCode('').tree).toEqual([])
  })

  test.each([undefined, null, 1, {}])('throws a TypeError when the text is %j', (text) => {
    expect(() => inspectBrCode(text as never)).toThrow(TypeError)
  })

  test('takes any string, and says of each finding where it is and what to do, in both languages', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { issues } = inspectBrCode(text)
        for (const issue of issues) {
          expect(issue.offset).toBeGreaterThanOrEqual(0)
          expect(issue.offset).toBeLessThanOrEqual(text.length)
          for (const catalogue of [en, enRemedies, ptBr, ptBrRemedies]) {
            expect(catalogue[issue.code]).toBeTypeOf('string')
            expect(formatMessage(issue, catalogue)).not.toMatch(/\{\w+\}|^$/)
          }
        }
      }),
    )
  })

  test('agrees with the reader on every string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { issues, code } = inspectBrCode(text)
        const result = safeParseBrCode(text)
        const [error] = issues.filter(({ severity }) => severity === 'error')
        expect(result.ok ? undefined : result.error.code).toBe(error?.code)
        expect(result.ok ? result.value : code).toEqual(code)
      }),
    )
  })
})

test('a code without its checksum is made out, with an empty one', () => {
  const { code, issues } = inspectBrCode(
    '00020126330014br.gov.bcb.pix0111123456789095204000053039865802BR5901A6001B62070503***',
  )
  expect(code).toMatchObject({ kind: 'static', chave: '12345678909', crc: '' })
  expect(issues).toMatchObject([{ code: 'BRCODE_CRC_MISSING', path: ['63'], offset: 85 }])
})

test('a checksum that another object swallows closes no code', () => {
  const text =
    '00020126330014br.gov.bcb.pix0111123456789095204000053039865802BR5913FULANO DE TAL6008BRASILIA62070503***6116700749006304C0E7'
  expect(inspectBrCode(text).issues).toContainEqual(expect.objectContaining({ code: 'BRCODE_CRC_MISSING' }))
})
