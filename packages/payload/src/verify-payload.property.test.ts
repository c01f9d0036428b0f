/** What no change of what was signed, of the key, or of a certificate gets past, and what a warm key set must not forget. */
import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCa } from '../../certs/src/create-ca.ts'
import { createPayloadWorld, type Members, type PayloadWorld } from '../../../tests/lib/payload-fixture.ts'
import { type KeySet, parseKeySet } from './key-set.ts'
import type { Tolerance } from './verify-options.ts'
import { verifyPayload, type VerifyPayloadOptions } from './verify-payload.ts'

const ALGORITHMS = ['RS256', 'ES256'] as const
const worlds = new Map<string, PayloadWorld>()
beforeAll(async () => {
  for (const alg of ALGORITHMS) worlds.set(alg, await createPayloadWorld({ alg }))
})

/** A verification takes a fifth of a millisecond, with chain one and a half. */
const runs = (share: number): { numRuns: number } => ({
  numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / share),
})

const alg = fc.constantFrom(...ALGORITHMS)
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const worldOf = (name: string): PayloadWorld => worlds.get(name) as PayloadWorld

async function codeOf(jws: string | Uint8Array, options: VerifyPayloadOptions): Promise<string> {
  try {
    await verifyPayload(jws, options)
    return 'accepted'
  } catch (error) {
    return isPixkitError(error) ? error.code : `no error of pixkit: ${String(error)}`
  }
}

const isRefused = (code: string): boolean => code.startsWith('PAYLOAD_')

describe('any change', () => {
  it('of a character of the JWS is refused', async () => {
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u00e9'
    const sets = new Map(ALGORITHMS.map((name) => [name, parseKeySet(worldOf(name).options().jwks)]))
    await fc.assert(
      fc.asyncProperty(alg, position, fc.constantFrom(...characters), async (name, at, character) => {
        const world = worldOf(name)
        const jws = signed(world)
        const index = Math.floor(at * jws.length)
        fc.pre(jws[index] !== character)
        const changed = jws.slice(0, index) + character + jws.slice(index + 1)
        const code = await codeOf(changed, { ...world.options(), jwks: sets.get(name) as KeySet })
        expect([code, isRefused(code)]).toEqual([code, true])
      }),
      runs(2),
    )
  })

  it('of the length of the JWS is refused', async () => {
    const world = worldOf('ES256')
    const keySet = parseKeySet(world.options().jwks)
    const jws = signed(world)
    for (let length = 0; length < jws.length; length += 7) {
      expect(isRefused(await codeOf(jws.slice(0, length), { ...world.options(), jwks: keySet }))).toBe(true)
    }
  })

  it('of the decoded value of a member of the key that is relied on is refused', async () => {
    const members = ['kty', 'n', 'e', 'crv', 'x', 'y', 'kid', 'x5t', 'x5t#S256'] as const
    await fc.assert(
      fc.asyncProperty(
        alg,
        fc.constantFrom(...members),
        position,
        fc.integer({ min: 1, max: 255 }),
        async (name, member, at, mask) => {
          const world = worldOf(name)
          const value = world.jwks().keys[0]?.[member]
          fc.pre(typeof value === 'string')
          const isBinary = !['kty', 'crv', 'kid'].includes(member)
          const bytes = Buffer.from(value as string, isBinary ? 'base64url' : 'latin1')
          const index = Math.floor(at * bytes.length)
          bytes[index] = (bytes[index] ?? 0) ^ mask
          const changed = bytes.toString(isBinary ? 'base64url' : 'latin1')
          const jwks = JSON.stringify(world.jwks({ [member]: changed }))
          const code = await codeOf(signed(world), { ...world.options(), jwks })
          expect([member, code, isRefused(code)]).toEqual([member, code, true])
        },
      ),
      runs(10),
    )
  })

  it('of a byte of a certificate, up to the root, is refused', async () => {
    await fc.assert(
      fc.asyncProperty(alg, fc.nat(2), position, fc.integer({ min: 1, max: 255 }), async (name, place, at, mask) => {
        const world = worldOf(name)
        const [key = {}] = world.jwks().keys
        const x5c = key['x5c'] as string[]
        const der = Buffer.from(x5c[place] ?? '', 'base64')
        const index = Math.floor(at * der.length)
        der[index] = (der[index] ?? 0) ^ mask
        x5c[place] = der.toString('base64')
        const code = await codeOf(signed(world), { ...world.options(), jwks: JSON.stringify(world.jwks({ x5c })) })
        expect([place, index, code, isRefused(code)]).toEqual([place, index, code, true])
      }),
      runs(10),
    )
  })
})

describe('what is no payload and no key set', () => {
  it('gives an error of pixkit and nothing else', async () => {
    const world = worldOf('ES256')
    const part = fc
      .oneof(fc.json(), fc.string(), fc.constantFrom('{}', JSON.stringify(world.header)))
      .map((text) => Buffer.from(text).toString('base64url'))
    const jws = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string(),
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
      fc.constant(signed(world)),
    )
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('RSA', 'EC', 'P-256', 'chave-1', 'AQAB', ['verify'], ['AQID']),
    )
    const member = fc.constantFrom(
      'kty',
      'kid',
      'x5t',
      'x5t#S256',
      'x5c',
      'n',
      'e',
      'crv',
      'x',
      'y',
      'alg',
      'use',
      'key_ops',
    )
    const jwks = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json(),
      fc.dictionary(member, value).map((changes) => JSON.stringify(world.jwks(changes as Members))),
      fc.array(fc.dictionary(member, value)).map((keys) => JSON.stringify({ keys })),
    )
    await fc.assert(
      fc.asyncProperty(jws, jwks, async (text, set) => {
        const code = await codeOf(text, { ...world.options(), jwks: set })
        expect([code, isRefused(code) || code === 'accepted']).toEqual([code, true])
      }),
      runs(4),
    )
  })
})

describe('a warm key set', () => {
  it('decides as a cold one, whatever was proven with it before', async () => {
    const world = worldOf('RS256')
    const { certificate, intermediate, root } = world
    const stranger = await createCa({ name: 'Raiz de teste', now: world.now - 86_400_000 })
    const year = 365 * 86_400_000
    const base = (text: typeof certificate): string => Buffer.from(text.der).toString('base64')
    const marks = JSON.stringify(
      world.jwks({
        alg: 'RSA',
        x5c: [`${base(certificate)}\n`, base(root.certificate)],
        x5t: `${String(world.header['x5t'])}=`,
      }),
    )
    const whole = JSON.stringify(world.jwks())
    const anchors = [
      [root.certificate],
      [stranger.certificate],
      [intermediate.certificate],
      [stranger.certificate, root.certificate],
      [],
    ]
    const issuers = [undefined, [intermediate.certificate], [stranger.certificate], []]
    const tolerances: readonly Tolerance[] = ['padded-thumbprint', 'x5c-whitespace', 'x5c-order', 'jwk-alg']
    const call = fc.record({
      trustAnchors: fc.constantFrom(...anchors),
      intermediates: fc.constantFrom(...issuers),
      now: fc.constantFrom(world.now, world.now + 10, world.now + year, world.now - year),
      tolerate: fc.oneof(fc.constant([...tolerances]), fc.subarray([...tolerances])),
      strict: fc.boolean(),
      authorisedHosts: fc.constantFrom(undefined, [world.host], ['outro.example']),
      location: fc.constantFrom(world.location, 'outro.example/qr/1'),
    })
    const jws = signed(world)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(marks, whole),
        fc.array(call, { minLength: 2, maxLength: 6 }),
        async (set, calls) => {
          const warm = parseKeySet(set)
          for (const options of calls) {
            expect(await resultOf(jws, { ...options, jwks: warm })).toEqual(
              await resultOf(jws, { ...options, jwks: set }),
            )
          }
        },
      ),
      runs(50),
    )
  })

  it('forgets a chain when its anchor leaves the list, or its issuer the intermediates', async () => {
    const { root, intermediate, certificate, ...world } = worldOf('ES256')
    const keySet = parseKeySet(JSON.stringify(world.jwks({ x5c: [Buffer.from(certificate.der).toString('base64')] })))
    const trustAnchors = [root.certificate]
    const intermediates = [intermediate.certificate]
    const options = { ...world.options(), trustAnchors, intermediates, jwks: keySet }
    const jws = world.sign()
    expect(await codeOf(jws, options)).toBe('accepted')
    intermediates.pop()
    expect(await codeOf(jws, options)).toBe('PAYLOAD_CHAIN')
    intermediates.push(intermediate.certificate)
    expect(await codeOf(jws, options)).toBe('accepted')
    trustAnchors.pop()
    expect(await codeOf(jws, options)).toBe('PAYLOAD_CHAIN')
  })

  it('is shared by calls at the same time', async () => {
    const world = worldOf('RS256')
    const keySet = parseKeySet(world.options().jwks)
    const calls = [[world.root.certificate], []].flatMap((trustAnchors) =>
      Array(4).fill({ ...world.options(), trustAnchors, jwks: keySet }),
    )
    const codes = await Promise.all(calls.map((options) => codeOf(signed(world), options as VerifyPayloadOptions)))
    expect(codes).toEqual([...Array(4).fill('accepted'), ...Array(4).fill('PAYLOAD_CHAIN')])
  })
})

const tokens = new Map<PayloadWorld, string>()

/** Signs once: signing with RSA takes longer than verifying. */
function signed(world: PayloadWorld): string {
  const token = tokens.get(world) ?? world.sign()
  tokens.set(world, token)
  return token
}

async function resultOf(jws: string, options: VerifyPayloadOptions): Promise<unknown> {
  const steps: unknown[] = []
  const onStep: VerifyPayloadOptions['onStep'] = (report) => void steps.push(report)
  try {
    return { steps, verified: await verifyPayload(jws, { ...options, onStep }) }
  } catch (error) {
    const { code, params, path } = error as { code: string; params: unknown; path: unknown }
    return { steps, code, params, path }
  }
}
