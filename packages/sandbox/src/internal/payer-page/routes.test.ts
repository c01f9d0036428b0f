import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { payerPageRoutes } from './routes.ts'

const app = payerPageRoutes()

async function file(path: string) {
  const response = await app.request(path)
  return { text: await response.text(), headers: response.headers }
}

test.each([
  ['/payer', 'text/html'],
  ['/payer.js', 'text/javascript'],
  ['/payer.css', 'text/css'],
])('%s brings nothing from elsewhere', async (path, type) => {
  const { text, headers } = await file(path)
  expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(text).not.toMatch(/https?:\/\//)
})

test('the page has no script or style of its own', async () => {
  const { text } = await file('/payer')
  expect(text).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc="\/payer\.js")/)
})

test('the script is one, writes no markup, and finds what it looks for', async () => {
  const [page, script] = [(await file('/payer')).text, (await file('/payer.js')).text]
  expect(() => new Script(script)).not.toThrow()
  expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|eval\(/)
  const ids = [...script.matchAll(/\bat\('([\w-]+)'\)/g)].map(([, id]) => `id="${id}"`)
  expect(ids.filter((id) => !page.includes(id))).toEqual([])
  expect(ids.length).toBeGreaterThan(10)
})

test('every sentence is there in both languages', async () => {
  const [page, script] = [(await file('/payer')).text, (await file('/payer.js')).text]
  const TEXTS = new Script(`${script.slice(0, script.indexOf('const at'))};TEXTS`).runInNewContext() as Record<
    'pt-BR' | 'en',
    Record<string, string>
  >
  const { 'pt-BR': portuguese, en: english } = TEXTS
  expect(Object.keys(english)).toEqual(Object.keys(portuguese))
  const used = [...page.matchAll(/data-text="(\w+)"/g), ...script.matchAll(/TEXTS\[language\]\.(\w+)/g)]
  expect(used.map(([, name = '']) => name).filter((name) => !(name in portuguese))).toEqual([])
})
