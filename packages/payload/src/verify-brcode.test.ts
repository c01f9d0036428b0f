import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { crc16 } from '@pixkit/emv/crc16'
import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import {
  bankKeys,
  COB,
  COBV,
  createScene,
  JKU,
  LOCATIONS,
  problemAnswer,
  REC,
  signedAnswer,
  silence,
  type TestBank,
  url,
} from '../../../tests/lib/test-bank.ts'
import { httpFailure } from '../../http/src/failure.ts'
import type { Payloads } from './types.ts'
import { verifyBrCode } from './verify-brcode.ts'
import type { VerifyLocationOptions } from './verify-location.ts'

const merchant = { merchantName: 'Padaria Exemplo', merchantCity: 'RECIFE' }
const { cob, cobv, rec } = LOCATIONS
const chave = 'c2a8a0f4-5d8b-4b1a-9d0e-3a7d1f6f2b11'

const CODES = {
  static: buildBrCode({ kind: 'static', chave, ...merchant }),
  staticWithRecurrence: buildBrCode({ kind: 'static', chave, locationRec: rec, ...merchant }),
  cob: buildBrCode({ kind: 'dynamic', location: cob, ...merchant }),
  cobv: buildBrCode({ kind: 'dynamic', location: cobv, ...merchant }),
  rec: buildBrCode({ kind: 'recurrence', locationRec: rec, ...merchant }),
  cobWithRec: buildBrCode({ kind: 'dynamic', location: cob, locationRec: rec, ...merchant }),
  cobvWithRec: buildBrCode({ kind: 'dynamic', location: cobv, locationRec: rec, ...merchant }),
}

async function scene(over: Partial<VerifyLocationOptions> = {}) {
  const { bank, options, steps } = await createScene(over)
  return {
    bank,
    steps,
    asked: () => bank.requests.map((request) => request.url),
    verify: (code: string, more: Partial<VerifyLocationOptions> = {}) => verifyBrCode(code, { ...options, ...more }),
  }
}

async function serve(bank: TestBank, location: string, payload: Payloads[keyof Payloads]): Promise<void> {
  const { key } = await bankKeys()
  bank.answers.set(url(location), signedAnswer(payload, location, key))
}

/** What may go wrong at a location, and the code of it. */
const FAILURES: readonly (readonly [string, (bank: TestBank, location: string) => void | Promise<void>, string])[] = [
  ['answers 404', (bank, at) => void bank.answers.set(url(at), problemAnswer(404, 'X')), 'PAYLOAD_HTTP_STATUS'],
  [
    'cannot be reached',
    (bank, at) =>
      void bank.answers.set(url(at), () => Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'refused' }))),
    'HTTP_CONNECT',
  ],
  [
    'is slow',
    (bank, at) =>
      void bank.answers.set(url(at), () => Promise.reject(httpFailure('HTTP_TIMEOUT', { reason: 'headers' }))),
    'HTTP_TIMEOUT',
  ],
  [
    'answers what nobody signed',
    (bank, at) => void bank.answers.set(url(at), () => ({ body: new TextEncoder().encode('{}') })),
    'PAYLOAD_BODY',
  ],
  [
    'answers with a key that nobody knows',
    async (bank, at) => {
      const { other } = await bankKeys()
      bank.answers.set(url(at), signedAnswer(at === rec ? REC : at === cob ? COB : COBV, at, other))
    },
    'PAYLOAD_KEY_NOT_FOUND',
  ],
  [
    'is closed',
    (bank, at) =>
      at === rec
        ? serve(bank, at, { ...REC, atualizacao: [{ status: 'CANCELADA', data: '2026-06-14T12:00:00Z' }] })
        : serve(bank, at, at === cob ? { ...COB, status: 'CONCLUIDA' } : { ...COBV, status: 'CONCLUIDA' }),
    'PAYLOAD_STATUS',
  ],
  [
    'serves another kind',
    async (bank, at) => {
      const { key } = await bankKeys()
      bank.answers.set(url(at), at === rec ? signedAnswer(COB, cob, key) : signedAnswer(REC, rec, key))
    },
    'PAYLOAD_JSON',
  ],
]

describe('a static code', () => {
  test('has nothing signed, and nothing is fetched', async () => {
    const { asked, steps, verify } = await scene()
    const verified = await verify(CODES.static)
    expect(verified).toMatchObject({
      kind: 'static',
      code: { chave },
      warnings: [],
      remaining: ['nothing-is-signed', 'query-dict'],
    })
    expect([asked(), steps]).toEqual([[], []])
  })

  test('leaves its recurrence for after the payment (jornada 4 without a charge)', async () => {
    const { asked, verify } = await scene()
    const verified = await verify(CODES.staticWithRecurrence)
    expect(verified).toMatchObject({
      kind: 'static',
      code: { locationRec: rec },
      remaining: ['nothing-is-signed', 'query-dict', 'verify-recurrence-after-payment', 'ask-for-both-consents'],
    })
    expect(verified).not.toHaveProperty('recurrence')
    expect(asked()).toEqual([])
  })
})

describe('a code with one location', () => {
  test.each(['cob', 'cobv'] as const)('proves a %s', async (kind) => {
    const { asked, steps, verify } = await scene()
    const verified = await verify(CODES[kind])
    expect(verified).toMatchObject({ kind: 'charge', charge: { kind, proof: { hostAuthorised: true } }, warnings: [] })
    expect(verified.remaining).not.toContain('ask-for-both-consents')
    expect(asked()).toEqual([url(LOCATIONS[kind]), JKU])
    expect(new Set(steps.map(({ subject }) => subject))).toEqual(new Set(['charge']))
  })

  test('proves a recurrence (jornada 2)', async () => {
    const { asked, steps, verify } = await scene()
    expect(await verify(CODES.rec)).toMatchObject({ kind: 'recurrence', recurrence: { kind: 'rec', payload: REC } })
    expect(asked()).toEqual([url(rec), JKU])
    expect(new Set(steps.map(({ subject }) => subject))).toEqual(new Set(['recurrence']))
  })

  test.each(FAILURES)('refuses all when it %s', async (_, spoil, code) => {
    for (const kind of ['cob', 'cobv', 'rec'] as const) {
      const { bank, verify } = await scene()
      await spoil(bank, LOCATIONS[kind])
      const subject = kind === 'rec' ? 'recurrence' : 'charge'
      expect(await rejectionOf(verify(CODES[kind]))).toMatchObject({ code, params: { subject } })
    }
  })

  test('allows cash to be withdrawn', async () => {
    const { bank, verify } = await scene()
    await serve(bank, cob, withdrawal)
    expect(await verify(CODES.cob)).toMatchObject({ kind: 'charge' })
  })
})

const withdrawal = {
  ...COB,
  valor: {
    original: '0.00',
    retirada: { saque: { valor: '50.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678' } },
  },
} as const

describe('a cob and a recurrence (jornada 3)', () => {
  test('are both proven, the charge first, with one key set', async () => {
    const { asked, steps, verify } = await scene()
    const verified = await verify(CODES.cobWithRec)
    expect(verified).toMatchObject({
      kind: 'charge-with-recurrence',
      charge: { kind: 'cob' },
      recurrence: { kind: 'rec' },
    })
    expect(verified).toMatchObject({ recurrence: { remaining: expect.arrayContaining(['compare-receiver']) } })
    expect(verified.remaining).toEqual(expect.arrayContaining(['ask-for-both-consents', 'compare-receiver']))
    expect(new Set(verified.remaining).size).toBe(verified.remaining.length)
    expect(asked()).toEqual([url(cob), JKU, url(rec)])
    expect(steps.map(({ subject }) => subject)).toEqual([...Array(23).fill('charge'), ...Array(23).fill('recurrence')])
  })

  test.each(FAILURES)('are refused when the charge %s, and the recurrence is left alone', async (_, spoil, code) => {
    const { asked, bank, verify } = await scene()
    await spoil(bank, cob)
    expect(await rejectionOf(verify(CODES.cobWithRec))).toMatchObject({ code, params: { subject: 'charge' } })
    expect(asked()).not.toContain(url(rec))
  })

  test.each(FAILURES)('are refused when the recurrence %s', async (_, spoil, code) => {
    const { bank, verify } = await scene()
    await spoil(bank, rec)
    expect(await rejectionOf(verify(CODES.cobWithRec))).toMatchObject({ code, params: { subject: 'recurrence' } })
  })

  test('are refused when cash is to be withdrawn', async () => {
    const { bank, verify } = await scene()
    await serve(bank, cob, withdrawal)
    expect(await rejectionOf(verify(CODES.cobWithRec))).toMatchObject({ code: 'PAYLOAD_RULES' })
    // Not even when the caller says otherwise.
    expect(await rejectionOf(verify(CODES.cobWithRec, { composite: false }))).toMatchObject({ code: 'PAYLOAD_RULES' })
  })
})

describe('a cobv and a recurrence (jornada 4)', () => {
  test('are both proven', async () => {
    const { asked, verify } = await scene()
    const verified = await verify(CODES.cobvWithRec, { dpp: '2026-06-20', codMun: '5300108' })
    expect(verified).toMatchObject({
      kind: 'charge-with-offer',
      charge: { kind: 'cobv' },
      recurrence: { kind: 'rec' },
      warnings: [],
    })
    expect(verified).not.toHaveProperty('recurrenceError')
    expect(verified.remaining).toEqual(expect.arrayContaining(['compare-receiver', 'ask-for-both-consents']))
    expect(asked()).toEqual([`${url(cobv)}?DPP=2026-06-20&codMun=5300108`, JKU, url(rec)])
  })

  test.each(FAILURES)('are refused when the charge %s', async (_, spoil, code) => {
    const { asked, bank, verify } = await scene()
    await spoil(bank, cobv)
    expect(await rejectionOf(verify(CODES.cobvWithRec))).toMatchObject({ code })
    expect(asked()).not.toContain(url(rec))
  })

  test.each(FAILURES)('lose only the offer when the recurrence %s', async (_, spoil, code) => {
    const { bank, verify } = await scene()
    await spoil(bank, rec)
    const { key } = await bankKeys()
    const signed = signedAnswer(COBV, cobv, key)
    bank.answers.set(url(cobv), async (request) => ({
      ...(await signed(request)),
      headers: { 'content-type': 'text/plain' },
    }))
    const verified = await verify(CODES.cobvWithRec)
    expect(verified).toMatchObject({
      kind: 'charge-with-offer',
      charge: { payload: COBV },
      recurrenceError: { code, params: { subject: 'recurrence' } },
    })
    expect(verified).not.toHaveProperty('recurrence')
    expect(verified.warnings).toMatchObject([{ code: 'PAYLOAD_BODY', params: { reason: 'content-type' } }])
    expect(verified.remaining).not.toContain('ask-for-both-consents')
  })

  test('lose only the offer when the time is up', async () => {
    const { bank, verify } = await scene({ timeoutMs: 1_000 })
    bank.answers.set(url(rec), silence)
    expect(await verify(CODES.cobvWithRec)).toMatchObject({
      kind: 'charge-with-offer',
      recurrenceError: { code: 'HTTP_TIMEOUT', params: { phase: 'total' } },
    })
  })

  test('end when the caller gives up, also during the recurrence', async () => {
    const { bank, verify } = await scene()
    const controller = new AbortController()
    bank.answers.set(url(rec), (request) => {
      queueMicrotask(() => controller.abort())
      return silence(request)
    })
    expect(await rejectionOf(verify(CODES.cobvWithRec, { signal: controller.signal }))).toMatchObject({
      code: 'HTTP_ABORTED',
    })
  })

  test('end when somebody disposes of the transport during the recurrence', async () => {
    const { bank, verify } = await scene()
    bank.answers.set(url(rec), () => Promise.reject(httpFailure('HTTP_ABORTED', { reason: 'disposed' })))
    expect(await rejectionOf(verify(CODES.cobvWithRec))).toMatchObject({ code: 'HTTP_ABORTED' })
  })

  test('end when the caller gives up while a recurrence is read that turns out to be closed', async () => {
    const controller = new AbortController()
    const { bank, verify } = await scene({
      signal: controller.signal,
      onStep: ({ step, subject }) => {
        if (subject === 'recurrence' && step === 'JSON') controller.abort()
      },
    })
    await serve(bank, rec, { ...REC, atualizacao: [{ status: 'CANCELADA', data: '2026-06-14T12:00:00Z' }] })
    expect(await rejectionOf(verify(CODES.cobvWithRec))).toMatchObject({ code: 'PAYLOAD_STATUS' })
  })

  test('end with a bug of the transport', async () => {
    const { bank, verify } = await scene()
    const bug = new TypeError('no function')
    bank.answers.set(url(rec), () => Promise.reject(bug))
    expect(await rejectionOf(verify(CODES.cobvWithRec))).toBe(bug)
  })

  test.each([
    ['another CNPJ', COBV, { ...REC, recebedor: { ...REC.recebedor, cnpj: '11222333000181' } }],
    ['a branch', COBV, { ...REC, recebedor: { ...REC.recebedor, cnpj: '12345678000276' } }],
    ['a CPF', { ...COBV, recebedor: { ...COBV.recebedor, cnpj: undefined, cpf: '12345678909' } }, REC],
  ])('warn when the receivers differ: %s', async (_, charge, recurrence) => {
    const { bank, verify } = await scene()
    await serve(bank, cobv, charge)
    await serve(bank, rec, recurrence)
    const verified = await verify(CODES.cobvWithRec)
    expect(verified).toMatchObject({ kind: 'charge-with-offer', recurrence: { kind: 'rec' } })
    expect(verified.warnings).toMatchObject([
      { code: 'PAYLOAD_RULES', severity: 'warning', params: { reason: 'receivers-differ' } },
    ])
    const strict = await verify(CODES.cobvWithRec, { strict: true })
    expect(strict).toMatchObject({ recurrenceError: { code: 'PAYLOAD_RULES', params: { reason: 'receivers-differ' } } })
    expect(strict).not.toHaveProperty('recurrence')
  })
})

describe('codes that are none', () => {
  const swapped = (from: string, to: string): string => {
    expect(to).toHaveLength(from.length)
    return CODES.cobvWithRec.replace(from, to)
  }

  test.each([
    ['damaged', () => CODES.cob.replace('Padaria', 'padaria'), /^BRCODE_CRC_MISMATCH$/],
    ['empty', () => '', /^(?:EMV|BRCODE)_/],
    ['of another arrangement', () => 'https://pix.banco.example', /^(?:EMV|BRCODE)_/],
  ])('are refused by the parser: %s', async (_, text, code) => {
    const { asked, verify } = await scene()
    const error = await rejectionOf(verify(text()))
    expect(error).toMatchObject({ code: expect.stringMatching(code) })
    expect(asked()).toEqual([])
  })

  test('are those whose locations are on two hosts', async () => {
    const body = swapped(`25${rec.length}${rec}`, `25${rec.length}${rec.replace('pix.banco', 'pix.outro')}`).slice(
      0,
      -4,
    )
    const { asked, verify } = await scene({ authorisedHosts: undefined })
    expect(await rejectionOf(verify(`${body}${crc16(body)}`))).toMatchObject({ code: 'BRCODE_LOCATION_HOSTS_DIFFER' })
    expect(asked()).toEqual([])
  })

  /** With another kind of location where a recurrence belongs, which is a warning of the parser. */
  const otherKind = (code: string, at: string): string => {
    const body = code.replace(rec, at).slice(0, -4)
    return `${body}${crc16(body)}`
  }
  const notRec = rec.replace('/rec/', '/abc/')

  test.each([
    ['a recurrence alone', 'rec'],
    ['a cob', 'cobWithRec'],
  ] as const)('are those whose recurrence is another kind, before anything is called: %s', async (_, name) => {
    const { asked, steps, verify } = await scene()
    expect(await rejectionOf(verify(otherKind(CODES[name], notRec)))).toMatchObject({
      code: 'PAYLOAD_LOCATION_SYNTAX',
      params: { reason: 'other-kind', subject: 'recurrence' },
    })
    expect(asked()).toEqual([])
    expect(steps).toMatchObject([{ step: 'LOCATION_SYNTAX', outcome: 'failed', subject: 'recurrence' }])
  })

  test('are not those with a cobv: there, only the offer is lost', async () => {
    const { asked, verify } = await scene()
    expect(await verify(otherKind(CODES.cobvWithRec, notRec))).toMatchObject({
      kind: 'charge-with-offer',
      recurrenceError: { code: 'PAYLOAD_LOCATION_SYNTAX', params: { reason: 'other-kind' } },
    })
    expect(asked()).toEqual([url(cobv), JKU])
  })

  test('are those whose charge is a recurrence, before anything is called', async () => {
    const { asked, verify } = await scene()
    const location = cob.replace('/v2/', '/rec/').replace(/.$/, '')
    const body = CODES.cob.replace(cob, location).slice(0, -4)
    expect(location).toHaveLength(cob.length)
    expect(await rejectionOf(verify(`${body}${crc16(body)}`))).toMatchObject({
      code: 'PAYLOAD_LOCATION_SYNTAX',
      params: { reason: 'other-kind', subject: 'charge' },
    })
    expect(asked()).toEqual([])
  })

  test('are no text at all', async () => {
    const { verify } = await scene()
    expect(await rejectionOf(verify(undefined as unknown as string))).toBeInstanceOf(TypeError)
  })
})
