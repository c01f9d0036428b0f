/**
 * What a request holds and no log may show, even where the server says it back.
 *
 * @module
 */

type Headers = Readonly<Record<string, string>>

/** Shorter ones are in every other word. */
const MIN_VALUE = 4
/** A piece of a secret that is as long as this is one, too. */
const MIN_PIECE = 8

/**
 * Collects the values of headers, without their schemes, of the query, and what stands for names in the path: tokens, keys of the
 * application, txids, keys of Pix.
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
  return [...inPath.map(decoded), ...inQuery.map(decoded), ...inHeaders]
}

/** Whether a text of the server holds one of the values, or is a piece of one. */
export function quotesOneOf(text: string, values: readonly string[]): boolean {
  const said = text.toLowerCase()
  return values.some((each) => {
    const value = each.toLowerCase()
    return value.length >= MIN_VALUE && (said.includes(value) || (said.length >= MIN_PIECE && value.includes(said)))
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
