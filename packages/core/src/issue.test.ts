import { describe, expect, test } from 'vitest'
import { formatMessage, type Messages } from './issue.ts'

const messages: Messages = {
  PLAIN: 'plain',
  LIMITS: 'from {min} to {max}, {min} at least',
  PLACE: 'object "{path}" is {kind}',
}

function format(code: string, params = {}, path: readonly (string | number)[] = []): string {
  return formatMessage({ code, path, params }, messages)
}

describe('formatMessage', () => {
  test('returns the sentence of the code', () => {
    expect(format('PLAIN', { min: 1 })).toBe('plain')
  })

  test('fills in every parameter, wherever it stands', () => {
    expect(format('LIMITS', { min: 26, max: 'many' })).toBe('from 26 to many, 26 at least')
  })

  test('fills in zero and the empty text', () => {
    expect(format('LIMITS', { min: 0, max: '' })).toBe('from 0 to , 0 at least')
  })

  test('joins the path with hyphens', () => {
    expect(format('PLACE', { kind: 'a template' }, ['62', '05'])).toBe('object "62-05" is a template')
    expect(format('PLACE', { kind: 'one' }, ['lista', 0])).toBe('object "lista-0" is one')
  })

  test('leaves no trace of an empty path', () => {
    expect(format('PLACE', { kind: 'the whole' })).toBe('object "" is the whole')
  })

  test('takes the path from the issue, not from a parameter of that name', () => {
    expect(format('PLACE', { kind: 'odd', path: 'elsewhere' }, ['26'])).toBe('object "26" is odd')
  })

  test('leaves the placeholder of a missing parameter', () => {
    expect(format('LIMITS', { max: 35 })).toBe('from {min} to 35, {min} at least')
  })

  test('returns the code that the catalogue does not know', () => {
    expect(format('NEWER_CODE', { min: 1 })).toBe('NEWER_CODE')
  })

  test('does not read a parameter as a template or as a replacement pattern', () => {
    expect(format('LIMITS', { min: '{max}', max: '$&' })).toBe('from {max} to $&, {max} at least')
  })

  test('writes an error as it writes an issue', () => {
    const error = Object.assign(new Error('other'), { code: 'PLAIN', path: [], params: {} })
    expect(formatMessage(error, messages)).toBe('plain')
  })
})

test.each(['toString', '__proto__', 'constructor'])('the code %s is unknown, not inherited', (code) => {
  expect(formatMessage({ code, path: [], params: {} }, {})).toBe(code)
})

test('has a sentence for each reason of a code', () => {
  const messages = { X: 'something', 'X:late': 'late by {days}' }
  const issue = { code: 'X', path: [], params: { reason: 'late', days: 2 } }
  expect(formatMessage(issue, messages)).toBe('late by 2')
  expect(formatMessage({ ...issue, params: { reason: 'other' } }, messages)).toBe('something')
  expect(formatMessage({ ...issue, params: { reason: 1 } }, messages)).toBe('something')
})
