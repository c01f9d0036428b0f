/**
 * The page of the payer. What it does, it asks of the admin endpoints.
 *
 * @module
 */
import { Hono } from 'hono'
import { PAGE } from './page.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/** Nothing from elsewhere, and nothing inline. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export function payerPageRoutes(): Hono {
  const file = (text: string, type: string) => (): Response =>
    new Response(text, { headers: { ...HEADERS, 'content-type': `${type}; charset=utf-8` } })
  return new Hono()
    .get('/payer', file(PAGE, 'text/html'))
    .get('/payer.js', file(SCRIPT, 'text/javascript'))
    .get('/payer.css', file(STYLE, 'text/css'))
}
