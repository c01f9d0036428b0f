import { expect, test } from 'vitest'
import { remedies as english } from './en.ts'
import { remedies as portuguese } from './pt-br.ts'

test.each([
  'HTTP_ABORTED',
  'HTTP_ABORTED:signal',
  'HTTP_ANSWER:encoding',
  'HTTP_ANSWER:syntax',
  'HTTP_CONNECT:hung-up',
  'HTTP_CONNECT:hung-up-expired-certificate',
  'HTTP_CONNECT:other',
  'HTTP_CONNECT:reset',
  'HTTP_ENCODING:damaged',
  'HTTP_PROTOCOL',
  'HTTP_PROTOCOL:malformed',
  'HTTP_PROTOCOL:other',
  'HTTP_PROTOCOL:truncated',
  'HTTP_REDIRECT',
  'HTTP_REDIRECT:hidden',
  'HTTP_STATUS:gateway',
  'HTTP_STATUS:server-error',
  'HTTP_STATUS:timed-out',
  'HTTP_STATUS:unavailable',
  'HTTP_TIMEOUT',
  'HTTP_TIMEOUT:body',
  'HTTP_TIMEOUT:headers',
  'HTTP_TIMEOUT:total',
] as const)('the remedy of %s is no second payment: look first', (key) => {
  expect(portuguese[key]).toMatch(/consult/i)
  expect(english[key]).toMatch(/\blook\b|\bread it\b|\bread whether\b/)
})
