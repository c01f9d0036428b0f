/**
 * Pictures as `data:` URLs, for `<img src>` and CSS.
 *
 * @module
 */

/**
 * Writes an SVG as a `data:` URL.
 *
 * @param svg - From `renderSvg`.
 *
 * @example
 * ```ts
 * import { svgDataUrl } from '@pixkit/qr/data-url'
 *
 * svgDataUrl('<svg xmlns="http://www.w3.org/2000/svg"/>') // 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'
 * ```
 *
 * @see RFC 2397. Only what would end the attribute or the URL is escaped: base64 would take a third more.
 */
export function svgDataUrl(svg: string): string {
  return `data:image/svg+xml,${svg.replaceAll(/[%"#<>\r\n\u{80}-\u{10FFFF}]/gu, encodeURIComponent)}`
}

/**
 * Writes a PNG file as a `data:` URL.
 *
 * @param png - From `renderPng`.
 *
 * @example
 * ```ts
 * import { pngDataUrl } from '@pixkit/qr/data-url'
 *
 * pngDataUrl(Uint8Array.of(137, 80, 78, 71)) // 'data:image/png;base64,iVBORw=='
 * ```
 */
export function pngDataUrl(png: Uint8Array): string {
  let binary = ''
  for (const byte of png) binary += String.fromCharCode(byte)
  return `data:image/png;base64,${btoa(binary)}`
}
