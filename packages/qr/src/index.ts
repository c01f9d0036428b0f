/**
 * Draws QR codes as SVG, PNG, canvas or terminal text. Reading them is `@pixkit/qr/read`.
 *
 * @module
 */
export type { QrErrorCode } from './codes.ts'
export { encodeQr, type EncodeQrOptions, type QrLevel, type QrMatrix } from './encode-qr.ts'
