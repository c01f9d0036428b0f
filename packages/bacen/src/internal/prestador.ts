/**
 * Who hands out the cash of saque and troco.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { bacenIssue } from './failure.ts'
import { isMembers } from './members.ts'

/**
 * Warns of another provider than the bank wants to be named.
 *
 * @param expected - ISPB; `undefined` where the bank says nothing.
 * @see Guia Técnico de Integrações API Pix Sicredi: the ISPB of the service of saque is 01181521.
 */
export function prestadorIssues(body: unknown, expected: string | undefined): Issue[] {
  if (expected === undefined || !isMembers(body) || !isMembers(body['valor'])) return []
  const { retirada } = body['valor']
  if (!isMembers(retirada)) return []
  return ['saque', 'troco'].flatMap((kind) => {
    const agent = retirada[kind]
    const named = isMembers(agent) ? agent['prestadorDoServicoDeSaque'] : undefined
    if (named === undefined || named === expected) return []
    const path = ['valor', 'retirada', kind, 'prestadorDoServicoDeSaque']
    return [bacenIssue('BACEN_REQUEST', 'warning', { reason: 'prestador', path, params: { form: expected } })]
  })
}
