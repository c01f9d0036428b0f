/**
 * Defines `<pix-qrcode>` when imported; the one module of the package that does something then.
 *
 * @module
 */
import { definePixQrcode } from './define-pix-qrcode.ts'

export type { PixQrcodeElement } from './pix-qrcode-element.ts'

definePixQrcode()
