import type { CobSolicitada, CobVSolicitada } from '@pixkit/bacen/types'
import { isPixkitError } from '@pixkit/core/error'
import { newTxid } from '@pixkit/core/txid'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { verifyBrCode } from '@pixkit/payload'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRequest } from '../../../../../tests/lib/bacen-arbitraries.ts'
import { answerApi } from '../api/router.ts'
import { createContext } from '../create-context.ts'
import { pay } from '../payer/pay.ts'
import { locationRoutes } from './routes.ts'

/** Each of them signs and verifies. */
const NUM_RUNS = Math.ceil(Number(process.env['PIXKIT_RUNS'] ?? 1_000) / 50)

test.each([
  ['cob', anyRequest['cob.create']],
  ['cobv', anyRequest['cobv.create']],
] as const)('every %s that is taken can be verified by its code, and paid', async (kind, requests) => {
  const { context } = createContext({ seed: 'locations', clock: '2026-12-01T15:00:00Z' })
  const { world } = context
  const app = locationRoutes(context)
  const transport = fetchTransport(async (url, init) => app.fetch(new Request(url, init)))
  const trustAnchors = [(await context.identities()).ca.certificate]
  let paid = 0

  await fc.assert(
    fc.asyncProperty(requests as fc.Arbitrary<CobSolicitada | CobVSolicitada>, async (request) => {
      const { loc: _loc, ...body } = { ...request, chave: '+5551912345678' }
      const params = { txid: newTxid({ random: world.random.bytes }) }
      const query = new URLSearchParams()
      const response = answerApi(world, { operation: `${kind}.create`, params, query, body: JSON.stringify(body) })
      if (response.status !== 201) return
      const { pixCopiaECola } = (await response.json()) as { pixCopiaECola: string }
      const verified = await verifyBrCode(pixCopiaECola, { trustAnchors, now: world.clock.now(), transport }).catch(
        (error: unknown) => error,
      )
      // Some deductions leave nothing to pay today.
      if (isPixkitError(verified) && verified.params['reason'] === 'invalid-request') return
      expect(verified).toMatchObject({ kind: 'charge', charge: { kind, payload: { txid: params.txid } } })
      const { charge } = verified as { charge: { payload: { valor: { original?: string; final?: string } } } }
      const { final } = charge.payload.valor
      const payment = pay(world, { code: pixCopiaECola, valor: final ?? chosen(charge.payload.valor) })
      expect(payment.txid).toBe(params.txid)
      paid += 1
    }),
    { numRuns: NUM_RUNS },
  )
  expect(paid).toBeGreaterThan(NUM_RUNS / 10)
})

interface Cash {
  readonly modalidadeAlteracao?: number
}

interface CobValor {
  readonly original?: string
  readonly modalidadeAlteracao?: number
  readonly retirada?: { readonly saque?: Cash; readonly troco?: Cash }
}

/** What the payer chooses, where it may. */
function chosen({ modalidadeAlteracao, original, retirada: { saque, troco } = {} }: CobValor): string | undefined {
  if ((saque ?? troco ?? { modalidadeAlteracao }).modalidadeAlteracao !== 1) return undefined
  return troco === undefined ? '1.00' : original
}
