import { expect, test } from 'vitest'
import { lowerAscii } from './lower-ascii.ts'

test('lowerAscii changes A to Z and nothing else', () => {
  expect(lowerAscii('AZaz[@É\u212a')).toBe('azaz[@É\u212a')
})
