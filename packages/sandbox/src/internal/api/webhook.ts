/**
 * Webhooks of keys.
 *
 * @module
 */
import type { WebhookCompleto, WebhookSolicitado, WebhooksConsultados } from '@pixkit/bacen/types'
import { instantNow } from '../instant.ts'
import { ownChave } from '../own-chave.ts'
import type { ApiAnswer, ApiCall, Handler } from './call.ts'
import { pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

/** Another address takes the place of the one that is there, which keeps its `criacao` (choice of pixkit). */
function setWebhook({ params, body, world }: ApiCall): ApiAnswer {
  const own = ownChave(world, params['chave'] ?? '')
  if ('reason' in own) {
    const razao =
      own.reason === 'invalid'
        ? 'O parâmetro {chave} não corresponde a uma chave DICT válida.'
        : 'O parâmetro {chave} não corresponde a uma chave DICT deste usuário recebedor.'
    return refuse('WebhookOperacaoInvalida', { violacoes: [{ razao, propriedade: 'chave' }] })
  }
  const { chave } = own
  const { webhookUrl } = body as WebhookSolicitado
  const old = world.webhooks.get(chave)
  if (old === undefined) {
    const { cnpj } = world.account
    world.webhooks.add(chave, { webhookUrl, chave, cnpj, criacao: instantNow(world) })
  } else {
    world.webhooks.replace(chave, { ...old, webhookUrl })
  }
  return {}
}

function getWebhook(call: ApiCall): ApiAnswer {
  return { body: registered(call) }
}

function deleteWebhook(call: ApiCall): ApiAnswer {
  call.world.webhooks.delete(registered(call).chave ?? '')
  return {}
}

/** Without `inicio` and `fim`, all of them. */
function listWebhooks({ query, world }: ApiCall): ApiAnswer {
  const { items, parametros } = pageOf(world.webhooks, query)
  const body: WebhooksConsultados = { parametros, webhooks: items }
  return { body }
}

function registered({ params, world }: ApiCall): WebhookCompleto {
  const own = ownChave(world, params['chave'] ?? '')
  const webhook = 'chave' in own ? world.webhooks.get(own.chave) : undefined
  return webhook ?? refuse('WebhookNaoEncontrado')
}

export const webhookHandlers: Readonly<Record<`webhook.${'set' | 'get' | 'list' | 'delete'}`, Handler>> = {
  'webhook.set': setWebhook,
  'webhook.get': getWebhook,
  'webhook.list': listWebhooks,
  'webhook.delete': deleteWebhook,
}
