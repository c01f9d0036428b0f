/**
 * Whether an address is registered at all, where a bank tries it first.
 *
 * @module
 */
import { checkRequest } from '@pixkit/bacen/schema'
import type { WebhookSolicitado } from '@pixkit/bacen/types'
import { refusalAnswer } from '../api/problem-answer.ts'
import type { ApiRequest } from '../api/router.ts'
import type { SandboxContext } from '../context.ts'
import { ownChave } from '../own-chave.ts'
import type { ProblemType } from '../api/problem-types.ts'
import { probeReceiver } from './probe.ts'

const INVALID: Partial<Readonly<Record<ApiRequest['operation'], ProblemType>>> = {
  'webhook.set': 'WebhookOperacaoInvalida',
  'webhookRec.set': 'WebhookRecOperacaoInvalida',
  'webhookCobr.set': 'WebhookCobROperacaoInvalida',
}

/**
 * Asks the receiver, before the request is answered; `undefined` when nothing speaks against it, or the handler will refuse it anyway.
 *
 * @param skipsMtls - The header `x-skip-mtls-checking` of Efí says `true`: the receiver need not ask for a certificate.
 */
export async function refuseReceiver(
  { world, transport, bareTransport }: Pick<SandboxContext, 'world' | 'transport' | 'bareTransport'>,
  request: Pick<ApiRequest, 'operation' | 'params' | 'body'>,
  skipsMtls: boolean,
): Promise<Response | undefined> {
  const invalid = INVALID[request.operation]
  if (invalid === undefined || !world.personality.probesWebhooks) return undefined
  const url = urlOf(request)
  const { chave } = request.params
  if (url === undefined || (chave !== undefined && 'reason' in ownChave(world, chave))) return undefined
  const razao = await probeReceiver(url, { transport, bareTransport: skipsMtls ? undefined : bareTransport })
  if (razao === undefined) return undefined
  const [resource = ''] = request.operation.split('.')
  return refusalAnswer(world, invalid, { violacoes: [{ razao, propriedade: `${resource}.webhookUrl` }] })
}

function urlOf({ operation, body }: Pick<ApiRequest, 'operation' | 'body'>): string | undefined {
  try {
    const value: unknown = JSON.parse(body)
    const isRefused = checkRequest(operation, value).some(({ severity }) => severity === 'error')
    return isRefused ? undefined : (value as WebhookSolicitado).webhookUrl
  } catch {
    return undefined
  }
}
