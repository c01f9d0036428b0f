import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { generatePrivateKey } from './generate-private-key.ts'
import { toDer } from './to-der.ts'

describe('generatePrivateKey', () => {
  test('makes RSA of 2048 bits by default, with the usual exponent', async () => {
    const key = await generatePrivateKey()
    expect(key).toMatchObject({ kind: 'private-key', algorithm: 'RSA', bits: 2048 })
    expect(key.key.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n })
  })

  test.each([
    [{ type: 'EC' }, 'P-256', 256],
    [{ type: 'EC', curve: 'P-256' }, 'P-256', 256],
    [{ type: 'EC', curve: 'P-384' }, 'P-384', 384],
    [{ type: 'EC', curve: 'P-521' }, 'P-521', 521],
  ] as const)('makes %o', async (options, curve, bits) => {
    expect(await generatePrivateKey(options)).toMatchObject({ algorithm: 'EC', curve, bits })
  })

  test('makes another each time', async () => {
    const [first, second] = await Promise.all([generatePrivateKey({ type: 'EC' }), generatePrivateKey({ type: 'EC' })])
    expect(toDer(first)).not.toEqual(toDer(second))
  })

  test.each([
    [{ type: 'RSA', bits: 2047 }, 'CERTS_KEY_WEAK', ['bits']],
    [{ type: 'RSA', bits: 1024 }, 'CERTS_KEY_WEAK', ['bits']],
    [{ type: 'RSA', bits: 2048.5 }, 'CERTS_OPTION_INVALID', ['bits']],
    [{ type: 'RSA', bits: 8193 }, 'CERTS_OPTION_INVALID', ['bits']],
    [{ type: 'RSA', bits: Number.NaN }, 'CERTS_OPTION_INVALID', ['bits']],
    [{ type: 'EC', curve: 'secp256k1' }, 'CERTS_OPTION_INVALID', ['curve']],
    [{ type: 'DSA' }, 'CERTS_OPTION_INVALID', ['type']],
    [{}, 'CERTS_OPTION_INVALID', ['type']],
  ])('refuses %o', async (options, code, path) => {
    await expect(generatePrivateKey(options as never)).rejects.toMatchObject({ code, path })
  })

  test.each([null, 'RSA', { type: 'RSA', bits: '2048' }])('takes %o for a bug', async (options) => {
    await expect(generatePrivateKey(options as never)).rejects.toBeInstanceOf(TypeError)
  })

  test('shows nothing of the key in a log', async () => {
    const key = await generatePrivateKey({ type: 'EC' })
    const { d = '' } = key.key.export({ format: 'jwk' })
    const octets = Buffer.from(d, 'base64url')
    const shown = [inspect(key, { depth: 10, showHidden: true }), JSON.stringify(key), inspect(key.key)].join('\n')
    expect(d).toHaveLength(43)
    for (const secret of [d, octets.toString('hex'), octets.toString('base64'), octets.subarray(0, 4).join(', ')]) {
      expect(shown).not.toContain(secret)
    }
  })
})
