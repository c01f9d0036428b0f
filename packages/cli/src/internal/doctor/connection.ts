/**
 * What one harmless request shows of the way to a bank.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { HttpHooks } from '@pixkit/http/hooks'
import type { Transport } from '@pixkit/http/transport'
import { issueOf } from '../failure.ts'
import type { BankCall } from './bank-call.ts'

/** In the order in which a request gets there. */
export const CONNECTION_STEPS = ['dns', 'connect', 'tls', 'certificate', 'token', 'scopes', 'request'] as const

export type ConnectionStep = (typeof CONNECTION_STEPS)[number]

export interface ConnectionReport {
  readonly step: ConnectionStep
  readonly outcome: 'passed' | 'warned' | 'failed' | 'not-checked'
  /** Host that was called, where it came to that. */
  readonly host?: string | undefined
  /** Scopes that were asked for and granted, as far as the bank says which. */
  readonly scopes?: readonly string[] | undefined
  /** Scopes that were asked for and not granted. */
  readonly missingScopes?: readonly string[] | undefined
  readonly issue?: Issue | undefined
}

export interface Connection {
  readonly steps: readonly ConnectionReport[]
  /** The reading request that was tried. */
  readonly operation: OperationName
  /** Names of facts of the profile that nobody confirmed. */
  readonly warnings: readonly Issue[]
  /** Why it failed, with what the bank answered. */
  readonly error: PixkitError | undefined
}

/** Lists that change nothing, by the scope that they need: the first that is asked for is tried, else the first. */
const HARMLESS: readonly (readonly [scope: string, operation: OperationName])[] = [
  ['cob.read', 'cob.list'],
  ['cobv.read', 'cobv.list'],
  ['pix.read', 'pix.list'],
  ['rec.read', 'rec.list'],
  ['cobr.read', 'cobr.list'],
  ['payloadlocation.read', 'loc.list'],
  ['webhook.read', 'webhook.list'],
]
const PERIOD_MS = 60_000

/** Asks for a token, once, and for the first entry of a list, once. */
export async function tryConnection(call: BankCall, transport: Transport, now: number): Promise<Connection> {
  const { createBacenClient } = await import('@pixkit/bacen/bacen-client')
  const warnings: Issue[] = []
  const seen: Seen = { hosts: [], scopes: [], missingScopes: [], tokenGranted: false }
  const client = createBacenClient({ ...call, transport, hooks: watch(seen, warnings), retry: { attempts: 1 } })
  const scopes = call.scopes ?? client.settings.scopes
  const isFor = ([scope]: (typeof HARMLESS)[number]): boolean => scopes.includes(scope)
  const [, operation] = HARMLESS.find(isFor) ?? ['cob.read', 'cob.list']
  try {
    const [resource] = operation.split('.') as ['cob']
    const period = { inicio: new Date(now - PERIOD_MS), fim: new Date(now), paginacao: { itensPorPagina: 1 } }
    await client[resource].list(period)
    return { steps: stepsOf(undefined, seen), operation, warnings, error: undefined }
  } catch (error) {
    if (!isPixkitError(error)) throw error
    return { steps: stepsOf(error, seen), operation, warnings, error }
  }
}

interface Seen {
  readonly hosts: string[]
  scopes: readonly string[]
  missingScopes: readonly string[]
  tokenGranted: boolean
}

function watch(seen: Seen, warnings: Issue[]): HttpHooks {
  return {
    onRequest: ({ host }) => void seen.hosts.push(host),
    onToken({ scopesAsked, scopesGranted }) {
      seen.tokenGranted = true
      // Only what was asked for is shown: what a server writes may be anything.
      const isGranted = (scope: string): boolean => scopesGranted?.includes(scope) ?? true
      seen.scopes = scopesAsked.filter(isGranted)
      seen.missingScopes = scopesAsked.filter((scope) => !isGranted(scope))
    },
    onWarning: ({ issue }) => void warnings.push(issue),
  }
}

function stepsOf(error: PixkitError | undefined, seen: Seen): ConnectionReport[] {
  const { hosts, scopes, missingScopes, tokenGranted } = seen
  const failed = error === undefined ? CONNECTION_STEPS.length : CONNECTION_STEPS.indexOf(stepOf(error))
  return CONNECTION_STEPS.map((step, index): ConnectionReport => {
    if (step === 'scopes' && tokenGranted) {
      return missingScopes.length > 0
        ? { step, outcome: 'warned', scopes, missingScopes }
        : { step, outcome: 'passed', scopes }
    }
    // The token may have come from another host than the one that failed.
    if (error !== undefined && index === failed) {
      return { step, outcome: 'failed', host: hosts.at(-1), issue: issueOf(error) }
    }
    const isPassed = index < failed || (tokenGranted && index <= CONNECTION_STEPS.indexOf('scopes'))
    return isPassed ? { step, outcome: 'passed', host: hosts.at(-1) } : { step, outcome: 'not-checked' }
  })
}

/** Reasons that are about the certificate that the caller showed, or did not. */
const CERTIFICATE_REASONS: ReadonlySet<unknown> = new Set([
  'edge-certificate',
  'edge-html',
  'handshake',
  'hung-up',
  'hung-up-expired-certificate',
  'hung-up-without-certificate',
])

function stepOf({ code, params }: PixkitError): ConnectionStep {
  const { reason, phase } = params as { readonly reason?: string; readonly phase?: string }
  if (reason?.startsWith('client-certificate') === true || CERTIFICATE_REASONS.has(reason)) return 'certificate'
  if (code === 'HTTP_TLS') return 'tls'
  if (code === 'HTTP_DNS' || phase === 'resolve') return 'dns'
  if (code === 'HTTP_CONNECT' || phase === 'connect') return 'connect'
  if (code === 'HTTP_TOKEN') return 'token'
  return 'request'
}
