/** @module Dates, and extensions that are unknown or malformed. */
import { certificatePolicies, extension, keyUsage } from '../forge-certificate.ts'
import { DAY, NOW } from '../forge-chain.ts'
import type { ChainCase } from './chain-case.ts'

const unknownCritical = ['1.3.6.1.4.1.99999.1!']

export const VALIDITY: readonly ChainCase[] = (['leaf', 'ca', 'root'] as const).flatMap((name, index): ChainCase[] => [
  { id: `expired: ${name}`, links: { [name]: { to: -1 } }, expected: 'EXPIRED', index },
  { id: `not yet valid: ${name}`, links: { [name]: { from: 1 } }, expected: 'NOT_YET_VALID', index },
  { id: `valid from now: ${name}`, links: { [name]: { from: 0 } }, expected: 'ok' },
  {
    id: `valid until now: ${name}`,
    links: { [name]: { to: 0 } },
    expected: 'ok',
    differs: { openssl: 'refused', because: 'RFC 5280, section 4.1.2.5: valid through notAfter, inclusive' },
  },
  { id: `valid until after now: ${name}`, links: { [name]: { to: 1 / 86_400 } }, expected: 'ok' },
  { id: `expired, then not: ${name}`, links: { [name]: { to: -1 } }, now: NOW - 2 * DAY, expected: 'ok' },
  {
    id: `critical unknown extension: ${name}`,
    links: { [name]: { extra: unknownCritical } },
    expected: 'EXTENSION_UNKNOWN',
    index,
  },
  { id: `unknown extension: ${name}`, links: { [name]: { extra: ['1.3.6.1.4.1.99999.1'] } }, expected: 'ok' },
  {
    id: `critical policies: ${name}`,
    links: { [name]: { raw: [certificatePolicies(['2.16.76.1.2.1.1'], true)] } },
    expected: 'ok',
  },
  {
    id: `malformed basicConstraints: ${name}`,
    links: {
      [name]: { ca: null, raw: [extension('2.5.29.19', true, Uint8Array.of(0x02, 0x01, 0x01))] },
    },
    expected: 'PARSE',
  },
  {
    id: `key usage twice: ${name}`,
    links: { [name]: { raw: [keyUsage([0, 5])], usage: ['keyCertSign', 'digitalSignature'] } },
    expected: 'PARSE',
  },
])
