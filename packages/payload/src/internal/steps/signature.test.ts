import { importableSpki } from '@pixkit/certs/x509'
import fc from 'fast-check'
import { compactVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { ALGORITHMS } from '../../../../../tests/lib/jws-algorithms.ts'
import { createPayloadWorld } from '../../../../../tests/lib/payload-fixture.ts'
import { algorithmFacts } from '../keys/algorithms.ts'
import { splitJws } from './body.ts'
import { verifySignature } from './signature.ts'

describe('verifySignature', () => {
  it.each(ALGORITHMS)('says of %s what jose says, of what was signed and of what was changed', async (alg) => {
    const world = await createPayloadWorld({ alg })
    const { publicKey } = world.certificate
    const spki = importableSpki(publicKey)
    const key = await crypto.subtle.importKey('spki', spki, algorithmFacts(alg).importAs, false, ['verify'])
    const ours = (jws: string): Promise<Uint8Array | undefined> =>
      verifySignature(splitJws(jws), { alg, key, publicKey }, undefined).catch(() => undefined)
    const theirs = (jws: string): Promise<Uint8Array | undefined> =>
      compactVerify(jws, key, { algorithms: [alg] }).then(
        ({ payload }) => payload,
        () => undefined,
      )
    const jws = world.sign()
    expect(await ours(jws)).toEqual(await theirs(jws))
    expect(new TextDecoder().decode(await ours(jws))).toContain('"37.00"')

    // Whole groups of four characters, so that what is changed is still the one spelling of some bytes.
    const parts = jws.split('.')
    const change = fc.tuple(fc.constantFrom(1, 2), fc.nat(), fc.constantFrom('AAAA', 'zzzz', '____', ''))
    await fc.assert(
      fc.asyncProperty(change, async ([part, at, group]) => {
        const text = parts[part] ?? ''
        const start = 4 * (at % Math.floor(text.length / 4))
        const changed = parts.with(part, text.slice(0, start) + group + text.slice(start + 4)).join('.')
        fc.pre(changed !== jws)
        expect(await ours(changed)).toBeUndefined()
        expect(await theirs(changed)).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })
})
