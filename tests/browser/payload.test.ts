/** @module That a browser judges signed payloads as the vectors say: the packed @pixkit/payload, and the WebCrypto of the browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')
const VECTORS = new URL('../../vectors/payload/', import.meta.url)
const SUITE = fileURLToPath(new URL('../../environments/payload-suite.mjs', import.meta.url))

describe.skipIf(chromium === undefined)('a browser judges signed payloads', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
    const { outputFiles } = await build({
      stdin: {
        contents: `
          export * from '@pixkit/certs/x509'
          export * from '@pixkit/payload'
          export { payloadSuite } from ${JSON.stringify(SUITE)}`,
        resolveDir: stage.consumer,
      },
      bundle: true,
      format: 'iife',
      globalName: 'pixkit',
      platform: 'browser',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    })
    stage.site.put('/payload.js', outputFiles[0]?.text ?? '', { 'content-type': 'text/javascript' })
    stage.site.put('/payload/', '<!doctype html><script src="/payload.js"></script>', { 'content-type': 'text/html' })
  })
  afterAll(() => stage.close())

  test.each(readdirSync(VECTORS).filter((name) => name.endsWith('.json')))('%s', async (name) => {
    const file = JSON.parse(readFileSync(new URL(name, VECTORS), 'utf8')) as { cases: unknown[] }
    const page = await stage.open(`${stage.site.origin}/payload/`)
    const answer = await page.evaluate(
      async ({ files }) => {
        const { pixkit } = globalThis as unknown as {
          pixkit: { payloadSuite(library: object, data: object): Promise<string> }
        }
        return pixkit.payloadSuite(pixkit, { files, keys: [] })
      },
      { files: { [name]: file } },
    )
    expect(answer).toBe(`${file.cases.length} vectors, 0 algorithms`)
    stage.assertCalm()
  })
})
