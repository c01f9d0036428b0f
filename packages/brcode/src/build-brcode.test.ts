/** @module The writer: every kind byte for byte, every refusal with its field. */
import { isPixkitError } from '@pixkit/core/error'
import { describe, expect, test } from 'vitest'
import { type BuildBrCodeOptions, buildBrCode } from './build-brcode.ts'
import { inspectBrCode } from './inspect-brcode.ts'
import { parseBrCode } from './parse-brcode.ts'
import type { BrCode, DynamicBrCode, RecurrenceBrCode, StaticBrCode } from './types.ts'

const EVP = '123e4567-e12b-12d1-a456-426655440000'
const LONG_EMAIL = 'nome.muito.comprido.de.proposito.para.testar.o.limite.da.chave@example.com.br'
const FULANO = { merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA' } as const
const PIX = { merchantName: 'Pix', merchantCity: 'BRASILIA' } as const
const STATIC: StaticBrCode = { kind: 'static', chave: EVP, ...FULANO }
const DYNAMIC: DynamicBrCode = {
  kind: 'dynamic',
  location: 'pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd441',
  ...FULANO,
}
const RECURRENCE: RecurrenceBrCode = {
  kind: 'recurrence',
  locationRec: 'pix.example.com/rec/2353c790eefb11eaadc10242ac120002',
  ...FULANO,
}
const REC_BCB = 'qr-h.sandbox.pix.bcb.gov.br/rest/api/rec'

/** What the writer says of a code, whatever its type. */
function refusalOf(code: unknown, options?: BuildBrCodeOptions): object {
  try {
    buildBrCode(code as BrCode, options)
  } catch (error) {
    if (!isPixkitError(error)) throw error
    const { code: name, path, offset, params } = error
    return {
      code: name,
      path,
      ...(offset === undefined ? {} : { offset }),
      ...(Object.keys(params).length > 0 ? { params } : {}),
    }
  }
  return {}
}

describe('buildBrCode', () => {
  test.each<[string, BrCode, string]>([
    [
      'static',
      STATIC,
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
    ],
    [
      'static with amount, txid and additional information',
      {
        kind: 'static',
        chave: '4004901d-bd85-4769-8e52-cb4c42c506dc',
        infoAdicional: 'Jornada pagador 79680',
        transactionAmount: '390.09',
        txid: 'c367867d8ce649eca8b16036c',
        ...PIX,
      },
      '00020126830014br.gov.bcb.pix01364004901d-bd85-4769-8e52-cb4c42c506dc0221Jornada pagador 796805204000053039865406390.095802BR5903Pix6008BRASILIA62290525c367867d8ce649eca8b16036c6304B1F9',
    ],
    [
      'saque',
      {
        kind: 'static',
        chave: '4004901d-bd85-4769-8e52-cb4c42c506dc',
        infoAdicional: 'Jornada pagador 43107',
        fss: '99999008',
        transactionAmount: '577.57',
        txid: '99ed983ea570413d8d336301d',
        ...PIX,
      },
      '00020126950014br.gov.bcb.pix01364004901d-bd85-4769-8e52-cb4c42c506dc0221Jornada pagador 431070308999990085204000053039865406577.575802BR5903Pix6008BRASILIA6229052599ed983ea570413d8d336301d630418B7',
    ],
    [
      'dynamic, immediate charge',
      { ...DYNAMIC, location: 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441', pointOfInitiationMethod: '12' },
      '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4',
    ],
    [
      'dynamic, charge with a due date, template and location full',
      {
        kind: 'dynamic',
        location: 'qr-h.sandbox.pix.bcb.gov.br/rest/api/v2/cobv/74aee29021db46e4a624d393ab1de78b',
        ...PIX,
      },
      '00020126990014br.gov.bcb.pix2577qr-h.sandbox.pix.bcb.gov.br/rest/api/v2/cobv/74aee29021db46e4a624d393ab1de78b5204000053039865802BR5903Pix6008BRASILIA62070503***6304E51A',
    ],
    [
      'recurrence alone',
      RECURRENCE,
      '00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304F2DA',
    ],
    [
      'static and recurrence',
      {
        kind: 'static',
        chave: 'f4c6089a-bfde-4c00-a2d9-9eaa584b0219',
        infoAdicional: 'CobrancaEstatica',
        transactionAmount: '546.28',
        txid: '84767c56c2ab4e65b6670de2a',
        locationRec: `${REC_BCB}/4b62d4a088fe4f51bcb4c64cf0788691`,
        ...PIX,
      },
      '00020126780014br.gov.bcb.pix0136f4c6089a-bfde-4c00-a2d9-9eaa584b02190216CobrancaEstatica5204000053039865406546.285802BR5903Pix6008BRASILIA6229052584767c56c2ab4e65b6670de2a80950014br.gov.bcb.pix2573qr-h.sandbox.pix.bcb.gov.br/rest/api/rec/4b62d4a088fe4f51bcb4c64cf078869163044486',
    ],
    [
      'immediate charge and recurrence',
      {
        ...DYNAMIC,
        locationRec: 'pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa353194890',
        pointOfInitiationMethod: '12',
      },
      '00020101021226760014br.gov.bcb.pix2554pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa35319489063047741',
    ],
    [
      'charge with a due date and recurrence',
      {
        ...DYNAMIC,
        location: 'pix.example.com/qr/v2/cobv/1e6c54d3ec9449b7a7fc53b6b0f998e7',
        locationRec: 'pix.example.com/qr/v2/rec/3ffa640fa4f14080adccb949fa2dc0d0',
        pointOfInitiationMethod: '12',
      },
      '00020101021226810014br.gov.bcb.pix2559pix.example.com/qr/v2/cobv/1e6c54d3ec9449b7a7fc53b6b0f998e75204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558pix.example.com/qr/v2/rec/3ffa640fa4f14080adccb949fa2dc0d06304A441',
    ],
  ])('writes the published code byte for byte: %s', (_kind, code, expected) => {
    expect(buildBrCode(code)).toBe(expected)
  })

  test('keeps the order 00 01 26 52 53 54 58 59 60 61 62 80 63', () => {
    const text = buildBrCode({
      kind: 'static',
      chave: '12345678909',
      transactionAmount: '10.00',
      txid: 'A1',
      locationRec: 'pix.example.com/rec/1',
      postalCode: '70074900',
      merchantCategoryCode: '5411',
      pointOfInitiationMethod: '11',
      ...FULANO,
    })
    const ids = inspectBrCode(text).tree.map(({ id }) => id)
    expect(ids).toEqual(['00', '01', '26', '52', '53', '54', '58', '59', '60', '61', '62', '80', '63'])
  })

  test('takes no notice of the order of the fields', () => {
    const { kind, chave, merchantCity, merchantName } = STATIC
    expect(buildBrCode({ merchantCity, merchantName, chave, kind })).toBe(buildBrCode(STATIC))
  })

  test('pads the checksum with zeros', () => {
    const code: BrCode = {
      kind: 'static',
      chave: '12345678909',
      merchantName: 'FULANO DE TAL',
      merchantCity: 'BRASILIA',
      txid: 'Z04577',
    }
    expect(buildBrCode(code).slice(-8)).toBe('6304000D')
  })

  test('writes again what the reader returned, with all that it added', () => {
    const text = buildBrCode({ ...DYNAMIC, locationRec: 'pix.example.com/rec/1' })
    expect(buildBrCode(parseBrCode(text))).toBe(text)
  })

  test('treats a field that is undefined as absent', () => {
    const code = { ...STATIC, txid: undefined, amount: undefined } as StaticBrCode
    expect(buildBrCode(code)).toBe(buildBrCode(STATIC))
  })

  test('does not change the object it is given', () => {
    const code = Object.freeze({ ...STATIC, chave: 'FULANO@EXAMPLE.COM' })
    buildBrCode(code)
    expect(code.chave).toBe('FULANO@EXAMPLE.COM')
  })
})

describe('buildBrCode, kinds and fields', () => {
  test.each([undefined, '', 'estatico', 'Static', '__proto__', 'constructor', 'toString', null, 1])(
    'refuses the kind %j',
    (kind) => {
      expect(refusalOf({ ...STATIC, kind })).toEqual({ code: 'BRCODE_KIND_UNKNOWN', path: ['kind'] })
    },
  )

  test.each([
    ['chave', STATIC],
    ['merchantName', STATIC],
    ['merchantCity', STATIC],
    ['location', DYNAMIC],
    ['merchantName', DYNAMIC],
    ['locationRec', RECURRENCE],
    ['merchantCity', RECURRENCE],
  ])('asks for %s', (field, code) => {
    const missing = { code: 'BRCODE_FIELD_MISSING', path: [field] }
    expect(refusalOf({ ...code, [field]: undefined })).toEqual(missing)
    expect(refusalOf({ ...code, [field]: '' })).toEqual(missing)
  })

  test.each([
    ['locationRec', DYNAMIC],
    ['infoAdicional', STATIC],
    ['transactionAmount', STATIC],
    ['txid', STATIC],
    ['fss', STATIC],
    ['postalCode', STATIC],
    ['merchantCategoryCode', STATIC],
    ['pointOfInitiationMethod', STATIC],
  ])('refuses an empty %s, which is not the same as none', (field, code) => {
    expect(refusalOf({ ...code, [field]: '' })).toEqual({ code: 'BRCODE_FIELD_MISSING', path: [field] })
  })

  test.each(['amount', 'valor', 'Chave', 'merchant_name', 'pixKey', 'constructor'])(
    'refuses the misspelt field %s',
    (field) => {
      expect(refusalOf({ ...STATIC, [field]: '10.00' })).toEqual({ code: 'BRCODE_FIELD_UNKNOWN', path: [field] })
    },
  )

  test('refuses a field called __proto__', () => {
    const code = JSON.parse(JSON.stringify(STATIC).replace('{', '{"__proto__":"10.00",')) as unknown
    expect(refusalOf(code)).toEqual({ code: 'BRCODE_FIELD_UNKNOWN', path: ['__proto__'] })
  })

  test.each([
    ['chave', 12345678909],
    ['merchantName', ['Fulano']],
    ['merchantCity', null],
    ['transactionAmount', 10],
    ['txid', 1],
    ['infoAdicional', {}],
    ['locationRec', null],
    ['merchantCategoryCode', 5411],
    ['postalCode', 70074900],
    ['pointOfInitiationMethod', 12],
  ])('refuses %s when it is no string', (field, value) => {
    expect(refusalOf({ ...STATIC, [field]: value })).toEqual({ code: 'BRCODE_FIELD_TYPE', path: [field] })
  })

  test.each([
    ['chave', EVP, DYNAMIC],
    ['infoAdicional', 'Pedido 1', DYNAMIC],
    ['fss', '99999008', DYNAMIC],
    ['transactionAmount', '10.00', DYNAMIC],
    ['txid', 'A1', DYNAMIC],
    ['location', 'pix.example.com/1', STATIC],
    ['location', 'pix.example.com/1', RECURRENCE],
    ['chave', EVP, RECURRENCE],
    ['transactionAmount', '10.00', RECURRENCE],
    ['txid', 'A1', RECURRENCE],
  ])('refuses %s in a kind that does not have it', (field, value, code) => {
    expect(refusalOf({ ...code, [field]: value })).toEqual({ code: 'BRCODE_FIELD_IGNORED', path: [field] })
  })

  test('refuses fss in a composite code', () => {
    const refusal = { code: 'BRCODE_FSS_IN_COMPOSITE', path: ['fss'] }
    expect(refusalOf({ ...STATIC, fss: '99999008', locationRec: 'pix.example.com/rec/1' })).toEqual(refusal)
    expect(refusalOf({ ...RECURRENCE, fss: '99999008' })).toEqual(refusal)
  })

  test.each(['9999900', '999990088', '9999900a', '99.99008'])('refuses the fss %s', (fss) => {
    expect(refusalOf({ ...STATIC, fss })).toEqual({
      code: 'BRCODE_FIELD_FORMAT',
      path: ['fss'],
      params: { expected: 'ISPB' },
    })
  })

  test('writes an fss with letters', () => {
    expect(buildBrCode({ ...STATIC, fss: '12ABC345' })).toContain('030812ABC345')
  })

  test.each(['541', '54110', '54I1', '٥٤١١'])('refuses the category %s', (merchantCategoryCode) => {
    const refusal = { code: 'BRCODE_FIELD_FORMAT', path: ['merchantCategoryCode'], params: { expected: '0000–9999' } }
    expect(refusalOf({ ...STATIC, merchantCategoryCode })).toEqual(refusal)
  })

  test.each(['10', '13', '1', '011'])('refuses the point of initiation %s', (pointOfInitiationMethod) => {
    const refusal = { code: 'BRCODE_FIELD_FORMAT', path: ['pointOfInitiationMethod'], params: { expected: '11, 12' } }
    expect(refusalOf({ ...STATIC, pointOfInitiationMethod })).toEqual(refusal)
  })

  test.each([undefined, null, 'static', 1, Symbol('code')])('throws a TypeError when the code is %s', (code) => {
    expect(() => buildBrCode(code as never)).toThrow(TypeError)
  })

  test.each(['latin1', 'ASCII', '', null])('throws a TypeError when the profile is %j', (profile) => {
    expect(() => buildBrCode(STATIC, { profile: profile as 'ascii' })).toThrow(TypeError)
  })
})

describe('buildBrCode, lengths', () => {
  test('refuses a name of 26 characters and a city of 16', () => {
    expect(refusalOf({ ...STATIC, merchantName: 'N'.repeat(26) })).toEqual({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['merchantName'],
      params: { found: 26, max: 25, over: 1 },
    })
    expect(refusalOf({ ...STATIC, merchantCity: 'C'.repeat(18) })).toEqual({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['merchantCity'],
      params: { found: 18, max: 15, over: 3 },
    })
    expect(
      parseBrCode(buildBrCode({ ...STATIC, merchantName: 'N'.repeat(25), merchantCity: 'C'.repeat(15) })).warnings,
    ).toEqual([])
  })

  test('cuts name and city when asked to', () => {
    const code = { ...STATIC, merchantName: 'N'.repeat(30), merchantCity: 'Vila Bela da Santissima Trindade' }
    expect(parseBrCode(buildBrCode(code, { shorten: true }))).toMatchObject({
      merchantName: 'N'.repeat(25),
      merchantCity: 'Vila Bela da Sa',
    })
  })

  test('leaves no space where it cut', () => {
    const code = { ...STATIC, merchantName: 'Comercio de Alimentos Um  Dois', merchantCity: 'Sao Jose do Rio Preto' }
    expect(parseBrCode(buildBrCode(code, { shorten: true }))).toMatchObject({
      merchantName: 'Comercio de Alimentos Um',
      merchantCity: 'Sao Jose do Rio',
    })
  })

  test('cuts between characters, never inside one', () => {
    const code = { ...STATIC, merchantName: `${'N'.repeat(24)}😀😀` }
    expect(parseBrCode(buildBrCode(code, { shorten: true, profile: 'utf8' })).merchantName).toBe(`${'N'.repeat(24)}😀`)
  })

  test('cuts after folding, not before', () => {
    const code = { ...STATIC, merchantName: `😀${'N'.repeat(25)}` }
    expect(parseBrCode(buildBrCode(code, { shorten: true })).merchantName).toBe('N'.repeat(25))
  })

  test('cuts nothing but name and city', () => {
    const refusal = { code: 'BRCODE_FIELD_TOO_LONG', path: ['postalCode'], params: { found: 11, max: 10, over: 1 } }
    expect(refusalOf({ ...STATIC, postalCode: '70074-90012' }, { shorten: true })).toEqual(refusal)
  })

  test('counts characters, not UTF-16 units or bytes', () => {
    const code = { ...STATIC, merchantName: '😀'.repeat(25), merchantCity: 'é'.repeat(15) }
    expect(buildBrCode(code, { profile: 'utf8' })).toContain(`5925${'😀'.repeat(25)}6015${'é'.repeat(15)}`)
  })

  test.each([
    ['a random key leaves 37 characters', EVP, undefined, 37],
    ['a random key and fss leave 25', EVP, '99999008', 25],
    ['an 11-digit key leaves 62', '12345678909', undefined, 62],
    ['an 11-digit key and fss leave 50', '12345678909', '99999008', 50],
    ['a CNPJ leaves 59', '12ABC34501DE35', undefined, 59],
  ])('shares the 99 characters of template 26: %s', (_rule, chave, fss, max) => {
    const code = { ...STATIC, chave, fss }
    expect(buildBrCode({ ...code, infoAdicional: 'i'.repeat(max) })).toContain('26990014br.gov.bcb.pix')
    expect(refusalOf({ ...code, infoAdicional: 'i'.repeat(max + 2) })).toEqual({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['infoAdicional'],
      params: { found: max + 2, max, over: 2 },
    })
  })

  test('says that nothing fits beside a key of 77 characters', () => {
    const code = { ...STATIC, chave: LONG_EMAIL }
    expect(buildBrCode(code)).toContain(`26990014br.gov.bcb.pix0177${LONG_EMAIL}`)
    expect(refusalOf({ ...code, infoAdicional: 'i' })).toEqual({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['infoAdicional'],
      params: { found: 1, max: 0, over: 1 },
    })
    expect(refusalOf({ ...code, fss: '99999008' })).toEqual({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['chave'],
      params: { found: 77, max: 65, over: 12 },
    })
  })

  test('names the field also where its length would take three digits', () => {
    const refusal = { code: 'BRCODE_FIELD_TOO_LONG', path: ['infoAdicional'] }
    expect(refusalOf({ ...STATIC, infoAdicional: 'i'.repeat(1000) })).toMatchObject(refusal)
  })

  test('measures the additional information as it will be written', () => {
    const code = { ...STATIC, infoAdicional: `${'i'.repeat(37)}😀` }
    expect(buildBrCode(code)).toContain(`0237${'i'.repeat(37)}5204`)
    expect(refusalOf(code, { profile: 'utf8' })).toMatchObject({ params: { found: 38, max: 37, over: 1 } })
  })

  test('refuses a code of more than 512 bytes', () => {
    const code: StaticBrCode = {
      kind: 'static',
      chave: '12345678909',
      infoAdicional: '😀'.repeat(62),
      merchantName: '😀'.repeat(25),
      merchantCity: '😀'.repeat(15),
      postalCode: '70074900',
    }
    expect(refusalOf(code, { profile: 'utf8' })).toEqual({
      code: 'BRCODE_TOO_LONG',
      path: ['infoAdicional'],
      params: { found: 515, max: 512, over: 3 },
    })
    const shorter = buildBrCode({ ...code, infoAdicional: `${'😀'.repeat(61)}i` }, { profile: 'utf8' })
    expect(new TextEncoder().encode(shorter)).toHaveLength(512)
  })
})

describe('buildBrCode, amount', () => {
  test.each(['0.01', '10.00', '123.45', '9999999999.99'])('writes the amount %s', (transactionAmount) => {
    const length = String(transactionAmount.length).padStart(2, '0')
    expect(buildBrCode({ ...STATIC, transactionAmount })).toContain(`54${length}${transactionAmount}5802BR`)
  })

  test.each([
    ['0.00', 'BRCODE_AMOUNT_ZERO', undefined],
    ['0', 'BRCODE_AMOUNT_ZERO', undefined],
    ['10', 'BRCODE_AMOUNT_NOT_CANONICAL', { expected: '10.00', found: '10' }],
    ['10.', 'BRCODE_AMOUNT_NOT_CANONICAL', { expected: '10.00', found: '10.' }],
    ['1.5', 'BRCODE_AMOUNT_NOT_CANONICAL', { expected: '1.50', found: '1.5' }],
    ['01.00', 'BRCODE_AMOUNT_NOT_CANONICAL', { expected: '1.00', found: '01.00' }],
    ['1.005', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['99999999999.00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['10,00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['1.000,00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['-1.00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['+1.00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['1e3', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['NaN', 'BRCODE_AMOUNT_FORMAT', undefined],
    [' 1.00', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['1.00\n', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['.50', 'BRCODE_AMOUNT_FORMAT', undefined],
    ['١.٠٠', 'BRCODE_AMOUNT_FORMAT', undefined],
  ])('refuses the amount %j', (transactionAmount, code, params) => {
    const refusal = { code, path: ['transactionAmount'], ...(params && { params }) }
    expect(refusalOf({ ...STATIC, transactionAmount })).toEqual(refusal)
  })
})

describe('buildBrCode, txid', () => {
  test('writes 25 letters and digits, and *** for none', () => {
    expect(buildBrCode({ ...STATIC, txid: 'aZ09'.repeat(6).concat('x') })).toContain('62290525aZ09')
    expect(buildBrCode({ ...STATIC, txid: '***' })).toBe(buildBrCode(STATIC))
  })

  test('refuses a txid of 26 characters', () => {
    const refusal = { code: 'BRCODE_FIELD_TOO_LONG', path: ['txid'], params: { found: 26, max: 25, over: 1 } }
    expect(refusalOf({ ...STATIC, txid: 'a'.repeat(26) })).toEqual(refusal)
  })

  test.each(['RP12345678-2019', 'PEDIDO 1', 'PEDIDO_1', 'pédido', '**', '****'])('refuses the txid %j', (txid) => {
    expect(refusalOf({ ...STATIC, txid })).toEqual({ code: 'BRCODE_TXID_CHARSET', path: ['txid'] })
  })
})

describe('buildBrCode, chave', () => {
  test.each([
    ['123.456.789-09', '12345678909'],
    ['12.abc.345/01de-35', '12ABC34501DE35'],
    ['+55 (61) 91234-5678', '+5561912345678'],
    ['Fulano@Example.com', 'fulano@example.com'],
    [EVP.toUpperCase(), EVP],
  ])('writes %s as DICT stores it', (chave, stored) => {
    expect(parseBrCode(buildBrCode({ ...STATIC, chave }))).toMatchObject({ chave: stored, warnings: [] })
  })

  test.each([
    ['61912345678', 'CHAVE_TELEFONE_WITHOUT_COUNTRY', undefined],
    ['12345678900', 'CHAVE_CHECK_DIGITS', { tipo: 'CPF' }],
    ['56989000019533', 'CHAVE_CHECK_DIGITS', { tipo: 'CNPJ' }],
    ['11111111111', 'CHAVE_CHECK_DIGITS', { tipo: 'CPF' }],
    ['123e4567e12b12d1a456426655440000', 'CHAVE_EVP_WITHOUT_HYPHENS', undefined],
    ['fulano@exämple.com', 'CHAVE_EMAIL_INVALID', { max: 77 }],
    [`x${LONG_EMAIL}`, 'CHAVE_EMAIL_INVALID', { max: 77 }],
    ['+0561912345678', 'CHAVE_TELEFONE_INVALID', undefined],
    ['chave', 'CHAVE_UNKNOWN', undefined],
  ])('refuses the key %j with a hint', (chave, code, params) => {
    expect(refusalOf({ ...STATIC, chave })).toEqual({ code, path: ['chave'], ...(params && { params }) })
  })
})

describe('buildBrCode, locations', () => {
  test.each([
    ['https://pix.example.com/1', 'BRCODE_LOCATION_SCHEME'],
    ['HTTP://pix.example.com/1', 'BRCODE_LOCATION_SCHEME'],
    ['pix.example.com:8443/1', 'BRCODE_LOCATION_HOST'],
    ['fulano@pix.example.com/1', 'BRCODE_LOCATION_HOST'],
    ['localhost/1', 'BRCODE_LOCATION_HOST'],
    ['10.0.0.1/1', 'BRCODE_LOCATION_HOST'],
    ['pix.example.com', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/a/../b', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com//b', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/1?a=b', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/1#a', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/é', 'BRCODE_LOCATION_PATH'],
    ['pix.example.com/a b', 'BRCODE_LOCATION_PATH'],
    ['PIX.example.com/1', 'BRCODE_LOCATION_NOT_CANONICAL'],
    ['pix.example.com/a:b', 'BRCODE_LOCATION_NOT_CANONICAL'],
    ['pix.example.com/%41', 'BRCODE_LOCATION_NOT_CANONICAL'],
    ['pix.example.com/rec/1', 'BRCODE_LOCATION_KIND'],
  ])('refuses the location %j', (location, code) => {
    expect(refusalOf({ ...DYNAMIC, location })).toEqual({ code, path: ['location'] })
  })

  test('refuses a location of 78 characters', () => {
    const location = `pix.example.com/${'a'.repeat(62)}`
    const params = { found: 78, max: 77, over: 1 }
    expect(refusalOf({ ...DYNAMIC, location })).toEqual({ code: 'BRCODE_FIELD_TOO_LONG', path: ['location'], params })
  })

  test.each([
    'pix.example.com/1',
    'pix.example.com/cobv/1',
    'pix.example.com/rec',
    'pix.example.com/rec/1/2',
    'pix.example.com/xrec/1',
  ])('refuses %s as the location of a recurrence', (locationRec) => {
    expect(refusalOf({ ...RECURRENCE, locationRec })).toEqual({ code: 'BRCODE_LOCATION_KIND', path: ['locationRec'] })
  })

  test('refuses a charge and a recurrence on different hosts', () => {
    const code = { ...DYNAMIC, locationRec: 'pix.example.org/rec/1' }
    expect(refusalOf(code)).toEqual({ code: 'BRCODE_LOCATION_HOSTS_DIFFER', path: ['locationRec'] })
  })
})

describe('buildBrCode, profiles', () => {
  const code: StaticBrCode = {
    kind: 'static',
    chave: '12345678909',
    infoAdicional: 'Mensalidade: março 😀',
    merchantName: 'José & Conceição',
    merchantCity: 'São Paulo',
  }

  test.each([
    [
      'ascii',
      {
        infoAdicional: 'Mensalidade: marco ',
        merchantName: 'Jose & Conceicao',
        merchantCity: 'Sao Paulo',
        warnings: [],
      },
    ],
    [
      'alphanumeric',
      { infoAdicional: 'Mensalidade marco ', merchantName: 'Jose  Conceicao', merchantCity: 'Sao Paulo', warnings: [] },
    ],
  ] as const)('folds accents and drops what %s lacks', (profile, expected) => {
    expect(parseBrCode(buildBrCode(code, { profile }))).toMatchObject(expected)
  })

  test('folds by ascii unless told otherwise', () => {
    expect(buildBrCode(code)).toBe(buildBrCode(code, { profile: 'ascii' }))
  })

  test('keeps every letter with utf8, composed', () => {
    const decomposed = {
      ...code,
      merchantName: code.merchantName.normalize('NFD'),
      merchantCity: code.merchantCity.normalize('NFD'),
    }
    const text = buildBrCode(decomposed, { profile: 'utf8' })
    expect(text).toBe(buildBrCode(code, { profile: 'utf8' }))
    expect(parseBrCode(text)).toMatchObject({
      infoAdicional: code.infoAdicional,
      merchantName: 'José & Conceição',
      merchantCity: 'São Paulo',
    })
  })

  test('keeps control characters and half characters out of ascii', () => {
    const text = buildBrCode({ ...code, merchantName: 'A\n\tB\u007fC\ud800', infoAdicional: undefined })
    expect(text).toContain('5903ABC6009')
  })

  test.each([
    ['merchantName', 'ascii', '最佳运输'],
    ['merchantCity', 'ascii', '北京'],
    ['infoAdicional', 'ascii', '😀'],
    ['postalCode', 'ascii', 'ß'],
    ['merchantName', 'alphanumeric', '&-!'],
  ] as const)('refuses a %s that %s folds to nothing', (field, profile, value) => {
    expect(refusalOf({ ...code, [field]: value }, { profile })).toEqual({ code: 'BRCODE_FIELD_MISSING', path: [field] })
  })

  test.each(['chave', 'txid', 'infoAdicional', 'merchantName', 'merchantCity', 'postalCode'])(
    'refuses half a character in %s with utf8',
    (field) => {
      expect(refusalOf({ ...code, [field]: 'a\ud800' }, { profile: 'utf8' })).toMatchObject({ path: [field] })
    },
  )
})

describe('buildBrCode, hostile objects', () => {
  test.each(['toString', '__proto__', 'hasOwnProperty'])('refuses the profile %s', (profile) => {
    expect(() => buildBrCode({ ...STATIC, merchantName: 'José' }, { profile: profile as 'ascii' })).toThrow(TypeError)
  })

  test.each([[['static']], [{ toString: 1 }], [Object.create(null)], [Symbol('static')]])(
    'refuses the kind %o',
    (kind) => {
      expect(refusalOf({ ...STATIC, kind })).toMatchObject({ code: 'BRCODE_KIND_UNKNOWN', path: ['kind'] })
    },
  )

  test.each([0, null, false, ['x']])('says of the key %o that it is no string', (chave) => {
    expect(refusalOf({ ...STATIC, chave })).toMatchObject({ code: 'BRCODE_FIELD_TYPE', path: ['chave'] })
  })

  test.each([
    [100, { found: 100, max: 37, over: 63 }],
    [1000, { found: 1000, max: 37, over: 963 }],
    [5000, { found: 5000, max: 99, over: 4901 }],
  ])('says how much of %i characters of information fits', (length, params) => {
    expect(refusalOf({ ...STATIC, infoAdicional: 'i'.repeat(length) })).toMatchObject({
      code: 'BRCODE_FIELD_TOO_LONG',
      path: ['infoAdicional'],
      params,
    })
  })

  test('refuses a long run of marks before composing it, which would take long', () => {
    const merchantName = '\u0315\u0300'.repeat(200_000)
    expect(refusalOf({ ...STATIC, merchantName })).toMatchObject({ code: 'BRCODE_FIELD_TOO_LONG' })
    expect(refusalOf({ ...STATIC, merchantName }, { shorten: true })).toMatchObject({ code: 'BRCODE_FIELD_MISSING' })
  })

  test('shortens only what is too long', () => {
    expect(buildBrCode({ ...STATIC, merchantName: 'Abc ' }, { shorten: true })).toContain('5904Abc 60')
  })

  test.each(['a\nb', '\u001b[31m', '\u202eabc', 'a\u2028b'])(
    'refuses %j, which no text for people holds, in utf8',
    (text) => {
      expect(refusalOf({ ...STATIC, merchantName: text }, { profile: 'utf8' })).toMatchObject({
        code: 'BRCODE_CHARSET',
      })
    },
  )

  test.each(['12345678909', '12345678909.00'])('repeats no number that may be a document: %s', (transactionAmount) => {
    expect(JSON.stringify(refusalOf({ ...STATIC, transactionAmount }))).not.toContain('12345678909')
  })

  test.each(['Maria 123.456.789-09', 'x'.repeat(41), '\u001b[31m', 'a12345678909'])(
    'repeats no field name such as %j',
    (field) => {
      expect(refusalOf({ ...STATIC, [field]: '1' })).toMatchObject({ code: 'BRCODE_FIELD_UNKNOWN', path: ['…'] })
    },
  )
})
