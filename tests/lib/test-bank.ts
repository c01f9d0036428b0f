/**
 * @module A bank that serves signed charges and recurrences to a `Transport` without a network, and counts who asks. People in
 * it are invented.
 */
import { COB, COBV, REC } from './sample-payloads.ts'
import { NOW } from './test-certificate.ts'
import { HOST, JKU, ROOT, testSigner } from './test-signer.ts'
import { httpFailure } from '../../packages/http/src/failure.ts'
import type { TransportRequest, TransportResponse } from '../../packages/http/src/transport.ts'
import { buildJwks } from '../../packages/payload/src/build-jwks.ts'
import { type SigningKey, createSigningKey } from '../../packages/payload/src/signing-key.ts'
import { signPayload } from '../../packages/payload/src/sign-payload.ts'
import type { Payloads } from '../../packages/payload/src/types.ts'
import type { VerifyLocationOptions } from '../../packages/payload/src/verify-options.ts'
import type { StepReport } from '../../packages/payload/src/verify-steps.ts'

export { COB, COBV, REC } from './sample-payloads.ts'
export { NOW } from './test-certificate.ts'
export { HOST, JKU } from './test-signer.ts'

export const LOCATIONS = {
  cob: `${HOST}/qr/v2/2f6c1d0e9b8a47538c6d5e4f3a2b1c0d`,
  cobv: `${HOST}/qr/v2/cobv/3a7d1f6f2b114b1a9d0ec2a8a0f45d8b`,
  rec: `${HOST}/qr/v2/rec/9d0e3a7d1f6f4b1a2b11c2a8a0f45d8b`,
} as const

/** What an address answers, or what goes wrong there. */
export type Answer = (request: TransportRequest) => Partial<TransportResponse> | Promise<Partial<TransportResponse>>

export interface TestBank {
  /** Addresses without query, and what they answer. */
  readonly answers: Map<string, Answer>
  readonly requests: TransportRequest[]
  transport(request: TransportRequest): Promise<TransportResponse>
  /** How often an address was asked. */
  count(url: string): number
}

export const url = (location: string): string => `https://${location}`

const text = new TextEncoder()

let ready: Promise<{ readonly key: SigningKey; readonly other: SigningKey }> | undefined

/** The key that the bank signs with, and the next. */
export function bankKeys(): NonNullable<typeof ready> {
  ready ??= Promise.all(
    (['p256:signer', 'p256:next signer'] as const).map((name) => {
      const { chain, pkcs8 } = testSigner(name)
      return createSigningKey({ privateKey: pkcs8, chain, kid: name.replace(/\W/g, '-'), now: NOW })
    }),
  ).then(([key, other]) => ({ key: key as SigningKey, other: other as SigningKey }))
  return ready
}

const jwksOf = (...keys: readonly SigningKey[]): Uint8Array => text.encode(JSON.stringify(buildJwks(keys)))

export const jwksAnswer =
  (...keys: readonly SigningKey[]): Answer =>
  () => ({ headers: { 'content-type': 'application/jwk-set+json' }, body: jwksOf(...keys) })

/** Signs for each request, as a bank does. */
export function signedAnswer(
  payload: Payloads[keyof Payloads],
  location: string,
  key: SigningKey,
  jku: string = JKU,
): Answer {
  return async () => ({
    headers: { 'content-type': 'application/jose' },
    body: text.encode(await signPayload(payload, { key, location, jku, now: NOW })),
  })
}

export const problemAnswer =
  (status: number, type: string): Answer =>
  () => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: text.encode(
      JSON.stringify({ type: `https://pix.bcb.gov.br/api/v2/error/${type}`, title: 'Ligue para 0800', status }),
    ),
  })

/** A bank where all is well: a cob, a cobv, a rec, and the key set. */
export async function createTestBank(): Promise<TestBank> {
  const { key } = await bankKeys()
  const answers = new Map<string, Answer>([
    [JKU, jwksAnswer(key)],
    [url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, key)],
    [url(LOCATIONS.cobv), signedAnswer(COBV, LOCATIONS.cobv, key)],
    [url(LOCATIONS.rec), signedAnswer(REC, LOCATIONS.rec, key)],
  ])
  const requests: TransportRequest[] = []
  const bare = (address: string): string => address.split('?', 1)[0] ?? ''
  return {
    answers,
    requests,
    count: (address) => requests.filter((request) => bare(request.url) === address).length,
    async transport(request) {
      requests.push(request)
      const answer = answers.get(bare(request.url))
      if (answer === undefined) throw httpFailure('HTTP_CONNECT', { reason: 'refused' })
      return { status: 200, headers: {}, body: new Uint8Array(), ...(await answer(request)) }
    },
  }
}

/** Never answers, but for the signal of the request. */
export const silence: Answer = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(httpFailure('HTTP_ABORTED', { reason: 'signal' })))
  })

export const trusting = { trustAnchors: [ROOT.certificate], now: NOW, authorisedHosts: [HOST] } as const

/** A bank, and a payer who trusts it: what it is verified with, and which steps were reported. */
export async function createScene(over: Partial<VerifyLocationOptions> = {}): Promise<{
  readonly bank: TestBank
  readonly steps: StepReport[]
  readonly options: VerifyLocationOptions
}> {
  const bank = await createTestBank()
  const steps: StepReport[] = []
  const options: VerifyLocationOptions = {
    ...trusting,
    transport: (request) => bank.transport(request),
    onStep: (report) => steps.push(report),
    ...over,
  }
  return { bank, steps, options }
}
