/**
 * Who hands out the cash of saque and troco.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { bacenIssue } from './failure.ts'
import { memberAt } from './members.ts'

/**
 * Warns of another provider than the bank wants to be named.
 *
 * @param expected - ISPB; `undefined` where the bank says nothing.
 * @see Guia Técnico de Integrações API Pix Sicredi: the ISPB of the service of saque is 01181521.
 */
export function prestadorIssues(body: unknown, expected: string | undefined): Issue[] {
  if (expected === undefined) return []
  return ['saque', 'troco'].flatMap((kind) => {
    const path = ['valor', 'retirada', kind, 'prestadorDoServicoDeSaque']
    const named = memberAt(body, path)
    if (named === undefined || named === expected) return []
    return [bacenIssue('BACEN_REQUEST', 'warning', { reason: 'prestador', path, params: { form: expected } })]
  })
}
