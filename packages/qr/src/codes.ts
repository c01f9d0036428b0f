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

export type QrErrorCode = QrDrawErrorCode
