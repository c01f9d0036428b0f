import { describe, expect, it } from 'vitest'
import { decryptRc2Cbc } from './rc2.ts'

/** RFC 2268, section 5: key, effective bits, plaintext, ciphertext of one block. */
const VECTORS: readonly (readonly [string, number, string, string])[] = [
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
  ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
]

describe('decryptRc2Cbc', () => {
  it.each(VECTORS)('decrypts the vector of RFC 2268 with key %s and %d bits', (key, bits, plain, cipher) => {
    expect(decrypt(key, bits, '00'.repeat(8), cipher)).toBe(plain)
  })

  it('chains blocks: each is combined with the ciphertext before it, the first with the IV', () => {
    const [key, bits, plain, cipher] = VECTORS[1] ?? ['', 0, '', '']
    const iv = '0102030405060708'
    const masked = xor(plain, iv) + xor(plain, cipher)
    expect(decrypt(key, bits, iv, cipher + cipher)).toBe(masked)
  })

  it('leaves key, IV and data as they are', () => {
    const inputs = [hex('88bca90e90875a'), hex('0102030405060708'), hex('6ccf4308974c267f')] as const
    const copies = inputs.map((bytes) => bytes.toString('hex'))
    decryptRc2Cbc(inputs[0], 64, inputs[1], inputs[2])
    expect(inputs.map((bytes) => bytes.toString('hex'))).toEqual(copies)
  })
})

function decrypt(key: string, bits: number, iv: string, data: string): string {
  return Buffer.from(decryptRc2Cbc(hex(key), bits, hex(iv), hex(data))).toString('hex')
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function xor(left: string, right: string): string {
  const other = hex(right)
  return Buffer.from(hex(left).map((byte, index) => byte ^ (other[index] ?? 0))).toString('hex')
}
