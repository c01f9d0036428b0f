import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHAIN_CASES, type ChainCase } from '../../../../../tests/lib/chain-cases.ts'
import { pem } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, NOW } from '../../../../../tests/lib/forge-chain.ts'
import { createWorkbench, openssl } from '../../../../../tests/lib/openssl.ts'
import { safeBuildChain } from './build-chain.ts'
import { safeParseCertificate } from './parse-certificate.ts'

/**
 * `-partial_chain`, because our anchors need not be roots either; `-auth_level 2`, because it is our strength: 112 bits. Not
 * `-x509_strict`: it refuses certificates in daily use for what is no danger, such as a root without a key identifier.
 */
const OPTIONS = ['-partial_chain', '-auth_level', '2', '-no-CApath', '-no-CAstore']
const PURPOSES = { client: 'sslclient', server: 'sslserver' } as const
const USAGES = { client: 'clientAuth', server: 'serverAuth' } as const
const PROCESSES = 2

const COMPARED = CHAIN_CASES.filter(({ isOurs = false }) => !isOurs)

const bench = createWorkbench()
const verdicts = new Map<string, string>()
const forged = new Map<string, ReturnType<typeof forgeChain>>()

beforeAll(async () => {
  for (const { id, links = {}, suite } of CHAIN_CASES) forged.set(id, forgeChain(links, suite))
  if (openssl === undefined) return
  const calls = callsOf(COMPARED).values()
  await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      for (const call of calls) await askOpenssl(call)
    }),
  )
})

afterAll(() => bench.dispose())

test('there are enough cases, each with its own name', () => {
  expect(new Set(CHAIN_CASES.map(({ id }) => id)).size).toBe(CHAIN_CASES.length)
  expect(COMPARED.length).toBeGreaterThan(250)
})

describe('safeBuildChain', () => {
  test.each(CHAIN_CASES)('says what must be said: $id', async (one) => {
    const { expected, index } = one
    const found = await ask(one)
    expect(found).toEqual(index === undefined ? { verdict: expected } : { verdict: expected, index })
  })
})

describe.skipIf(openssl === undefined)('openssl verify', () => {
  test.each(COMPARED)('says the same: $id', ({ id, expected, differs }) => {
    const ours = expected === 'ok' ? 'ok' : 'refused'
    const wanted = new RegExp(`^${differs?.openssl ?? ours}`)
    expect(verdicts.get(id)).toMatch(wanted)
  })

  test.each(COMPARED.filter(({ differs }) => differs !== undefined))(
    'really differs where the table says so: $id',
    ({ expected, differs }) => {
      expect(differs?.openssl === 'ok').not.toBe(expected === 'ok')
    },
  )
})

/** Verdict of `buildChain`, with the place of the certificate that is to blame. */
async function ask(one: ChainCase): Promise<{ verdict: string; index?: unknown }> {
  const { anchors = ['root'], intermediates = ['ca'], leaf = 'leaf', now = NOW, purpose, maxCertificates } = one
  const names = [leaf, ...anchors, ...intermediates]
  const parsed = new Map(names.map((name) => [name, safeParseCertificate(derOf(one, name))]))
  const certificates = (wanted: readonly string[]) =>
    wanted.flatMap((name) => {
      const result = parsed.get(name)
      return result?.ok === true ? [result.value] : []
    })
  if ([...parsed.values()].some(({ ok }) => !ok)) return { verdict: 'PARSE' }
  const [first] = certificates([leaf])
  if (first === undefined) throw new Error('There is no leaf')
  const result = await safeBuildChain(first, {
    trustAnchors: certificates(anchors),
    intermediates: certificates(intermediates),
    now,
    maxCertificates,
    extendedKeyUsage: purpose && USAGES[purpose],
  })
  if (result.ok) return { verdict: 'ok' }
  return { verdict: result.error.code.replace('CERTS_CHAIN_', ''), index: result.error.params['index'] }
}

/** A call of openssl: the same options for several leaves. */
interface Call {
  readonly args: readonly string[]
  readonly leaves: { readonly id: string; readonly file: string }[]
}

/** A process costs more than what it verifies: leaves with the same anchors, intermediates and options share one. */
function callsOf(cases: readonly ChainCase[]): readonly Call[] {
  const calls = new Map<string, Call>()
  for (const [number, one] of cases.entries()) {
    const { id, anchors = ['root'], intermediates = ['ca'], leaf = 'leaf', now = NOW, purpose } = one
    const options = ['-attime', String(now / 1_000), ...(purpose === undefined ? [] : ['-purpose', PURPOSES[purpose]])]
    const [trusted, untrusted] = [anchors, intermediates].map((names) =>
      names.map((name) => pem('CERTIFICATE', derOf(one, name))).join(''),
    )
    const key = [...options, trusted, untrusted].join()
    const call = calls.get(key) ?? {
      args: [
        ...options,
        ...(anchors.length === 0 ? ['-no-CAfile'] : ['-CAfile', bench.file(`${number}-anchors.pem`, trusted ?? '')]),
        ...(intermediates.length === 0 ? [] : ['-untrusted', bench.file(`${number}-pool.pem`, untrusted ?? '')]),
      ],
      leaves: [],
    }
    call.leaves.push({ id, file: bench.file(`${number}-leaf.pem`, pem('CERTIFICATE', derOf(one, leaf))) })
    calls.set(key, call)
  }
  return [...calls.values()]
}

async function askOpenssl({ args, leaves }: Call): Promise<void> {
  const run = promisify(execFile)(openssl ?? 'openssl', [
    'verify',
    ...OPTIONS,
    ...args,
    ...leaves.map(({ file }) => file),
  ])
  // It fails when one leaf of several does; what it prints tells them apart.
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error)
  for (const { id, file } of leaves) {
    verdicts.set(id, stdout.split('\n').includes(`${file}: OK`) ? 'ok' : `refused: ${stdout}${stderr}`)
  }
}

function derOf({ id }: ChainCase, name: string): Uint8Array {
  const der = forged.get(id)?.[name]
  if (der === undefined) throw new Error(`There is no ${name} in ${id}`)
  return der
}
