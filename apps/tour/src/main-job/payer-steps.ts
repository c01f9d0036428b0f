/**
 * What the payer does: reads the code, has it proven what it charges, and pays.
 *
 * @module
 */
import { parseBrCode } from '@pixkit/brcode'
import { readCredentials } from '@pixkit/certs'
import { VERIFY_STEPS, verifyBrCode } from '@pixkit/payload'
import type { Payment, Sandbox, SandboxCertificates } from '@pixkit/sandbox'
import type { Payer } from './parties.ts'
import type { Outcome } from './step.ts'
import { draw, pick, short, textOf } from './wire.ts'

export async function readCode(code: string): Promise<Outcome<void>> {
  parseBrCode(code, { strict: true })
  return { value: undefined, lines: [code], code }
}

/** Trusts the authority of the sandbox, and its host: a payer in earnest has those of Bacen's list. */
export async function verifyCharge(
  { wire }: Payer,
  { apiUrl, clock }: Sandbox,
  { ca }: SandboxCertificates,
  code: string,
): Promise<Outcome<void>> {
  let steps = 0
  const verified = await verifyBrCode(code, {
    transport: wire.transport,
    trustAnchors: readCredentials(ca).certificates,
    authorisedHosts: [new URL(apiUrl).host],
    now: clock.now(),
    onStep: ({ outcome }) => void (steps += outcome === 'passed' ? 1 : 0),
  })
  if (verified.kind !== 'charge') throw new TypeError('the code is not that of a charge')
  const { payload, proof } = verified.charge
  const [location, keys] = wire.exchanges
  const jws = short(textOf(location?.response.body), 40)
  const [asked = '', answered = ''] = draw(location)
  const { txid, valor, status } = payload
  return {
    value: undefined,
    lines: [
      asked,
      `${answered} ${jws}`,
      ...draw(keys),
      `✓ ${steps}/${VERIFY_STEPS.length}  ${proof.alg}  ${proof.host}`,
      `  ${JSON.stringify({ txid, valor, status })}`,
    ],
  }
}

export async function payCharge(sandbox: Sandbox, code: string): Promise<Outcome<Payment>> {
  const payment = await sandbox.pay({ code, pagador: { nome: 'Fulana de Tal', cpf: '12345678909' } })
  return { value: payment, lines: [pick(new TextEncoder().encode(JSON.stringify(payment)), ['endToEndId', 'valor'])] }
}
