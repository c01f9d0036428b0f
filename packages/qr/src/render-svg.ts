/**
 * A QR code as SVG text.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { QrMatrix } from './encode-qr.ts'
import { type DrawOptions, readDrawing } from './internal/draw-options.ts'
import { assertInteger, failure } from './internal/failure.ts'
import { logoBox } from './logo-box.ts'
import { svgPath } from './svg-path.ts'

export interface Logo {
  /** `data:` URL of an image; addresses are refused, so that the picture stands alone. */
  readonly href: string
  /** Share of the side of the symbol that is cleared for it, 0.2 by default: what level M bears; Q and H bear 0.25. */
  readonly share?: number | undefined
}

export interface RenderSvgOptions extends DrawOptions {
  /** Attributes `width` and `height`, in pixels, 1 to 10,000; left out by default, so that it fills what it stands in. */
  readonly size?: number | undefined
  /** Accessible name, which screen readers say. Give one, or hide the picture from them where a text says the same. */
  readonly title?: string | undefined
  /** Longer description for screen readers. */
  readonly description?: string | undefined
  /** Picture in the centre. */
  readonly logo?: Logo | undefined
}

/** Characters that no XML 1.0 document may hold. */
// oxlint-disable-next-line no-control-regex -- these are meant
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Draws a QR code as SVG: one path for the dark modules, about 4 KB for a dynamic Pix code.
 *
 * @param matrix - From `encodeQr`.
 * @returns An element `svg`, to stand in a page, in a file or in a `data:` URL (`svgDataUrl`).
 * @throws {PixkitError} `QR_COLOR_FORMAT`, `QR_CONTRAST_LOW`, `QR_LOGO_HREF`, `QR_LOGO_TOO_LARGE`, `QR_OPTION_INVALID`.
 *
 * @example
 * ```ts
 * import { encodeQr, renderSvg } from '@pixkit/qr'
 *
 * const svg = renderSvg(encodeQr('01234567'), { title: 'Pix', color: '#004d40' })
 * svg.slice(0, 72) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-render'
 * ```
 *
 * @see ISO/IEC 18004:2015, section 6.3.8: a quiet zone of four modules.
 */
export function renderSvg(matrix: QrMatrix, options: RenderSvgOptions = {}): string {
  const { background, color, quietZone, side } = readDrawing(matrix, options)
  const { size, title, description, logo } = options
  if (title !== undefined) assertString(title, 'title')
  if (description !== undefined) assertString(description, 'description')
  if (size !== undefined) assertInteger(size, 1, 10_000, 'size')
  if (logo !== undefined && !isImageUrl(logo.href)) throw failure('QR_LOGO_HREF', {}, 'logo')
  const box = logo === undefined ? undefined : logoBox(matrix, logo.share)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"`,
    size === undefined ? '' : ` width="${size}" height="${size}"`,
    title === undefined && description === undefined ? '' : ' role="img"',
    '>',
    title === undefined ? '' : `<title>${escape(title)}</title>`,
    description === undefined ? '' : `<desc>${escape(description)}</desc>`,
    background === undefined ? '' : `<path fill="${background}" d="M0 0h${side}v${side}H0z"/>`,
    `<path stroke="${color}" d="${svgPath(box?.cleared ?? matrix, quietZone)}"/>`,
    logo === undefined || box === undefined ? '' : imageOf(logo, box.start + quietZone, box.size),
    '</svg>',
  ].join('')
}

function isImageUrl(href: unknown): boolean {
  return typeof href === 'string' && /^data:image\/[\w.+-]+[;,]/i.test(href)
}

/** The picture, half a module away from the nearest dark ones. */
function imageOf({ href }: Logo, start: number, size: number): string {
  const [x, width] = [start + 0.5, size - 1]
  return `<image x="${x}" y="${x}" width="${width}" height="${width}" href="${escape(href)}"/>`
}

function escape(text: string): string {
  return text.replaceAll(NOT_XML, '\uFFFD').replaceAll(/[&<>"]/g, (character) => ENTITIES[character] as string)
}
