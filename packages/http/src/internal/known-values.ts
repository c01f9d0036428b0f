/**
 * What a request holds and no log may show, even where the server says it back.
 *
 * @module
 */

type Headers = Readonly<Record<string, string>>

/** Shorter ones are in every other word. */
const MIN_VALUE = 4
/** Ids and values of a query are words, too: `cobv`. */
const MIN_ID = 8
/** A piece of a secret that is as long as this is one, too. */
const MIN_PIECE = 8

/**
 * Collects the values of headers, without their schemes, of the query, and what stands for names in the path: tokens, keys of the
 * application, txids, keys of Pix. What is a word of the path itself is nobody's id.
 *
 * @param template - Of the path: `/cob/{txid}`.
 */
export function knownValuesOf(url: string, template: string, ...headers: readonly (Headers | undefined)[]): string[] {
  const [path = '', query = ''] = url.split('?', 2)
  const names = template.split('/')
  const segments = path.split('/').slice(-names.length)
  const inPath = segments.filter((_segment, index) => names[index]?.includes('{') === true)
  const inQuery = query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1))
  const inHeaders = headers.flatMap((each) => Object.values(each ?? {}).flatMap((value) => value.split(' ')))
  const ids = [...inPath, ...inQuery].map(decoded).filter((id) => id.length >= MIN_ID && !names.includes(id))
  return [...ids, ...inHeaders]
}

/**
 * Whether a text of the server holds one of the values, or is a piece of one, whatever their case and what stands between their letters and
 * digits. It may be encoded as URLs and forms are.
 */
export function quotesOneOf(text: string, values: readonly string[]): boolean {
  const said = [text, decoded(text), decoded(text.replaceAll('+', ' '))].map(bare)
  return values.some((each) => {
    const value = bare(each)
    if (value.length < MIN_VALUE) return false
    return said.some((one) => one.includes(value) || (one.length >= MIN_PIECE && value.includes(one)))
  })
}

/** ASCII that is neither letter nor digit. */
const SEPARATORS = /[^a-z\d\u0080-\uFFFF]+/g

const bare = (text: string): string => text.toLowerCase().replace(SEPARATORS, '')

/** What is encoded wrongly stays as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
