/**
 * Tells TypeScript that Vue's templates may write `<pix-qrcode>`: `import type {} from '@pixkit/element/vue'`. Types only.
 *
 * @module
 */
import type { PixQrcodeAttributes, PixQrcodeElement, PixQrcodeEventMap } from './pix-qrcode-element.ts'

/** Names of Vue, which listens by properties called `on` and the name of the event in capitals. */
export interface PixQrcodeVueProps extends PixQrcodeAttributes {
  onPixCopy?: ((event: PixQrcodeEventMap['pix-copy']) => void) | undefined
  onPixError?: ((event: PixQrcodeEventMap['pix-error']) => void) | undefined
  class?: unknown
  style?: unknown
  id?: string | undefined
  lang?: string | undefined
  hidden?: boolean | undefined
}

/** @ts-ignore: who has no Vue neither needs nor breaks this. */
declare module 'vue' {
  interface GlobalComponents {
    'pix-qrcode': new () => PixQrcodeElement & { $props: PixQrcodeVueProps }
  }
}
