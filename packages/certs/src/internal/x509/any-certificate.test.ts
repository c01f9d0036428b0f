import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ForgedKey, forgedKey, resign } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, type Links, NOW, type Suite, SUITES } from '../../../../../tests/lib/forge-chain.ts'
import { type Mutation, mutateDer } from '../../../../../tests/lib/mutate-der.ts'
import { childrenOf, readDer } from '../der/read-der.ts'
import { safeBuildChain } from './build-chain.ts'
import type { Certificate } from './certificate.ts'
import { parseCertificate, safeParseCertificate } from './parse-certificate.ts'

interface Base {
  readonly leaf: Certificate
  readonly ca: Certificate
  readonly root: Certificate
  /** Who signed the two that are changed. */
  readonly signers: { readonly leaf: ForgedKey; readonly ca: ForgedKey }
}

function baseOf(links: Links, suite: Suite, signers: Base['signers']): Base {
  const forged = forgeChain(links, suite)
  const [leaf, ca, root] = ['leaf', 'ca', 'root'].map((name) => parseCertificate(forged[name] ?? new Uint8Array()))
  if (leaf === undefined || ca === undefined || root === undefined) throw new Error('The chain is not whole')
  return { leaf, ca, root, signers }
}

const BASES: readonly Base[] = [
  baseOf({}, SUITES.ec, { ca: forgedKey(SUITES.ec.root), leaf: forgedKey(SUITES.ec.ca) }),
  baseOf(
    {
      ca: {
        pathLength: 1,
        permitted: ['dns:example.com', 'dir:C=BR', 'ip:0a000000ff000000', 'uri:.example.com'],
        excluded: ['email:example.org', 'other:1.2.3=x'],
      },
      leaf: {
        purposes: ['clientAuth'],
        names: ['dns:a.example.com', 'email:a@example.com', 'uri:https://a.example.com/', 'ip:0a000001', 'dir:C=BR'],
      },
    },
    SUITES.mixed,
    { ca: forgedKey(SUITES.mixed.root), leaf: forgedKey(SUITES.mixed.ca) },
  ),
  baseOf({ ca: { key: 'bound1' }, leaf: { key: 'bound2' } }, SUITES.rsa, {
    ca: forgedKey(SUITES.rsa.root),
    leaf: forgedKey('bound1'),
  }),
]

/** Changes what is signed, writes the same algorithm outside as inside, and signs it. */
function changed(
  { tbs, signatureAlgorithm }: Certificate,
  signer: ForgedKey,
  mutations: readonly Mutation[],
): Uint8Array {
  const mutated = mutateDer(tbs, mutations)
  return resign(mutated, algorithmIn(mutated) ?? signatureAlgorithm.der, signer)
}

function algorithmIn(tbs: Uint8Array): Uint8Array | undefined {
  try {
    return childrenOf(readDer(tbs))[2]?.bytes
  } catch {
    return undefined
  }
}

const mutation = fc.record({ place: fc.nat(), kind: fc.nat(), detail: fc.nat() })
const SOUND = /^(ok|CERTS_(CHAIN|DER|OBJECTS|X509)_[A-Z0-9_]+)$/

/** What comes of a changed certificate: an error of the parser, or the verdicts on it as leaf, as authority and as anchor. */
async function verdictsOn(base: Base, role: 'leaf' | 'ca', mutations: readonly Mutation[]): Promise<readonly string[]> {
  const read = safeParseCertificate(changed(base[role], base.signers[role], mutations))
  if (!read.ok) return [read.error.code]
  const leaf = role === 'leaf' ? read.value : base.leaf
  const ca = role === 'ca' ? read.value : base.ca
  const verdicts = await Promise.all(
    [{ trustAnchors: [base.root], intermediates: [ca] }, { trustAnchors: [ca] }, { trustAnchors: [leaf] }].map(
      (trust) =>
        safeBuildChain(leaf, { ...trust, now: NOW, keyUsage: 'digitalSignature', extendedKeyUsage: 'clientAuth' }),
    ),
  )
  return verdicts.map((verdict) => (verdict.ok ? 'ok' : verdict.error.code))
}

test.each(BASES)('a certificate that is signed once more is as good as before: %#', async (base) => {
  expect(await verdictsOn(base, 'leaf', [])).toEqual(['ok', 'ok', 'ok'])
  expect(await verdictsOn(base, 'ca', [])).toEqual(['ok', 'ok', 'ok'])
})

test('any certificate gives a chain or a PixkitError: as leaf, as authority, as anchor', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BASES),
      fc.constantFrom('leaf', 'ca'),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (base, role, mutations) => {
        const verdicts = await verdictsOn(base, role, mutations)
        expect(verdicts.filter((verdict) => !SOUND.test(verdict))).toEqual([])
      },
    ),
  )
})
