/**
 * What can be wrong with a text to draw, with an option, and with a picture to read.
 *
 * @module
 */

/** Raised while drawing. */
export type QrDrawErrorCode =
  | 'QR_CANVAS_UNAVAILABLE'
  | 'QR_COLOR_FORMAT'
  | 'QR_CONTRAST_LOW'
  | 'QR_LOGO_HREF'
  | 'QR_LOGO_TOO_LARGE'
  | 'QR_OPTION_INVALID'
  | 'QR_TERMINAL_NARROW'
  | 'QR_TEXT_EMPTY'
  | 'QR_TEXT_NOT_UNICODE'
  | 'QR_TEXT_TOO_LONG'
  | 'QR_VERSION_TOO_SMALL'

/** Raised while reading. */
export type QrReadErrorCode =
  | 'QR_FILE_TOO_LARGE'
  | 'QR_FILE_UNREADABLE'
  | 'QR_IMAGE_DAMAGED'
  | 'QR_IMAGE_EMPTY'
  | 'QR_IMAGE_FORMAT'
  | 'QR_IMAGE_SIZE'
  | 'QR_IMAGE_TOO_LARGE'
  | 'QR_IMAGE_UNKNOWN'
  | 'QR_READER_FAILED'
  | 'QR_WASM_INVALID'
  | 'QR_WASM_MISSING'

export type QrErrorCode = QrDrawErrorCode | QrReadErrorCode
