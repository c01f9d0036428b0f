/**
 * English sentences for the codes of `@pixkit/qr`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { QrDrawErrorCode, QrErrorCode } from '../codes.ts'

export const drawMessages: Messages<QrDrawErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'canvas has no 2d context',
  QR_COLOR_FORMAT: '"{path}" must be a colour such as #1a2b3c',
  QR_CONTRAST_LOW: 'contrast is {found}%, at least {min}% are needed, dark on light',
  QR_LOGO_HREF: '"{path}" must be a data: URL of an image',
  QR_LOGO_TOO_LARGE: 'logo hides {found} codewords of a block, at most {max} may be hidden',
  QR_OPTION_INVALID: '"{path}" must be {expected}',
  QR_TERMINAL_NARROW: 'terminal has {columns} columns, the symbol needs {needed}',
  QR_TEXT_EMPTY: 'text is empty',
  QR_TEXT_NOT_UNICODE: 'text holds half a character (a lone surrogate)',
  QR_TEXT_TOO_LONG: 'text needs {found} bits, the largest symbol of level {level} holds {max}',
  QR_VERSION_TOO_SMALL: 'text needs version {needed} at level {level}, not {version}',
}

export const messages: Messages<QrErrorCode> = drawMessages

export const remedies: Messages<QrErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'Use a canvas that no other kind of context was taken from.',
  QR_COLOR_FORMAT: 'Write # and three or six hexadecimal digits.',
  QR_CONTRAST_LOW: 'Take a darker colour for the modules or a lighter one for the background.',
  QR_LOGO_HREF: 'Embed the picture: data:image/png;base64,…',
  QR_LOGO_TOO_LARGE: 'Make the logo smaller, or raise the level to Q or H.',
  QR_OPTION_INVALID: 'Correct the option, or leave it out.',
  QR_TERMINAL_NARROW: 'Widen the window, or write a picture: SVG or PNG.',
  QR_TEXT_EMPTY: 'Give it a text.',
  QR_TEXT_NOT_UNICODE: 'Cut texts between characters, not inside them.',
  QR_TEXT_TOO_LONG: 'Shorten the text, or lower the level to L.',
  QR_VERSION_TOO_SMALL: 'Leave the version out, or lower the level.',
}
