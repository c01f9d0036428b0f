import { describe, expect, test } from 'vitest'
import { bacenFailure, bacenIssue } from './failure.ts'

const issue = (severity: 'error' | 'warning', ...path: string[]) =>
  bacenIssue('BACEN_REQUEST', severity, { reason: 'missing', path })

describe('bacenFailure', () => {
  const messageOf = (...issues: ReturnType<typeof issue>[]): string =>
    bacenFailure('BACEN_REQUEST', { reason: 'missing', path: ['chave'], issues }).message

  test('says in its message how many errors there are beside the first', () => {
    expect(messageOf()).toBe('"chave" is missing')
    expect(messageOf(issue('error', 'chave'), issue('warning', 'valor'))).toBe('"chave" is missing')
    expect(messageOf(issue('error', 'chave'), issue('error', 'valor'), issue('error', 'devedor'))).toBe(
      '"chave" is missing (and 2 more in "issues")',
    )
  })

  test('names the body where it is all of it', () => {
    expect(bacenFailure('BACEN_REQUEST', { reason: 'missing' }).message).toBe('"body" is missing')
    expect(bacenFailure('BACEN_LIST', { reason: 'checkpoint' }).params).toEqual({ reason: 'checkpoint' })
  })
})
