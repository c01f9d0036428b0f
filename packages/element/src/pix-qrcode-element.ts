/**
 * The types of `<pix-qrcode>`: the element, its attributes and its events.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import type { Issue } from '@pixkit/core/issue'
import type { QrLevel } from '@pixkit/qr/encode-qr'

/** What HTML, and JSX of any framework, may say of the element, besides what every element has. */
export interface PixQrcodeAttributes {
  /** The Pix code (_copia e cola_). Without one the element shows its children. */
  code?: string | undefined
  /** Error correction of the QR code, `'M'` by default. */
  level?: QrLevel | undefined
}

export interface PixQrcodeElement extends HTMLElement {
  /** The Pix code, as the attribute has it; empty when there is none. `null` and `undefined` remove it. */
  get code(): string
  set code(value: string | null | undefined)
  /** Error correction of the QR code; `'M'` where the attribute names no level. */
  get level(): QrLevel
  set level(value: QrLevel | null | undefined)
  /** Everything that is wrong with the code, at once. A code with an `error` is not drawn; `warning`s do not block it. */
  readonly issues: readonly Issue<BrCodeErrorCode>[]
}

export interface PixErrorDetail {
  /** Everything that is wrong with the code, at least one an `error`. Quotes no key, no name and no code: it may be logged. */
  readonly issues: readonly Issue<BrCodeErrorCode>[]
}

/** Events of the element; both bubble, also out of shadow trees. */
export interface PixQrcodeEventMap {
  /** The code is on the clipboard. `event.target` is the element. */
  'pix-copy': CustomEvent<null>
  /** The code that the element was given cannot be used. */
  'pix-error': CustomEvent<PixErrorDetail>
}

declare global {
  interface HTMLElementTagNameMap {
    'pix-qrcode': PixQrcodeElement
  }
  // Those of every element, of documents and of windows.
  interface GlobalEventHandlersEventMap extends PixQrcodeEventMap {}
}
