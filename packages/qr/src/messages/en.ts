/**
 * English sentences for the codes of `@pixkit/qr`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { QrDrawErrorCode, QrErrorCode, QrReadErrorCode } from '../codes.ts'

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
  QR_TEXT_TOO_LONG: 'text needs at least {found} bits, the largest symbol of level {level} holds {max}',
  QR_VERSION_TOO_SMALL: 'text needs version {needed} at level {level}, not {version}',
}

export const readMessages: Messages<QrReadErrorCode> = {
  QR_FILE_TOO_LARGE: 'file has more than {max} bytes',
  QR_FILE_UNREADABLE: 'file cannot be read: {reason}',
  QR_IMAGE_DAMAGED: '{format} picture is damaged or cut short',
  QR_IMAGE_EMPTY: 'picture has no bytes',
  QR_IMAGE_FORMAT: 'picture is {found}, only PNG and JPEG are read',
  QR_IMAGE_SIZE: '"{path}" must be {expected}',
  QR_IMAGE_TOO_LARGE: 'picture has {width} × {height} pixels, at most {max} are read',
  QR_IMAGE_UNKNOWN: 'not a picture, or of a format nobody knows here',
  QR_READER_FAILED: 'reader stopped while it looked at the picture',
  QR_WASM_INVALID: 'wasm of the reader cannot be used',
  QR_WASM_MISSING: 'reader was given no wasm',
}

export const messages: Messages<QrErrorCode> = /* @__PURE__ */ Object.assign({}, drawMessages, readMessages)

export const remedies: Messages<QrErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'Use a canvas that no other kind of context was taken from.',
  QR_COLOR_FORMAT: 'Write # and three or six hexadecimal digits.',
  QR_CONTRAST_LOW: 'Take a darker colour for the modules or a lighter one for the background.',
  QR_FILE_TOO_LARGE: 'Make the picture smaller; a code needs few pixels.',
  QR_FILE_UNREADABLE: 'Check path and permissions; it must be a file, not a folder.',
  QR_IMAGE_DAMAGED: 'Fetch or export the picture again.',
  QR_IMAGE_EMPTY: 'Check that the picture was stored and sent whole.',
  QR_IMAGE_FORMAT: 'Convert the picture to PNG or JPEG.',
  QR_IMAGE_SIZE: 'Hand over RGBA pixels as getImageData returns them.',
  QR_IMAGE_TOO_LARGE: 'Make the picture smaller; a code needs few pixels.',
  QR_IMAGE_UNKNOWN: 'Hand over a PNG or JPEG file.',
  QR_LOGO_HREF: 'Embed the picture: data:image/png;base64,…',
  QR_LOGO_TOO_LARGE: 'Make the logo smaller, or raise the level to Q or H.',
  QR_OPTION_INVALID: 'Correct the option, or leave it out.',
  QR_READER_FAILED: 'Try a smaller picture; the next call starts a new reader.',
  QR_TERMINAL_NARROW: 'Widen the window, or write a picture: SVG or PNG.',
  QR_TEXT_EMPTY: 'Give it a text.',
  QR_TEXT_NOT_UNICODE: 'Cut texts between characters, not inside them.',
  QR_TEXT_TOO_LONG: 'Shorten the text, or lower the level to L.',
  QR_VERSION_TOO_SMALL: 'Leave the version out, or lower the level.',
  QR_WASM_INVALID:
    'Take zxing_reader.wasm of the installed zxing-wasm, and allow wasm-unsafe-eval where there is a CSP.',
  QR_WASM_MISSING: 'Hand over the bytes of zxing-wasm/reader/zxing_reader.wasm, or the compiled module.',
}
