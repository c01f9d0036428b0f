/**
 * Makes `<pix-qrcode>` known to a page.
 *
 * @module
 */
import { createElementClass } from './internal/element-class.ts'

/**
 * Defines the element under a name.
 *
 * Does nothing where there are no custom elements, such as on a server, and nothing when the name is taken, so that it may be
 * called twice. `@pixkit/element/auto` calls it when imported.
 *
 * @param tag - Name of the element, with a hyphen; `'pix-qrcode'` by default.
 * @throws {DOMException} `SyntaxError`: `tag` is no name for a custom element.
 *
 * @example
 * ```ts
 * import { definePixQrcode } from '@pixkit/element'
 *
 * definePixQrcode()
 * ```
 */
export function definePixQrcode(tag = 'pix-qrcode'): void {
  if (typeof customElements === 'undefined' || customElements.get(tag) !== undefined) return
  customElements.define(tag, createElementClass())
}
