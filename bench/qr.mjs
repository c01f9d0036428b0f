/**
 * QR codes as SVG: the same text at level M, each library with its own SVG writer; then the symbol alone.
 *
 * @module
 */
import { equal, ok } from 'node:assert/strict'
import { encodeQr, renderPng, renderSvg, renderTerminal } from '@pixkit/qr'
import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
import encodeQR from 'qr'
import qrcode from 'qrcode'
import { encode, renderSVG } from 'uqr'
import { DYNAMIC_CODES } from './lib/codes.mjs'
import { compare } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const SVG_WRITERS = {
  '@pixkit/qr': (text) => renderSvg(encodeQr(text)),
  qrcode: (text) => written((done) => qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M' }, done)),
  qr: (text) => encodeQR(text, 'svg', { ecc: 'medium', border: 4 }),
  uqr: (text) => renderSVG(text, { ecc: 'M', border: 4 }),
}
const SYMBOLS = {
  '@pixkit/qr': (text) => encodeQr(text),
  qrcode: (text) => qrcode.create(text, { errorCorrectionLevel: 'M' }).modules,
  qr: (text) => encodeQR(text, 'raw', { ecc: 'medium', border: 1 }),
  uqr: (text) => encode(text, { ecc: 'M', border: 0 }),
}
const RENDERERS = {
  'encodeQr + renderSvg': SVG_WRITERS['@pixkit/qr'],
  'encodeQr + renderPng, 8 pixels a module': (text) => renderPng(encodeQr(text)),
  'encodeQr + renderTerminal': (text) => renderTerminal(encodeQr(text)),
}

// Every picture says the text, to a reader that none of the libraries brings.
for (const draw of Object.values(SVG_WRITERS)) for (const text of DYNAMIC_CODES) equal(readSvg(draw(text)), text)

const [code] = DYNAMIC_CODES
const rows = Object.entries(SVG_WRITERS).map(([name, draw]) => {
  const bytes = DYNAMIC_CODES.map((text) => draw(text).length)
  const symbol = SYMBOLS[name](code)
  return [
    name,
    String(symbol.size ?? symbol.length - 2),
    String(Math.round(bytes.reduce((sum, n) => sum + n) / bytes.length)),
  ]
})
printTable(`SVG of a dynamic code, ${code.length} characters, level M`, ['', 'modules a side', 'bytes (mean)'], rows)
const bytes = Object.fromEntries(rows.map(([name, , mean]) => [name, Number(mean)]))
ok(bytes['@pixkit/qr'] <= bytes.qrcode, 'no more bytes than qrcode')

const inputs = (functions) => Object.fromEntries(Object.keys(functions).map((name) => [name, DYNAMIC_CODES]))
compare('SVG', SVG_WRITERS, inputs(SVG_WRITERS))
compare('symbol alone', SYMBOLS, inputs(SYMBOLS))
compare('pixkit by renderer', RENDERERS, inputs(RENDERERS))

/** What a function with a callback hands over; `qrcode` calls back before it returns. */
function written(call) {
  let result
  call((error, value) => {
    if (error) throw error
    result = value
  })
  return result
}

function readSvg(svg) {
  const { pixels, width, height } = new Resvg(svg, {
    fitTo: { mode: 'width', value: 456 },
    background: '#fff',
  }).render()
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data
}
