/** @module How a certificate names its issuer. */
import { contextTag } from '../../../packages/certs/src/internal/der/read-der.ts'
import { sequence, writeDer } from '../../../packages/certs/src/internal/der/write-der.ts'
import { extension, generalName } from '../forge-certificate.ts'
import type { Link, Links } from '../forge-chain.ts'
import type { ChainCase } from './chain-case.ts'

/** An authorityKeyIdentifier that names the issuer's certificate by its issuer and number. */
const byIssuerAndSerial = (issuer: string, serial: number): Link => ({
  issuerKeyId: null,
  raw: [
    extension(
      '2.5.29.35',
      false,
      sequence(
        writeDer(contextTag(1), generalName(`dir:${issuer}`)),
        writeDer(contextTag(2, 'primitive'), Uint8Array.of(serial)),
      ),
    ),
  ],
})

const NAMED = 'C=BR, O=Padaria São João, CN=Emissora da Padaria'
const renamed = (issuer: string, more: Link = {}): Links => ({ ca: { subject: NAMED }, leaf: { issuer, ...more } })

export const NAMES: readonly ChainCase[] = [
  { id: 'name in capitals', links: renamed(NAMED.replace('Padaria', 'PADARIA')), expected: 'ok' },
  { id: 'name with an accent in capitals', links: renamed(NAMED.replace('ã', 'Ã')), expected: 'INCOMPLETE', index: 0 },
  { id: 'name with more spaces', links: renamed(NAMED.replace('da Padaria', ' da \t Padaria  ')), expected: 'ok' },
  {
    id: 'name without spaces',
    links: renamed(NAMED.replace('da Padaria', 'daPadaria')),
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'name in another order',
    links: renamed('O=Padaria São João, C=BR, CN=Emissora da Padaria'),
    expected: 'INCOMPLETE',
    index: 0,
  },
  { id: 'name with fewer attributes', links: renamed('C=BR, O=Padaria São João'), expected: 'INCOMPLETE', index: 0 },
  {
    id: 'name with attributes in one relative name',
    links: renamed('C=BR, O=Padaria São João+CN=Emissora da Padaria'),
    expected: 'INCOMPLETE',
    index: 0,
  },
  ...(['printable', 'ia5', 't61', 'bmp', 'universal'] as const).map((issuerType): ChainCase => ({
    id: `name as ${issuerType}`,
    links: renamed(NAMED, { issuerType }),
    expected: 'ok',
  })),
  { id: 'name as numeric', links: renamed(NAMED, { issuerType: 'numeric' }), expected: 'INCOMPLETE', index: 0 },
  { id: 'name as numeric on both sides', links: { ca: { subject: NAMED, subjectType: 'numeric' } }, expected: 'ok' },
  {
    id: 'attributes of one relative name',
    links: { ca: { subject: 'C=BR, CN=A+O=B' }, leaf: { issuer: 'C=br, O=b+CN=a' } },
    expected: 'ok',
  },
  { id: 'issuer by name and number', links: { leaf: byIssuerAndSerial('C=BR, O=Forja, CN=Raiz', 1) }, expected: 'ok' },
  {
    id: 'issuer by name and another number',
    links: { leaf: byIssuerAndSerial('C=BR, O=Forja, CN=Raiz', 2) },
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'issuer by another name and number',
    links: { leaf: byIssuerAndSerial('CN=Outra', 1) },
    expected: 'INCOMPLETE',
    index: 0,
  },
]
