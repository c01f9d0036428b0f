/**
 * Tells TypeScript that React may write `<pix-qrcode>`: `import type {} from '@pixkit/element/react'`. Types only.
 *
 * @module
 */
import type { PixQrcodeAttributes, PixQrcodeElement, PixQrcodeEventMap } from './pix-qrcode-element.ts'

/** Names of React 19, which listens to the events of an element in properties called `on` and their name. */
export interface PixQrcodeReactAttributes extends PixQrcodeAttributes {
  'onpix-copy'?: ((event: PixQrcodeEventMap['pix-copy']) => void) | undefined
  'onpix-error'?: ((event: PixQrcodeEventMap['pix-error']) => void) | undefined
}

/** @ts-ignore: who has no types of React neither needs nor breaks this. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** @ts-ignore: the names are those of the augmented module. */
      // oxlint-disable-next-line typescript/no-redundant-type-constituents -- here, React has no types
      'pix-qrcode': DetailedHTMLProps<HTMLAttributes<PixQrcodeElement>, PixQrcodeElement> & PixQrcodeReactAttributes
    }
  }
}
