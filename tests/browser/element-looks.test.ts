/**
 * @module How <pix-qrcode> looks: every state on a screenshot, read back by a barcode reader and judged by axe.
 *
 * `PIXKIT_SCREENS=1` keeps the screenshots in `docs/public/screens/`.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { BAD_CODE, CODE, COMPOSITE_CODE, DYNAMIC_CODE, OPEN_CODE, strictPage } from './lib/pages.ts'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')
const zbarimg = findEngine('zbarimg')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Scene {
  readonly name: string
  readonly code: string
  readonly lang?: string
  readonly dir?: string
  readonly context?: BrowserContextOptions
  readonly media?: Parameters<Page['emulateMedia']>[0]
  /** What happens before the picture is taken. */
  readonly act?: (page: Page) => Promise<unknown>
  /** What the reader finds; nothing when absent. */
  readonly read?: string
  /** Whether the documentation has the picture. */
  readonly shown?: boolean
}

/** The longest that a code may hold, in wide letters. */
const LONG_CODE = buildBrCode({
  kind: 'static',
  chave: '123e4567-e12b-12d1-a456-426655440000',
  transactionAmount: '9999999999.99',
  merchantName: 'WWWWWWWWWWWWWWWWWWWWWWWWW',
  merchantCity: 'MMMMMMMMMMMMMMM',
})

const PHONE = { deviceScaleFactor: 2, hasTouch: true, isMobile: true } as const

const SCENES: readonly Scene[] = [
  { name: 'desktop', code: CODE, read: CODE, context: { viewport: { width: 960, height: 720 } }, shown: true },
  { name: 'phone', code: CODE, read: CODE, context: { ...PHONE, viewport: { width: 390, height: 700 } }, shown: true },
  {
    name: 'phone-320',
    code: CODE,
    read: CODE,
    context: { ...PHONE, viewport: { width: 320, height: 700 } },
    shown: true,
  },
  { name: 'narrow', code: LONG_CODE, read: LONG_CODE, context: { ...PHONE, viewport: { width: 240, height: 640 } } },
  { name: 'dark', code: CODE, read: CODE, media: { colorScheme: 'dark' }, shown: true },
  { name: 'forced-colors', code: CODE, read: CODE, media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'print', code: CODE, read: CODE, media: { media: 'print' }, shown: true },
  { name: 'print-dark', code: CODE, read: CODE, media: { media: 'print', colorScheme: 'dark' } },
  { name: 'open-amount', code: OPEN_CODE, read: OPEN_CODE },
  { name: 'dynamic', code: DYNAMIC_CODE, read: DYNAMIC_CODE, shown: true },
  { name: 'composite-en', code: COMPOSITE_CODE, read: COMPOSITE_CODE, lang: 'en', shown: true },
  { name: 'right-to-left', code: CODE, read: CODE, lang: 'ar', dir: 'rtl' },
  { name: 'error', code: BAD_CODE, act: explained, shown: true },
  { name: 'error-en', code: BAD_CODE, lang: 'en', act: explained, shown: true },
  { name: 'error-phone', code: BAD_CODE, act: explained, context: { ...PHONE, viewport: { width: 320, height: 200 } } },
  { name: 'error-dark', code: 'Fulano de Tal', act: explained, media: { colorScheme: 'dark' } },
  { name: 'empty', code: '' },
  { name: 'focus', code: CODE, read: CODE, act: (page) => page.keyboard.press('Tab'), shown: true },
  { name: 'copied', code: CODE, read: CODE, act: copied, shown: true },
]

describe.skipIf(chromium === undefined || zbarimg === undefined)('pix-qrcode looks right', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
  })
  afterAll(() => stage.close())

  test.each(SCENES)(
    '$name',
    async ({ name, code, lang = 'pt-BR', dir = 'ltr', context = {}, media, act, read, shown = false }) => {
      const url = strictPage(stage.site, `<div dir="${dir}"><pix-qrcode code="${code}"></pix-qrcode></div>`, { lang })
      const page = await stage.open(url, {
        viewport: { width: 480, height: 200 },
        permissions: ['clipboard-write'],
        ...context,
      })
      await page.emulateMedia({ reducedMotion: 'reduce', ...media })
      await act?.(page)
      const path = stage.screen(`element-${name}`, shown)
      await page.screenshot({ path, fullPage: true })

      expect(await overflowOf(page)).toBe(0)
      expect(await readBack(path)).toBe(read ?? '')
      expect(await violationsOf(page)).toEqual([])
      stage.assertCalm()
      await page.context().close()
    },
  )

  test('it is printed large enough to be read, whatever the page sets, and with the code', async () => {
    const url = strictPage(stage.site, `<pix-qrcode code="${CODE}"></pix-qrcode>`)
    const page = await stage.open(url)
    await page.evaluate(() => document.querySelector('pix-qrcode')?.style.setProperty('--pix-qrcode-size', '2rem'))
    await page.emulateMedia({ media: 'print' })
    const box = await page.getByRole('img').boundingBox()
    const pixelsPerCentimetre = 96 / 2.54
    expect(box?.width).toBeGreaterThan(3 * pixelsPerCentimetre)
    expect(await page.getByText(CODE).isVisible()).toBe(true)
    expect(await page.getByRole('button').count()).toBe(0)
  })
})

async function explained(page: Page): Promise<void> {
  await page.getByRole('listitem').first().waitFor()
}

async function copied(page: Page): Promise<void> {
  await page.getByRole('button').click()
  await page.getByText('Copiado!').waitFor()
}

/** How far the page can be scrolled sideways. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function readBack(path: string): Promise<string> {
  const { stdout } = await run(zbarimg ?? '', ['--quiet', '--raw', path])
  return stdout.trimEnd()
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => {
    const checker = (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe
    // It takes the colours that the style asks for, not those that the system forces.
    const forced = matchMedia('(forced-colors: active)').matches
    return checker.run({ rules: { 'color-contrast': { enabled: !forced } } })
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ help, id, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`)
}
