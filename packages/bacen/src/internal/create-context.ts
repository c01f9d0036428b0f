/**
 * One client's way to the bank.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { newDevolucaoId, newTxid } from '@pixkit/core/txid'
import { mayBeDone } from '@pixkit/http/fate'
import { createHttpClient, type HttpClient } from '@pixkit/http/http-client'
import type { BacenClientOptions, BacenRequest } from './client-options.ts'
import { type OperationName, operations } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import { resolveProfile } from '../resolve-profile.ts'
import { asJson } from './as-json.ts'
import { authorise } from './authorise.ts'
import { assertCallOptions } from './call-options.ts'
import { checkAnswer } from './check-answer.ts'
import { checkInput, refuseFirst } from './check-input.ts'
import type { Context, OperationInput } from './context.ts'
import { problemReader } from './error-shapes.ts'
import { type FieldSource, fieldSource } from './extra-fields.ts'
import { bacenFailure, bacenIssue } from './failure.ts'
import { noteFailedCall } from './note-failed-call.ts'
import { pathIssues } from './path-issues.ts'
import { valueIssues } from './query-issues.ts'
import { fillPath, partsOf, type PathParams, type Route, routeOf } from './routes.ts'
import { type Query, writeQuery } from './write-query.ts'

/** What every request of a client needs. */
interface Way {
  readonly options: BacenClientOptions
  readonly settings: ProfileSettings
  readonly http: HttpClient
  readonly headers: FieldSource
  readonly query: FieldSource
  readonly routes: Map<OperationName, Route>
}

/** @throws {PixkitError} `BACEN_SETTINGS`. */
export function createContext(options: BacenClientOptions): Context {
  assertOptions(options)
  const { transport, credentials, hooks, retry, timeoutMs, maxBodyBytes, clock = Date.now, random } = options
  const settings = resolveProfile(options.profile, options.ambiente, options.overrides)
  const readProblem = problemReader(settings.errors)
  const authorisation = authorise(options, settings, readProblem)
  const http = createHttpClient({
    transport,
    authorisation,
    hooks,
    retry,
    timeoutMs,
    maxBodyBytes,
    readProblem,
    clock,
  })
  const way: Way = {
    options,
    settings,
    http,
    headers: fieldSource(settings.headers, 'api', credentials),
    query: fieldSource(settings.query, 'api', credentials),
    routes: new Map(),
  }
  warnOfProfile(way)
  return {
    settings,
    newTxid: () => newTxid({ random }),
    newDevolucaoId: () => newDevolucaoId({ random }),
    send: (operation, input) => send(way, operation, input),
    call: (request) => call(way, request),
    warn: (operation, issue) => http.warn(operation, issue),
  }
}

const MISMATCH: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['throw', 'warn', 'ignore', undefined])

function assertOptions(options: unknown): void {
  const { transport, credentials, mismatch } = (options ?? {}) as Partial<BacenClientOptions>
  if (typeof transport !== 'function') {
    throw new TypeError(
      '"transport" must be a Transport; createNodeBacenClient of @pixkit/bacen/node makes one of a certificate',
    )
  }
  if (typeof credentials !== 'object' || credentials === null) {
    throw new TypeError('"credentials" must be an object: { clientId, clientSecret }')
  }
  if (!MISMATCH.has(mismatch)) throw new TypeError('"mismatch" must be "throw", "warn" or "ignore"')
}

/** Once for each client: what nobody confirmed may be what is wrong. */
function warnOfProfile({ settings: { unconfirmed, name }, http }: Way): void {
  if (unconfirmed.length === 0) return
  const params = { bank: name, facts: unconfirmed.join(', ') }
  http.warn(undefined, bacenIssue('BACEN_PROFILE_UNCONFIRMED', 'warning', { path: ['profile'], params }))
}

async function send(way: Way, operation: OperationName, input: OperationInput): Promise<unknown> {
  const { settings, http, options } = way
  const { params = {}, query = {}, options: call = {} } = input
  assertCallOptions(call)
  const route = routeFor(way, operation)
  const body = asJson(input.body)
  const asked = { params, query, body, options: call, expected: input.expected ?? body }
  for (const issue of checkInput(operation, asked, settings, options)) http.warn(operation, issue)
  const own = way.headers()
  const { method, repeatable } = route
  const answer = await noting({ operation, params, method }, () =>
    http.call({
      operation,
      method,
      url: urlOf(way, route.base, fillPath(route.parts, params), query),
      path: route.template,
      headers: call.headers === undefined ? own : { ...own, ...call.headers },
      body,
      repeatable,
      bodyless: operations[operation].answers === 'nothing',
      signal: call.signal,
      timeoutMs: call.timeoutMs,
    }),
  )
  checkAnswer({ operation, asked, answer, settings, mismatch: options.mismatch ?? 'throw', http })
  return answer.body
}

/** A request beside the operations. */
async function call(way: Way, request: BacenRequest): Promise<unknown> {
  const { name, path, baseUrl = way.settings.apiUrl, params = {}, query = {}, method, body, ...options } = request
  const parts = partsOf(path)
  const hasPath = PATH.test(path)
  refuseFirst(name, [
    ...(hasPath ? [] : [bacenIssue('BACEN_REQUEST', 'error', { reason: 'format', path: ['path'], params: PATH_FORM })]),
    ...pathIssues(parts, params),
    ...valueIssues(query),
  ])
  const url = urlOf(way, baseUrl, fillPath(parts, params), query)
  const headers = { ...way.headers(), ...options.headers }
  const repeatable = options.repeatable ?? method === 'GET'
  const answer = await noting({ operation: name, params, method }, () =>
    way.http.call({ ...options, operation: name, method, url, path, headers, body, repeatable }),
  )
  return answer.body
}

/** Below the URL of the API: without a slash it would be another host, with a query another path. */
const PATH = /^\/[^?#\\\s]*$/
const PATH_FORM = { form: '/…' }

/** Notes on the error of a call that writes what became of it. */
async function noting<Answer>(
  { operation, params, method }: { readonly operation: string; readonly params: PathParams; readonly method: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    if (method === 'GET' || !isPixkitError(error)) throw error
    throw noteFailedCall(error, { operation, params, mayBeDone: mayBeDone(error) })
  }
}

function routeFor({ routes, settings }: Way, operation: OperationName): Route {
  const known = routes.get(operation)
  if (known !== undefined) return known
  if (settings.missing.includes(operation)) {
    const reason = operations[operation].withTxid === undefined ? 'missing' : 'use-create'
    throw bacenFailure('BACEN_OPERATION', { reason, params: { operation, bank: settings.name } })
  }
  const route = routeOf(settings, operation)
  routes.set(operation, route)
  return route
}

function urlOf({ settings, query: extra }: Way, base: string, path: string, query: Query): string {
  const text = writeQuery({ ...query, ...extra() }, settings.instants)
  return text === '' ? base + path : `${base}${path}?${text}`
}
