/**
 * What settings must be like, whoever wrote them.
 *
 * @module
 */
import { operations } from '../operations.ts'
import type { ExtraField, ProfileSettings } from '../profile.ts'
import type { ReasonOf } from '../codes.ts'
import { bacenFailure } from './failure.ts'
import { isLoopback } from './is-loopback.ts'

/** A `token` without capitals. @see RFC 9110, section 5.6.2 */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/

/** What the client sets itself. */
const OWN_HEADERS = ['accept', 'authorization', 'content-length', 'content-type', 'host', 'transfer-encoding']

/** Segments of unreserved characters, none at all or with a slash before each; braces are checked by their names. */
const PATH = /^(?:\/[A-Za-z0-9._~-]+)*$/
const TEMPLATE = /^(?:\/(?:[A-Za-z0-9._~-]+|\{[A-Za-z0-9]+\}))+$/

const MAX_URL = 2_048

/** @throws {PixkitError} `BACEN_SETTINGS`: the first setting that cannot be. */
export function checkSettings(settings: ProfileSettings): void {
  checkUrl(settings.apiUrl, ['apiUrl'])
  if (settings.tokenUrl !== undefined) checkUrl(settings.tokenUrl, ['tokenUrl'])
  for (const [resource, url] of Object.entries(settings.resourceUrls)) checkUrl(url, ['resourceUrls', resource])
  for (const [name, prefix] of Object.entries(settings.prefixes)) {
    if (typeof prefix !== 'string' || !PATH.test(prefix) || dotted(prefix)) refuse('prefix', ['prefixes', name])
  }
  for (const [name, path] of Object.entries(settings.paths)) {
    const known = Object.hasOwn(operations, name) ? operations[name as keyof typeof operations].path : undefined
    if (typeof path !== 'string' || !TEMPLATE.test(path) || dotted(path)) refuse('path', ['paths', name])
    if (known === undefined || bracesOf(known) !== bracesOf(path)) refuse('path', ['paths', name])
  }
  checkFields(settings.headers, 'header', ['headers'])
  checkFields(settings.query, 'query', ['query'])
  for (const name of ['listWindowDays', 'maxItensPorPagina'] as const) {
    const value = settings[name]
    if (value !== undefined && !(Number.isSafeInteger(value) && value > 0)) refuse('number', [name])
  }
}

function checkUrl(text: unknown, path: readonly string[]): void {
  if (typeof text !== 'string' || text.length > MAX_URL || !URL.canParse(text)) refuse('url', path)
  const url = new URL(text)
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  const asWritten = url.href === text || url.href === `${text}/`
  const plain = url.username === '' && url.password === '' && !/[?#]/.test(text)
  if (!secure || !asWritten || !plain) refuse('url', path)
}

function checkFields(fields: readonly ExtraField[], reason: 'header' | 'query', path: readonly string[]): void {
  for (const [index, { name, value }] of fields.entries()) {
    const known = reason === 'query' ? name !== '' : HEADER_NAME.test(name) && !OWN_HEADERS.includes(name)
    if (!known || (value.kind === 'text' && /[^\x20-\x7E]/.test(value.text))) refuse(reason, [...path, `${index}`])
  }
}

const dotted = (path: string): boolean => path.split('/').some((segment) => segment === '.' || segment === '..')

const bracesOf = (path: string): string => (path.match(/\{\w+\}/g) ?? []).join()

function refuse(reason: ReasonOf<'BACEN_SETTINGS'>, path: readonly string[]): never {
  throw bacenFailure('BACEN_SETTINGS', { reason, path })
}
