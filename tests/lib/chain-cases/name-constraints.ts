/** @module Names that an authority may give, and those that it may not. */
import { contextTag } from '../../../packages/certs/src/internal/der/read-der.ts'
import { sequence, utf8String, writeDer } from '../../../packages/certs/src/internal/der/write-der.ts'
import { extension, type ForgedGeneralName, subjectAltName } from '../forge-certificate.ts'
import type { Link } from '../forge-chain.ts'
import { type ChainCase, damage, four } from './chain-case.ts'

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
    [['uri:example.com'], [], ['uri:http://example.org\\@example.com/'], 'refused'],
    [['uri:example.com'], [], ['uri:https://example.com:8443'], 'ok'],
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

/** Names with a tag that no name has. */
const WRONG_TAGS: readonly (readonly [name: string, der: Uint8Array])[] = [
  ['a DNS name that is constructed', writeDer(contextTag(2), Buffer.from('example.com'))],
  ['a name without its tag', utf8String('example.com')],
  ['a ninth kind of name', writeDer(contextTag(9, 'primitive'), Uint8Array.of(1))],
  ['an X.400 address that is primitive', writeDer(contextTag(3, 'primitive'), Uint8Array.of(1))],
]

function permitting(base: Uint8Array): Uint8Array {
  return extension('2.5.29.30', true, sequence(writeDer(contextTag(0), sequence(base))))
}

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
  ...(['utf8', 'printable', 'bmp'] as const).map((subjectType): ChainCase => ({
    id: `names: address in the subject as ${subjectType}`,
    links: {
      ca: { permitted: ['email:example.com'] },
      leaf: { subject: 'emailAddress=a@example.com', subjectType, names: null },
    },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  })),
  {
    id: 'names: address in the subject as utf8, other constraints',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'emailAddress=a@example.com', names: null } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: address in the subject as utf8, no constraints',
    links: { leaf: { subject: 'emailAddress=a@example.com', names: null } },
    expected: 'ok',
  },
  ...(['example.org\0', 'example.org\0.example.com', '\0example.com'] as const).map((host): ChainCase => ({
    id: `names: NUL in CN: ${JSON.stringify(host)}`,
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: `CN=${host}`, names: null } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  })),
  {
    id: 'names: NUL after CN, permitted',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=a.example.com\0\0', names: null } },
    expected: 'ok',
  },
  {
    id: 'names: NUL in CN, other constraints',
    links: { ca: { permitted: ['email:example.com'] }, leaf: { subject: 'CN=example.org\0x', names: null } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: NUL in CN, beside a DNS name',
    links: {
      ca: { permitted: ['dns:example.com'] },
      leaf: { subject: 'CN=example.org\0x', names: ['dns:example.com'] },
    },
    expected: 'ok',
  },
  {
    id: 'names: NUL in CN, no constraints',
    links: { leaf: { subject: 'CN=example.org\0x', names: null } },
    expected: 'ok',
  },
  {
    id: 'names: self-issued leaf is not exempt',
    links: { ca: { permitted: ['dns:example.org'] }, leaf: { subject: 'C=BR, O=Forja, CN=Intermediária' } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: authority that did not sign',
    links: { ca: { permitted: ['dns:example.org'] }, leaf: { tamper: damage } },
    expected: 'SIGNATURE',
    index: 0,
  },
  ...WRONG_TAGS.flatMap(([name, base]): ChainCase[] => [
    { id: `names: constraint on ${name}`, links: { ca: { raw: [permitting(base)] } }, expected: 'PARSE' },
    { id: `names: ${name}`, links: { leaf: { names: null, raw: [subjectAltName([base])] } }, expected: 'PARSE' },
  ]),
  {
    id: 'names: X.400 address',
    links: { leaf: { names: null, raw: [subjectAltName([writeDer(contextTag(3), sequence())])] } },
    expected: 'ok',
  },
  ...[
    ['NUL in a DNS name', 'dns:example.org\0.example.com', 'dns:example.com'],
    ['NUL in an address', 'email:a\0@example.com', 'email:example.com'],
  ].map(([name, value, base]): ChainCase => ({
    id: `names: ${name}`,
    links: { ca: { permitted: [base as ForgedGeneralName] }, leaf: { names: [value as ForgedGeneralName] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: { openssl: 'ok', because: 'programs in C take what stands before NUL for the name' },
  })),
  ...['https://example.org\\@example.com/', 'https://ex%61mple.org/', 'https://exam\tple.org/', 'https://0x7f.1/'].map(
    (uri): ChainCase => ({
      id: `names: host that browsers read in another way: ${JSON.stringify(uri)}`,
      links: { ca: { excluded: ['uri:example.org'] }, leaf: { names: [`uri:${uri}`] } },
      expected: 'NAME_CONSTRAINTS',
      index: 0,
      differs: { openssl: 'ok', because: 'a host that is no domain name as written may be the excluded one' },
    }),
  ),
  {
    id: 'names: user part before a permitted host',
    links: { ca: { permitted: ['uri:example.com'] }, leaf: { names: ['uri:https://example.org:x@example.com/'] } },
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: 'RFC 3986, section 3.2.1: the user is no host, and openssl 3.0 takes it for one',
    },
  },
  {
    id: 'names: host that is too long',
    links: { ca: { permitted: ['dns:'] }, leaf: { names: [`dns:${'a.'.repeat(126)}aa`] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: { openssl: 'ok', because: 'RFC 1035, section 2.3.4: no host has more than 253 characters' },
  },
  {
    id: 'names: host that is just short enough',
    links: { ca: { permitted: ['dns:'] }, leaf: { names: [`dns:${'a.'.repeat(126)}a`] } },
    expected: 'ok',
  },
  {
    id: 'names: constraints without a list',
    links: { ca: { raw: [extension('2.5.29.30', true, sequence())] } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.10: one list at least' },
  },
  {
    id: 'names: constraints with an empty list',
    links: { ca: { raw: [extension('2.5.29.30', true, sequence(writeDer(contextTag(0))))] } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.10: one subtree at least' },
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
