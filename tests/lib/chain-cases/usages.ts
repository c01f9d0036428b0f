/** @module What keys may be used for. */
import type { Links } from '../forge-chain.ts'
import type { ChainCase } from './chain-case.ts'

export const USAGES: readonly ChainCase[] = [
  { id: 'authority without keyCertSign', links: { ca: { usage: ['cRLSign'] } }, expected: 'KEY_USAGE', index: 1 },
  { id: 'authority with empty key usage', links: { ca: { usage: [] } }, expected: 'PARSE' },
  { id: 'leaf with empty key usage', links: { leaf: { usage: [] } }, expected: 'PARSE' },
  {
    id: 'root without keyCertSign',
    links: { root: { usage: ['cRLSign', 'digitalSignature'] } },
    expected: 'KEY_USAGE',
    index: 2,
  },
  ...(['client', 'server'] as const).flatMap((purpose): ChainCase[] => {
    const [right, wrong] = purpose === 'client' ? ['clientAuth', 'serverAuth'] : ['serverAuth', 'clientAuth']
    const of = (id: string, links: Links, expected: string, index?: number): ChainCase => ({
      id: `${purpose}: ${id}`,
      purpose,
      links,
      expected,
      ...(index !== undefined && { index }),
    })
    return [
      of('no extended key usage', {}, 'ok'),
      of('its extended key usage', { leaf: { purposes: [right] } }, 'ok'),
      of('both extended key usages', { leaf: { purposes: [wrong, right] } }, 'ok'),
      of('the other extended key usage', { leaf: { purposes: [wrong] } }, 'EXTENDED_KEY_USAGE', 0),
      of('anyExtendedKeyUsage', { leaf: { purposes: ['anyExtendedKeyUsage'] } }, 'EXTENDED_KEY_USAGE', 0),
      of('unknown extended key usage', { leaf: { purposes: ['1.3.6.1.4.1.99999.2'] } }, 'EXTENDED_KEY_USAGE', 0),
      of('authority for it', { ca: { purposes: [right] } }, 'ok'),
      of(
        'authority for the other',
        { ca: { purposes: [wrong] }, leaf: { purposes: [right] } },
        'EXTENDED_KEY_USAGE',
        1,
      ),
      of('root for the other', { root: { purposes: [wrong] } }, 'EXTENDED_KEY_USAGE', 2),
      of('leaf without key usage', { leaf: { usage: null, purposes: [right] } }, 'ok'),
      of('leaf for keyAgreement', { leaf: { usage: ['keyAgreement'] } }, 'ok'),
      of('leaf for signing documents', { leaf: { usage: ['nonRepudiation'], purposes: [right] } }, 'KEY_USAGE', 0),
      of(
        'leaf for keyEncipherment',
        { leaf: { usage: ['keyEncipherment'] } },
        purpose === 'server' ? 'ok' : 'KEY_USAGE',
        purpose === 'server' ? undefined : 0,
      ),
    ]
  }),
]
