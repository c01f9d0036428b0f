/**
 * What a message may show of a problem: names, and none that quotes the request.
 *
 * @module
 */
import type { Problema } from '../problema.ts'
import { quotesOneOf } from './known-values.ts'

export interface RefusalNames {
  readonly type: string | undefined
  readonly properties: readonly string[]
}

const TYPE = /^[A-Za-z][A-Za-z_]{0,59}$/

/** Names as a schema has them: letters, one digit at most (`e2eid`), an index behind it. What has more may be a key or a document. */
const PROPERTY = /^(?:(?:^|\.)[A-Za-z]{1,40}(?:\d[A-Za-z]{0,20})?(?:\[\d{1,3}\]|\.\d{1,3})?)+$/
const MAX_PROPERTY = 100
const MAX_PROPERTIES = 5

/** @param secrets - What the request held. */
export function namesOf(problema: Problema | undefined, secrets: readonly string[]): RefusalNames {
  const type = problema?.type
    .replace(/^about:blank$/, '')
    .split(/[/#:]/)
    .filter((segment) => segment !== '')
    .at(-1)
  const properties = (problema?.violacoes ?? [])
    .map(({ propriedade = '' }) => propriedade)
    .filter((propriedade) => propriedade.length <= MAX_PROPERTY && PROPERTY.test(propriedade))
    .filter((propriedade) => ![propriedade, ...propriedade.split('.')].some((name) => quotesOneOf(name, secrets)))
  const names = {
    type: type !== undefined && TYPE.test(type) && !quotesOneOf(type, secrets) ? type : undefined,
    properties: [...new Set(properties)].slice(0, MAX_PROPERTIES),
  }
  // One after the other, they may quote what none of them does.
  return quotesOneOf([names.type, ...names.properties].join(''), secrets) ? { type: undefined, properties: [] } : names
}

export function refusalOf(status: number, { type, properties }: RefusalNames): string {
  return [String(status), type, properties.length === 0 ? undefined : `(${properties.join(', ')})`]
    .filter((part) => part !== undefined)
    .join(' ')
}
