import { describe, expect, test } from 'vitest'
import type { GeneralName } from './certificate.ts'
import { comparableName } from './comparable-name.ts'

// How names and bases compare is in tests/lib/chain-cases/name-constraints.ts, with openssl as oracle.
const host = (length: number): string => 'a'.repeat(length)

describe('comparableName', () => {
  // RFC 1035, section 2.3.4
  test.each<[string, 'text' | 'host', (length: number) => GeneralName]>([
    ['DNS name', 'text', (length) => ({ type: 'dns', value: host(length) })],
    ['address', 'host', (length) => ({ type: 'email', value: `${'x'.repeat(300)}@${host(length)}` })],
    ['URI', 'host', (length) => ({ type: 'uri', value: `https://u@${host(length)}:443/${'x'.repeat(300)}` })],
  ])('takes a host of 253 characters in a %s, and none of more', (_, field, nameOf) => {
    expect(comparableName(nameOf(253)).parts).toMatchObject({ [field]: host(253) })
    expect(comparableName(nameOf(254)).parts).toBeUndefined()
  })

  test.each<[string, GeneralName]>([
    ['no host', { type: 'uri', value: 'https:///a' }],
    ['an IPv4 address', { type: 'uri', value: 'https://10.0.0.1/' }],
    ['an IPv4 address with a dot', { type: 'uri', value: 'https://10.0.0.1./' }],
    ['a number that is an address', { type: 'uri', value: 'https://2130706433/' }],
    ['a hexadecimal number', { type: 'uri', value: 'https://a.0X7F/' }],
    ['an IPv6 address', { type: 'uri', value: 'https://[::1]/' }],
    ['a host that is not ASCII', { type: 'uri', value: 'https://pão.example/' }],
    ['an address whose host is not ASCII', { type: 'email', value: 'a@pão.example' }],
  ])('cannot tell %s', (_, name) => {
    expect(comparableName(name)).toEqual({ kind: name.type, parts: undefined, cost: 1 })
  })

  test('takes the host alone out of a URI, in lower case', () => {
    const parts = { type: 'uri', host: 'a_1.example' }
    expect(comparableName({ type: 'uri', value: 'HTTPS://User:1@A_1.Example:8443?x=@b' }).parts).toEqual(parts)
    expect(comparableName({ type: 'uri', value: 'a+b-1.c://a_1.example#@b' }).parts).toEqual(parts)
  })
})
