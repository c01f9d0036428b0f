import { expect, test } from 'vitest'
import { definePixQrcode } from './define-pix-qrcode.ts'

test('definePixQrcode does nothing where there is no page', () => {
  expect(() => definePixQrcode()).not.toThrow()
  expect(() => definePixQrcode('loja-pix')).not.toThrow()
  expect('customElements' in globalThis).toBe(false)
})

test('auto can be imported where there is no page', async () => {
  await import('./auto.ts')
  expect('customElements' in globalThis).toBe(false)
})
