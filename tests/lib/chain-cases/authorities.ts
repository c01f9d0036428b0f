/** @module Who may issue: CA flags and path lengths. */
import { type ChainCase, four } from './chain-case.ts'

export const AUTHORITIES: readonly ChainCase[] = [
  { id: 'CA flag false', links: { ca: { ca: false } }, expected: 'NOT_CA', index: 1 },
  { id: 'no CA flag', links: { ca: { ca: null } }, expected: 'NOT_CA', index: 1 },
  { id: 'no CA flag, no key usage', links: { ca: { ca: null, usage: null } }, expected: 'NOT_CA', index: 1 },
  { id: 'authority of version 1', links: { ca: { version: 0 } }, expected: 'NOT_CA', index: 1 },
  { id: 'root of version 1', links: { root: { version: 0 } }, expected: 'ok' },
  { id: 'root with CA flag false', links: { root: { ca: false } }, expected: 'NOT_CA', index: 2 },
  {
    id: 'root without CA flag and key usage',
    links: { root: { ca: null, usage: null } },
    expected: 'NOT_CA',
    index: 2,
  },
  {
    id: 'root without CA flag, with keyCertSign',
    links: { root: { ca: null } },
    expected: 'NOT_CA',
    index: 2,
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.9: a version 3 authority must say that it is one' },
  },
  {
    id: 'authority under a leaf',
    links: { leaf: { by: 'evil' }, evil: { by: 'ca', usage: ['digitalSignature'] } },
    intermediates: ['ca', 'evil'],
    expected: 'NOT_CA',
    index: 1,
  },

  { id: 'path length 0 above a leaf', links: { ca: { pathLength: 0 } }, expected: 'ok' },
  { id: 'path length 0 of the root', links: { root: { pathLength: 0 } }, expected: 'PATH_LENGTH', index: 2 },
  { id: 'path length 1 of the root', links: { root: { pathLength: 1 } }, expected: 'ok' },
  {
    id: 'path length 1 of the root, two below',
    ...four({ root: { pathLength: 1 } }),
    expected: 'PATH_LENGTH',
    index: 3,
  },
  { id: 'path length 2 of the root, two below', ...four({ root: { pathLength: 2 } }), expected: 'ok' },
  { id: 'path length 0 above an authority', ...four({ ca2: { pathLength: 0 } }), expected: 'PATH_LENGTH', index: 2 },
  { id: 'path length 1 above an authority', ...four({ ca2: { pathLength: 1 } }), expected: 'ok' },
  {
    id: 'path length 0 above a leaf that is an authority',
    links: { ca: { pathLength: 0 }, leaf: { ca: true, usage: ['keyCertSign'] } },
    expected: 'ok',
  },
  { id: 'path length without CA flag', links: { leaf: { ca: false, pathLength: 0 } }, expected: 'ok' },
  {
    id: 'path length 0 above a self-issued authority',
    ...four({ ca2: { pathLength: 0, subject: 'CN=Mesma' }, ca: { subject: 'CN=Mesma' } }),
    expected: 'ok',
  },
]
