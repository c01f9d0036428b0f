import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameChave } from './same-chave.ts'

const EVP = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'

describe('isSameChave', () => {
  test.each([
    ['+5511999998888', '5511999998888'],
    ['+5511999998888', '11999998888'],
    ['+5511999998888', '005511999998888'],
    ['5511999998888', '005511999998888'],
    ['+551133334444', '0055 11 3333-4444'],
    ['+551133334444', '(11) 3333-4444'],
    ['01234567890', '1234567890'],
    ['01234567890', '012.345.678-90'],
    ['01234567000195', '1234567000195'],
    ['12345678000195', '12.345.678/0001-95'],
    [EVP, EVP.replaceAll('-', '')],
    [EVP, EVP.toUpperCase()],
    ['Loja@Example.com', 'loja@example.com'],
    ['no key', 'no key'],
  ])('%s is %s', (one, other) => {
    expect(isSameChave(one, other)).toBe(true)
    expect(isSameChave(other, one)).toBe(true)
  })

  test.each([
    ['+5511999998888', '+5511999998889'],
    ['+5511999998888', '21999998888'],
    ['+5511999998888', '005511999998889'],
    ['+5511999998888', '0011999998888'],
    ['+5511999998888', '+1511999998888'],
    ['12345678909', '12345678900'],
    ['12345678000195', '12345678909'],
    [EVP, EVP.replace('7', '8')],
    ['a.b@example.com', 'ab@example.com'],
    ['a@example.com', 'evil'],
    [EVP, ''],
  ])('%s is not %s', (one, other) => {
    expect(isSameChave(one, other)).toBe(false)
    expect(isSameChave(other, one)).toBe(false)
  })

  test('any two texts can be compared, the same either way', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSameChave(one, one)).toBe(true)
        expect(isSameChave(one, other)).toBe(isSameChave(other, one))
      }),
    )
  })
})
