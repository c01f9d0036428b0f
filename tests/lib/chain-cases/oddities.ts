/** @module What is odd in a certificate, and mostly harmless. */
import { contextTag } from '../../../packages/certs/src/internal/der/read-der.ts'
import { boolean, octetString, oid, sequence, writeDer } from '../../../packages/certs/src/internal/der/write-der.ts'
import { extension } from '../forge-certificate.ts'
import type { Links } from '../forge-chain.ts'
import { type ChainCase, noIds, secondCa } from './chain-case.ts'

/** Seven authorities, one under the other. */
const NINE: Links = Object.fromEntries([
  ...Array.from(
    { length: 6 },
    (_, index) =>
      [`a${index}`, { ...secondCa, subject: `CN=a${index}`, by: index === 0 ? 'root' : `a${index - 1}` }] as const,
  ),
  ['ca', { by: 'a5' }] as const,
])

export const ODDITIES: readonly ChainCase[] = [
  {
    id: 'critical key identifiers',
    links: {
      ca: { keyId: null, raw: [extension('2.5.29.14', true, octetString(Uint8Array.of(7)))] },
      leaf: {
        issuerKeyId: null,
        raw: [extension('2.5.29.35', true, sequence(writeDer(contextTag(0, 'primitive'), Uint8Array.of(7))))],
      },
    },
    expected: 'EXTENSION_UNKNOWN',
    index: 0,
  },
  { id: 'empty subject', links: { leaf: { subject: '' } }, expected: 'ok' },
  {
    id: 'negative serial number',
    links: { leaf: { serialNumber: [0x80, 1] }, ca: { serialNumber: [0xff] } },
    expected: 'ok',
  },
  { id: 'serial number zero', links: { leaf: { serialNumber: [0] } }, expected: 'ok' },
  { id: 'serial number of 40 octets', links: { leaf: { serialNumber: Array<number>(40).fill(0x7f) } }, expected: 'ok' },
  { id: 'serial number that is padded', links: { leaf: { serialNumber: [0, 1] } }, expected: 'PARSE' },
  {
    id: 'version written out',
    links: { leaf: { version: 1, usage: null, names: null, ...noIds } },
    expected: 'ok',
  },
  {
    id: 'version 4',
    links: { leaf: { version: 3 } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.1.2.1: there is no version 4' },
  },
  {
    id: 'extensions in version 2',
    links: { leaf: { version: 1 } },
    expected: 'PARSE',
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.1.2.9: extensions only in version 3; openssl asks for it with -x509_strict',
    },
  },
  {
    id: 'unknown extension twice',
    links: { leaf: { extra: ['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.1'] } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2: no extension twice' },
  },
  {
    id: 'critical flag written out',
    links: { leaf: { raw: [sequence(oid('1.3.6.1.4.1.99999.1'), boolean(false), octetString())] } },
    expected: 'ok',
  },
  { id: 'extended key usage without one', links: { leaf: { purposes: [] } }, purpose: 'client', expected: 'PARSE' },
  { id: 'alternative names without one', links: { leaf: { names: [] } }, expected: 'ok' },
  {
    id: 'authority of the name of its root, without its identifier',
    links: { ca: { subject: 'C=BR, O=Forja, CN=Raiz', issuerKeyId: null } },
    expected: 'ok',
    differs: { openssl: 'refused', because: 'openssl takes it for self-signed; we look at the signature' },
  },
  {
    id: 'nine certificates',
    links: NINE,
    intermediates: ['ca', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5'],
    expected: 'TOO_LONG',
    index: 7,
    differs: { openssl: 'ok', because: 'our default is 8 certificates, that of openssl 100' },
  },
  {
    id: 'nine certificates, allowed',
    links: NINE,
    intermediates: ['a3', 'ca', 'a0', 'a1', 'a5', 'a2', 'a4'],
    maxCertificates: 9,
    expected: 'ok',
  },
]
