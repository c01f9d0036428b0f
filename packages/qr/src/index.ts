/**
 * Draws QR codes as SVG, PNG, canvas or terminal text. Reading them is `@pixkit/qr/read`.
 *
 * @module
 */
export type { QrErrorCode } from './codes.ts'
export { pngDataUrl, svgDataUrl } from './data-url.ts'
export { encodeQr, type EncodeQrOptions, type QrLevel, type QrMatrix } from './encode-qr.ts'
export { logoBox, type LogoBox } from './logo-box.ts'
export { type CanvasLike, renderCanvas, type RenderCanvasOptions } from './render-canvas.ts'
export { renderPng, type RenderPngOptions } from './render-png.ts'
export { type Logo, renderSvg, type RenderSvgOptions } from './render-svg.ts'
export { renderTerminal, type RenderTerminalOptions } from './render-terminal.ts'
export { svgPath } from './svg-path.ts'
