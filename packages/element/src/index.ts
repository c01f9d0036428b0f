/**
 * `<pix-qrcode>`: a Pix code as QR, amount and receiver, with a copy button. Importing it defines nothing:
 * call `definePixQrcode`, or import `@pixkit/element/auto`.
 *
 * @module
 */
export { definePixQrcode } from './define-pix-qrcode.ts'
export type { PixErrorDetail, PixQrcodeAttributes, PixQrcodeElement, PixQrcodeEventMap } from './pix-qrcode-element.ts'
