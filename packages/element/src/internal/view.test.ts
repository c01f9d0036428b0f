import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { crc16 } from '@pixkit/emv/crc16'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { viewOf } from './view.ts'

const merchant = { merchantName: 'Fulano de Tal', merchantCity: 'Brasília' } as const
const CHAVE = '123e4567-e12b-12d1-a456-426655440000'
const STATIC = buildBrCode({ kind: 'static', chave: CHAVE, transactionAmount: '1234.50', ...merchant })
const OPEN = buildBrCode({ kind: 'static', chave: CHAVE, ...merchant })
const DYNAMIC = buildBrCode({ kind: 'dynamic', location: 'pix.example.com/cobv/8b3da2f3', ...merchant })
const RECURRENCE = buildBrCode({ kind: 'recurrence', locationRec: 'pix.example.com/rec/2353c790', ...merchant })

describe('viewOf', () => {
  test('of a static code is its amount, receiver and city', () => {
    expect(viewOf(STATIC)).toEqual({
      state: 'ready',
      issues: [],
      text: STATIC,
      knownBy: 'code',
      amount: '1234.50',
      receiver: 'Fulano de Tal',
      city: 'Brasilia',
      notes: [],
    })
  })

  test.each(['\r\n', '\r', '\n', '\t', '\0', '\u0085'])(
    'of a code with the control %j is an error: a field would change it',
    (control) => {
      const body = STATIC.slice(0, -8).replace(
        '5913Fulano de Tal',
        `59${String(11 + control.length)}A${control}aaaaaaaaaa`,
      )
      const code = `${body}6304${crc16(`${body}6304`)}`
      expect(viewOf(code)).toMatchObject({ state: 'error', issues: [{ code: 'BRCODE_CHARSET', severity: 'error' }] })
    },
  )

  test.each([
    ['payer', OPEN],
    ['bank', DYNAMIC],
    ['bank', RECURRENCE],
  ])('says who knows the amount that the code does not state: %s', (knownBy, code) => {
    expect(viewOf(code)).toMatchObject({ state: 'ready', knownBy, amount: '' })
  })

  test('notes cash and recurring payments', () => {
    const saque = buildBrCode({ kind: 'static', chave: CHAVE, fss: '12345678', ...merchant })
    const composite = buildBrCode({
      kind: 'dynamic',
      location: 'pix.example.com/cobv/8b3da2f3',
      locationRec: 'pix.example.com/rec/2353c790',
      ...merchant,
    })
    expect(viewOf(saque)).toMatchObject({ notes: ['saque'] })
    expect(viewOf(composite)).toMatchObject({ notes: ['recurrence'] })
    expect(viewOf(RECURRENCE)).toMatchObject({ notes: ['recurrence'] })
  })

  test('leaves the white space around a code out of it', () => {
    expect(viewOf(`\n\t ${STATIC}\u00a0\ufeff\r\n`)).toMatchObject({ state: 'ready', text: STATIC })
  })

  test.each(['', ' ', '\n\t\u00a0'])('of %j is empty', (code) => {
    expect(viewOf(code)).toEqual({ state: 'empty', issues: [] })
  })

  test('of a code with an error is nothing but its issues', () => {
    const view = viewOf(`${STATIC.slice(0, -4)}0000`)
    expect(Object.keys(view)).toEqual(['state', 'issues'])
    expect(view.state).toBe('error')
    expect(view.issues.map(({ code }) => code)).toEqual(['BRCODE_CRC_MISMATCH'])
  })

  test('of a code with warnings is ready and has them', () => {
    const code = buildBrCode({ kind: 'static', chave: CHAVE, ...merchant }, { profile: 'utf8' })
    const view = viewOf(code)
    expect(view).toMatchObject({ state: 'ready', city: 'Brasília' })
    expect(view.issues.map((issue) => `${issue.severity} ${issue.code}`)).toEqual(['warning BRCODE_CHARSET'])
  })

  test('takes marks that hide or reorder out of the names', () => {
    // The writer refuses such names.
    const name = 'Loja\u202e\u200b A\u0301\u0488'
    const body = OPEN.slice(0, -4).replace('5913Fulano de Tal', `59${name.length}${name}`)
    const code = body + crc16(body)
    expect(viewOf(code)).toMatchObject({ receiver: 'Loja Á' })
  })

  test('is there for any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1200 }),
      // Codes with a few characters changed get further.
      fc
        .tuple(
          fc.constantFrom(STATIC, OPEN, DYNAMIC, RECURRENCE),
          fc.nat(),
          fc.string({ unit: 'binary', maxLength: 3 }),
        )
        .map(([code, at, text]) => code.slice(0, at % code.length) + text + code.slice((at % code.length) + 1)),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const view = viewOf(text)
        const refused = view.issues.some(({ severity }) => severity === 'error')
        expect(refused).toBe(view.state === 'error')
      }),
    )
  })
})
