/** @module What is odd in a certificate, and mostly harmless. */
import { contextTag } from '../../../packages/certs/src/internal/der/read-der.ts'
import {
  bitString,
  boolean,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  writeDer,
} from '../../../packages/certs/src/internal/der/write-der.ts'
import { extension, generalName } from '../forge-certificate.ts'
import type { Links } from '../forge-chain.ts'
import { type ChainCase, noIds, secondCa } from './chain-case.ts'

const NOT_CRITICAL = 'RFC 5280, section 4.2: what is not critical may be left aside'

/** The addresses 10/8. @see RFC 3779, section 2.2.3 */
const TEN = sequence(sequence(octetString(Uint8Array.of(0, 1)), sequence(bitString(Uint8Array.of(10)))))

/** A name of one attribute, CN. */
function named(tag: number, ...octets: readonly number[]): Uint8Array {
  return sequence(setOf(sequence(oid('2.5.4.3'), writeDer(tag, Uint8Array.from(octets)))))
}

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
  {
    id: 'alternative names without one',
    links: { leaf: { names: [] } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.6: one name at least' },
  },
  {
    id: 'issuer of the issuer without its number',
    links: {
      leaf: {
        issuerKeyId: null,
        raw: [
          extension('2.5.29.35', false, sequence(writeDer(contextTag(1), generalName('dir:C=BR, O=Forja, CN=Raiz')))),
        ],
      },
    },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.1: both, or neither' },
  },
  {
    id: 'critical identifier of the key alone',
    links: {
      ca: { keyId: null, raw: [extension('2.5.29.14', true, octetString(Uint8Array.of(7)))] },
      leaf: { issuerKeyId: null },
    },
    expected: 'EXTENSION_UNKNOWN',
    index: 1,
  },
  ...(
    [
      ['inhibitAnyPolicy', '2.5.29.54', integer(0)],
      ['policyConstraints', '2.5.29.36', sequence(writeDer(contextTag(0, 'primitive'), Uint8Array.of(0)))],
      ['policyMappings', '2.5.29.33', sequence(sequence(oid('2.16.76.1.2.1.1'), oid('2.16.76.1.2.1.2')))],
    ] as const
  ).map(([name, identifier, value]): ChainCase => ({
    id: `critical ${name}`,
    links: { ca: { raw: [extension(identifier, true, value)] } },
    expected: 'ok',
  })),
  ...[true, false].flatMap((critical): ChainCase[] => {
    const lists = (id: string, value: Uint8Array, more: Omit<ChainCase, 'id' | 'links'>): ChainCase => ({
      id: `${critical ? 'critical ' : ''}revocation lists: ${id}`,
      links: { leaf: { raw: [extension('2.5.29.31', critical, value)] } },
      ...more,
    })
    const address = writeDer(contextTag(0), generalName('uri:http://example.com/r.crl'))
    const relative = writeDer(contextTag(1), sequence(oid('2.5.4.3'), writeDer(0x0c, Buffer.from('R'))))
    return [
      lists('an address', sequence(sequence(writeDer(contextTag(0), address))), { expected: 'ok' }),
      lists('a relative name', sequence(sequence(writeDer(contextTag(0), relative))), { expected: 'ok' }),
      lists(
        'an issuer, some reasons',
        sequence(
          sequence(
            writeDer(contextTag(1, 'primitive'), Uint8Array.of(1, 6)),
            writeDer(contextTag(2), generalName('dir:CN=Revogadora')),
          ),
        ),
        { expected: 'ok' },
      ),
      lists('NULL', nullValue(), { expected: 'PARSE' }),
      lists('a point that says nothing', sequence(sequence()), { expected: 'PARSE' }),
      lists('half an object', Uint8Array.of(0x30, 3, 1, 2), { expected: 'PARSE' }),
      lists('a name of no kind', sequence(sequence(writeDer(contextTag(0), nullValue()))), { expected: 'PARSE' }),
      lists('something after the name', sequence(sequence(writeDer(contextTag(3), nullValue()))), {
        expected: 'PARSE',
      }),
      lists('none', sequence(), {
        expected: 'PARSE',
        differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.13: one at least' },
      }),
    ]
  }),
  {
    id: 'critical Netscape type',
    links: { leaf: { raw: [extension('2.16.840.1.113730.1.1', true, bitString(Uint8Array.of(0x80), 7))] } },
    expected: 'EXTENSION_UNKNOWN',
    index: 0,
    differs: { openssl: 'ok', because: 'no norm has this extension' },
  },
  {
    id: 'Netscape type of a server, for a client',
    purpose: 'client',
    links: { leaf: { raw: [extension('2.16.840.1.113730.1.1', false, bitString(Uint8Array.of(0x40), 6))] } },
    expected: 'ok',
    differs: { openssl: 'refused', because: NOT_CRITICAL },
  },
  {
    id: 'certificate of a proxy',
    links: {
      leaf: { raw: [extension('1.3.6.1.5.5.7.1.14', false, sequence(sequence(oid('1.3.6.1.5.5.7.21.1'))))] },
    },
    expected: 'ok',
    differs: { openssl: 'refused', because: NOT_CRITICAL },
  },
  {
    id: 'addresses that the issuer does not have',
    links: { leaf: { raw: [extension('1.3.6.1.5.5.7.1.7', false, TEN)] } },
    expected: 'ok',
    differs: { openssl: 'refused', because: NOT_CRITICAL },
  },
  { id: 'half a character in a name', links: { leaf: { subjectDer: named(0x1e, 0, 0x65, 0) } }, expected: 'PARSE' },
  { id: 'surrogates in UTF-32', links: { leaf: { subjectDer: named(0x1c, 0, 0, 0xd8, 0x3d) } }, expected: 'PARSE' },
  ...(
    [
      ['UTF-8 that is none', 0x0c, 0xff],
      ['surrogates in a BMPString', 0x1e, 0xd8, 0x3d, 0xde, 0],
      ['a number', 0x02, 5],
    ] as const
  ).map(([name, tag, ...octets]): ChainCase => ({
    id: `name of the leaf: ${name}`,
    links: { leaf: { subjectDer: named(tag, ...octets) } },
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: 'openssl reads no such certificate; the octets are told apart all the same',
    },
  })),
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
