/** @module Anchors, missing issuers, and several paths. */
import type { Links } from '../forge-chain.ts'
import { type ChainCase, four, noIds } from './chain-case.ts'

const NO_BACKTRACKING = 'openssl takes the first issuer that fits; we try the others too (RFC 4158)'

/** Two certificates of the authority, by two roots. */
const CROSSED: Links = {
  root2: { subject: 'CN=Outra', ca: true },
  cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Intermediária', key: 'ca', ca: true },
}

export const TRUST: readonly ChainCase[] = [
  { id: 'authority missing', intermediates: [], expected: 'INCOMPLETE', index: 0 },
  { id: 'second authority missing', ...four(), intermediates: ['ca'], expected: 'INCOMPLETE', index: 1 },
  { id: 'no anchors', anchors: [], expected: 'INCOMPLETE', index: 1 },
  { id: 'no anchors, root in the pool', anchors: [], intermediates: ['ca', 'root'], expected: 'UNTRUSTED', index: 2 },
  {
    id: 'another root is trusted',
    links: { root2: { subject: 'CN=Outra', ca: true } },
    anchors: ['root2'],
    intermediates: ['ca', 'root'],
    expected: 'UNTRUSTED',
    index: 2,
  },
  {
    id: 'root of the same name is trusted',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true } },
    anchors: ['root2'],
    expected: 'INCOMPLETE',
    index: 1,
  },
  {
    id: 'root of the same name without identifiers',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true, ...noIds }, root: noIds, ca: { issuerKeyId: null } },
    anchors: ['root2'],
    expected: 'SIGNATURE',
    index: 1,
  },
  {
    id: 'two roots of the same name',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true } },
    anchors: ['root2', 'root'],
    expected: 'ok',
  },
  {
    id: 'two roots of the same name without identifiers',
    links: {
      root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true, from: -20, ...noIds },
      root: { ...noIds, from: -30 },
      ca: { issuerKeyId: null },
    },
    anchors: ['root2', 'root'],
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: NO_BACKTRACKING,
    },
  },
  {
    id: 'cross-signed authority, other root',
    links: CROSSED,
    anchors: ['root2'],
    intermediates: ['cross', 'ca'],
    expected: 'ok',
  },
  {
    id: 'cross-signed authority, other root, other order',
    links: CROSSED,
    anchors: ['root2'],
    intermediates: ['ca', 'cross'],
    expected: 'ok',
    differs: { openssl: 'refused', because: NO_BACKTRACKING },
  },
  {
    id: 'cross-signed authority',
    links: CROSSED,
    intermediates: ['ca', 'cross'],
    expected: 'ok',
  },
  {
    id: 'cross-signed authority, other order',
    links: CROSSED,
    intermediates: ['cross', 'ca'],
    expected: 'ok',
    differs: { openssl: 'refused', because: NO_BACKTRACKING },
  },
  {
    id: 'authority of the name of its root',
    links: { ca: { subject: 'C=BR, O=Forja, CN=Raiz' } },
    expected: 'ok',
  },
  {
    id: 'cross-signed root',
    links: {
      root2: { subject: 'CN=Outra', ca: true },
      cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Raiz', key: 'root', ca: true },
    },
    anchors: ['root2'],
    intermediates: ['ca', 'cross'],
    expected: 'ok',
  },
  {
    id: 'cross-signed root, both trusted',
    links: {
      root2: { subject: 'CN=Outra', ca: true },
      cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Raiz', key: 'root', ca: true },
    },
    anchors: ['root2', 'root'],
    intermediates: ['cross', 'ca'],
    expected: 'ok',
  },
  {
    id: 'authorities that sign each other',
    links: { ca: { by: 'loop' }, loop: { by: 'ca', subject: 'CN=Volta', ca: true } },
    intermediates: ['ca', 'loop'],
    expected: 'INCOMPLETE',
    index: 2,
  },
  { id: 'leaf is its own root', links: { leaf: { by: 'leaf' } }, anchors: ['leaf'], expected: 'ok' },
  { id: 'self-signed leaf', links: { leaf: { by: 'leaf' } }, expected: 'UNTRUSTED', index: 0 },
  { id: 'leaf is an anchor', anchors: ['leaf'], intermediates: [], expected: 'ok' },
  { id: 'authority is an anchor', anchors: ['ca'], intermediates: [], expected: 'ok' },
  {
    id: 'leaf that is an anchor, expired',
    links: { leaf: { to: -1 } },
    anchors: ['leaf'],
    expected: 'EXPIRED',
    index: 0,
  },
]
