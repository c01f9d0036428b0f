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
  /**
   * Where to put a screenshot. Those that the documentation shows go there with `PIXKIT_SCREENS=1`; all others where they
   * leave no trace.
   */
  screen(name: string, shown: boolean): string
  /** Errors and warnings of all pages, and requests to other origins, since the last call. */
  problems(): string[]
  /** Throws when there are any. */
  assertCalm(): void
  close(): Promise<void>
}

const DOCUMENTED = fileURLToPath(new URL('../../../docs/public/screens', import.meta.url))

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
  const scratch = mkdtempSync(join(tmpdir(), 'pixkit-screens-'))
  const screens = process.env['PIXKIT_SCREENS'] ? DOCUMENTED : scratch
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
    screen: (name, shown) => join(shown ? screens : scratch, `${name}.png`),
    problems: takeProblems,
    assertCalm() {
      const found = takeProblems()
      if (found.length > 0) throw new Error(found.join('\n'))
    },
    async close() {
      await browser.close()
      await site.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
