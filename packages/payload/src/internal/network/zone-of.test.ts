import { expect, test } from 'vitest'
import { zoneOf } from './zone-of.ts'

test.each([
  ['pix.banco.com.br', 'banco.com.br'],
  ['qr.pix.banco.b.br', 'banco.b.br'],
  ['a.b.c.evil.example', 'evil.example'],
  ['pix.banco.co.uk', 'banco.co.uk'],
  ['pix.psp.io', 'psp.io'],
  ['banco.com.br', 'banco.com.br'],
  ['evil.example', 'evil.example'],
  ['com.br', 'com.br'],
])('%s belongs to %s', (host, zone) => {
  expect(zoneOf(host)).toBe(zone)
})
