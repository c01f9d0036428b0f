// Compiled only. What an editor must know about the element in Vue's templates, and must refuse.
import type {} from '@pixkit/element/vue'
import type { GlobalComponents } from 'vue'

type Props = InstanceType<GlobalComponents['pix-qrcode']>['$props']

export const full: Props = {
  code: '…',
  level: 'H',
  lang: 'en',
  class: 'pix',
  onPixError: (event) => event.detail.issues,
}

// @ts-expect-error there is no such level
export const level: Props = { level: 'X' }
