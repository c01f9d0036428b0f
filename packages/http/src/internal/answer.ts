/**
 * Bodies of answers: JSON, whatever the content type says, or something else.
 *
 * @module
 */
import type { TransportResponse } from '../transport.ts'

/** What a body turns out to be. */
export type BodyKind = 'empty' | 'json' | 'html' | 'text' | 'binary'

export interface ReadBody {
  readonly kind: BodyKind
  /** The parsed JSON, the text, or `undefined`. */
  readonly value: unknown
}

const ESCAPED_LETTER = /\\u00[5-7]/

const HTML = /^\s*<(?:!doctype|html|head|body|center|h1|title)[\s>]/i

/**
 * Reads a body as what it is: banks send JSON as `text/plain`, and a page of an edge as `application/json`.
 *
 * A byte order mark is tolerated; of a repeated member the last one counts, as `JSON.parse` has it; members named `__proto__` are
 * dropped, for what is copied from them could change the prototype of the copy (choice of pixkit).
 *
 * @see RFC 8259, section 8.1 (UTF-8; a byte order mark may be ignored) and section 4 (repeated names)
 */
export function readBodyOf({ body, headers }: Pick<TransportResponse, 'body' | 'headers'>): ReadBody {
  if (body.byteLength === 0) return { kind: 'empty', value: undefined }
  const text = decode(body)
  if (text === undefined) return { kind: 'binary', value: undefined }
  try {
    return { kind: 'json', value: parseJson(text) }
  } catch {
    if (text.trim() === '') return { kind: 'empty', value: undefined }
    const isHtml = HTML.test(text) || (text.trimStart().startsWith('<') && isHtmlType(headers['content-type']))
    return { kind: isHtml ? 'html' : 'text', value: text }
  }
}

function parseJson(text: string): unknown {
  // Few bodies have it: looking for it in the text is cheaper than looking at every member.
  if (!text.includes('__proto__') && !ESCAPED_LETTER.test(text)) return JSON.parse(text)
  return JSON.parse(text, (name, value: unknown) => (name === '__proto__' ? undefined : value))
}

function isHtmlType(contentType: string | undefined): boolean {
  return contentType !== undefined && /^\s*(?:text\/html|application\/xhtml)/i.test(contentType)
}

let decoder: TextDecoder | undefined

function decode(bytes: Uint8Array): string | undefined {
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
