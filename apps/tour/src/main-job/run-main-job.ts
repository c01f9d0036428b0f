/**
 * The main job: from certificates to a charge that is paid, and in part returned, between a bank, a shop and a payer.
 *
 * All three are in this process, but what bank and shop say to each other, and what the payer fetches, goes over TLS on loopback.
 *
 * @module
 */
import { createSandbox, type Sandbox } from '@pixkit/sandbox'
import { openBank, type SecureListening } from './certificates.ts'
import { openPayer, openShop, type Payer, type Shop } from './parties.ts'
import { payCharge, readCode, verifyCharge } from './payer-steps.ts'
import { askForReturn, awaitReturn, createCharge, readCharge, receiveWebhook, setWebhook } from './shop-steps.ts'
import { type Report, take } from './step.ts'
import { openReceiver, type WebhookReceiver } from './webhook-receiver.ts'

interface Cast {
  readonly sandbox: Sandbox
  readonly bank: SecureListening
  readonly shop: Shop
  readonly payer: Payer
  readonly receiver: WebhookReceiver
}

/** Takes all steps, and leaves nothing open. */
export async function runMainJob(report: Report): Promise<void> {
  const sandbox = createSandbox()
  try {
    const bank = await take(report, 'certificatesMade', () => openBank(sandbox))
    const shop = openShop(sandbox, bank)
    const payer = openPayer(bank)
    const receiver = await openReceiver(bank.certificates)
    try {
      await act({ sandbox, bank, shop, payer, receiver }, report)
    } finally {
      await Promise.all([receiver.close(), shop.network.close(), payer.network[Symbol.asyncDispose]()])
    }
  } finally {
    await sandbox.close()
  }
}

async function act({ sandbox, bank, shop, payer, receiver }: Cast, report: Report): Promise<void> {
  const [chave = ''] = sandbox.account.chaves
  const { txid, pixCopiaECola: code = '' } = await createCharge(shop, chave, report)
  await take(report, 'codeRead', () => readCode(code))
  await take(report, 'webhookSet', () => setWebhook(shop, chave, receiver.url))
  await take(report, 'chargeVerified', () => verifyCharge(payer, sandbox, bank.certificates, code))
  const { endToEndId } = await take(report, 'chargePaid', () => payCharge(sandbox, code))
  await take(report, 'webhookReceived', () => receiveWebhook(receiver))
  await take(report, 'chargeConcluded', () => readCharge(shop, txid))
  const devolucao = await take(report, 'returnAsked', () => askForReturn(shop, endToEndId))
  await take(report, 'returnDone', () => awaitReturn(shop, sandbox, endToEndId, devolucao))
}
