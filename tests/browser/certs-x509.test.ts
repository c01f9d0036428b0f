/** @module That a browser proves chains: the packed @pixkit/certs/x509, and the WebCrypto of the browser. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Certs from '@pixkit/certs'
import type * as X509 from '@pixkit/certs/x509'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')
const KEYS = [
  ['RSA 2048', { type: 'RSA', bits: 2048 }],
  ['P-256', { type: 'EC', curve: 'P-256' }],
  ['P-384', { type: 'EC', curve: 'P-384' }],
  ['P-521', { type: 'EC', curve: 'P-521' }],
] as const

describe.skipIf(chromium === undefined)('a browser proves chains', () => {
  let stage: Stage
  let certs: typeof Certs

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
    certs = createRequire(join(stage.consumer, 'package.json'))('@pixkit/certs')
    const { outputFiles } = await build({
      stdin: { contents: "export * from '@pixkit/certs/x509'", resolveDir: stage.consumer },
      bundle: true,
      format: 'iife',
      globalName: 'x509',
      platform: 'browser',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    })
    stage.site.put('/x509.js', outputFiles[0]?.text ?? '', { 'content-type': 'text/javascript' })
    stage.site.put('/empty/', '<!doctype html><script src="/x509.js"></script>', { 'content-type': 'text/html' })
  })
  afterAll(() => stage.close())

  test.each(KEYS)('of %s, and refuses one that was tampered with', async (_name, key) => {
    const root = await certs.createCa({ key, name: 'Raiz' })
    const issuer = await certs.createCa({ key, name: 'Intermediária', issuer: root })
    const server = await certs.createServerIdentity(issuer, ['pix.example'], { key })
    const other = await certs.createCa({ key, name: 'Raiz' })
    const der = (identity: { certificate: { der: Uint8Array } }): number[] => [...identity.certificate.der]

    const page = await stage.open(`${stage.site.origin}/empty/`)
    const results = await page.evaluate(
      async ({ leaf, intermediate, anchor, stranger, now }) => {
        const { x509 } = globalThis as unknown as { x509: typeof X509 }
        const { parseCertificate, safeBuildChain, formatThumbprint, thumbprint } = x509
        const parse = (bytes: number[]) => parseCertificate(Uint8Array.from(bytes))
        const prove = async (bytes: number[], root: number[]): Promise<string | number> => {
          const options = { intermediates: [parse(intermediate)], trustAnchors: [parse(root)], now }
          const result = await safeBuildChain(parse(bytes), options)
          return result.ok ? result.value.length : result.error.code
        }
        const tampered = leaf.with(-1, (leaf.at(-1) ?? 0) ^ 1)
        const sha256 = formatThumbprint(await thumbprint(parse(leaf), 'SHA-256')).hex
        return [await prove(leaf, anchor), await prove(tampered, anchor), await prove(leaf, stranger), sha256]
      },
      { leaf: der(server), intermediate: der(issuer), anchor: der(root), stranger: der(other), now: Date.now() },
    )
    const { hex } = certs.inspectCertificate(server.certificate).thumbprints.sha256
    expect(results).toEqual([3, 'CERTS_CHAIN_SIGNATURE', expect.stringMatching(/^CERTS_CHAIN_/), hex])
    stage.assertCalm()
  })
})
