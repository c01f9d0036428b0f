import { describe, expect, test } from 'vitest'
import { isIspb } from './ispb.ts'

describe('isIspb', () => {
  test.each(['00000000', '12345678', '12ABC345', 'ZZZZZZZZ'])('accepts %s', (text) => {
    expect(isIspb(text)).toBe(true)
  })

  test.each([
    '',
    '1234567',
    '123456789',
    '12abc345',
    '1234 678',
    '1234567\n',
    ' 12345678',
    '1234-678',
    '１２３４５６７８',
  ])('refuses %j', (text) => {
    expect(isIspb(text)).toBe(false)
  })
})
