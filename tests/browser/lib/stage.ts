/** @module A browser on the pages of a site, which reports whatever a page does wrong on its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { packed } from '../../../scripts/lib/packed.mjs'
import { openSite, type Site } from './site.ts'

export interface Stage {
  readonly consumer: string
  readonly site: Site
  /** Opens an address in a fresh profile, after `prepare` had its way with the page. */
  open(url: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page>
  /** Errors and warnings of all pages, and requests to other origins, since the last call. */
  problems(): string[]
  /** Throws when there are any. */
  assertCalm(): void
  close(): Promise<void>
}

/** @param executablePath - Of Chromium. */
export async function openStage(executablePath: string): Promise<Stage> {
  const { consumer } = await packed()
  const site = await openSite(consumer)
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP insecure.example 127.0.0.1',
    ],
  })
  const problems: string[] = []
  const takeProblems = () => problems.splice(0)
  return {
    consumer,
    site,
    async open(url, options = {}, prepare = async () => {}) {
      const context = await browser.newContext({ viewport: { width: 480, height: 900 }, ...options })
      const page = await context.newPage()
      const { origin } = new URL(url)
      page.on('pageerror', (error) => problems.push(`uncaught ${error.message}`))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()} ${message.text()}`)
      })
      page.on('request', (request) => {
        if (!request.url().startsWith(`${origin}/`)) problems.push(`request ${request.url()}`)
      })
      await prepare(page)
      await page.goto(url)
      return page
    },
    problems: takeProblems,
    assertCalm() {
      const found = takeProblems()
      if (found.length > 0) throw new Error(found.join('\n'))
    },
    async close() {
      await browser.close()
      await site.close()
    },
  }
}

/** Where the screenshots of the documentation go: there with `PIXKIT_SCREENS=1`, else where they leave no trace. */
export function screenFolder(): string {
  if (!process.env['PIXKIT_SCREENS']) return scratchFolder()
  return fileURLToPath(new URL('../../../docs/public/screens', import.meta.url))
}

/** A folder that goes when the process does. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pixkit-screens-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
