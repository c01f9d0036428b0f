import { constants, createPublicKey, verify } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createWorkbench, openssl } from '../../../tests/lib/openssl.ts'
import { COB, COBV, REC } from '../../../tests/lib/sample-payloads.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { dnsName, NOW } from '../../../tests/lib/test-certificate.ts'
import { ALGORITHMS, HOST, JKU, keyFor, signingKeyFor, testSigner } from '../../../tests/lib/test-signer.ts'
import { buildJwks } from './build-jwks.ts'
import type { ReasonOf } from './codes.ts'
import * as english from './messages/en.ts'
import * as portuguese from './messages/pt-br.ts'
import { signPayload, type SignPayloadOptions } from './sign-payload.ts'
import { createSigningKey, type JwsAlgorithm } from './signing-key.ts'
import type { Payloads } from './types.ts'

const LOCATIONS = { cob: `${HOST}/qr/2f6c1d0e`, cobv: `${HOST}/qr/cobv/2f6c1d0e`, rec: `${HOST}/qr/rec/2f6c1d0e` }

interface Given extends Partial<SignPayloadOptions> {
  readonly alg?: JwsAlgorithm
}

async function sign(payload: unknown, { alg = 'ES256', ...options }: Given = {}): Promise<string> {
  const key = await signingKeyFor(alg)
  return signPayload(payload as Payloads['cob'], { key, location: LOCATIONS.cob, jku: JKU, now: NOW, ...options })
}

async function refusalOf(payload: unknown, options: Given = {}): Promise<unknown> {
  const error = await rejectionOf(sign(payload, options))
  if (!isPixkitError(error)) return error
  // Every parameter of the sentences is there, and they are for whoever signs.
  const issue = { ...error, severity: 'error' } as Issue
  for (const { messages, remedies } of [english, portuguese]) {
    for (const catalogue of [messages, remedies]) {
      expect(formatMessage(issue, catalogue)).not.toMatch(/\{\w+\}|tell the bank|avise o banco/i)
    }
  }
  return [`${error.code}:${error.params['reason']}`, error.path.join('.')]
}

function partsOf(jws: string): readonly [string, string, string] {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  return [header, payload, signature]
}

function textOf(part: string): string {
  return Buffer.from(part, 'base64url').toString()
}

/** Verifies with `node:crypto` alone. */
function isSigned(jws: string, alg: JwsAlgorithm): boolean {
  const [header, payload, signature] = partsOf(jws)
  const key = createPublicKey(testSigner(keyFor(alg)).privateKey.key)
  const padding = alg.startsWith('PS') ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
  return verify(
    `sha${alg.slice(2)}`,
    Buffer.from(`${header}.${payload}`),
    alg.startsWith('ES')
      ? { key, dsaEncoding: 'ieee-p1363' }
      : { key, padding, ...(alg.startsWith('PS') ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {}) },
    Buffer.from(signature, 'base64url'),
  )
}

describe('signPayload', () => {
  it.each(ALGORITHMS)('signs with %s, as node:crypto verifies', async (alg) => {
    const jws = await sign(COB, { alg })
    expect(isSigned(jws, alg)).toBe(true)
    const [header, payload, signature] = partsOf(jws)
    const other = payload.startsWith('A') ? 'B' : 'A'
    expect(isSigned([header, `${other}${payload.slice(1)}`, signature].join('.'), alg)).toBe(false)
  })

  it('writes exactly five members into the header, in one order', async () => {
    const jws = await sign(COB, { alg: 'PS256' })
    const [jwk] = buildJwks(await signingKeyFor('PS256')).keys
    expect(textOf(partsOf(jws)[0])).toBe(
      `{"alg":"PS256","kid":"key-PS256","x5t":"${jwk?.x5t}","x5t#S256":"${jwk?.['x5t#S256']}","jku":"${JKU}"}`,
    )
  })

  it('writes the payload as it was given, in UTF-8, without white space', async () => {
    const jws = await sign(COB)
    expect(textOf(partsOf(jws)[1])).toBe(JSON.stringify(COB))
  })

  it.each([
    ['cob', COB],
    ['cobv', COBV],
    ['rec', REC],
  ] as const)('signs a %s at a location of that kind', async (kind, payload) => {
    const jws = await sign(payload, { location: LOCATIONS[kind] })
    expect(JSON.parse(textOf(partsOf(jws)[1]))).toEqual(payload)
  })

  it('leaves out what is undefined, and passes on what the norm does not know', async () => {
    const jws = await sign({ ...COB, devedor: undefined, futuro: [{ a: 1.5, b: undefined }, true] })
    const { devedor, ...others } = COB
    expect(devedor?.nome).toMatch(/\p{L}/u)
    expect(textOf(partsOf(jws)[1])).toBe(JSON.stringify({ ...others, futuro: [{ a: 1.5 }, true] }))
  })

  it('signs charges that are paid or removed: a location may show them', async () => {
    for (const status of ['CONCLUIDA', 'REMOVIDA_PELO_PSP', 'REMOVIDA_PELO_USUARIO_RECEBEDOR'] as const) {
      const jws = await sign({ ...COB, status })
      expect(JSON.parse(textOf(partsOf(jws)[1]))).toMatchObject({ status })
    }
  })

  it('takes objects without prototype', async () => {
    const payload = Object.assign(Object.create(null) as object, COB)
    expect(textOf(partsOf(await sign(payload))[1])).toBe(JSON.stringify(COB))
  })

  it('reads each member once, so that what is checked is what is signed', async () => {
    let reads = 0
    const payload = {
      ...COB,
      get status() {
        reads += 1
        return reads === 1 ? 'ATIVA' : 'VENCIDA'
      },
    }
    expect(textOf(partsOf(await sign(payload))[1])).toContain('"status":"ATIVA"')
    expect(reads).toBe(1)
  })
})

describe.skipIf(openssl === undefined)('signPayload, as openssl verifies', () => {
  it.each(['RS256', 'ES256'] as const)('%s', async (alg) => {
    const bench = createWorkbench()
    try {
      const [header, payload, signature] = partsOf(await sign(COB, { alg }))
      const spki = createPublicKey(testSigner(keyFor(alg)).privateKey.key).export({ format: 'pem', type: 'spki' })
      bench.file('key.pem', spki)
      const raw = Buffer.from(signature, 'base64url')
      bench.file('signature', alg === 'ES256' ? derSignature(raw) : raw)
      const args = ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature']
      expect(bench.tryOpenssl(args, `${header}.${payload}`)).toEqual({ ok: true, output: 'Verified OK\n' })
      expect(bench.tryOpenssl(args, `${header}.${payload}A`).ok).toBe(false)
    } finally {
      bench.dispose()
    }
  })
})

/** R and S as two INTEGERs. */
function derSignature(raw: Buffer): Buffer {
  const integers = [raw.subarray(0, 32), raw.subarray(32)].map((half) => {
    const digits = half.subarray(half.findIndex((octet) => octet !== 0))
    const value = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits
    return Buffer.concat([Buffer.of(2, value.length), value])
  })
  const content = Buffer.concat(integers)
  return Buffer.concat([Buffer.of(0x30, content.length), content])
}

describe('signPayload refuses', () => {
  class Charge {
    status = 'ATIVA'
  }
  const nested: { inner?: unknown } = {}
  nested.inner = nested

  it.each<readonly [string, unknown, string, string]>([
    ['null', { ...COB, devedor: null }, 'unsupported-value', 'devedor'],
    ['null in a member of nobody', { ...COB, futuro: [null] }, 'unsupported-value', 'futuro.0'],
    ['NaN', { ...COB, revisao: Number.NaN }, 'unsupported-value', 'revisao'],
    ['infinity', { ...COB, futuro: -Infinity }, 'unsupported-value', 'futuro'],
    [
      'a Date',
      { ...COB, calendario: { ...COB.calendario, criacao: new Date(NOW) } },
      'unsupported-value',
      'calendario.criacao',
    ],
    ['a bigint', { ...COB, revisao: 1n }, 'unsupported-value', 'revisao'],
    ['a function', { ...COB, futuro: () => 1 }, 'unsupported-value', 'futuro'],
    ['a symbol', { ...COB, futuro: Symbol('x') }, 'unsupported-value', 'futuro'],
    ['a Map', { ...COB, futuro: new Map() }, 'unsupported-value', 'futuro'],
    ['bytes', { ...COB, futuro: Uint8Array.of(1) }, 'unsupported-value', 'futuro'],
    ['a hole in an array', { ...COB, infoAdicionais: [undefined] }, 'unsupported-value', 'infoAdicionais.0'],
    ['an object of a class', { ...COB, futuro: new Charge() }, 'unsupported-value', 'futuro'],
    ['what writes itself', { ...COB, futuro: { toJSON: () => 'other' } }, 'unsupported-value', 'futuro'],
    ['half a character', { ...COB, solicitacaoPagador: '\ud83e' }, 'unsupported-value', 'solicitacaoPagador'],
    ['half a character in a name', { ...COB, '\ud83e': 1 }, 'unsupported-value', ''],
    ['__proto__', { ...COB, futuro: JSON.parse('{"__proto__":1}') as unknown }, 'forbidden-member', 'futuro.__proto__'],
    [
      'prototype, which readers drop',
      { ...COB, calendario: { ...COB.calendario, prototype: {} } },
      'forbidden-member',
      'calendario.prototype',
    ],
    [
      'constructor, which readers drop',
      { ...COB, calendario: { ...COB.calendario, constructor: 'x' } },
      'forbidden-member',
      'calendario.constructor',
    ],
    [
      'constructor in a list of nobody',
      { ...COB, futuro: [{ constructor: {} }] },
      'forbidden-member',
      'futuro.0.constructor',
    ],
    ['a txid that is too short', { ...COB, txid: 'abcd' }, 'format', 'txid'],
    ['no key at all', { ...COB, chave: '' }, 'format', 'chave'],
    ['a long message', { ...COB, solicitacaoPagador: 'x'.repeat(141) }, 'too-long', 'solicitacaoPagador'],
    [
      'too many lines',
      { ...COB, infoAdicionais: Array.from({ length: 51 }, () => ({ nome: 'a', valor: 'b' })) },
      'too-many',
      'infoAdicionais',
    ],
    ['more than readers count', { ...COB, futuro: Array.from({ length: 10_001 }, () => 1) }, 'too-many-members', '?'],
    ['a number as text', { ...COB, revisao: '1' }, 'number-as-text', 'revisao'],
    ['half a revision', { ...COB, revisao: 0.5 }, 'number', 'revisao'],
    ['a text in place of an object', { ...COB, devedor: 'Francisca' }, 'type', 'devedor'],
    [
      'an object within itself',
      { ...COB, futuro: nested },
      'unsupported-value',
      ['futuro', ...Array.from({ length: 15 }, () => 'inner')].join('.'),
    ],
    ['an amount as a number', { ...COB, valor: { original: 37 } }, 'amount-format', 'valor.original'],
    ['an amount with a comma', { ...COB, valor: { original: '37,00' } }, 'amount-format', 'valor.original'],
    ['an amount with a zero in front', { ...COB, valor: { original: '037.00' } }, 'amount-format', 'valor.original'],
    ['the status of the prose', { ...COB, status: 'CONCLUÍDA' }, 'enum', 'status'],
    ['another status', { ...COB, status: 'VENCIDA' }, 'enum', 'status'],
    ['no txid', { ...COB, txid: undefined }, 'missing', 'txid'],
    [
      'no expiracao',
      { ...COB, calendario: { ...COB.calendario, expiracao: undefined } },
      'missing',
      'calendario.expiracao',
    ],
    ['a cobv at the location of a cob', COBV, 'other-kind', ''],
  ])('%s', async (_, payload, reason, path) => {
    expect(await refusalOf(payload)).toEqual([`PAYLOAD_SIGNING_PAYLOAD:${reason}`, path])
  })

  it('says what form is wanted', async () => {
    const remedyOf = async (payload: object): Promise<string> =>
      formatMessage((await rejectionOf(sign({ ...COB, ...payload }))) as Issue, english.remedies)
    expect(await remedyOf({ txid: 'abcd' })).toBe('Write what matches [a-zA-Z0-9]{26,35}.')
    expect(await remedyOf({ devedor: { cpf: '1', nome: 'x' } })).toBe('Write what matches [0-9]{11}.')
    expect(await remedyOf({ solicitacaoPagador: 'x'.repeat(141) })).toBe('Write at most 140 characters.')
    expect(await remedyOf({ valor: { original: '37.00', modalidadeAlteracao: 2 } })).toBe('Write (0 | 1).')
    expect(await remedyOf({ status: 'CONCLUÍDA' })).toBe('Write CONCLUIDA.')
    expect(await remedyOf({ status: 'VENCIDA' })).toMatch(/"ATIVA" \| "CONCLUIDA"/)
  })

  it('with every reason that a reader has, but those that no writer can give', () => {
    type Reader = ReasonOf<'PAYLOAD_JSON'> | ReasonOf<'PAYLOAD_RULES'> | 'presentation'
    type Impossible = Exclude<Reader, ReasonOf<'PAYLOAD_SIGNING_PAYLOAD'>>
    expectTypeOf<Impossible>().toEqualTypeOf<
      | 'byte-order-mark'
      | 'composite-retirada'
      | 'duplicate-member'
      | 'lone-surrogate'
      | 'null-member'
      | 'number-range'
      | 'receivers-differ'
      | 'syntax'
      | 'too-deep'
      | 'utf-8'
    >()
  })

  it('a cobv that does not say how long it can be paid', async () => {
    const payload = { ...COBV, calendario: { ...COBV.calendario, validadeAposVencimento: undefined } }
    const refusal = await refusalOf(payload, { location: LOCATIONS.cobv })
    expect(refusal).toEqual(['PAYLOAD_SIGNING_PAYLOAD:missing', 'calendario.validadeAposVencimento'])
  })

  it.each<readonly [string, keyof typeof LOCATIONS, unknown, string, string]>([
    ['nothing to pay', 'cob', { ...COB, valor: { original: '0.00' } }, 'zero-amount', 'valor.original'],
    ['a sum that is none', 'cobv', { ...COBV, valor: { ...COBV.valor, final: '100.00' } }, 'final', 'valor.final'],
    [
      'a zero that belongs left out',
      'cobv',
      { ...COBV, valor: { ...COBV.valor, juros: '0.00' } },
      'written-zero',
      'valor.juros',
    ],
    [
      'two documents',
      'cob',
      { ...COB, devedor: { ...COB.devedor, cnpj: '12345678000195' } },
      'cpf-and-cnpj',
      'devedor',
    ],
    [
      'wrong check digits',
      'cob',
      { ...COB, devedor: { cpf: '12345678900', nome: 'Francisca' } },
      'check-digits',
      'devedor.cpf',
    ],
    [
      'dates in the wrong order',
      'rec',
      { ...REC, calendario: { ...REC.calendario, dataFinal: '2026-06-30' } },
      'dates',
      'calendario.dataFinal',
    ],
    ['a recurrence that nothing happened to', 'rec', { ...REC, atualizacao: [] }, 'no-update', 'atualizacao'],
    [
      'a cob that was shown before',
      'cob',
      { ...COB, calendario: { ...COB.calendario, apresentacao: '2026-06-15T11:30:00Z' } },
      'presentation',
      'calendario.apresentacao',
    ],
    [
      'a cobv that was shown before',
      'cobv',
      { ...COBV, calendario: { ...COBV.calendario, apresentacao: '2026-06-15T11:30:00Z' } },
      'presentation',
      'calendario.apresentacao',
    ],
  ])('%s', async (_, kind, payload, reason, path) => {
    expect(await refusalOf(payload, { location: LOCATIONS[kind] })).toEqual([`PAYLOAD_SIGNING_PAYLOAD:${reason}`, path])
  })

  it('more than a verifier reads', async () => {
    expect(await refusalOf({ ...COB, futuro: 'x'.repeat(98_000) })).toEqual(['PAYLOAD_SIGNING_PAYLOAD:too-large', ''])
    const jws = await sign({ ...COB, futuro: 'x'.repeat(96_000) })
    expect(jws.length).toBeLessThan(128 * 1024)
  })

  it.each([
    ['syntax', 'jwks.json'],
    ['syntax', ''],
    ['scheme', `http://${HOST}/jwks.json`],
    ['scheme', 'data:application/json,{}'],
    ['user', `https://user@${HOST}/jwks.json`],
    ['user', `https://:secret@${HOST}/jwks.json`],
    ['port', `https://${HOST}:8443/jwks.json`],
    ['port', `https://${HOST}:443/jwks.json`],
    ['query', `https://${HOST}/jwks.json?v=1`],
    ['fragment', `https://${HOST}/jwks.json#1`],
    ['host', 'https://banco.example/jwks.json'],
    ['host', `https://${HOST}.example/jwks.json`],
    ['host', `https://x.${HOST}/jwks.json`],
    ['host', `https://${HOST}./jwks.json`],
    ['host', 'https://127.0.0.1/jwks.json'],
    ['syntax', `https://${HOST}`],
    ['syntax', `https://${HOST.toUpperCase()}/jwks.json`],
    ['syntax', `https://${HOST}/a/../jwks.json`],
    ['syntax', `https://${HOST}\\jwks.json`],
    ['syntax', ` https://${HOST}/jwks.json`],
    ['syntax', `https://${HOST}/jw\tks.json`],
    ['syntax', `https://${HOST}/jwks.json?`],
    ['syntax', `https://${HOST}/jwks.json#`],
    ['syntax', `https://${HOST}/%6awks.json`],
    ['syntax', `https://@${HOST}/jwks.json`],
    ['syntax', `https://${HOST}/${'a'.repeat(2048)}`],
  ])('an address of the key set, %s: %s', async (reason, jku) => {
    expect(await refusalOf(COB, { jku })).toEqual([`PAYLOAD_SIGNING_JKU:${reason}`, 'jku'])
  })

  it.each([
    '',
    `https://${HOST}/qr/1`,
    `${HOST.toUpperCase()}/qr/1`,
    HOST,
    `${HOST}:443/qr/1`,
    `${HOST}/qr/1?DPP=2026-06-15`,
    `${HOST}/qr/%31`,
    `${HOST}/qr/${'a'.repeat(77)}`,
  ])('the location %j', async (location) => {
    expect(await refusalOf(COB, { location })).toEqual(['PAYLOAD_SIGNING_OPTION:location', 'location'])
  })

  it('a certificate that ended since the key was made, or is not valid yet', async () => {
    const { chain, pkcs8 } = testSigner()
    const key = await createSigningKey({ privateKey: pkcs8, chain, now: NOW })
    expect(await refusalOf(COB, { key, now: key.notAfter + 1 })).toEqual([
      'PAYLOAD_SIGNING_CERTIFICATE:expired',
      'chain.0',
    ])
    expect(await refusalOf(COB, { key, now: NOW - 86_400_001 })).toEqual([
      'PAYLOAD_SIGNING_CERTIFICATE:not-yet-valid',
      'chain.0',
    ])
  })

  it('a certificate of other hosts', async () => {
    const other = testSigner('p256:signer', { subjectAltNames: [dnsName('pix.outro.example')] })
    const key = await createSigningKey({ privateKey: other.pkcs8, chain: other.chain, now: NOW })
    expect(await refusalOf(COB, { key })).toEqual(['PAYLOAD_SIGNING_CERTIFICATE:other-host', 'chain.0'])
    const own = testSigner('p256:signer', { subjectAltNames: [dnsName('pix.outro.example'), dnsName(HOST)] })
    const good = await createSigningKey({ privateKey: own.pkcs8, chain: own.chain, now: NOW })
    expect((await sign(COB, { key: good })).split('.')).toHaveLength(3)
  })

  it('without options, as a mistake of the caller', async () => {
    const error = await rejectionOf(signPayload(COB, undefined as unknown as SignPayloadOptions))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toBe('"options" must be an object')
  })

  it.each<readonly [string, unknown, object]>([
    ['a payload that is no object', 'text', {}],
    ['no payload', null, {}],
    ['an array of payloads', [COB], {}],
    ['no key', COB, { key: {} }],
    ['a location that is no text', COB, { location: 1 }],
    ['an address that is no text', COB, { jku: new URL(JKU) }],
    ['no clock', COB, { now: undefined }],
    ['a clock of seconds', COB, { now: NOW / 1000 }],
  ])('%s, as a mistake of the caller', async (_, payload, options) => {
    expect(await refusalOf(payload, options)).toBeInstanceOf(TypeError)
  })
})
