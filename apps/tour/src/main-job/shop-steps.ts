/**
 * What the shop does: it charges, is told that it was paid, looks it up, and returns a part.
 *
 * @module
 */
import type { CobGerada, Devolucao } from '@pixkit/bacen/types'
import type { Sandbox } from '@pixkit/sandbox'
import type { Shop } from './parties.ts'
import type { Outcome, Report } from './step.ts'
import type { WebhookReceiver } from './webhook-receiver.ts'
import { draw, short } from './wire.ts'

/** A return takes a moment; a bank where it takes longer than this has forgotten it. */
const MAX_SECONDS = 60

/** Two steps: the client fetches its token when it needs one. */
export async function createCharge({ client, wire, network }: Shop, chave: string, report: Report): Promise<CobGerada> {
  const startedAt = performance.now()
  const cob = await client.cob.create({
    calendario: { expiracao: 3600 },
    valor: { original: '37.00' },
    chave,
    solicitacaoPagador: 'Pedido 123',
  })
  const total = performance.now() - startedAt
  const [token, charge] = wire.exchanges
  const ms = token?.ms ?? 0
  const shown = `mTLS  SHA-256 ${network.certificateSha256?.slice(0, 16)}…`
  report({ name: 'tokenGranted', ms, lines: [shown, ...draw(token, ['token_type', 'expires_in'])] })
  report({ name: 'chargeCreated', ms: total - ms, lines: draw(charge, ['txid', 'revisao', 'status']) })
  return cob
}

export async function setWebhook({ client, wire }: Shop, chave: string, webhookUrl: string): Promise<Outcome<void>> {
  await client.webhook.set(chave, { webhookUrl })
  return { value: undefined, lines: draw(wire.exchanges.at(-1)) }
}

export async function receiveWebhook(receiver: WebhookReceiver): Promise<Outcome<void>> {
  const { from, protocol, path, body } = await receiver.next()
  return { value: undefined, lines: [`${protocol}  CN=${from}`, `→ POST ${path}`, `  ${short(body)}`] }
}

export async function readCharge({ client, wire }: Shop, txid: string): Promise<Outcome<void>> {
  await client.cob.get(txid)
  return { value: undefined, lines: draw(wire.exchanges.at(-1), ['txid', 'status']) }
}

export async function askForReturn({ client, wire }: Shop, endToEndId: string): Promise<Outcome<Devolucao>> {
  const devolucao = await client.pix.createDevolucao(endToEndId, { valor: '12.00' })
  return { value: devolucao, lines: draw(wire.exchanges.at(-1), ['rtrId', 'valor', 'status']) }
}

/** Moves the time of the bank, second by second, until the money is back. */
export async function awaitReturn(
  { client, wire }: Shop,
  { clock }: Sandbox,
  endToEndId: string,
  { id }: Devolucao,
): Promise<Outcome<void>> {
  let seconds = 0
  let status = ''
  while (status !== 'DEVOLVIDO' && seconds < MAX_SECONDS) {
    await clock.advance('1s')
    seconds += 1
    const devolucao = await client.pix.getDevolucao(endToEndId, id)
    status = devolucao.status
  }
  return {
    value: undefined,
    lines: [`clock +${seconds} s`, ...draw(wire.exchanges.at(-1), ['rtrId', 'valor', 'status'])],
  }
}
