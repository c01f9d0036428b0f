import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { integer, octetString, oid, sequence, setOf } from '../der/write-der.ts'
import { createBudget } from './budget.ts'
import { judge, openWith } from './open.ts'
import { passphraseForms } from './passphrase.ts'
import type { Scheme } from './scheme.ts'

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

  it('calls damaged a bag whose beginning is broken, told by the identifiers in it', () => {
    // The attributes at the end of a bag are short, so nothing ends like a whole object.
    const localKeyId = setOf(sequence(oid('1.2.840.113549.1.9.21'), setOf(octetString(new Uint8Array(20)))))
    const bag = sequence(oid('1.2.840.113549.1.12.10.1.3'), octetString(new Uint8Array(500)), localKeyId)
    const plain = padded(sequence(bag), 2)
    plain.fill(0xa5, 0, 16)
    expect(judge(plain, 16).outcome).toBe('damaged')
    plain.fill(0xa5, plain.indexOf('2a864886f70d01', 0, 'hex'))
    plain.fill(2, plain.length - 2)
    expect(judge(plain, 16).outcome).toBe('wrong')
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

describe('openWith', () => {
  const scheme = (decrypt: Scheme['decrypt'], rounds = 1): Scheme => ({
    name: 'PBES1-MD5-DES',
    block: 8,
    passwords: 'octets',
    rounds,
    decrypt,
  })
  const noise = (): Uint8Array => new Uint8Array(16)

  it('calls damaged what is no number of whole blocks, whatever the passphrase', () => {
    const opened = [0, 15, 16].map(
      (length) => openWith(scheme(noise), new Uint8Array(length), passphraseForms('a'), createBudget(9)).outcome,
    )
    expect(opened).toEqual(['damaged', 'damaged', 'wrong'])
  })

  it('tries every form of the passphrase, as far as the rounds go', () => {
    const tried: string[] = []
    const listen: Scheme['decrypt'] = (password) => {
      tried.push(Buffer.from(password).toString('hex'))
      return noise()
    }
    const open = (max: number): unknown =>
      openWith(scheme(listen, 10), new Uint8Array(8), passphraseForms('é'), createBudget(max)).outcome
    expect([open(20), open(19)]).toEqual(['wrong', 'wrong'])
    expect(tried).toEqual(['c3a9', 'e9', 'c3a9'])
    // Before it takes any.
    expect(errorOf(() => open(9))).toMatchObject({ code: 'CERTS_ITERATIONS_TOO_MANY' })
    expect(tried).toHaveLength(3)
  })

  it('names an algorithm that the library of this machine refuses', () => {
    const refuse = (): never => {
      throw new Error('unsupported')
    }
    const error = errorOf(() => openWith(scheme(refuse), new Uint8Array(8), passphraseForms('a'), createBudget(9)))
    expect(error).toMatchObject({ code: 'CERTS_ALGORITHM_UNSUPPORTED', params: { algorithm: 'PBES1-MD5-DES' } })
  })
})

/** A key of a length that leaves room in the last block. */
function filled(rest: number): Uint8Array {
  return sequence(octetString(new Uint8Array(300 + rest)))
}

function padded(body: Uint8Array, padding: number): Buffer {
  return Buffer.concat([body, Buffer.alloc(padding, padding)])
}
