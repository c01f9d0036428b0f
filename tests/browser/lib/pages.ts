/** @module Pages with the element under the strictest policy that a page can have, and the codes that they show. */
import type { Site } from './site.ts'

export const CODE =
  '00020126400014br.gov.bcb.pix0118fulano@example.com520400005303986540510.005802BR5916Padaria Sao Joao6009Sao Paulo62130509PEDIDO12363041108'

/** Its amount was changed, its checksum was not. */
export const BAD_CODE = CODE.replace('10.00', '90.00')

/** Of the Manual de Padrões para Iniciação do Pix 2.10.0: without an amount, dynamic, with a recurrence. */
export const OPEN_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
export const DYNAMIC_CODE =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4'
export const COMPOSITE_CODE =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304FB42'

/** No inline style, no inline script, no markup from strings. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const STYLE = `
:root { color-scheme: light dark; background: light-dark(#eef1f4, #0c0f12); font-family: system-ui, sans-serif }
body { margin: 0; padding: clamp(0.75rem, 4vw, 2.5rem) }
pix-qrcode { margin-inline: auto }
@media print { :root { background: none } }
`

export interface PageOptions {
  /** Language of the page, `'pt-BR'` by default; none when empty. */
  readonly lang?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Whether the page defines the element; `true` by default. */
  readonly defined?: boolean
}

let pages = 0

/** Puts a page with this body on the site; gives its address. */
export function strictPage(
  site: Site,
  body: string,
  { lang = 'pt-BR', headers = {}, defined = true }: PageOptions = {},
): string {
  site.put('/page.css', STYLE, { 'content-type': 'text/css' })
  const html = `<!doctype html>
<html${lang === '' ? '' : ` lang="${lang}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pix</title>
<link rel="stylesheet" href="/page.css">
${defined ? '<script type="module" src="/plain/main.js"></script>' : ''}
</head>
<body><main><h1 hidden>Pix</h1>${body}<output hidden></output></main></body>
</html>`
  pages += 1
  return site.put(`/strict/${pages}`, html, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    ...headers,
  })
}
