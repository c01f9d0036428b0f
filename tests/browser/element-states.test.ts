/** @module What <pix-qrcode> makes of its code, its language and the page around it. */
import { crc16 } from '@pixkit/emv/crc16'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { BAD_CODE, CODE, DYNAMIC_CODE, OPEN_CODE, strictPage } from './lib/pages.ts'
import { ELEMENT } from './lib/site.ts'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')

const ELEMENT_BODY = `<pix-qrcode code="${CODE}"></pix-qrcode>`
const REFUSED = 'Este código Pix não pode ser usado'

describe.skipIf(chromium === undefined)('pix-qrcode', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
  })
  afterAll(() => stage.close())
  afterEach(() => stage.assertCalm())

  const open = (body: string, options?: Parameters<typeof strictPage>[2]) =>
    stage.open(strictPage(stage.site, body, options))

  test('gives names to all that assistive technology meets', async () => {
    const page = await open(ELEMENT_BODY)
    expect(await page.locator('[part=card]').ariaSnapshot()).toBe(
      [
        '- group "Pagamento com Pix":',
        '  - img "QR Code do Pix, para ler com o aplicativo do banco"',
        '  - term: Valor',
        '  - definition: R$ 10,00',
        '  - term: Recebedor',
        '  - definition: Padaria Sao Joao',
        '  - definition: Sao Paulo',
        '  - button "Copiar código Pix"',
        '  - text: Pix copia e cola',
        `  - textbox "Pix copia e cola": ${CODE}`,
        '  - status',
        '  - paragraph: Antes de pagar, confira no aplicativo do banco o nome de quem recebe.',
      ].join('\n'),
    )
  })

  describe('with a bad code', () => {
    test('says in the language of the page what is wrong and what to do, and offers nothing to copy or read', async () => {
      const page = await open(`<pix-qrcode code="${BAD_CODE}"></pix-qrcode>`)
      await page.getByText('O CRC é 1108, mas o texto dá E4F3.').waitFor()
      expect(await page.locator('[part=card]').ariaSnapshot()).toBe(
        [
          '- group "Pagamento com Pix":',
          '  - alert:',
          `    - paragraph: ${REFUSED}`,
          '    - list:',
          '      - listitem: "O CRC é 1108, mas o texto dá E4F3. Um caractere se perdeu ou mudou: copie o código de novo, inteiro."',
        ].join('\n'),
      )
      await setAttribute(page, 'lang', 'en')
      await page.getByText('Checksum is 1108, but the text gives E4F3.').waitFor()
      await page.getByText('This Pix code cannot be used').waitFor()
      expect(await page.getByText(REFUSED).count()).toBe(0)
    })

    test('says so in short, with the code of the error, where the sentences cannot be loaded', async () => {
      const page = await stage.open(strictPage(stage.site, ELEMENT_BODY), {}, (fresh) =>
        fresh.route(/\/pt-br-\w+\.js$/, (route) => route.abort()),
      )
      await setAttribute(page, 'code', BAD_CODE)
      await page.getByText('Copie o código de novo, inteiro, ou peça outro a quem cobra.').waitFor()
      expect(await page.getByRole('listitem').textContent()).toContain('BRCODE_CRC_MISMATCH')
      expect(stage.problems().every((problem) => problem.includes('ERR_FAILED'))).toBe(true)
    })

    test('fires one event that leaves every shadow tree, and has no word of the code', async () => {
      const page = await open('<div></div>')
      await listen(page)
      await page.evaluate((code) => {
        const root = document.querySelector('div')?.attachShadow({ mode: 'open' })
        const element = document.createElement('pix-qrcode')
        element.code = code
        root?.append(element)
      }, BAD_CODE)
      const [event] = await events(page)
      expect(event).toEqual([
        {
          code: 'BRCODE_CRC_MISMATCH',
          severity: 'error',
          path: ['63'],
          offset: 134,
          params: { expected: 'E4F3', found: '1108' },
        },
      ])
      expect(
        await page.evaluate(() => document.querySelector('div')?.shadowRoot?.querySelector('pix-qrcode')?.issues),
      ).toEqual(event)

      await setAttribute(page, 'lang', 'en', 'html')
      expect(await events(page)).toHaveLength(1)
    })

    test('fires again for another bad code, and not for a good one or none', async () => {
      const page = await open('<pix-qrcode></pix-qrcode>')
      await listen(page)
      for (const code of [BAD_CODE, CODE, '', 'Fulano de Tal']) await setAttribute(page, 'code', code)
      expect((await events(page)).map((issues) => issues.map(({ code }) => code))).toEqual([
        ['BRCODE_CRC_MISMATCH'],
        ['BRCODE_PAYLOAD_FORMAT', 'EMV_ID_NOT_NUMERIC'],
      ])
    })
  })

  describe('follows its attributes', () => {
    test('code', async () => {
      const page = await open(ELEMENT_BODY)
      await page.getByText('R$ 10,00').waitFor()
      const before = await path(page)
      await setAttribute(page, 'code', OPEN_CODE)
      await page.getByText('Você escolhe ao pagar').waitFor()
      expect(await path(page)).not.toBe(before)
      await setAttribute(page, 'code', DYNAMIC_CODE)
      await page.getByText('Está no banco, não neste código').waitFor()
      await setAttribute(page, 'code', BAD_CODE)
      await page.getByText(REFUSED).waitFor()
      expect(await page.getByRole('button').count()).toBe(0)
      expect(await page.getByLabel('Pix copia e cola').inputValue()).toBe('')
      await setAttribute(page, 'code', CODE)
      expect(await path(page)).toBe(before)
    })

    test('without losing the focus', async () => {
      const page = await open(ELEMENT_BODY)
      await page.keyboard.press('Tab')
      await setAttribute(page, 'code', OPEN_CODE)
      await setAttribute(page, 'lang', 'en')
      expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe(
        'Copy Pix code',
      )
    })

    test('level', async () => {
      const page = await open(ELEMENT_BODY)
      const viewBox = () => page.getByRole('img').getAttribute('viewBox')
      expect(await viewBox()).toBe('0 0 53 53')
      await setAttribute(page, 'level', 'h')
      expect(await viewBox()).toBe('0 0 65 65')
      expect(await page.evaluate(() => document.querySelector('pix-qrcode')?.level)).toBe('H')
      await setAttribute(page, 'level', 'high')
      expect(await viewBox()).toBe('0 0 53 53')
    })

    test('lang, its own or that of the closest element around, also outside of shadow trees', async () => {
      const page = await open('<div></div>', { lang: '' })
      await page.evaluate((code) => {
        const root = document.querySelector('div')?.attachShadow({ mode: 'open' })
        const element = document.createElement('pix-qrcode')
        element.code = code
        root?.append(element)
      }, CODE)
      const button = page.getByRole('button')
      const card = page.locator('[part=card]')
      expect(await button.textContent()).toBe('Copiar código Pix')
      await setAttribute(page, 'lang', 'en-GB', 'html')
      expect(await button.textContent()).toBe('Copy Pix code')
      expect(await card.getAttribute('lang')).toBe('en')
      await setAttribute(page, 'lang', 'fr', 'div')
      expect(await button.textContent()).toBe('Copiar código Pix')
      // The words are Portuguese although the page is not.
      expect(await card.getAttribute('lang')).toBe('pt-BR')
      await page.locator('pix-qrcode').evaluate((element) => element.setAttribute('lang', 'en'))
      expect(await button.textContent()).toBe('Copy Pix code')
      await page.getByText('R$ 10.00').waitFor()
    })
  })

  describe('has properties', () => {
    test('that reflect the attributes, both ways', async () => {
      const page = await open('<pix-qrcode code="a"></pix-qrcode>')
      const seen = await page.evaluate(() => {
        const element = document.querySelector('pix-qrcode')
        if (element === null) return []
        const values: unknown[] = [element.code, element.level, element.issues.length > 0]
        element.code = 'b'
        element.level = 'Q'
        values.push(element.getAttribute('code') ?? '', element.getAttribute('level') ?? '')
        element.code = null
        element.level = undefined
        values.push(element.hasAttribute('code'), element.hasAttribute('level'), element.code, element.issues.length)
        return values
      })
      expect(seen).toEqual(['a', 'M', true, 'b', 'Q', false, false, '', 0])
    })

    test('that may be set before the element is defined', async () => {
      const page = await open('<pix-qrcode></pix-qrcode>', { defined: false })
      await page.evaluate((code) => {
        Object.assign(document.querySelector('pix-qrcode') ?? {}, { code, level: 'H' })
      }, CODE)
      await page.evaluate("import('/plain/main.js')")
      await page.getByText('R$ 10,00').waitFor()
      expect(await page.getByRole('img').getAttribute('viewBox')).toBe('0 0 65 65')
      expect(await page.locator('pix-qrcode').getAttribute('code')).toBe(CODE)
    })
  })

  test('is defined by a call, once and more often, under any name', async () => {
    const page = await open(`${ELEMENT_BODY}<loja-pix lang="en" code="${CODE}"></loja-pix>`, { defined: false })
    const before = await page.evaluate(`import('${ELEMENT}').then(({ definePixQrcode }) => {
      const untouched = customElements.get('pix-qrcode') === undefined
      definePixQrcode()
      definePixQrcode()
      definePixQrcode('loja-pix')
      return untouched
    })`)
    expect(before).toBe(true)
    await page.getByText('R$ 10,00').waitFor()
    await page.getByText('R$ 10.00').waitFor()
  })

  test('shows its children where there is no script, and where there is no code', async () => {
    const body = (code: string) => `<pix-qrcode code="${code}"><p>One moment…</p></pix-qrcode>`
    const withoutScript = await stage.open(strictPage(stage.site, body(CODE)), { javaScriptEnabled: false })
    expect(await withoutScript.getByText('One moment…').isVisible()).toBe(true)
    const page = await open(body(''))
    expect(await page.getByText('One moment…').isVisible()).toBe(true)
    await setAttribute(page, 'code', CODE)
    expect(await page.getByText('One moment…').isVisible()).toBe(false)
  })

  test('shows the texts of a code as text', async () => {
    const name = '<img src=x onerror=a()>'
    const page = await open(ELEMENT_BODY)
    await setAttribute(page, 'code', named(name))
    expect(await page.getByText(name, { exact: true }).isVisible()).toBe(true)
  })

  test('goes on working when it is moved', async () => {
    const page = await open(`<pix-qrcode code="${BAD_CODE}"></pix-qrcode><section lang="en"></section>`)
    await listen(page)
    await page.evaluate(() => {
      const element = document.querySelector('pix-qrcode')
      if (element !== null) document.querySelector('section')?.append(element)
    })
    await page.getByText('This Pix code cannot be used').waitFor()
    expect(await events(page)).toEqual([])
    await setAttribute(page, 'code', CODE)
    await page.getByText('R$ 10.00').waitFor()
  })

  test('is styled in browsers that cannot adopt style sheets, where the policy allows inline styles', async () => {
    const url = strictPage(stage.site, ELEMENT_BODY, {
      headers: { 'content-security-policy': "style-src 'self' 'unsafe-inline'" },
    })
    const page = await stage.open(url, {}, (fresh) =>
      fresh.addInitScript(() => Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets')),
    )
    const radius = await page.locator('[part=card]').evaluate((card) => getComputedStyle(card).borderTopLeftRadius)
    expect(radius).toBe('14px')
  })

  test('can be styled from outside, by parts and by custom properties', async () => {
    const page = await open(ELEMENT_BODY)
    const seen = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `pix-qrcode { --pix-qrcode-accent: #123456; --pix-qrcode-size: 150px }
         pix-qrcode::part(hint) { display: none }`,
      )
      document.adoptedStyleSheets = [sheet]
      const part = (name: string) => document.querySelector('pix-qrcode')?.shadowRoot?.querySelector(`[part=${name}]`)
      const [button, qr, hint] = ['button', 'qr', 'hint'].map((name) => getComputedStyle(part(name) as Element))
      return [button?.backgroundColor, qr?.width, hint?.display]
    })
    expect(seen).toEqual(['rgb(18, 52, 86)', '150px', 'none'])
  })
})

/** The good code with another name of the receiver, which the writer would take. */
function named(name: string): string {
  const body = CODE.slice(0, -4).replace('5916Padaria Sao Joao', `59${name.length}${name}`)
  return body + crc16(body)
}

type Issues = readonly { readonly code: string }[]

/** Collects the details of the errors that arrive at the document. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const details: unknown[] = []
    Object.assign(globalThis, { details })
    document.addEventListener('pix-error', (event) =>
      details.push((event as CustomEvent<{ issues: Issues }>).detail.issues),
    )
  })
}

/** What is drawn. */
function path(page: Page): Promise<string | null> {
  return page.locator('pix-qrcode path').getAttribute('d')
}

function events(page: Page): Promise<Issues[]> {
  return page.evaluate(() => (globalThis as unknown as { details: Issues[] }).details)
}

/** Sets an attribute, and waits until what follows from it has been done. */
async function setAttribute(page: Page, name: string, value: string, selector = 'pix-qrcode'): Promise<void> {
  await page.evaluate(
    async ([target, attribute, text]) => {
      document.querySelector(target)?.setAttribute(attribute, text)
      await new Promise((resolve) => setTimeout(resolve))
    },
    [selector, name, value] as const,
  )
}
