import { describe, expect, it } from 'vitest'
import { passphraseForms } from './passphrase.ts'

describe('passphraseForms', () => {
  it.each([
    ['nothing', undefined, ['0000', ''], ['']],
    ['an empty one', '', ['0000', ''], ['']],
    ['ASCII', 'ab', ['006100620000'], ['6162']],
    ['accents', 'é', ['00e90000', '00c300a90000'], ['c3a9', 'e9']],
    ['a sign beyond Latin-1', '€', ['20ac0000', '00e2008200ac0000'], ['e282ac', 'ac']],
    ['emoji, as surrogates', '🔑', ['d83ddd110000', '00f0009f009400910000'], ['f09f9491', '3d11']],
  ])('gives the octets of %s', (_, passphrase, bmp, octets) => {
    const forms = passphraseForms(passphrase)
    expect(forms.bmp.map(hex)).toEqual(bmp)
    expect(forms.octets.map(hex)).toEqual(octets)
    expect(forms.isGiven).toBe(passphrase !== undefined)
  })
})

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
