import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { integer, octetString, oid, sequence } from '../der/write-der.ts'
import { judge } from './open.ts'

const key = sequence(
  integer(0),
  sequence(oid('1.2.840.113549.1.1.1')),
  octetString(sequence(octetString(new Uint8Array(500)))),
)

describe('judge', () => {
  it.each([1, 2, 7, 8, 15, 16])('opens DER under a padding of %d', (padding) => {
    const plain = padded(filled(16 - padding), padding)
    expect(judge(plain, 16).outcome).toBe('opened')
  })

  it('takes off the padding', () => {
    const plain = padded(key, 3)
    expect(judge(plain, 8)).toEqual({ outcome: 'opened', plain: Buffer.from(key) })
  })

  it.each([
    ['a broken padding after a header that fits', (plain: Buffer) => (plain[plain.length - 1] = 0)],
    ['a broken header before a padding', (plain: Buffer) => (plain[0] = 0x31)],
    [
      'a broken header before a padding of one octet, told by the string at the end',
      (plain: Buffer) => (plain[2] = 0xff),
    ],
  ])('calls damaged %s', (_, damage) => {
    const plain = padded(key, 1)
    damage(plain)
    expect(judge(plain, 16).outcome).toBe('damaged')
  })

  it('opens an object with an open length', () => {
    expect(judge(padded(Buffer.from('3080020105' + '0000', 'hex'), 1), 8).outcome).toBe('opened')
    expect(judge(padded(Buffer.from('3080020105' + '0100', 'hex'), 1), 8).outcome).toBe('wrong')
  })

  it('finds no trace in noise', () => {
    // Always the same noise: one buffer in many millions does look like something.
    const noise = createCipheriv('aes-256-ctr', Buffer.alloc(32, 7), Buffer.alloc(16)).update(Buffer.alloc(4_000_000))
    const sizes = [16, 48, 128, 160, 250, 1216, 3000]
    const outcomes = new Set<string>()
    for (let at = 0, turn = 0; at + 3000 < noise.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 16
      outcomes.add(judge(noise.subarray(at, at + size), turn % 2 === 0 ? 8 : 16).outcome)
      at += size
    }
    expect([...outcomes]).toEqual(['wrong'])
  })
})

/** A key of a length that leaves room in the last block. */
function filled(rest: number): Uint8Array {
  return sequence(octetString(new Uint8Array(300 + rest)))
}

function padded(body: Uint8Array, padding: number): Buffer {
  return Buffer.concat([body, Buffer.alloc(padding, padding)])
}
