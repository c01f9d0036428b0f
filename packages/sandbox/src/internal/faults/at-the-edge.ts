/**
 * Faults of the connection and of the bank's front: they meet any request.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../../faults.ts'
import { plainProblem, refusalAnswer } from '../api/problem-answer.ts'
import type { SandboxContext } from '../context.ts'
import { cutShort, dropped } from '../edge/dropped.ts'
import type { World } from '../world.ts'
import type { FaultOn } from './faults.ts'
import { withNullMembers } from './null-members.ts'
import { withTamperedCodes } from './tampered-code.ts'

const BEFORE = ['delay', 'busy', 'error', 'edge-html'] as const
const AFTER = ['status-200', 'null-members', 'store-then-drop', 'drop-mid-body'] as const

const TAMPERED = ['tampered-copia-e-cola'] as const
/** Operations whose answers may hold codes. */
const HAS_CODES = /^(?:cobv?|rec)\./

type Before = Extract<Fault, { readonly kind: (typeof BEFORE)[number] }>
type After = Extract<Fault, { readonly kind: (typeof AFTER)[number] }>

/** Answers a request, and lets go wrong what was told to. */
export async function answerWithFaults(
  { world, faults }: Pick<SandboxContext, 'world' | 'faults'>,
  on: FaultOn,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  for (const fault of faults.take(on, BEFORE)) {
    const refused = await meet(world, fault)
    if (refused !== undefined) return refused
  }
  let response = await answer()
  if (HAS_CODES.test(on) && faults.take(on, TAMPERED).length > 0) response = await tamper(response)
  for (const fault of faults.take(on, AFTER)) response = await spoil(fault, on, response)
  return response
}

async function meet(world: World, fault: Before): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'delay':
      await sleep(fault.ms)
      return undefined
    case 'busy': {
      const headers = { 'retry-after': String(fault.retryAfter ?? 1) }
      return fault.status === 503
        ? refusalAnswer(world, 'ServicoIndisponivel', {}, headers)
        : plainProblem(world, 429, 'Requisições demais.', headers)
    }
    case 'error':
      if (fault.status === 500) return refusalAnswer(world, 'ErroInternoDoServidor')
      if (fault.status === 503) return refusalAnswer(world, 'ServicoIndisponivel')
      if (fault.status === 504) return refusalAnswer(world, 'IndisponibilidadePorTempoEsgotado')
      return plainProblem(world, fault.status, 'Falha pedida ao sandbox.')
    case 'edge-html':
      return new Response(EDGE_PAGE, { status: 403, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}

const EDGE_PAGE = `<!doctype html>
<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><hr>pixkit sandbox</body></html>
`

async function spoil({ kind }: After, on: FaultOn, response: Response): Promise<Response> {
  switch (kind) {
    case 'status-200':
      return response.status === 201 ? new Response(response.body, { ...partsOf(response), status: 200 }) : response
    case 'null-members': {
      if (!response.ok || !isOperation(on) || response.body === null) return response
      return new Response(JSON.stringify(withNullMembers(on, await response.json())), partsOf(response))
    }
    case 'store-then-drop':
      throw dropped()
    case 'drop-mid-body':
      return cutShort(response)
  }
}

async function tamper(response: Response): Promise<Response> {
  if (!response.ok) return response
  return new Response(JSON.stringify(withTamperedCodes(await response.json())), partsOf(response))
}

function partsOf({ status, headers }: Response): { status: number; headers: Headers } {
  return { status, headers: new Headers(headers) }
}

function isOperation(on: FaultOn): on is OperationName {
  return on.includes('.')
}
