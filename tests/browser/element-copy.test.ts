/** @module How <pix-qrcode> copies: by mouse, by keyboard, and where the browser does not want it to. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { CODE, strictPage } from './lib/pages.ts'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')

const BODY = `<pix-qrcode code="\n ${CODE} "></pix-qrcode><textarea aria-label="paste"></textarea>`
const HELP = 'Agora cole no aplicativo do banco, em Pix copia e cola.'

describe.skipIf(chromium === undefined)('pix-qrcode copies', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
  })
  afterAll(() => stage.close())
  afterEach(() => stage.assertCalm())

  test('by mouse, says so, and comes to rest after some seconds', async () => {
    const page = await open(stage, strictPage(stage.site, BODY), ['clipboard-write'])
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(10_000)
    await button(page).click()
    await page.getByText('Copiado!').waitFor()
    expect(await page.getByRole('status').textContent()).toBe(HELP)
    expect(await pasted(page)).toBe(CODE)
    expect(await copies(page)).toBe(1)

    await page.clock.runFor(3900)
    expect(await label(page)).toBe('Copiado!')
    await page.clock.runFor(200)
    expect(await label(page)).toBe('Copiar código Pix')
    expect(await page.getByRole('status').textContent()).toBe('')
  })

  test.each(['Enter', 'Space'])('by %s', async (key) => {
    const page = await open(stage, strictPage(stage.site, BODY), ['clipboard-write'])
    await page.keyboard.press('Tab')
    await page.keyboard.press(key)
    await page.getByText(HELP).waitFor()
    expect(await focused(page)).toBe('button')
    expect(await pasted(page)).toBe(CODE)
    expect(await copies(page)).toBe(1)
  })

  test('from the field, which selects its text when reached', async () => {
    const page = await open(stage, strictPage(stage.site, BODY))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('code')
    await page.keyboard.press('Control+C')
    await page.getByText(HELP).waitFor()
    expect(await copies(page)).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+V')
    expect(await page.getByLabel('paste').inputValue()).toBe(CODE)
  })

  test('from the field by mouse', async () => {
    const page = await open(stage, strictPage(stage.site, BODY))
    await page.getByLabel('Pix copia e cola').click()
    await page.keyboard.press('Control+C')
    expect(await pasted(page)).toBe(CODE)
  })

  test('not when only a part of the field was copied', async () => {
    const page = await open(stage, strictPage(stage.site, BODY))
    const field = page.getByLabel('Pix copia e cola')
    await field.focus()
    await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(0, 4))
    await page.keyboard.press('Control+C')
    expect(await pasted(page)).toBe('0002')
    expect(await copies(page)).toBe(0)
    expect(await label(page)).toBe('Copiar código Pix')
  })

  test.each([
    [
      'the policy of the page denies the clipboard',
      (url: string) => url,
      { 'permissions-policy': 'clipboard-write=()' },
    ],
    ['the page is not secure', (url: string) => url.replace('127.0.0.1', 'insecure.example'), {}],
  ])('also where %s', async (_name, address, headers) => {
    const page = await open(stage, address(strictPage(stage.site, BODY, { headers })))
    await button(page).click()
    await page.getByText(HELP).waitFor()
    expect(await focused(page)).toBe('button')
    expect(await pasted(page)).toBe(CODE)
    expect(await copies(page)).toBe(1)
    // Chromium reports that the policy was applied.
    stage.problems()
  })

  test('by hand where the browser refuses: the text is selected, and the page says what to do', async () => {
    const page = await stage.open(strictPage(stage.site, BODY), {}, (fresh) =>
      fresh.addInitScript(() => {
        document.execCommand = () => false
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
      }),
    )
    await countCopies(page)
    await button(page).click()
    await page.getByText('O navegador não deixou copiar.').waitFor()
    expect(await focused(page)).toBe('code')
    expect(await copies(page)).toBe(0)
    await page.keyboard.press('Control+C')
    await page.getByText(HELP).waitFor()
    expect(await pasted(page)).toBe(CODE)
    expect(await copies(page)).toBe(1)
  })
})

async function open(stage: Stage, url: string, permissions: string[] = []): Promise<Page> {
  const page = await stage.open(url, { permissions })
  await countCopies(page)
  return page
}

/** Counts on the document: the event must leave the element. */
async function countCopies(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counter = globalThis as unknown as { copies: number }
    counter.copies = 0
    document.addEventListener('pix-copy', ({ target }) => {
      if (target === document.querySelector('pix-qrcode')) counter.copies += 1
    })
  })
}

function copies(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { copies: number }).copies)
}

function button(page: Page) {
  return page.locator('pix-qrcode').getByRole('button')
}

function label(page: Page): Promise<string | null> {
  return button(page).textContent()
}

/** The part that has the focus. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))
}

/** What a person would get who pastes now: no permission is needed for that. */
async function pasted(page: Page): Promise<string> {
  const target = page.getByLabel('paste')
  await target.focus()
  await page.keyboard.press('Control+V')
  return target.inputValue()
}
