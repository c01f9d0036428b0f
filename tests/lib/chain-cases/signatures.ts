/** @module Who signed, and whom a certificate names as its issuer. */
import { type ChainCase, damage, four, noIds } from './chain-case.ts'

export const SIGNATURES: readonly ChainCase[] = [
  { id: 'three certificates', expected: 'ok' },
  { id: 'the root in the pool as well', intermediates: ['ca', 'root', 'leaf', 'ca'], expected: 'ok' },
  { id: 'leaf under the root', links: { leaf: { by: 'root' } }, expected: 'ok' },
  { id: 'four certificates', ...four(), expected: 'ok' },
  { id: 'four certificates in another order', ...four(), intermediates: ['ca2', 'root', 'ca'], expected: 'ok' },
  { id: 'no key identifiers', links: { root: noIds, ca: noIds, leaf: noIds }, expected: 'ok' },
  { id: 'authority without key usage', links: { ca: { usage: null }, root: { usage: null } }, expected: 'ok' },
  { id: 'leaf without extensions', links: { leaf: { usage: null, ...noIds } }, expected: 'ok' },
  { id: 'leaf of version 1', links: { leaf: { version: 0 } }, expected: 'ok' },

  { id: 'damaged signature of the leaf', links: { leaf: { tamper: damage } }, expected: 'SIGNATURE', index: 0 },
  { id: 'damaged signature of the authority', links: { ca: { tamper: damage } }, expected: 'SIGNATURE', index: 1 },
  { id: 'damaged signature of the root', links: { root: { tamper: damage } }, expected: 'ok' },
  { id: 'empty signature', links: { leaf: { tamper: () => new Uint8Array() } }, expected: 'SIGNATURE', index: 0 },
  {
    id: 'longer signature',
    links: { leaf: { tamper: (s) => Uint8Array.of(...s, 0) } },
    expected: 'SIGNATURE',
    index: 0,
  },
  { id: 'issuer of another name', links: { leaf: { issuer: 'CN=Ninguém' } }, expected: 'INCOMPLETE', index: 0 },
  {
    id: 'key identifier of another',
    links: { leaf: { issuerKeyId: Uint8Array.of(1, 2) } },
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'key identifier on one side',
    links: { ca: { keyId: null }, leaf: { issuerKeyId: Uint8Array.of(1) } },
    expected: 'ok',
  },
  {
    id: 'two signature algorithms',
    links: { leaf: { key: 'p2561', by: 'leaf', outerAlgorithm: 'ECDSA-SHA384' } },
    expected: 'PARSE',
  },
]
