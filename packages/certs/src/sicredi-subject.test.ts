import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { sicrediSubject } from './sicredi-subject.ts'

/** All documents are invented. */
const documento = '12345678909'

describe('sicrediSubject', () => {
  test('is the subject of annex V, in its order', () => {
    const subject = sicrediSubject({ nomeParceiro: 'padaria', cpfCnpj: documento })
    expect(subject.map(({ type, value }) => `/${type}=${value}`).join('')).toBe(
      '/C=BR/O=Confederacao Interestadual das Cooperativas Ligadas ao Sicredi/CN=api-parceiros-padaria.sicredi.net' +
        '/ST=RS/L=Porto Alegre/jurisdictionCountryName=BR/OU=API Pix Sicredi/serialNumber=urn:cpfcnpj:12345678909',
    )
  })

  test.each([
    ['12345678909', '12345678909'],
    ['123.456.789-09', '12345678909'],
    ['12345678000195', '12345678000195'],
    ['12.345.678/0001-95', '12345678000195'],
    ['12.ABC.345/01DE-35', '12ABC34501DE35'],
    [' 123.456.789-09\n', '12345678909'],
  ])('writes %j as %s', (cpfCnpj, written) => {
    const subject = sicrediSubject({ nomeParceiro: 'padaria', cpfCnpj })
    expect(subject[7]).toEqual({ type: 'serialNumber', value: `urn:cpfcnpj:${written}` })
  })

  test.each(['', '12345678900', '12345678000196', '1234567890', 'urn:cpfcnpj:12345678909', '12abc34501de35'])(
    'refuses %j, which is no CPF and no CNPJ',
    (cpfCnpj) => {
      const error = errorOf(() => sicrediSubject({ nomeParceiro: 'padaria', cpfCnpj }))
      expect(error).toMatchObject({
        code: 'CERTS_SUBJECT_INVALID',
        path: ['cpfCnpj'],
        params: { expected: 'CPF, CNPJ' },
      })
    },
  )

  test('writes the prefix of the note in the manual when it is asked for, before a CNPJ alone', () => {
    const options = { nomeParceiro: 'padaria', prefixo: 'urn:cnpj' } as const
    const subject = sicrediSubject({ ...options, cpfCnpj: '12.345.678/0001-95' })
    expect(subject[7]).toEqual({ type: 'serialNumber', value: 'urn:cnpj:12345678000195' })
    const error = errorOf(() => sicrediSubject({ ...options, cpfCnpj: documento }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['cpfCnpj'], params: { expected: 'CNPJ' } })
    const other = errorOf(() => sicrediSubject({ ...options, cpfCnpj: documento, prefixo: 'urn:cpf' as never }))
    expect(other).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['prefixo'] })
  })

  test.each(['a', '1', 'padaria-2', 'a'.repeat(38)])('takes the name %s', (nomeParceiro) => {
    const subject = sicrediSubject({ nomeParceiro, cpfCnpj: documento })
    expect(subject[2]?.value).toBe(`api-parceiros-${nomeParceiro}.sicredi.net`)
    expect(subject[2]?.value.length).toBeLessThanOrEqual(64)
  })

  test.each([
    '',
    'Padaria',
    'pão',
    'padaria central',
    'padaria.central',
    '-padaria',
    'padaria-',
    'a'.repeat(39),
    '{NOME_PARCEIRO}',
    'a\n',
  ])('refuses the name %j', (nomeParceiro) => {
    const error = errorOf(() => sicrediSubject({ nomeParceiro, cpfCnpj: documento }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['nomeParceiro'] })
  })

  test.each([undefined, null, {}, { nomeParceiro: 'padaria' }, { nomeParceiro: 'padaria', cpfCnpj: 12_345_678_909 }])(
    'takes %o for a bug',
    (options) => {
      expect(errorOf(() => sicrediSubject(options as never))).toBeInstanceOf(TypeError)
    },
  )
})
