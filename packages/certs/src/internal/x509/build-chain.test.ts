import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { forgedKey } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, type Links, NOW, type Suite, SUITES } from '../../../../../tests/lib/forge-chain.ts'
import { readDer } from '../der/read-der.ts'
import { buildChain, type ChainOptions, safeBuildChain } from './build-chain.ts'
import type { Certificate } from './certificate.ts'
import { parseCertificate, safeParseCertificate } from './parse-certificate.ts'
import { readPublicKey } from './public-key.ts'

function forge(links: Links = {}, suite?: Suite): (name: string) => Certificate {
  const forged = forgeChain(links, suite)
  const parsed = new Map(Object.entries(forged).map(([name, der]) => [name, parseCertificate(der)]))
  return (name) => {
    const certificate = parsed.get(name)
    if (certificate === undefined) throw new Error(`There is no ${name}`)
    return certificate
  }
}

const usual = forge()
const options: ChainOptions = { trustAnchors: [usual('root')], intermediates: [usual('ca')], now: NOW }

describe('buildChain', () => {
  test('returns the certificates from the leaf to the anchor', async () => {
    const [leaf, ca, root] = ['leaf', 'ca', 'root'].map(usual)
    if (leaf === undefined) throw new Error('There is no leaf')
    expect(await buildChain(leaf, options)).toEqual([leaf, ca, root])
  })

  test('throws what safeBuildChain returns', async () => {
    const failed = await safeBuildChain(usual('leaf'), { ...options, now: NOW + 31 * 86_400_000 })
    expect(failed).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_EXPIRED', path: [0], params: { index: 0, date: '2026-07-15' } },
    })
    const thrown = buildChain(usual('leaf'), { ...options, now: NOW + 31 * 86_400_000 })
    await expect(thrown).rejects.toMatchObject({ code: 'CERTS_CHAIN_EXPIRED' })
  })

  test('asks for the usage of the leaf alone', async () => {
    expect(await safeBuildChain(usual('leaf'), { ...options, keyUsage: 'digitalSignature' })).toMatchObject({
      ok: true,
    })
    expect(await safeBuildChain(usual('leaf'), { ...options, keyUsage: 'keyEncipherment' })).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_KEY_USAGE', params: { index: 0, usage: 'keyEncipherment' } },
    })
    const open = forge({ leaf: { usage: null } })
    expect(await safeBuildChain(open('leaf'), { ...options, keyUsage: 'keyEncipherment' })).toMatchObject({ ok: true })
  })

  test('takes a purpose by its identifier', async () => {
    const special = forge({ leaf: { purposes: ['1.2.3'] } })
    expect(await safeBuildChain(special('leaf'), { ...options, extendedKeyUsage: '1.2.3' })).toMatchObject({ ok: true })
    expect(await safeBuildChain(special('leaf'), { ...options, extendedKeyUsage: '1.2.4' })).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_EXTENDED_KEY_USAGE', params: { usage: '1.2.4' } },
    })
  })

  test.each(['RSA-SHA1', 'RSA-MD5'] as const)('names %s, which proves nothing', async (algorithm) => {
    const old = forge({ leaf: { algorithm } }, SUITES.rsa)
    const chain = { trustAnchors: [old('root')], intermediates: [old('ca')], now: NOW }
    expect(await safeBuildChain(old('leaf'), chain)).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_ALGORITHM', path: [0], params: { index: 0, algorithm } },
    })
  })

  test('says no to an authority whose point is not on its curve', async () => {
    const ca = usual('ca')
    const publicKey = { ...ca.publicKey, spki: ca.publicKey.spki.with(-1, (ca.publicKey.spki.at(-1) ?? 0) ^ 1) }
    const built = await safeBuildChain(usual('leaf'), { ...options, intermediates: [{ ...ca, publicKey }] })
    expect(built).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_SIGNATURE', params: { index: 0 } } })
    expect(!built.ok && isPixkitError(built.error)).toBe(true)
  })

  test('computes nothing with the key of an authority that is too large', async () => {
    const made = forge({}, SUITES.rsa)
    const publicKey = { ...made('ca').publicKey, bits: 16_392 }
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    const built = await safeBuildChain(made('leaf'), {
      trustAnchors: [made('root')],
      intermediates: [{ ...made('ca'), publicKey }],
      now: NOW,
    })
    const { length } = importKey.mock.calls
    importKey.mockRestore()
    expect(built).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_ALGORITHM', params: { index: 0, algorithm: 'RSA-16392' } },
    })
    expect(length).toBe(0)
  })

  test('believes nothing that comes with the certificate', async () => {
    const intermediates = [usual('ca'), usual('root')]
    expect(await safeBuildChain(usual('leaf'), { trustAnchors: [], intermediates, now: NOW })).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_UNTRUSTED', path: [2], params: { index: 2 } },
    })
  })

  test('reports the path that got furthest', async () => {
    const made = forge({
      early: { by: 'root', subject: 'C=BR, O=Forja, CN=Intermediária', key: 'ca', ca: true, to: -1 },
      ca: { by: 'middle' },
      middle: { by: 'nobody', subject: 'CN=Meio', ca: true },
      nobody: { subject: 'CN=Ninguém', ca: true },
    })
    const intermediates = ['early', 'ca', 'middle'].map(made)
    expect(await safeBuildChain(made('leaf'), { trustAnchors: [made('root')], intermediates, now: NOW })).toMatchObject(
      {
        ok: false,
        error: { code: 'CERTS_CHAIN_INCOMPLETE', params: { index: 2 } },
      },
    )
  })

  test('prefers an anchor, a key identifier, a valid certificate, the newer one', async () => {
    const name = 'C=BR, O=Forja, CN=Intermediária'
    const made = forge({
      expired: { by: 'root', subject: name, key: 'ca', ca: true, from: -60, to: -40 },
      newer: { by: 'root', subject: name, key: 'ca', ca: true, from: -10 },
      unnamed: { by: 'root', subject: name, key: 'ca', ca: true, from: -5, keyId: null },
    })
    const intermediates = ['expired', 'unnamed', 'ca', 'newer'].map(made)
    const chain = await buildChain(made('leaf'), { trustAnchors: [made('root')], intermediates, now: NOW })
    expect(chain[1]).toBe(made('newer'))
    const trusted = await buildChain(made('leaf'), {
      trustAnchors: [made('root'), made('ca')],
      intermediates,
      now: NOW,
    })
    expect(trusted).toEqual([made('leaf'), made('ca')])
  })

  test('verifies nothing of a chain that cannot be', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    await safeBuildChain(usual('leaf'), { ...options, trustAnchors: [] })
    expect(verify).toHaveBeenCalledTimes(1)
    await safeBuildChain(usual('leaf'), { ...options, now: 0 })
    expect(verify).toHaveBeenCalledTimes(1)
    verify.mockRestore()
  })

  test.each([
    ['even', { exponent: 65_536 }],
    ['1', { exponent: 1 }],
    ['unknown', { exponent: undefined }],
  ])('refuses an RSA key whose exponent is %s', async (_, change) => {
    const made = forge({}, SUITES.rsa)
    const leaf = { ...made('leaf'), publicKey: { ...made('leaf').publicKey, ...change } }
    expect(await safeBuildChain(leaf, options)).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_KEY_WEAK', params: { index: 0, algorithm: 'RSA', bits: 2048 } },
    })
  })

  test('refuses DSA', async () => {
    const leaf = { ...usual('leaf'), publicKey: { algorithm: 'DSA', bits: 0, spki: new Uint8Array() } }
    expect(await safeBuildChain(leaf, options)).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_KEY_WEAK' } })
  })

  test('no changed byte of a leaf or of an authority is proven', async () => {
    const { leaf, ca, root } = forgeChain({})
    if (leaf === undefined || ca === undefined || root === undefined) throw new Error('The chain is not whole')
    const trustAnchors = [parseCertificate(root)]
    const isProven = async (first: Uint8Array, second: Uint8Array): Promise<boolean> => {
      const [one, two] = [safeParseCertificate(first), safeParseCertificate(second)]
      if (!one.ok || !two.ok) return false
      return (await safeBuildChain(one.value, { trustAnchors, intermediates: [two.value], now: NOW })).ok
    }
    expect(await isProven(leaf, ca)).toBe(true)
    const flip = (der: Uint8Array, at: number, bit: number): Uint8Array => {
      const place = at % der.length
      return der.with(place, (der[place] ?? 0) ^ (1 << bit))
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (at, bit) => {
        expect(await isProven(flip(leaf, at, bit), ca)).toBe(false)
        expect(await isProven(leaf, flip(ca, at, bit))).toBe(false)
      }),
    )
  })

  test.each([
    ['leaf', {}, {}],
    ['leaf', undefined, {}],
    ['trustAnchors', undefined, { trustAnchors: undefined }],
    ['trustAnchors', undefined, { trustAnchors: [new Uint8Array()] }],
    ['intermediates', undefined, { intermediates: usual('ca') }],
    ['intermediates', undefined, { intermediates: [null] }],
    ['now', undefined, { now: undefined }],
    ['now', undefined, { now: Number.NaN }],
    ['now', undefined, { now: new Date() }],
    ['keyUsage', undefined, { keyUsage: 'signing' }],
    ['extendedKeyUsage', undefined, { extendedKeyUsage: 'tls' }],
    ['maxCertificates', undefined, { maxCertificates: 0 }],
    ['maxCertificates', undefined, { maxCertificates: '8' }],
  ])('refuses a wrong "%s" as a bug of the caller: %#', async (name, leaf, wrong) => {
    const first = name === 'leaf' ? leaf : usual('leaf')
    const built = safeBuildChain(first as never, { ...options, ...wrong } as never)
    await expect(built).rejects.toThrow(TypeError)
    await expect(built).rejects.toThrow(`"${name}"`)
  })
})

describe('the work of buildChain', () => {
  /** Certificates of one name that seem to have signed each other, and how often they are looked at. */
  function lookAlikes(count: number): { pool: Certificate[]; looks: () => number } {
    let looks = 0
    const made = forge({ ca: { by: 'ca', keyId: null } })
    const pool = Array.from({ length: count }, (_, index): Certificate => {
      const ca = made('ca')
      // Each has bytes and a key of its own, so that none is a repetition of another.
      const mark = Uint8Array.of(index >> 8, index & 0xff)
      const publicKey = { ...ca.publicKey, spki: Uint8Array.of(...ca.publicKey.spki, ...mark) }
      return Object.defineProperty({ ...ca, publicKey, der: mark }, 'notAfter', {
        get: () => {
          looks += 1
          return NOW + 1
        },
      })
    })
    return { pool, looks: () => looks }
  }

  test('ends after 64 signatures, and grows no faster than the pool', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true)
    const importKey = vi.spyOn(crypto.subtle, 'importKey').mockResolvedValue({} as CryptoKey)
    const counts = await Promise.all(
      [250, 500, 1_000].map(async (size) => {
        const { pool, looks } = lookAlikes(size)
        const result = await safeBuildChain(usual('leaf'), { ...options, intermediates: pool, trustAnchors: [] })
        expect(result).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_TOO_COMPLEX', params: { max: 64 } } })
        return looks()
      }),
    )
    expect(verify.mock.calls.length).toBe(3 * 64)
    verify.mockRestore()
    importKey.mockRestore()
    const [small = 0, medium = 0, large = 0] = counts
    expect(small).toBeGreaterThan(0)
    // A sort may cost n log n.
    expect(medium / small).toBeLessThan(2.5)
    expect(large / medium).toBeLessThan(2.5)
  })

  test('ends after 64 signatures that are wrong', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const publicKey = readPublicKey(readDer(forgedKey('p2564').spki))
    const intermediates = lookAlikes(200).pool.map((certificate) => ({ ...certificate, publicKey }))
    const result = await safeBuildChain(usual('leaf'), { ...options, intermediates, trustAnchors: [] })
    expect(result).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_TOO_COMPLEX' } })
    expect(verify.mock.calls.length).toBe(64)
    verify.mockRestore()
  })

  test('refuses more than 1,000 intermediates', async () => {
    const intermediates = Array<Certificate>(1_001).fill(usual('ca'))
    expect(await safeBuildChain(usual('leaf'), { ...options, intermediates })).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_TOO_COMPLEX', path: ['intermediates'], params: { max: 1_000 } },
    })
    const enough = intermediates.slice(1)
    expect(await safeBuildChain(usual('leaf'), { ...options, intermediates: enough })).toMatchObject({ ok: true })
  })

  const hosts = Array.from({ length: 400 }, (_, index) => `dns:p${index}.example.com` as const)
  const prove = async (of: (name: string) => Certificate, ...intermediates: readonly string[]) =>
    safeBuildChain(of('leaf'), { trustAnchors: [of('root')], intermediates: intermediates.map(of), now: NOW })

  test('gives up on more comparisons of names than any chain needs, counted over the whole search', async () => {
    const leaf = { names: hosts }
    const tooComplex = { code: 'CERTS_CHAIN_TOO_COMPLEX', path: [0], params: { index: 0, max: 250_000 } }
    expect(await prove(forge({ ca: { permitted: hosts }, leaf }), 'ca')).toMatchObject({ ok: true })
    expect(await prove(forge({ root: { permitted: hosts }, ca: { permitted: hosts }, leaf }), 'ca')).toMatchObject({
      ok: false,
      error: tooComplex,
    })
  })

  test('says that it gave up, however far another path got', async () => {
    const made = forge({
      ca: { permitted: hosts, excluded: hosts.map((name) => `${name}.br` as const), from: -10 },
      again: { by: 'middle', subject: 'C=BR, O=Forja, CN=Intermediária', key: 'ca', ca: true },
      middle: { by: 'nobody', subject: 'CN=Meio', ca: true },
      nobody: { subject: 'CN=Ninguém', ca: true },
      leaf: { names: hosts },
    })
    expect(await prove(made, 'again', 'middle')).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_INCOMPLETE' } })
    expect(await prove(made, 'ca', 'again', 'middle')).toMatchObject({
      ok: false,
      error: { code: 'CERTS_CHAIN_TOO_COMPLEX' },
    })
  })

  test('compares no names for an authority that did not sign', async () => {
    const made = forge({ ca: { permitted: hosts, excluded: hosts }, leaf: { names: hosts, signKey: 'other' } })
    expect(await prove(made, 'ca')).toMatchObject({ ok: false, error: { code: 'CERTS_CHAIN_SIGNATURE' } })
  })
})
