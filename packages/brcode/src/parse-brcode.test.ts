/** @module The reader: what it refuses, what it lives with, and where each finding is. */
import { appendCrc, crc16 } from '@pixkit/emv/crc16'
import { describe, expect, test } from 'vitest'
import { inspectBrCode } from './inspect-brcode.ts'
import { parseBrCode, safeParseBrCode } from './parse-brcode.ts'

const EX01 =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const GUI = '0014br.gov.bcb.pix'
const NO_TXID = '62070503***'

type Unit = 'code-point' | 'utf8-byte' | 'utf16-unit'

const lengthIn: Record<Unit, (text: string) => number> = {
  'code-point': (text) => [...text].length,
  'utf8-byte': (text) => new TextEncoder().encode(text).length,
  'utf16-unit': (text) => text.length,
}

function object(id: string, value: string, unit: Unit = 'code-point'): string {
  return id + String(lengthIn[unit](value)).padStart(2, '0') + value
}

interface Parts {
  payment?: string
  currency?: string
  country?: string
  category?: string
  name?: string
  city?: string
  more?: string
  additional?: string
  initiation?: string
}

const KEY = object('26', GUI + object('01', '12345678909'))
const CHARGE = object('26', GUI + object('25', 'pix.example.com/cob/1'))
const REC = object('80', GUI + object('25', 'pix.example.com/rec/1'))

/** A code with a right checksum; an empty part is left out. */
function codeOf({
  initiation = '',
  payment = KEY,
  category = '52040000',
  currency = '5303986',
  country = '5802BR',
  name = object('59', 'Fulano de Tal'),
  city = object('60', 'BRASILIA'),
  more = '',
  additional = NO_TXID,
}: Parts): string {
  return appendCrc(`000201${initiation}${payment}${category}${currency}${country}${name}${city}${more}${additional}`)
}

/** The refusal as plain data. */
function refusalOf(text: string, strict = false): object {
  const result = safeParseBrCode(text, { strict })
  return result.ok
    ? {}
    : { code: result.error.code, path: result.error.path, at: result.error.offset, params: result.error.params }
}

/** Code and path of each warning. */
function warningsOf(text: string): string[] {
  return parseBrCode(text).warnings.map(({ code, path }) => `${code} ${path.join('-')}`)
}

describe('parseBrCode', () => {
  test('reads a static code', () => {
    expect(parseBrCode(EX01)).toEqual({
      kind: 'static',
      chave: '123e4567-e12b-12d1-a456-426655440000',
      chaveTipo: 'evp',
      merchantName: 'Fulano de Tal',
      merchantCity: 'BRASILIA',
      crc: '1D3D',
      warnings: [],
    })
  })

  test.each([
    ['static', KEY, ''],
    ['dynamic', CHARGE, ''],
    ['recurrence', object('26', GUI), REC],
    ['static', KEY, REC],
    ['dynamic', CHARGE, REC],
  ])('tells the kind by 26-01, 26-25 and 80-25: %s', (kind, payment, more) => {
    for (const initiation of ['', '010211', '010212']) {
      expect(parseBrCode(codeOf({ payment, more, initiation }))).toMatchObject({ kind, warnings: [] })
    }
  })

  test('refuses a template with key and location, and one with neither', () => {
    const both = object('26', GUI + object('01', '12345678909') + object('25', 'pix.example.com/1'))
    expect(refusalOf(codeOf({ payment: both }))).toMatchObject({
      code: 'BRCODE_CHAVE_AND_LOCATION',
      path: ['26'],
      at: 6,
    })
    expect(refusalOf(codeOf({ payment: both, more: REC }))).toMatchObject({
      code: 'BRCODE_CHAVE_AND_LOCATION',
      path: ['26'],
    })
    expect(refusalOf(codeOf({ payment: object('26', GUI) }))).toMatchObject({
      code: 'BRCODE_NOTHING_TO_PAY',
      path: ['26'],
      at: 6,
    })
  })

  test.each(['26', '27', '51'])('finds Pix by its GUI at %s, beside other arrangements and card schemes', (id) => {
    const other = object(id === '26' ? '27' : '26', '0012BR.COM.OUTRO01100123456789')
    const payment = `041412345678901234${other}${object(id, GUI + object('01', '12345678909'))}`
    expect(parseBrCode(codeOf({ payment }))).toMatchObject({ kind: 'static', chave: '12345678909', warnings: [] })
  })

  test('takes the GUI in any letter case', () => {
    const payment = object('26', `0014BR.gov.BCB.pix${object('01', '12345678909')}`)
    expect(warningsOf(codeOf({ payment }))).toEqual([])
  })

  test('says that a code without the GUI of Pix is not Pix', () => {
    const payment = object('26', '0012BR.COM.OUTRO')
    expect(refusalOf(codeOf({ payment }))).toEqual({ code: 'BRCODE_NOT_PIX', path: [], at: 0, params: {} })
    expect(refusalOf(codeOf({ payment: '', more: REC }))).toMatchObject({ code: 'BRCODE_NOT_PIX' })
  })

  test('refuses two payments or two recurrences of Pix', () => {
    const payment = KEY + object('27', GUI + object('01', '12345678909'))
    expect(refusalOf(codeOf({ payment }))).toMatchObject({
      code: 'BRCODE_PIX_DUPLICATED',
      path: ['27'],
      at: 6 + KEY.length,
    })
    const more = REC + object('81', GUI + object('25', 'pix.example.com/rec/2'))
    expect(refusalOf(codeOf({ more }))).toMatchObject({ code: 'BRCODE_PIX_DUPLICATED', path: ['81'] })
  })

  test('reads a recurrence at any of 80 to 99, and ignores 80 with the GUI but no location', () => {
    const more = object('80', GUI + object('01', 'v1')) + object('99', GUI + object('25', 'pix.example.com/rec/1'))
    const code = parseBrCode(codeOf({ more }))
    expect(code.locationRec).toBe('pix.example.com/rec/1')
    expect(code.warnings).toMatchObject([{ code: 'BRCODE_FIELD_IGNORED', path: ['80'] }])
  })

  test('accepts the objects in any order between 00 and 63', () => {
    const text = appendCrc(`000201${NO_TXID}6008BRASILIA5913Fulano de Tal5802BR540510.00${KEY}530398652040000`)
    expect(parseBrCode(text)).toMatchObject({ kind: 'static', transactionAmount: '10.00', warnings: [] })
    expect(refusalOf(appendCrc(`${KEY}0002015303986`))).toMatchObject({
      code: 'BRCODE_PAYLOAD_FORMAT',
      path: ['00'],
      at: 0,
    })
  })

  test('ignores reserved objects, tips, the language template and the marker of BR Code v1', () => {
    const more = `${object('55', '01')}${object('65', 'x')}${object('64', '0002PT0101A')}`
    const additional = object('62', `0503***${object('50', '0017BR.GOV.BCB.BRCODE01051.0.0')}`)
    expect(warningsOf(codeOf({ more, additional }))).toEqual([])
  })

  test('reports sub-objects that Pix does not define', () => {
    const payment = object('26', GUI + object('01', '12345678909') + object('04', 'x'))
    expect(warningsOf(codeOf({ payment }))).toEqual(['BRCODE_FIELD_IGNORED 26-04'])
    const more = object('80', GUI + object('25', 'pix.example.com/rec/1') + object('26', 'x'))
    expect(warningsOf(codeOf({ more }))).toEqual(['BRCODE_FIELD_IGNORED 80-26'])
  })
})

describe('parseBrCode, what is around the code', () => {
  test('does not count white space and byte order marks around the code, but in the offsets', () => {
    expect(parseBrCode(`\ufeff \t\r\n${EX01}\r\n \ufeff`)).toEqual(parseBrCode(EX01))
    const broken = EX01.replace('5802BR', '5800BR')
    expect(refusalOf(broken)).toMatchObject({ code: 'EMV_LENGTH_ZERO', path: ['58'], at: EX01.indexOf('5802BR') + 2 })
    expect(refusalOf(`\ufeff  ${broken}`)).toMatchObject({ at: EX01.indexOf('5802BR') + 5 })
  })

  test('keeps the spaces inside the code', () => {
    expect(parseBrCode(codeOf({ name: object('59', ' Fulano ') })).merchantName).toBe(' Fulano ')
  })

  test.each(['pix:', '"', '\u00a0', 'https://'])('refuses the prefix %j', (prefix) => {
    expect(refusalOf(prefix + EX01)).toEqual({ code: 'BRCODE_PAYLOAD_FORMAT', path: ['00'], at: 0, params: {} })
  })

  test.each(['', ' ', '\n', '\ufeff\t'])('says that %j is empty', (text) => {
    expect(refusalOf(text)).toEqual({ code: 'BRCODE_EMPTY', path: [], at: text.length, params: {} })
  })

  test.each(['00020126580014br.gov.bcb.pix', '000202', '00020', '00', 'abc', '\0', '000301'])(
    'refuses the fragment %j',
    (text) => {
      expect(safeParseBrCode(text).ok).toBe(false)
    },
  )

  test('reads nothing beyond 1024 characters, outer spaces not counted', () => {
    const params = { found: 1025, max: 1024, over: 1 }
    expect(refusalOf('0'.repeat(1025))).toEqual({ code: 'BRCODE_TOO_LONG', path: [], at: 0, params })
    expect(refusalOf('0'.repeat(1024))).toMatchObject({ code: 'BRCODE_PAYLOAD_FORMAT' })
    expect(parseBrCode(EX01 + ' '.repeat(100_000)).crc).toBe('1D3D')
  })

  test('warns above 512 bytes', () => {
    const sized = (bytes: number): string => codeOf({ more: filler(bytes) })
    const bare = sized(0).length
    expect(warningsOf(sized(512 - bare))).toEqual([])
    const [warning] = parseBrCode(sized(513 - bare)).warnings
    expect(warning).toEqual({
      code: 'BRCODE_TOO_LONG',
      severity: 'warning',
      path: [],
      offset: 0,
      params: { found: 513, max: 512, over: 1 },
    })
  })
})

/** Reserved objects that are together so long. */
function filler(length: number): string {
  let text = ''
  for (let id = 65; text.length < length; id += 1) {
    const rest = length - text.length
    text += object(String(id), 'x'.repeat(rest > 103 ? 50 : rest - 4))
  }
  return text
}

describe('parseBrCode, structure', () => {
  test.each([
    ['EMV_ID_NOT_NUMERIC', ['26'], codeOf({ payment: object('26', `${GUI}0x0512345`) }), 28],
    ['EMV_LENGTH_NOT_NUMERIC', ['58'], codeOf({ country: '580xBR' }), 60],
    ['EMV_LENGTH_ZERO', ['58'], codeOf({ country: '5800' }), 60],
    ['EMV_LENGTH_OVERRUN', ['26', '01'], codeOf({ payment: object('26', `${GUI}011212345678909`) }), 30],
    ['EMV_OBJECT_TRUNCATED', ['26'], codeOf({ payment: object('26', `${GUI}01`) }), 28],
    ['EMV_DUPLICATE_ID', ['59'], codeOf({ more: object('59', 'Outro') }), 93],
    ['EMV_DUPLICATE_ID', ['62', '05'], codeOf({ additional: object('62', '0503***0503***') }), 104],
    ['EMV_NOT_UNICODE', [], codeOf({ name: object('59', 'a\ud800') }), 69],
  ])('refuses %s', (code, path, text, at) => {
    expect(refusalOf(text)).toMatchObject({ code, path, at })
  })

  test('refuses objects that Pix ignores when they are broken', () => {
    expect(refusalOf(codeOf({ more: object('64', '0002PT0102A') }))).toMatchObject({
      code: 'EMV_LENGTH_OVERRUN',
      path: ['64', '01'],
    })
  })

  test('does not look into 02 to 25 and 65 to 79', () => {
    expect(warningsOf(codeOf({ payment: object('04', '0002xx9') + KEY, more: object('65', '0002xx9') }))).toEqual([])
  })
})

describe('parseBrCode, checksum', () => {
  test('accepts it in lower case', () => {
    expect(parseBrCode(EX01.replace('1D3D', '1d3d')).crc).toBe('1d3d')
  })

  test('refuses a wrong one and gives both', () => {
    expect(refusalOf(EX01.replace('1D3D', '1D3E'))).toEqual({
      code: 'BRCODE_CRC_MISMATCH',
      path: ['63'],
      at: EX01.length - 4,
      params: { expected: '1D3D', found: '1D3E' },
    })
  })

  test('needs its leading zeros', () => {
    const text = codeOf({ name: object('59', 'FULANO DE TAL'), additional: object('62', '0506Z04577') })
    expect(text.slice(-4)).toBe('000D')
    expect(warningsOf(text)).toEqual([])
    expect(refusalOf(text.replace(/6304000D$/, '6301D'))).toMatchObject({ code: 'BRCODE_CRC_FORMAT', path: ['63'] })
  })

  test.each(['ZZZZ', '1D3G', '    '])('refuses %j, which is not hexadecimal', (crc) => {
    const text = EX01.replace('1D3D', crc)
    expect(safeParseBrCode(text).ok).toBe(false)
  })

  test('refuses a code without it', () => {
    expect(refusalOf(EX01.slice(0, -8))).toMatchObject({ code: 'BRCODE_CRC_MISSING', path: ['63'] })
  })

  test.each(['x', '0', '6101A', '\u00a0', `63041D3D`, EX01])('refuses %j after it', (rest) => {
    expect(refusalOf(EX01 + rest)).toMatchObject({
      code: 'BRCODE_CRC_NOT_LAST',
      at: EX01.length,
      params: { found: rest.length },
    })
  })

  test('covers the UTF-8 bytes of the text', () => {
    const text = EX01.replace('BRASILIA', 'BRASÍLIA').slice(0, -4)
    expect(parseBrCode(`${text}B4F6`).crc).toBe('B4F6')
    expect(crc16(text)).toBe('B4F6')
  })
})

describe('parseBrCode, length units', () => {
  const build = (unit: Unit, name: string): string => {
    const payment = object('26', GUI + object('01', '12345678909') + object('02', name, unit), unit)
    return codeOf({ payment, name: object('59', name, unit) })
  }

  test.each([
    ['utf8-byte', 'José da Silva'],
    ['utf8-byte', 'Oi 😀!'],
    ['utf16-unit', 'Oi 😀!'],
    ['utf16-unit', '😀é😀'],
  ] as const)('reads lengths that count %ss: %s', (unit, name) => {
    const code = parseBrCode(build(unit, name))
    expect(code).toMatchObject({ infoAdicional: name, merchantName: name })
    expect(code.warnings[0]).toEqual({
      code: 'BRCODE_LENGTH_UNIT',
      severity: 'warning',
      path: [],
      offset: 0,
      params: { unit },
    })
  })

  test('counts characters where that works', () => {
    expect(warningsOf(build('code-point', 'Oi 😀!'))).toEqual(['BRCODE_CHARSET 26-02', 'BRCODE_CHARSET 59'])
  })

  test('tries no other unit unless the checksum proves it', () => {
    const text = build('utf8-byte', 'José da Silva')
    expect(safeParseBrCode(text.slice(0, -4) + (text.endsWith('0000') ? '1111' : '0000')).ok).toBe(false)
  })
})

describe('parseBrCode, fields', () => {
  test.each([
    ['10.00', '10.00', []],
    ['9999999999.99', '9999999999.99', []],
    ['0.01', '0.01', []],
    ['98', '98.00', ['BRCODE_AMOUNT_NOT_CANONICAL 54']],
    ['98.', '98.00', ['BRCODE_AMOUNT_NOT_CANONICAL 54']],
    ['13.0', '13.00', ['BRCODE_AMOUNT_NOT_CANONICAL 54']],
    ['007.50', '7.50', ['BRCODE_AMOUNT_NOT_CANONICAL 54']],
    ['0', undefined, ['BRCODE_AMOUNT_ZERO 54']],
    ['0.00', undefined, ['BRCODE_AMOUNT_ZERO 54']],
    ['000.', undefined, ['BRCODE_AMOUNT_ZERO 54']],
  ])('reads the amount %s as %s', (amount, expected, warnings) => {
    const text = codeOf({ more: object('54', amount) })
    expect(parseBrCode(text)).toMatchObject({ kind: 'static', ...(expected && { transactionAmount: expected }) })
    expect('transactionAmount' in parseBrCode(text)).toBe(expected !== undefined)
    expect(warningsOf(text)).toEqual(warnings)
  })

  test.each(['98,73', '3 705', '1.005', '.5', '.', '1.000.00', '12345678901.00', '12345678901234', '1e3', '-1', '١'])(
    'refuses the amount %s',
    (amount) => {
      const text = codeOf({ more: object('54', amount) })
      expect(refusalOf(text)).toEqual({
        code: 'BRCODE_AMOUNT_FORMAT',
        path: ['54'],
        at: text.indexOf('BRASILIA54') + 12,
        params: {},
      })
    },
  )

  test('refuses a currency other than 986, and none', () => {
    const refusal = { code: 'BRCODE_CURRENCY', path: ['53'], params: { expected: '986' } }
    expect(refusalOf(codeOf({ currency: '5303840' }))).toMatchObject({ ...refusal, at: 55 })
    const without = codeOf({ currency: '' })
    expect(refusalOf(without)).toMatchObject({ ...refusal, at: without.length })
  })

  test.each([
    ['country', { country: '5802br' }, 'BRCODE_FIELD_FORMAT 58'],
    ['country', { country: '5802US' }, 'BRCODE_FIELD_FORMAT 58'],
    ['country', { country: '' }, 'BRCODE_FIELD_MISSING 58'],
    ['category', { category: '520500000' }, 'BRCODE_FIELD_FORMAT 52'],
    ['category', { category: '5204ABCD' }, 'BRCODE_FIELD_FORMAT 52'],
    ['category', { category: '' }, 'BRCODE_FIELD_MISSING 52'],
    ['name', { name: object('59', 'N'.repeat(28)) }, 'BRCODE_FIELD_TOO_LONG 59'],
    ['name', { name: object('59', 'José') }, 'BRCODE_CHARSET 59'],
    ['name', { name: object('59', 'A\nB') }, 'BRCODE_CHARSET 59'],
    ['name', { name: '' }, 'BRCODE_FIELD_MISSING 59'],
    ['city', { city: object('60', 'C'.repeat(19)) }, 'BRCODE_FIELD_TOO_LONG 60'],
    ['city', { city: object('60', 'São Paulo') }, 'BRCODE_CHARSET 60'],
    ['city', { city: '' }, 'BRCODE_FIELD_MISSING 60'],
    ['postal code', { more: object('61', '70074-900-12') }, 'BRCODE_FIELD_TOO_LONG 61'],
    ['additional data', { additional: '' }, 'BRCODE_FIELD_MISSING 62'],
    ['txid', { additional: object('62', '0702T1') }, 'BRCODE_FIELD_MISSING 62-05'],
    ['txid', { additional: object('62', object('05', 'RP12345678-2019')) }, 'BRCODE_TXID_CHARSET 62-05'],
    ['txid', { additional: object('62', object('05', 'a'.repeat(26))) }, 'BRCODE_FIELD_TOO_LONG 62-05'],
    ['initiation', { initiation: '010213' }, 'BRCODE_FIELD_FORMAT 01'],
    ['initiation', { initiation: '01011' }, 'BRCODE_FIELD_FORMAT 01'],
    ['fss', { payment: object('26', `${GUI}${object('01', '12345678909')}0303123`) }, 'BRCODE_FIELD_FORMAT 26-03'],
  ])('warns of a bad or missing %s: %j', (_field, parts, warning) => {
    expect(warningsOf(codeOf(parts))).toEqual([warning])
  })

  test('gives empty texts for a missing name and city', () => {
    expect(parseBrCode(codeOf({ name: '', city: '' }))).toMatchObject({ merchantName: '', merchantCity: '' })
  })

  test('takes category 0000 as none, and returns another', () => {
    expect(parseBrCode(codeOf({}))).not.toHaveProperty('merchantCategoryCode')
    expect(parseBrCode(codeOf({ category: '52045411' }))).toMatchObject({ merchantCategoryCode: '5411', warnings: [] })
  })

  test('ignores amount and txid of a code that has none, aloud', () => {
    const more = object('54', '45.00')
    const additional = object('62', object('05', 'F8F0E7A86312021'))
    const ignored = ['BRCODE_FIELD_IGNORED 54', 'BRCODE_FIELD_IGNORED 62-05']
    for (const payment of [CHARGE, object('26', GUI)]) {
      const code = parseBrCode(codeOf({ payment, more: more + REC, additional }))
      expect(code).not.toHaveProperty('transactionAmount')
      expect(code).not.toHaveProperty('txid')
      expect(code.warnings.map(({ code: name, path }) => `${name} ${path.join('-')}`)).toEqual(ignored)
    }
  })

  test('ignores saque and additional information in a dynamic template, aloud', () => {
    const payment = object(
      '26',
      `${GUI}${object('02', 'Pedido')}${object('03', '99999008')}${object('25', 'pix.example.com/1')}`,
    )
    expect(warningsOf(codeOf({ payment }))).toEqual(['BRCODE_FIELD_IGNORED 26-02', 'BRCODE_FIELD_IGNORED 26-03'])
  })

  test('refuses saque in a composite code', () => {
    const payment = object('26', `${GUI}${object('01', '12345678909')}${object('03', '99999008')}`)
    expect(parseBrCode(codeOf({ payment }))).toMatchObject({ fss: '99999008', warnings: [] })
    expect(refusalOf(codeOf({ payment, more: REC }))).toMatchObject({
      code: 'BRCODE_FSS_IN_COMPOSITE',
      path: ['26', '03'],
    })
  })

  test.each([
    ['12345678900', 'cpf', '12345678900', 'CHAVE_CHECK_DIGITS'],
    ['56989000019533', 'cnpj', '56989000019533', 'CHAVE_CHECK_DIGITS'],
    ['12abc34501de35', 'cnpj', '12ABC34501DE35', 'CHAVE_NOT_NORMALISED'],
    ['FULANO@EXAMPLE.COM', 'email', 'fulano@example.com', 'CHAVE_NOT_NORMALISED'],
    ['123E4567-E12B-12D1-A456-426655440000', 'evp', '123e4567-e12b-12d1-a456-426655440000', 'CHAVE_NOT_NORMALISED'],
    ['61912345678', 'cpf', '61912345678', 'CHAVE_TELEFONE_WITHOUT_COUNTRY'],
    ['+0123', undefined, '+0123', 'CHAVE_TELEFONE_INVALID'],
    ['fulano@', undefined, 'fulano@', 'CHAVE_EMAIL_INVALID'],
    ['123e4567e12b12d1a456426655440000', undefined, '123e4567e12b12d1a456426655440000', 'CHAVE_EVP_WITHOUT_HYPHENS'],
    ['43214833', undefined, '43214833', 'CHAVE_UNKNOWN'],
  ])('reads the key %s with a warning', (chave, chaveTipo, stored, warning) => {
    const text = codeOf({ payment: object('26', GUI + object('01', chave)) })
    expect(parseBrCode(text)).toMatchObject({ chave: stored, ...(chaveTipo && { chaveTipo }) })
    expect('chaveTipo' in parseBrCode(text)).toBe(chaveTipo !== undefined)
    expect(warningsOf(text)).toEqual([`${warning} 26-01`])
  })

  test.each(['12345678909', '12ABC34501DE35', '11222333000181', '+5561912345678', 'fulano@example.com'])(
    'reads the key %s without one',
    (chave) => {
      expect(parseBrCode(codeOf({ payment: object('26', GUI + object('01', chave)) }))).toMatchObject({
        chave,
        warnings: [],
      })
    },
  )
})

describe('parseBrCode, locations', () => {
  const charge = (location: string, more = ''): string =>
    codeOf({ payment: object('26', GUI + object('25', location)), more })

  test.each([
    ['https://pix.example.com/1', 'BRCODE_LOCATION_SCHEME', 0],
    ['pix.example.com:443/1', 'BRCODE_LOCATION_HOST', 0],
    ['192.168.0.1/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a/../b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/1?a', 'BRCODE_LOCATION_PATH', 15],
  ])('refuses the location %s', (location, code, index) => {
    expect(refusalOf(charge(location))).toMatchObject({ code, path: ['26', '25'], at: 32 + index })
  })

  test('reads a location of 77 characters, the most that fits', () => {
    expect(warningsOf(charge(`pix.example.com/${'a'.repeat(61)}`))).toEqual([])
  })

  test('warns of capitals in the host and keeps the location as it is', () => {
    const text = charge('PIX-HOM.EXAMPLE.COM/API/X1')
    expect(parseBrCode(text)).toMatchObject({ location: 'PIX-HOM.EXAMPLE.COM/API/X1', locationKind: 'cob' })
    expect(warningsOf(text)).toEqual(['BRCODE_LOCATION_NOT_CANONICAL 26-25'])
  })

  test('warns when the path says that charge and recurrence were swapped', () => {
    expect(warningsOf(charge('pix.example.com/rec/1'))).toEqual(['BRCODE_LOCATION_KIND 26-25'])
    const more = object('80', GUI + object('25', 'pix.example.com/cobv/1'))
    expect(warningsOf(codeOf({ more }))).toEqual(['BRCODE_LOCATION_KIND 80-25'])
  })

  test('tells a charge with a due date by the segment before the token', () => {
    expect(parseBrCode(charge('pix.example.com/qr/v2/cobv/1'))).toMatchObject({ locationKind: 'cobv' })
    expect(parseBrCode(charge('pix.example.com/cobv/v2/1'))).toMatchObject({ locationKind: 'cob' })
    expect(parseBrCode(charge('cobv.example.com/1'))).toMatchObject({ locationKind: 'cob' })
  })

  test('refuses the whole code for a broken recurrence, of which inspectBrCode still gives the charge', () => {
    const text = codeOf({ more: object('80', GUI + object('25', 'https://pix.example.com/rec/1')) })
    expect(refusalOf(text)).toMatchObject({ code: 'BRCODE_LOCATION_SCHEME', path: ['80', '25'] })
    expect(inspectBrCode(text).code).toMatchObject({ kind: 'static', chave: '12345678909' })
  })

  test('refuses a charge and a recurrence on different hosts, compared in lower case', () => {
    const other = object('80', GUI + object('25', 'pix.example.org/rec/1'))
    expect(refusalOf(charge('pix.example.com/1', other))).toMatchObject({
      code: 'BRCODE_LOCATION_HOSTS_DIFFER',
      path: ['80', '25'],
    })
    expect(warningsOf(charge('PIX.example.com/1', REC))).toEqual(['BRCODE_LOCATION_NOT_CANONICAL 26-25'])
  })
})

describe('parseBrCode, doors', () => {
  test('throws what safeParseBrCode returns', () => {
    const text = EX01.slice(0, -1)
    const result = safeParseBrCode(text)
    expect(result.ok).toBe(false)
    expect(() => parseBrCode(text)).toThrow(expect.objectContaining({ ...('error' in result && result.error) }))
    expect(safeParseBrCode(EX01)).toEqual({ ok: true, value: parseBrCode(EX01) })
  })

  test('turns warnings into errors when strict', () => {
    const text = codeOf({ name: object('59', 'N'.repeat(28)), city: '' })
    expect(parseBrCode(EX01, { strict: true })).toEqual(parseBrCode(EX01))
    expect(refusalOf(text)).toEqual({})
    expect(refusalOf(text, true)).toMatchObject({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['59'],
      params: { found: 28, max: 25, over: 3 },
    })
  })

  test('names a defect before a warning, also when strict', () => {
    const text = codeOf({ name: object('59', 'N'.repeat(28)), more: object('54', '1,00') })
    expect(refusalOf(text, true)).toMatchObject({ code: 'BRCODE_AMOUNT_FORMAT' })
  })

  test.each([undefined, null, 1, {}, ['000201']])(
    'throws a TypeError when the text is %j, through both doors',
    (text) => {
      expect(() => parseBrCode(text as never)).toThrow(TypeError)
      expect(() => safeParseBrCode(text as never)).toThrow(TypeError)
    },
  )
})

describe('parseBrCode, codes that can be read in two ways', () => {
  // 44 characters of four bytes hide a template from readers that count UTF-16 units, and show them another key.
  const forged = `0002017088${'💥'.repeat(44)}26360014br.gov.bcb.pix0114+5511911111111714026360014br.gov.bcb.pix0114+5561912345678520400005303986540510.005802BR5906Fulano6008BRASILIA62070503***630418E6`

  test('warns that another reader sees another key, and refuses when strict', () => {
    const code = parseBrCode(forged)
    expect(code).toMatchObject({ kind: 'static', chave: '+5561912345678' })
    expect(code.warnings).toEqual([
      { code: 'BRCODE_LENGTH_AMBIGUOUS', severity: 'warning', path: [], offset: 0, params: {} },
    ])
    expect(safeParseBrCode(forged, { strict: true })).toMatchObject({ error: { code: 'BRCODE_LENGTH_AMBIGUOUS' } })
  })

  test('refuses what cannot be read in characters and says different things in bytes and in UTF-16 units', () => {
    const text = `0002017092${'💥'.repeat(23)}26380014br.gov.bcb.pix0116mal@example.info714026360014br.gov.bcb.pix0114+5561912345678520400005303986540510.005802BR5906Fulano6008BRASILIA62070503***6304C9EE`
    expect(safeParseBrCode(text)).toMatchObject({ error: { code: 'EMV_LENGTH_NOT_NUMERIC' } })
  })
})
