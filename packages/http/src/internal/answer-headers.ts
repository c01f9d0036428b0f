/**
 * Headers of answers that matter whatever was asked.
 *
 * @module
 */

import { quotesOneOf } from './known-values.ts'

type Headers = Readonly<Record<string, string>>

/** Where servers and what stands before them put the id of a request; the first that is there counts (choice of pixkit). */
const REQUEST_ID = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'x-correlationid',
  'correlation-id',
  'correlationid',
  'x-itau-correlationid',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-ms-request-id',
  'x-trace-id',
  'cf-ray',
]

/** Short, visible, and nothing that a log would have to escape. */
const ID = /^[\x21-\x7E]{1,128}$/

/**
 * The id by which the bank finds a request, to tell its support.
 *
 * @param secretsOf - Finds what the request held: an id that quotes it is none.
 */
export function requestIdOf(headers: Headers, secretsOf: () => readonly string[]): string | undefined {
  for (const name of REQUEST_ID) {
    const id = headers[name]
    if (id !== undefined && visibleId(id, secretsOf()) !== undefined) return id
  }
  return undefined
}

/** The id that a problem names, if it may stand for the one of the request. */
export function visibleId(id: string | undefined, secrets: readonly string[]): string | undefined {
  return id !== undefined && ID.test(id) && !quotesOneOf(id, secrets) ? id : undefined
}

const SECONDS = /^\d{1,9}(?:\.\d{1,9})?$/

/**
 * How long the server asks to wait. A date is held against the server's own `date`, which is right even where this clock is wrong.
 *
 * @param now - Milliseconds since 1970, for a server that tells no date.
 * @see RFC 9110, section 10.2.3 (Retry-After) and 5.6.7 (the three forms of a date)
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers['retry-after']?.trim()
  if (text === undefined || text === '') return undefined
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000)
  const until = dateOf(text)
  if (until === undefined) return undefined
  return Math.max(0, until - (dateOf(headers['date']) ?? now))
}

/** The form without a zone means GMT, too. */
function dateOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return undefined
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(time) ? undefined : time
}
