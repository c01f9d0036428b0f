import { describe, expect, it } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { parseKeySet } from './key-set.ts'

const key = '{"kty":"RSA","kid":"1"}'

describe('parseKeySet', () => {
  it.each([
    ['text', `{"keys":[${key},${key}]}`, 2],
    ['bytes', new TextEncoder().encode(`{"keys":[${key}]}`), 1],
    ['other members', `{"keys":[${key}],"more":1}`, 1],
    ['kinds of keys that nobody verifies with', '{"keys":[{"kty":"OKP"},{}]}', 2],
  ])('takes %s', (_, input, size) => {
    expect(parseKeySet(input)).toEqual({ kind: 'key-set', size })
  })

  it.each([
    ['what is no JSON', 'keys', 'not-json', []],
    ['a byte order mark', `\uFEFF{"keys":[${key}]}`, 'not-json', []],
    ['no object', '[]', 'no-keys', ['keys']],
    ['null', 'null', 'no-keys', ['keys']],
    ['no keys', '{}', 'no-keys', ['keys']],
    ['an empty list', '{"keys":[]}', 'no-keys', ['keys']],
    ['what is no key', '{"keys":[1]}', 'no-keys', ['keys']],
    ['no list', '{"keys":{"0":{}}}', 'no-keys', ['keys']],
    ['a member twice', '{"keys":[{"kid":"1","k\\u0069d":"2"}]}', 'duplicate-member', ['keys', 0, 'kid']],
    ['__proto__', '{"keys":[{"__proto__":{"kid":"1"}}]}', 'forbidden-member', ['keys', 0, '?']],
    ['101 keys', `{"keys":[${Array(101).fill(key).join(',')}]}`, 'too-many-keys', ['keys']],
    ['more than 256 KiB', `{"keys":[${key}]${' '.repeat(262_144)}}`, 'too-large', []],
    ['more than 256 KiB of bytes', new Uint8Array(262_145), 'too-large', []],
  ])('refuses %s', (_, input, reason, path) => {
    expect(errorOf(() => parseKeySet(input))).toMatchObject({ code: 'PAYLOAD_JWKS_FETCH', path, params: { reason } })
  })

  it('is a TypeError for what is neither text nor bytes', () => {
    expect(errorOf(() => parseKeySet({} as never))).toBeInstanceOf(TypeError)
  })

  it('cannot be written to', () => {
    expect(Object.isFrozen(parseKeySet(`{"keys":[${key}]}`))).toBe(true)
  })
})
