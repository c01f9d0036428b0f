/** @module Names that an authority may give, and those that it may not. */
import { contextTag } from '../../../packages/certs/src/internal/der/read-der.ts'
import { sequence, writeDer } from '../../../packages/certs/src/internal/der/write-der.ts'
import { extension, type ForgedGeneralName } from '../forge-certificate.ts'
import type { Link } from '../forge-chain.ts'
import { type ChainCase, four } from './chain-case.ts'

type Names = readonly ForgedGeneralName[]

/** Constraint of the authority, names of the leaf, verdict. */
const CONSTRAINTS: readonly (readonly [permitted: Names, excluded: Names, names: Names, expected: 'ok' | 'refused'])[] =
  [
    [['dns:example.com'], [], ['dns:example.com'], 'ok'],
    [['dns:example.com'], [], ['dns:a.b.example.com'], 'ok'],
    [['dns:EXAMPLE.com'], [], ['dns:a.example.COM'], 'ok'],
    [['dns:example.com'], [], ['dns:notexample.com'], 'refused'],
    [['dns:example.com'], [], ['dns:example.org'], 'refused'],
    [['dns:example.com'], [], ['dns:a.example.com', 'dns:example.org'], 'refused'],
    [['dns:example.com', 'dns:example.org'], [], ['dns:a.example.com', 'dns:example.org'], 'ok'],
    [['dns:example.com'], [], ['dns:*.example.com'], 'ok'],
    [['dns:.example.com'], [], ['dns:a.example.com'], 'ok'],
    [['dns:.example.com'], [], ['dns:example.com'], 'refused'],
    [['dns:'], [], ['dns:a.example.com'], 'ok'],
    [['dns:example.com'], [], ['email:a@example.org'], 'ok'],
    [[], ['dns:example.com'], ['dns:example.org'], 'ok'],
    [[], ['dns:example.com'], ['dns:a.example.com'], 'refused'],
    [[], ['dns:example.com'], ['dns:example.com'], 'refused'],
    [[], ['dns:a.example.com'], ['dns:b.example.com'], 'ok'],
    [[], ['dns:'], ['dns:example.com'], 'refused'],
    [['dns:example.com'], ['dns:a.example.com'], ['dns:a.example.com'], 'refused'],
    [['dns:example.com'], ['dns:a.example.com'], ['dns:b.example.com'], 'ok'],
    [['email:example.com'], [], ['email:a@example.com'], 'ok'],
    [['email:example.com'], [], ['email:a@EXAMPLE.com'], 'ok'],
    [['email:example.com'], [], ['email:a@b.example.com'], 'refused'],
    [['email:.example.com'], [], ['email:a@b.example.com'], 'ok'],
    [['email:.example.com'], [], ['email:a@example.com'], 'refused'],
    [['email:a@example.com'], [], ['email:a@example.com'], 'ok'],
    [['email:a@example.com'], [], ['email:a@Example.com'], 'ok'],
    [['email:a@example.com'], [], ['email:A@example.com'], 'refused'],
    [['email:a@example.com'], [], ['email:b@example.com'], 'refused'],
    [['email:example.com'], [], ['email:example.com'], 'refused'],
    [[], ['email:example.com'], ['email:a@example.com'], 'refused'],
    [[], ['email:example.com'], ['email:a@example.org'], 'ok'],
    [[], ['email:example.com'], ['email:broken'], 'refused'],
    [['uri:example.com'], [], ['uri:https://example.com/a'], 'ok'],
    [['uri:example.com'], [], ['uri:https://example.com'], 'ok'],
    [['uri:example.com'], [], ['uri:https://EXAMPLE.com:8443/a'], 'ok'],
    [['uri:example.com'], [], ['uri:https://a.example.com/a'], 'refused'],
    [['uri:.example.com'], [], ['uri:https://a.example.com/a'], 'ok'],
    [['uri:.example.com'], [], ['uri:https://example.com/a'], 'refused'],
    [[], ['uri:.example.com'], ['uri:https://a.example.com/a'], 'refused'],
    [[], ['uri:.example.com'], ['uri:https://a.example.org/a'], 'ok'],
    [['uri:example.com'], [], ['uri:urn:a:b'], 'refused'],
    [[], ['uri:example.com'], ['uri:urn:a:b'], 'refused'],
    [['ip:0a000000ff000000'], [], ['ip:0a010203'], 'ok'],
    [['ip:0a000000ff000000'], [], ['ip:0b010203'], 'refused'],
    [['ip:0a000000ff000000'], [], ['ip:20010db8000000000000000000000001'], 'refused'],
    [
      ['ip:20010db8000000000000000000000000ffffffff000000000000000000000000'],
      [],
      ['ip:20010db8000000000000000000000001'],
      'ok',
    ],
    [
      ['ip:20010db8000000000000000000000000ffffffff000000000000000000000000'],
      [],
      ['ip:20010db9000000000000000000000001'],
      'refused',
    ],
    [[], ['ip:0a000000ff000000'], ['ip:0a010203'], 'refused'],
    [[], ['ip:0a000000ff000000'], ['ip:0b010203'], 'ok'],
    [['dir:C=BR'], [], [], 'ok'],
    [['dir:C=br, O=PADARIA'], [], [], 'ok'],
    [['dir:C=BR, O=Padaria, CN=Folha'], [], [], 'ok'],
    [['dir:O=Padaria'], [], [], 'refused'],
    [['dir:C=US'], [], [], 'refused'],
    [['dir:C=BR, O=Pad'], [], [], 'refused'],
    [['dir:C=BR'], [], ['dir:C=US'], 'refused'],
    [['dir:C=BR'], [], ['dir:C=BR, CN=a'], 'ok'],
    [[], ['dir:C=BR, O=Padaria'], [], 'refused'],
    [[], ['dir:C=BR, O=Forja'], [], 'ok'],
    [['other:1.2.3=x'], [], ['other:1.2.3=x'], 'refused'],
    [[], ['other:1.2.3=x'], ['other:1.2.3=y'], 'refused'],
    [[], ['other:1.2.3=x'], ['other:1.2.4=x'], 'ok'],
    [['other:1.2.3=x'], [], ['other:1.2.4=x'], 'ok'],
    [['email:example.com'], [], ['other:1.3.6.1.5.5.7.8.9=zé@example.com'], 'ok'],
    [['email:example.com'], [], ['other:1.3.6.1.5.5.7.8.9=zé@example.org'], 'refused'],
    [[], ['email:example.com'], ['other:1.3.6.1.5.5.7.8.9=zé@example.com'], 'refused'],
    [['uri:example.com'], [], ['uri:https://a\n@example.org/'], 'refused'],
    [['rid:1.2.3'], [], ['rid:1.2.3'], 'refused'],
    [[], ['rid:1.2.3'], ['rid:1.2.4'], 'refused'],
    [['rid:1.2.3'], [], ['dns:example.com'], 'ok'],
  ]

const leafNames = (names: Names): Link => ({ names: names.length > 0 ? names : null })

export const NAME_CONSTRAINTS: readonly ChainCase[] = [
  ...CONSTRAINTS.map(([permitted, excluded, names, expected]): ChainCase => ({
    id: `names: [${permitted.join(' ')}] [${excluded.join(' ')}] ${names.join(' ')}`,
    links: { ca: { permitted, excluded }, leaf: leafNames(names) },
    ...(expected === 'ok' ? { expected } : { expected: 'NAME_CONSTRAINTS', index: 0 }),
  })),
  {
    id: 'names: constraint of the root',
    links: { root: { permitted: ['dns:example.org'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: constraint of the root on the authority',
    links: { root: { permitted: ['dir:C=BR, O=Padaria'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 1,
  },
  { id: 'names: constraint of the leaf itself', links: { leaf: { permitted: ['dns:example.org'] } }, expected: 'ok' },
  {
    id: 'names: CN as host',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=example.org', ...leafNames([]) } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: CN as host, permitted',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=a.example.com', ...leafNames([]) } },
    expected: 'ok',
  },
  {
    id: 'names: CN as host, beside a DNS name',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=example.org', names: ['dns:example.com'] } },
    expected: 'ok',
  },
  {
    id: 'names: CN that is no host',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=Padaria do Zé', ...leafNames([]) } },
    expected: 'ok',
  },
  {
    id: 'names: address in the subject',
    links: {
      ca: { permitted: ['email:example.com'] },
      leaf: { subject: 'emailAddress=a@example.org', ...leafNames([]) },
    },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: address in the subject, permitted',
    links: {
      ca: { permitted: ['email:example.com'] },
      leaf: { subject: 'emailAddress=a@example.com', subjectType: 'ia5', ...leafNames([]) },
    },
    expected: 'ok',
  },
  {
    id: 'names: address in the subject as UTF-8',
    links: { ca: { permitted: ['email:example.com'] }, leaf: { subject: 'emailAddress=a@example.com', names: null } },
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: 'we check the address whatever its string type, openssl only an IA5String',
    },
  },
  {
    id: 'names: self-issued authority is exempt',
    ...four({ ca2: { subject: 'CN=Mesma', permitted: ['dir:C=BR'] }, ca: { subject: 'CN=Mesma' } }),
    expected: 'ok',
  },
  {
    id: 'names: wildcard over an excluded host',
    links: { ca: { excluded: ['dns:a.example.com'] }, leaf: { names: ['dns:*.example.com'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: { openssl: 'ok', because: 'the wildcard would be good for the excluded host' },
  },
  {
    id: 'names: user part before an excluded host',
    links: { ca: { excluded: ['uri:example.com'] }, leaf: { names: ['uri:https://user@example.com/'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.2.1.10: the host counts, and openssl 3.0 takes the user for a part of it',
    },
  },
  {
    id: 'names: address in place of an excluded host',
    links: { ca: { excluded: ['uri:example.com'] }, leaf: { names: ['uri:https://[::1]:443/'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.2.1.10: a URI whose host is no domain name must be rejected',
    },
  },
  {
    id: 'names: maximum in a subtree',
    links: { ca: { raw: [subtreeWithMaximum()] } },
    expected: 'PARSE',
  },
]

function subtreeWithMaximum(): Uint8Array {
  const subtree = sequence(
    writeDer(contextTag(2, 'primitive'), Buffer.from('example.com')),
    writeDer(contextTag(1, 'primitive'), Uint8Array.of(5)),
  )
  return extension('2.5.29.30', true, sequence(writeDer(contextTag(0), subtree)))
}
