import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyCob, anyCobV, anyRec } from '../../../tests/lib/payload-arbitraries.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { COB, COBV, REC } from '../../../tests/lib/sample-payloads.ts'
import { NOW } from '../../../tests/lib/test-certificate.ts'
import { ALGORITHMS, HOST, JKU, ROOT, signingKeyFor } from '../../../tests/lib/test-signer.ts'
import { buildJwks } from './build-jwks.ts'
import { type KeySet, parseKeySet } from './key-set.ts'
import { signPayload } from './sign-payload.ts'
import type { JwsAlgorithm } from './signing-key.ts'
import type { Payloads } from './types.ts'
import { verifyPayload, type VerifyPayloadOptions } from './verify-payload.ts'

type Charge = {
  readonly [Kind in keyof Payloads]: { readonly kind: Kind; readonly payload: Payloads[Kind] }
}[keyof Payloads]

/** Everything takes a signature and its verification. */
const RUNS = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 20)

const LOCATIONS = { cob: `${HOST}/qr/2f6c1d0e`, cobv: `${HOST}/qr/cobv/2f6c1d0e`, rec: `${HOST}/qr/rec/2f6c1d0e` }

/** Writers say what readers fill in. */
const anyCharge = (): fc.Arbitrary<Charge> =>
  fc.oneof(
    anyCob(NOW).map((payload) => ({
      kind: 'cob' as const,
      payload: { ...payload, calendario: { expiracao: 86_400, ...payload.calendario } },
    })),
    anyCobV(NOW).map((payload) => ({ kind: 'cobv' as const, payload })),
    anyRec(NOW).map((payload) => ({ kind: 'rec' as const, payload })),
  )

let keySet: KeySet

beforeAll(async () => {
  const keys = await Promise.all(ALGORITHMS.map(async (alg) => signingKeyFor(alg)))
  keySet = parseKeySet(JSON.stringify(buildJwks(keys)))
})

async function sign({ kind, payload }: Charge, alg: JwsAlgorithm): Promise<string> {
  return signPayload(payload, { key: await signingKeyFor(alg), location: LOCATIONS[kind], jku: JKU, now: NOW })
}

const TRUST_ANCHORS = [ROOT.certificate]

function optionsFor(kind: keyof Payloads): VerifyPayloadOptions {
  return { location: LOCATIONS[kind], jwks: keySet, trustAnchors: TRUST_ANCHORS, now: NOW, strict: true }
}

describe('signPayload, then verifyPayload', () => {
  it.each(ALGORITHMS)('gives back any payload, with %s, and nothing to warn of', async (alg) => {
    const { certificateSha256 } = await signingKeyFor(alg)
    await fc.assert(
      fc.asyncProperty(anyCharge(), async (charge) => {
        const verified = await verifyPayload(await sign(charge, alg), optionsFor(charge.kind))
        expect(verified.kind).toBe(charge.kind)
        expect(verified.payload).toEqual(charge.payload)
        expect(verified.warnings).toEqual([])
        expect(verified.proof).toMatchObject({ alg, kid: `key-${alg}`, certificateSha256 })
      }),
      { numRuns: RUNS },
    )
  })

  const samples: readonly Charge[] = [
    { kind: 'cob', payload: COB },
    { kind: 'cobv', payload: COBV },
    { kind: 'rec', payload: REC },
  ]

  it.each(['ES256', 'PS256', 'RS256'] as const)('refuses any other character anywhere, with %s', async (alg) => {
    const signed = await Promise.all(samples.map(async (charge) => ({ ...charge, jws: await sign(charge, alg) })))
    const change = fc.record({
      sample: fc.constantFrom(...signed),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      removed: fc.nat({ max: 2 }),
      added: fc.string({
        unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n'),
        maxLength: 2,
      }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ added, at, removed, sample: { jws, kind } }) => {
        const start = Math.floor(at * jws.length)
        const changed = `${jws.slice(0, start)}${added}${jws.slice(start + removed)}`
        fc.pre(changed !== jws)
        expect(isPixkitError(await rejectionOf(verifyPayload(changed, optionsFor(kind))))).toBe(true)
      }),
      { numRuns: RUNS * 4 },
    )
  })

  it('refuses a payload at the location of another kind, or of another host', async () => {
    const jws = await sign({ kind: 'cob', payload: COB }, 'ES256')
    const other = await rejectionOf(verifyPayload(jws, { ...optionsFor('cob'), location: LOCATIONS.cobv }))
    expect(other).toMatchObject({ code: 'PAYLOAD_JSON', params: { reason: 'other-kind' } })
    const elsewhere = await rejectionOf(
      verifyPayload(jws, { ...optionsFor('cob'), location: 'pix.outro.example/qr/1' }),
    )
    expect(elsewhere).toMatchObject({ code: 'PAYLOAD_JKU', path: ['jku'] })
  })
})
