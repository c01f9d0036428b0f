/**
 * A code among other text, as chats and e-mails hand it over.
 *
 * @module
 */
import { inspectBrCode } from '@pixkit/brcode'

const BEGIN = '000201'
const MAX_LENGTH = 1024
const LINE_BREAKS = /\r\n|[\n\r\u2028\u2029]/g
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const END = /6304[\dA-Fa-f]{4}/g

export interface Surroundings {
  /** Where 000201 begins, when other text comes before. */
  readonly begin: number | undefined
  /** Line breaks inside the text, not around it. */
  readonly lineBreaks: number
  /** Characters inside the text that no screen shows. */
  readonly zeroWidth: number
  /** Text without 000201 that does not begin with digits either. */
  readonly isNoCode: boolean
  /** The text of a code without errors, once what is around and inside is taken away. */
  readonly code: string | undefined
}

/** Looks at what surrounds the code of a text that was refused. */
export function surroundingsOf(text: string): Surroundings {
  const inner = text.trim()
  const begin = text.indexOf(BEGIN)
  return {
    begin: begin > text.indexOf(inner) ? begin : undefined,
    lineBreaks: inner.match(LINE_BREAKS)?.length ?? 0,
    zeroWidth: inner.match(ZERO_WIDTH)?.length ?? 0,
    isNoCode: inner !== '' && begin === -1 && !/^\d/.test(inner),
    code: findCode(text),
  }
}

/** A line break may stand for nothing or for a space. */
function findCode(text: string): string | undefined {
  const shown = text.replace(ZERO_WIDTH, '')
  for (const candidate of [shown, shown.replace(LINE_BREAKS, ''), shown.replace(LINE_BREAKS, ' ')]) {
    const begin = candidate.indexOf(BEGIN)
    const rest = begin === -1 ? '' : candidate.slice(begin, begin + MAX_LENGTH)
    for (const { 0: end, index } of rest.matchAll(END)) {
      const code = rest.slice(0, index + end.length)
      if (inspectBrCode(code).issues.every(({ severity }) => severity !== 'error')) return code
    }
  }
  return undefined
}
