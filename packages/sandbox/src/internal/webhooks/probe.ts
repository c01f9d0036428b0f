/**
 * What a bank asks of a receiver before it registers it.
 *
 * @module
 */
import type { Transport } from '@pixkit/http'
import { isSuccess, sendJson } from './send-json.ts'

export interface ProbeOptions {
  /** Shows the certificate for webhooks. */
  readonly transport: Transport
  /** Shows none; absent where nothing shows certificates, and where nobody asks. */
  readonly bareTransport?: Transport | undefined
}

const BODY = JSON.stringify({ evento: 'teste_webhook' })

/**
 * Calls the address as it was given, without suffix: without a certificate, which the receiver has to refuse, and then with one. Over http there is
 * none to be shown, and the first call is left out (choice of pixkit).
 *
 * @returns What is wrong, in words.
 * @see Efí, documentação da API Pix (2024), Webhooks.
 */
export async function probeReceiver(
  url: string,
  { transport, bareTransport }: ProbeOptions,
): Promise<string | undefined> {
  if (bareTransport !== undefined && url.startsWith('https:')) {
    const bare = await sendJson(bareTransport, url, BODY)
    if (isSuccess(bare)) return 'A URL respondeu com sucesso sem que o certificado fosse apresentado: exija mTLS.'
  }
  const outcome = await sendJson(transport, url, BODY)
  if (isSuccess(outcome)) return undefined
  return outcome.error === undefined
    ? `A URL respondeu com o status HTTP ${outcome.status}.`
    : `A URL não respondeu (${outcome.error}).`
}
