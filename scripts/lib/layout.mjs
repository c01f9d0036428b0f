/** @module Which package may import which, and what may end up in its bundle: the only list of packages to edit by hand. */

/** From the bottom to the top: a package imports only packages of lower layers, never one of its own. */
export const layers = [
  ['core'],
  ['emv'],
  ['brcode', 'certs', 'http'],
  ['qr', 'http-node', 'payload'],
  ['element', 'bacen'],
  ['sandbox'],
  ['cli'],
]

/** Packages, and subpaths of packages for Node, that run anywhere, with the npm packages that may be in their bundles. */
export const neutral = /** @type {Record<string, readonly string[]>} */ ({
  core: [],
  emv: ['crc'],
  brcode: ['crc'],
  'certs/x509': [],
  qr: ['qrcode', 'fast-png', 'fflate', 'iobuffer', 'zxing-wasm'],
  element: ['crc', 'qrcode'],
  http: [],
  bacen: ['crc', 'valibot'],
  payload: ['crc', 'jose', 'valibot'],
})
