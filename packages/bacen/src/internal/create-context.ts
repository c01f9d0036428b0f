/**
 * One client's way to the bank.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { newDevolucaoId, newTxid } from '@pixkit/core/txid'
import { createHttpClient, type HttpClient } from '@pixkit/http/http-client'
import type { BacenClientOptions } from '../client-options.ts'
import { noteFailedCall } from '../failed-call.ts'
import type { OperationName } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import { resolveProfile } from '../resolve-profile.ts'
import { checkRequest } from '../schema.ts'
import { authorise } from './authorise.ts'
import { checkAnswer } from './check-answer.ts'
import type { Context, OperationAnswer, OperationInput } from './context.ts'
import { problemReader } from './error-shapes.ts'
import { type FieldSource, fieldSource } from './extra-fields.ts'
import { bacenFailure, bacenIssue } from './failure.ts'
import { mayBeDone } from './fate.ts'
import { fillPath, partsOf, type PathParams, pathIssues, type Route, routeOf } from './routes.ts'
import { prestadorIssues } from './prestador.ts'
import { type Query, queryIssues, writeQuery } from './write-query.ts'

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
  const { transport, credentials, hooks, retry, timeoutMs, clock = Date.now, random } = options
  const settings = resolveProfile(options.profile, options.ambiente, options.overrides)
  const readProblem = problemReader(settings.errors)
  const authorisation = authorise(options, settings, readProblem)
  const http = createHttpClient({ transport, authorisation, hooks, retry, timeoutMs, readProblem, clock })
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
    now: clock,
    send: (operation, input) => send(way, operation, input),
    async call({ name, path, baseUrl = settings.apiUrl, params = {}, query = {}, method, ...call }) {
      const parts = partsOf(path)
      refuse(name, pathIssues(name, parts, params))
      const url = urlOf(way, baseUrl, fillPath(parts, params), query)
      const headers = { ...way.headers(), ...call.headers }
      const repeatable = call.repeatable ?? method === 'GET'
      return http.call({ ...call, operation: name, method, url, path, headers, repeatable })
    },
    warn: (operation, issue, requestId) => http.warn(operation, issue, requestId),
  }
}

function assertOptions(options: unknown): void {
  const { transport, credentials } = (options ?? {}) as Partial<BacenClientOptions>
  if (typeof transport !== 'function') throw new TypeError('"transport" must be a function')
  if (typeof credentials !== 'object' || credentials === null) throw new TypeError('"credentials" must be an object')
}

/** Once for each client: what nobody confirmed may be what is wrong. */
function warnOfProfile({ settings: { unconfirmed, name }, http }: Way): void {
  if (unconfirmed.length === 0) return
  const params = { bank: name, facts: unconfirmed.join(', ') }
  http.warn(undefined, bacenIssue('BACEN_PROFILE_UNCONFIRMED', 'warning', { path: ['profile'], params }))
}

async function send(way: Way, operation: OperationName, input: OperationInput): Promise<OperationAnswer> {
  const { settings, http, options } = way
  const { params = {}, query = {}, body, options: call = {} } = input
  const route = routeFor(way, operation)
  checkInput(way, operation, route, { params, query, body })
  const own = way.headers()
  try {
    const answer = await http.call({
      operation,
      method: route.method,
      url: urlOf(way, route.base, fillPath(route.parts, params), query),
      path: route.template,
      headers: call.headers === undefined ? own : { ...own, ...call.headers },
      body,
      repeatable: route.repeatable,
      signal: call.signal,
      timeoutMs: call.timeoutMs,
    })
    checkAnswer({ operation, params, answer, settings, copiaECola: options.copiaECola ?? 'throw', http })
    return answer
  } catch (error) {
    if (route.method === 'GET' || !isOfHttp(error)) throw error
    throw noteFailedCall(error, { operation, params, mayBeDone: mayBeDone(error) })
  }
}

/** What `checkAnswer` throws knows of its call already. */
function isOfHttp(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('HTTP_')
}

function routeFor({ routes, settings }: Way, operation: OperationName): Route {
  const known = routes.get(operation)
  if (known !== undefined) return known
  if (settings.missing.includes(operation)) {
    const reason = operation.endsWith('.createWithoutTxid') ? 'use-create' : 'missing'
    throw bacenFailure('BACEN_OPERATION', { reason, params: { operation, bank: settings.name } })
  }
  const route = routeOf(settings, operation)
  routes.set(operation, route)
  return route
}

/**
 * Says everything that is wrong before a byte is sent.
 *
 * @throws {PixkitError} `BACEN_REQUEST`: the first of its issues.
 */
function checkInput(
  way: Way,
  operation: OperationName,
  { parts, method }: Route,
  { params, query, body }: { readonly params: PathParams; readonly query: Query; readonly body: unknown },
): void {
  const { options, settings, http } = way
  const { apiVersion, allowUnknownMembers, clock = Date.now } = options
  const issues: Issue[] = [
    ...pathIssues(operation, parts, params),
    ...(method === 'GET' ? queryIssues(query, settings.maxItensPorPagina) : []),
    ...(body === undefined
      ? []
      : [
          ...checkRequest(operation, body, { apiVersion, allowUnknownMembers, now: clock() }),
          ...prestadorIssues(body, settings.prestadorDoServicoDeSaque),
        ]),
  ]
  if (issues.length === 0) return
  refuse(operation, issues)
  for (const issue of issues) http.warn(operation, issue)
}

/** @throws {PixkitError} `BACEN_REQUEST`, when one of them is an error. */
function refuse(operation: string, issues: readonly Issue[]): void {
  const first = issues.find(({ severity }) => severity === 'error')
  if (first === undefined) return
  const { path, params } = first
  throw bacenFailure('BACEN_REQUEST', { path, params: { ...params, operation }, issues })
}

function urlOf({ settings, query: extra }: Way, base: string, path: string, query: Query): string {
  const text = writeQuery({ ...query, ...extra() }, settings.instants)
  return text === '' ? base + path : `${base}${path}?${text}`
}
