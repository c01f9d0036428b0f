import type { PixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import {
  bankKeys,
  COB,
  createScene,
  HOST,
  JKU,
  jwksAnswer,
  LOCATIONS,
  NOW,
  problemAnswer,
  signedAnswer,
  silence,
  trusting,
  url,
} from '../../../tests/lib/test-bank.ts'
import { createPayloadWorld } from '../../../tests/lib/payload-fixture.ts'
import { ROOT, testSigner } from '../../../tests/lib/test-signer.ts'
import { certificateOf, dnsName } from '../../../tests/lib/test-certificate.ts'
import { httpFailure } from '../../http/src/failure.ts'
import { createKeySetCache } from './key-set-cache.ts'
import { verifyLocation, type VerifyLocationOptions } from './verify-location.ts'
import type { StepReport } from './verify-steps.ts'

type Over = Partial<VerifyLocationOptions>

/** A bank, and a payer who asks it. */
async function scene(over: Over = {}) {
  const { bank, options, steps } = await createScene(over)
  return {
    bank,
    steps,
    /** Names of the steps with an outcome. */
    of: (outcome: StepReport['outcome']) =>
      steps.filter((report) => report.outcome === outcome).map(({ step }) => step),
    verify: (location: string = LOCATIONS.cob, more: Over = {}) => verifyLocation(location, { ...options, ...more }),
  }
}

const reasonOf = (error: unknown): string => {
  const { code, params } = error as { code: string; params: { reason?: string } }
  return params?.reason === undefined ? code : `${code}:${params.reason}`
}

describe('verifyLocation', () => {
  test.each(['cob', 'cobv', 'rec'] as const)('proves a %s', async (kind) => {
    const { verify, of } = await scene()
    const verified = await verify(LOCATIONS[kind])
    expect(verified.kind).toBe(kind)
    expect(verified.warnings).toEqual([])
    expect(verified.proof).toMatchObject({
      alg: 'ES256',
      hostAuthorised: true,
      siteCertificateAuthorised: 'not-checked',
    })
    expect(of('failed')).toEqual([])
  })

  test('asks as little as it can: location, then key set, nothing that tells who asks', async () => {
    const { bank, verify } = await scene()
    await verify()
    expect(
      bank.requests.map(({ method, url: address, headers, body }) => ({ method, address, headers, body })),
    ).toEqual([
      {
        method: 'GET',
        address: url(LOCATIONS.cob),
        headers: { accept: 'application/jose, */*;q=0.1' },
        body: undefined,
      },
      {
        method: 'GET',
        address: JKU,
        headers: { accept: 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1' },
        body: undefined,
      },
    ])
    expect(bank.requests.map(({ maxBodyBytes }) => maxBodyBytes)).toEqual([131_072, 262_144])
  })

  test('keeps the path as the code has it', async () => {
    const { bank, verify } = await scene()
    const location = `${HOST.toUpperCase()}/QR/v2/Abc`
    await rejectionOf(verify(location))
    expect(bank.requests[0]?.url).toBe(`https://${HOST}/QR/v2/Abc`)
  })
})

describe('before anything is called', () => {
  test.each([
    ['https://pix.banco.example/qr/1', 'scheme'],
    ['pix.banco.example:8443/qr/1', 'host'],
    ['user@pix.banco.example/qr/1', 'host'],
    ['127.0.0.1/qr/1', 'host'],
    ['pix.banco.example/qr/1?DPP=2026-01-01', 'path'],
    ['pix.banco.example/../1', 'path'],
  ])('refuses what is no location: %s', async (location, reason) => {
    const { bank, verify } = await scene()
    expect(reasonOf(await rejectionOf(verify(location)))).toBe(`PAYLOAD_LOCATION_SYNTAX:${reason}`)
    expect(bank.requests).toEqual([])
  })

  test.each(['pix.banco.example.evil.example', 'xpix.banco.example', 'banco.example', 'pix.outro.example'])(
    'refuses a host that is not on the list: %s',
    async (host) => {
      const { bank, verify } = await scene()
      expect(reasonOf(await rejectionOf(verify(`${host}/qr/1`)))).toBe('PAYLOAD_LOCATION_HOST_NOT_ALLOWED:not-listed')
      expect(bank.requests).toEqual([])
    },
  )

  test.each([
    [{ dpp: '2026-02-30' }, 'PAYLOAD_QUERY:dpp-format'],
    [{ dpp: '2026-6-20' }, 'PAYLOAD_QUERY:dpp-format'],
    [{ dpp: '2026-06-14' }, 'PAYLOAD_QUERY:dpp-past'],
    [{ codMun: '530010' }, 'PAYLOAD_QUERY:cod-mun'],
    [{ codMun: '5300108&x=1' }, 'PAYLOAD_QUERY:cod-mun'],
  ])('refuses what no location can be asked: %j', async (over, expected) => {
    const { bank, verify, steps } = await scene()
    const error = await rejectionOf(verify(LOCATIONS.cobv, over))
    expect(reasonOf(error)).toBe(expected)
    expect(error).toMatchObject({ path: Object.keys(over) })
    expect([bank.requests, steps]).toEqual([[], []])
  })

  test.each([LOCATIONS.cob, LOCATIONS.rec])(
    'does not mind a day that is past where none is asked: %s',
    async (location) => {
      const { bank, verify } = await scene()
      await verify(location, { dpp: '2026-06-14' })
      expect(bank.requests[0]?.url).toBe(url(location))
    },
  )

  test('says in the day of São Paulo what is past', async () => {
    const { bank, verify } = await scene()
    // 00:30 of 15 June in UTC is 21:30 of the 14th there.
    await rejectionOf(verify(LOCATIONS.cobv, { now: Date.UTC(2026, 5, 15, 0, 30), dpp: '2026-06-14' }))
    expect(bank.requests[0]?.url).toBe(`${url(LOCATIONS.cobv)}?DPP=2026-06-14`)
  })

  test.each([
    [{ transport: undefined }, '"transport" must be a Transport'],
    [{ codMun: 5_300_108 }, '"codMun" must be a string'],
    [{ keySets: {} }, '"keySets" must come from createKeySetCache'],
    [{ keySets: { ...createKeySetCache() } }, '"keySets" must come from createKeySetCache'],
    [{ timeoutMs: 0 }, '"timeoutMs" must be'],
    [{ timeoutMs: Number.NaN }, '"timeoutMs" must be'],
    [{ now: undefined }, '"now" must be'],
  ])('refuses options of the wrong type: %j', async (over, message) => {
    const { verify } = await scene()
    const error = await rejectionOf(verify(LOCATIONS.cob, over as unknown as Over))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toContain(message)
  })
})

describe('DPP and codMun', () => {
  test.each([
    [{ dpp: '2026-06-20', codMun: '5300108' }, '?DPP=2026-06-20&codMun=5300108'],
    [{ dpp: '2026-06-15' }, '?DPP=2026-06-15'],
    [{ codMun: '5300108' }, '?codMun=5300108'],
    [{}, ''],
  ])('are sent to a cobv as given: %j', async (over, query) => {
    const { bank, verify } = await scene()
    const { remaining } = await verify(LOCATIONS.cobv, over)
    expect(bank.requests.map((request) => request.url)).toEqual([`${url(LOCATIONS.cobv)}${query}`, JKU])
    expect(remaining.includes('ask-for-the-day')).toBe(!/DPP.*codMun/.test(query))
  })

  test.each(['cob', 'rec'] as const)('are never sent to a %s', async (kind) => {
    const { bank, verify } = await scene()
    await verify(LOCATIONS[kind], { dpp: '2026-06-20', codMun: '5300108' })
    expect(bank.requests.map((request) => request.url)).toEqual([url(LOCATIONS[kind]), JKU])
  })
})

describe('what a transport says', () => {
  test.each([
    [
      httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'special-purpose' }),
      'PAYLOAD_LOCATION_ADDRESS_FORBIDDEN',
      [],
      [],
    ],
    [httpFailure('HTTP_TLS', { reason: 'expired' }), 'PAYLOAD_TLS:expired', ['LOCATION_ADDRESS_FORBIDDEN'], []],
    [httpFailure('HTTP_TLS', { reason: 'self-signed' }), 'PAYLOAD_TLS:self-signed', ['LOCATION_ADDRESS_FORBIDDEN'], []],
    [
      httpFailure('HTTP_TLS', { params: { reason: 'Bearer x' } }),
      'PAYLOAD_TLS:other',
      ['LOCATION_ADDRESS_FORBIDDEN'],
      [],
    ],
    [
      httpFailure('HTTP_REDIRECT', { params: { status: 302 } }),
      'PAYLOAD_HTTP_STATUS:redirect',
      ['LOCATION_ADDRESS_FORBIDDEN', 'TLS'],
      [],
    ],
    [
      httpFailure('HTTP_BODY_TOO_LARGE', { params: { max: 131_072 } }),
      'PAYLOAD_BODY:too-large',
      ['LOCATION_ADDRESS_FORBIDDEN', 'TLS', 'HTTP_STATUS'],
      [],
    ],
  ])('becomes the step that failed: %s', async (failure, expected, skipped, passed) => {
    const { bank, verify, steps, of } = await scene()
    bank.answers.set(url(LOCATIONS.cob), () => Promise.reject(failure))
    const error = await rejectionOf(verify())
    expect(reasonOf(error)).toBe(expected)
    expect(error).toHaveProperty('cause', failure)
    expect(of('not-checked')).toEqual(skipped)
    expect(of('passed')).toEqual(['LOCATION_SYNTAX', 'LOCATION_HOST_NOT_ALLOWED', ...passed])
    expect(`PAYLOAD_${steps.at(-1)?.step}`).toBe(expected.split(':')[0])
    expect(steps.at(-1)?.outcome).toBe('failed')
  })

  test.each([
    httpFailure('HTTP_TIMEOUT', { reason: 'connect' }),
    httpFailure('HTTP_CONNECT', { reason: 'refused' }),
    httpFailure('HTTP_DNS', { reason: 'not-found' }),
    httpFailure('HTTP_ABORTED', { reason: 'signal' }),
    httpFailure('HTTP_PROTOCOL', { reason: 'malformed' }),
    httpFailure('HTTP_ENCODING', { reason: 'damaged' }),
    httpFailure('HTTP_HEADERS_TOO_LARGE'),
    new TypeError('a bug'),
  ])('comes through where nothing was proven or disproven: %s', async (failure) => {
    const { bank, verify, of } = await scene()
    bank.answers.set(url(LOCATIONS.cob), () => Promise.reject(failure))
    expect(await rejectionOf(verify())).toBe(failure)
    expect(of('failed')).toEqual([])
  })

  test.each([
    [true, 'passed'],
    [undefined, 'not-checked'],
  ] as const)('is all that is known of the address (%s)', async (addressChecked, outcome) => {
    const { bank, verify, steps } = await scene()
    const { key } = await bankKeys()
    const signed = signedAnswer(COB, LOCATIONS.cob, key)
    bank.answers.set(url(LOCATIONS.cob), async (request) => ({ ...(await signed(request)), addressChecked }))
    await verify()
    expect(steps.find(({ step }) => step === 'LOCATION_ADDRESS_FORBIDDEN')?.outcome).toBe(outcome)
  })
})

describe('what is no transport', () => {
  const noAnswers = [
    undefined,
    null,
    'answer',
    {},
    { status: '200', headers: {}, body: new Uint8Array() },
    { status: 200, headers: null, body: new Uint8Array() },
    { status: 200, headers: {}, body: 'text' },
    new Response('text'),
  ]
  test.each(noAnswers)('is a TypeError that says so: %o', async (answer) => {
    const ofLocation = await scene({ transport: async () => answer as never })
    expect(await rejectionOf(ofLocation.verify())).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(/^"transport" must/),
    })
    const { bank, verify } = await scene()
    const transport: VerifyLocationOptions['transport'] = async (request) =>
      request.url === JKU ? (answer as never) : bank.transport(request)
    expect(await rejectionOf(verify(LOCATIONS.cob, { transport }))).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(/^"transport" must/),
    })
  })

  test.each([undefined, {}, fetch])('is refused before anything is called: %o', async (transport) => {
    const { verify } = await scene({ transport: transport as never })
    expect(await rejectionOf(verify())).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(/^"transport" must be a Transport/),
    })
  })
})

describe('a certificate without names of hosts', () => {
  test.each([
    [true, 'TLS passed', false],
    [undefined, 'TLS not-checked', true],
  ] as const)('is tied to the host by TLS alone (%s)', async (tlsChecked, tls, isLeft) => {
    const world = await createPayloadWorld({ hosts: null })
    const steps: string[] = []
    const { remaining } = await verifyLocation(world.location, {
      trustAnchors: world.trustAnchors,
      now: world.now,
      onStep: ({ step, outcome }) => void steps.push(`${step} ${outcome}`),
      transport: async (request) => ({
        status: 200,
        headers: { 'content-type': 'application/jose' },
        body: new TextEncoder().encode(request.url === world.jku ? JSON.stringify(world.jwks()) : world.sign()),
        tlsChecked,
      }),
    })
    expect(steps).toEqual(expect.arrayContaining([tls, 'CERT_NAME not-checked']))
    expect(remaining.includes('check-origin')).toBe(isLeft)
  })
})

describe('status', () => {
  test.each([
    ['cob', 404, 'CobPayloadNaoEncontrado', 'not-found'],
    ['cob', 410, 'CobPayloadNaoEncontrado', 'gone'],
    ['cob', 400, 'CobPayloadNaoEncontrado', 'not-found'],
    ['cob', 400, 'CobPayloadOperacaoInvalida', 'other'],
    ['cobv', 400, 'CobPayloadOperacaoInvalida', 'invalid-request'],
    ['cobv', 400, 'Anything', 'invalid-request'],
    ['rec', 404, 'RecPayloadNaoEncontrado', 'not-found'],
    ['rec', 400, 'RecPayloadOperacaoInvalida', 'recurrence-closed'],
    ['rec', 400, 'Anything', 'other'],
    ['cob', 503, 'ServicoIndisponivel', 'unavailable'],
    ['cob', 504, 'ServicoIndisponivel', 'unavailable'],
    ['cob', 429, 'Anything', 'unavailable'],
    ['cob', 403, 'Anything', 'other'],
    ['cob', 301, 'Anything', 'redirect'],
    ['cob', 304, 'Anything', 'redirect'],
    ['cob', 204, 'Anything', 'other'],
    ['cob', 206, 'Anything', 'other'],
  ] as const)('%s %i %s: %s', async (kind, status, type, reason) => {
    const { bank, verify, of } = await scene()
    bank.answers.set(url(LOCATIONS[kind]), problemAnswer(status, type))
    const error = await rejectionOf(verify(LOCATIONS[kind]))
    expect(reasonOf(error)).toBe(`PAYLOAD_HTTP_STATUS:${reason}`)
    expect(error).toMatchObject({ params: { status } })
    // The text of an error is nobody's word.
    expect(JSON.stringify([error, (error as Error).message])).not.toContain('0800')
    expect(of('failed')).toEqual(['HTTP_STATUS'])
  })

  test.each([
    ['no JSON', '<html>404</html>'],
    ['a type twice', '{"type":"a/RecPayloadOperacaoInvalida","type":"b/RecPayloadOperacaoInvalida"}'],
    ['no type', '{}'],
    ['a type that is no text', '{"type":["RecPayloadOperacaoInvalida"]}'],
    ['null', 'null'],
    ['too much', `{"type":"x/RecPayloadOperacaoInvalida","detail":"${'a'.repeat(20_000)}"}`],
  ])('believes no problem that is %s', async (_, body) => {
    const { bank, verify } = await scene()
    bank.answers.set(url(LOCATIONS.rec), () => ({ status: 400, body: new TextEncoder().encode(body) }))
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.rec)))).toBe('PAYLOAD_HTTP_STATUS:other')
  })
})

describe('content type', () => {
  const served = async (contentType: string | undefined) => {
    const it = await scene()
    const { key } = await bankKeys()
    const signed = signedAnswer(COB, LOCATIONS.cob, key)
    it.bank.answers.set(url(LOCATIONS.cob), async (request) => ({
      ...(await signed(request)),
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    }))
    return it
  }

  test.each(['application/jose', 'application/jose; charset=utf-8', 'Application/JOSE'])(
    '%s is right',
    async (type) => {
      expect((await (await served(type)).verify()).warnings).toEqual([])
    },
  )

  test.each(['text/plain', 'application/json', 'application/jose+json', undefined])('%s is a warning', async (type) => {
    const { verify, steps } = await served(type)
    const { warnings } = await verify()
    expect(warnings).toMatchObject([{ code: 'PAYLOAD_BODY', params: { reason: 'content-type' } }])
    expect(steps.find(({ step }) => step === 'BODY')?.outcome).toBe('warned')
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, { strict: true })))).toBe('PAYLOAD_BODY:content-type')
  })
})

describe('site certificates', () => {
  const site = (over: Parameters<typeof certificateOf>[0] = {}) =>
    certificateOf({ subject: [['CN', HOST]], subjectAltNames: [dnsName(HOST)], ...over }).certificate
  const shown = async (peer: Uint8Array | undefined, ofKeySet: Uint8Array | undefined = peer) => {
    const it = await scene({ authorisedHosts: undefined })
    for (const [address, answer] of it.bank.answers) {
      const peerCertificate = address === JKU ? ofKeySet : peer
      it.bank.answers.set(address, async (request) => ({ ...(await answer(request)), peerCertificate }))
    }
    return it
  }
  const registered = site()
  const foreign = site({ subjectAltNames: [dnsName('pix.outro.example')] })
  const expired = site({ notAfter: NOW - 1_000 })
  const early = site({ notBefore: NOW + 1_000 })

  test('prove the site when the server shows one of them', async () => {
    const { verify } = await shown(Uint8Array.from(registered.der))
    const { proof, remaining } = await verify(LOCATIONS.cob, {
      siteCertificates: [site({ notAfter: NOW + 1 }), registered],
    })
    expect(proof).toMatchObject({ hostAuthorised: true, siteCertificateAuthorised: true })
    expect(remaining).not.toContain('authorise-host')
  })

  test.each([
    ['another certificate of the same name', site({ notAfter: NOW + 5_000 }).der, [registered], 'site-certificate'],
    ['one that the transport does not tell', undefined, [registered], 'site-certificate-unknown'],
    ['one that is registered for another host', foreign.der, [registered, foreign], 'site-certificate-name'],
    ['one that has expired', expired.der, [registered, expired], 'site-certificate-expired'],
    ['one that begins later', early.der, [registered, early], 'site-certificate-expired'],
  ])('refuse %s', async (_, peer, siteCertificates, reason) => {
    const { verify, of } = await shown(peer)
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, { siteCertificates })))).toBe(`PAYLOAD_TLS:${reason}`)
    expect(of('failed')).toEqual(['TLS'])
  })

  test('authorise while they are valid, and before anything is called', async () => {
    const { bank, verify, of } = await shown(expired.der)
    const error = await rejectionOf(verify(LOCATIONS.cob, { siteCertificates: [expired] }))
    expect(reasonOf(error)).toBe('PAYLOAD_LOCATION_HOST_NOT_ALLOWED:certificate-expired')
    expect(of('failed')).toEqual(['LOCATION_HOST_NOT_ALLOWED'])
    expect(bank.requests).toEqual([])
  })

  test('hold for the key set, also when another call without a list fetched it', async () => {
    const { verify, of } = await shown(registered.der, site({ notAfter: NOW + 5_000 }).der)
    const keySets = createKeySetCache()
    await verify(LOCATIONS.cob, { keySets })
    const error = await rejectionOf(verify(LOCATIONS.cob, { keySets, siteCertificates: [registered] }))
    expect(reasonOf(error)).toBe('PAYLOAD_JWKS_FETCH:site-certificate')
    expect(of('failed')).toEqual(['JWKS_FETCH'])
  })

  describe('that the server of a kept key set did not show', () => {
    /** A key set that came over another certificate, which a call without a list made somebody keep. */
    const kept = async () => {
      const it = await shown(registered.der)
      const honest = it.bank.answers.get(JKU) ?? silence
      const other = { peerCertificate: site({ notAfter: NOW + 5_000 }).der }
      const showOther = () => it.bank.answers.set(JKU, async (request) => ({ ...(await honest(request)), ...other }))
      const keySets = createKeySetCache()
      const listed = { keySets, siteCertificates: [registered] }
      showOther()
      await it.verify(LOCATIONS.cob, { keySets })
      return { ...it, keySets, listed, showOther, showRegistered: () => it.bank.answers.set(JKU, honest) }
    }

    test('are looked for once more, at once, and then kept', async () => {
      const { bank, listed, showRegistered, verify } = await kept()
      showRegistered()
      for (let call = 0; call < 3; call += 1) {
        expect((await verify(LOCATIONS.cob, listed)).proof.siteCertificateAuthorised).toBe(true)
      }
      expect(bank.count(JKU)).toBe(2)
    })

    test('are not looked for again and again', async () => {
      const { bank, listed, showRegistered, verify } = await kept()
      for (let call = 0; call < 10; call += 1) {
        expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, listed)))).toBe('PAYLOAD_JWKS_FETCH:site-certificate')
      }
      expect(bank.count(JKU)).toBe(2)
      showRegistered()
      await verify(LOCATIONS.cob, { ...listed, now: NOW + 60_000 })
      expect(bank.count(JKU)).toBe(3)
    })

    test('refuse when the server cannot be asked once more', async () => {
      const { bank, keySets, listed, verify } = await kept()
      bank.answers.set(JKU, () => Promise.reject(httpFailure('HTTP_CONNECT', { reason: 'refused' })))
      expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, listed)))).toBe('PAYLOAD_JWKS_FETCH:site-certificate')
      await verify(LOCATIONS.cob, { keySets })
    })
  })
})

describe('key set', () => {
  test.each([
    [httpFailure('HTTP_CONNECT', { reason: 'refused' }), 'unreachable'],
    [httpFailure('HTTP_DNS', { reason: 'not-found' }), 'unreachable'],
    [httpFailure('HTTP_TIMEOUT', { reason: 'headers' }), 'timeout'],
    [httpFailure('HTTP_BODY_TOO_LARGE', { params: { max: 262_144 } }), 'too-large'],
    [httpFailure('HTTP_REDIRECT', { params: { status: 307 } }), 'redirect'],
    [httpFailure('HTTP_TLS', { reason: 'untrusted' }), 'tls'],
    [httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'special-purpose' }), 'address-forbidden'],
    [httpFailure('HTTP_PROTOCOL', { reason: 'malformed' }), 'protocol'],
  ])('that cannot be fetched: %s', async (failure, reason) => {
    const { bank, verify, of } = await scene()
    bank.answers.set(JKU, () => Promise.reject(failure))
    const error = await rejectionOf(verify())
    expect(reasonOf(error)).toBe(`PAYLOAD_JWKS_FETCH:${reason}`)
    expect(error).toHaveProperty('cause', failure)
    expect(of('failed')).toEqual(['JWKS_FETCH'])
  })

  test.each([
    [404, 'status'],
    [500, 'status'],
    [201, 'status'],
    [206, 'status'],
    [302, 'redirect'],
  ])('that comes with status %i', async (status, reason) => {
    const { bank, verify } = await scene()
    bank.answers.set(JKU, problemAnswer(status, 'X'))
    const error = await rejectionOf(verify())
    expect(reasonOf(error)).toBe(`PAYLOAD_JWKS_FETCH:${reason}`)
    expect(error).toMatchObject({ params: { status } })
  })

  test('that is none', async () => {
    const { bank, verify } = await scene()
    bank.answers.set(JKU, () => ({ body: new TextEncoder().encode('<html>') }))
    expect(reasonOf(await rejectionOf(verify()))).toBe('PAYLOAD_JWKS_FETCH:not-json')
  })

  test('is asked for only when header, algorithm and address are good', async () => {
    const { bank, verify } = await scene()
    const compact = (header: object): Uint8Array =>
      new TextEncoder().encode(`${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.c2ln`)
    const x5t = 'a'.repeat(27)
    for (const [header, expected] of [
      [{ alg: 'RS256', kid: '1', jku: JKU }, 'PAYLOAD_HEADER:missing'],
      [{ alg: 'none', kid: '1', jku: JKU, x5t: `${x5t.slice(1)}A` }, 'PAYLOAD_ALG'],
      [
        { alg: 'RS256', kid: '1', jku: 'https://evil.example/jwks.json', x5t: `${x5t.slice(1)}A` },
        'PAYLOAD_JKU:other-host',
      ],
    ] as const) {
      bank.answers.set(url(LOCATIONS.cob), () => ({ body: compact(header) }))
      expect(reasonOf(await rejectionOf(verify()))).toContain(expected)
    }
    expect(bank.requests.map((request) => request.url)).toEqual(Array(3).fill(url(LOCATIONS.cob)))
  })

  test('is fetched once for a hundred calls at a time, and kept', async () => {
    const { bank, verify } = await scene({ keySets: createKeySetCache() })
    await Promise.all(Array.from({ length: 100 }, () => verify()))
    await verify()
    expect(bank.count(JKU)).toBe(1)
    expect(bank.count(url(LOCATIONS.cob))).toBe(101)
  })

  test('is fetched for each call when nobody keeps it', async () => {
    const { bank, verify } = await scene()
    await verify()
    await verify()
    expect(bank.count(JKU)).toBe(2)
  })

  test('is fetched again when the bank has changed its key', async () => {
    const { bank, verify } = await scene({ keySets: createKeySetCache() })
    const { key, other } = await bankKeys()
    await verify()
    bank.answers.set(JKU, jwksAnswer(other, key))
    bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    expect((await verify()).proof.kid).toBe(other.kid)
    await verify()
    expect(bank.count(JKU)).toBe(2)
  })

  test('is not fetched again and again for keys that nobody knows', async () => {
    const { bank, verify, of } = await scene({ keySets: createKeySetCache() })
    const { other } = await bankKeys()
    await verify()
    bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    for (let attempt = 0; attempt < 20; attempt += 1) {
      expect(await rejectionOf(verify())).toMatchObject({ code: 'PAYLOAD_KEY_NOT_FOUND' })
    }
    expect(await Promise.all(Array.from({ length: 20 }, () => rejectionOf(verify())))).toHaveLength(20)
    expect(bank.count(JKU)).toBe(2)
    expect(new Set(of('failed'))).toEqual(new Set(['KEY']))
  })

  test('that was fetched for this very call is not fetched again', async () => {
    const { bank, verify } = await scene()
    const { other } = await bankKeys()
    bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    expect(await rejectionOf(verify())).toMatchObject({ code: 'PAYLOAD_KEY_NOT_FOUND' })
    expect(bank.count(JKU)).toBe(1)
  })

  test('remains when the newer one cannot be fetched', async () => {
    const { bank, verify } = await scene({ keySets: createKeySetCache() })
    const { key, other } = await bankKeys()
    await verify()
    bank.answers.set(JKU, problemAnswer(503, 'ServicoIndisponivel'))
    bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, other))
    expect(await rejectionOf(verify())).toMatchObject({ code: 'PAYLOAD_KEY_NOT_FOUND' })
    bank.answers.set(url(LOCATIONS.cob), signedAnswer(COB, LOCATIONS.cob, key))
    expect((await verify()).proof.kid).toBe(key.kid)
    expect(bank.count(JKU)).toBe(2)
  })

  test('that failed is not asked for again at once', async () => {
    const { bank, verify } = await scene({ keySets: createKeySetCache() })
    bank.answers.set(JKU, problemAnswer(503, 'ServicoIndisponivel'))
    await rejectionOf(verify())
    expect(reasonOf(await rejectionOf(verify()))).toBe('PAYLOAD_JWKS_FETCH:status')
    expect(bank.count(JKU)).toBe(1)
  })
})

describe('time', () => {
  test('that is up asks for nothing more', async () => {
    const { bank, verify } = await scene()
    const controller = new AbortController()
    const onStep: VerifyLocationOptions['onStep'] = ({ step }) => step === 'JKU' && controller.abort()
    const error = await rejectionOf(verify(LOCATIONS.cob, { signal: controller.signal, onStep }))
    expect(reasonOf(error)).toBe('HTTP_ABORTED:signal')
    expect(bank.count(JKU)).toBe(0)
  })

  test('ends while the location is silent', async () => {
    const { bank, verify } = await scene({ timeoutMs: 20 })
    bank.answers.set(url(LOCATIONS.cob), silence)
    expect(reasonOf(await rejectionOf(verify()))).toBe('HTTP_TIMEOUT:total')
  })

  test('ends while the key set is silent, which ends that request too', async () => {
    const { bank, verify } = await scene({ timeoutMs: 1_000 })
    bank.answers.set(JKU, silence)
    const error = await rejectionOf(verify())
    expect(reasonOf(error)).toBe('PAYLOAD_JWKS_FETCH:timeout')
    expect(error).toMatchObject({ cause: { code: 'HTTP_TIMEOUT' } })
    expect(bank.requests.at(-1)?.signal?.aborted).toBe(true)
  })

  test('of one caller is not that of another who waits for the same key set', async () => {
    const { bank, verify } = await scene({ keySets: createKeySetCache() })
    const { key } = await bankKeys()
    let answer = (): void => {}
    const asked = new Promise<void>((resolve) => {
      bank.answers.set(JKU, async (request) => {
        resolve()
        await new Promise<void>((go) => {
          answer = go
        })
        return jwksAnswer(key)(request)
      })
    })
    const controller = new AbortController()
    const leaves = rejectionOf(verify(LOCATIONS.cob, { signal: controller.signal }))
    await asked
    const stays = verify(LOCATIONS.cobv)
    await new Promise((resolve) => setTimeout(resolve, 20))
    controller.abort()
    expect(reasonOf(await leaves)).toBe('HTTP_ABORTED:signal')
    answer()
    expect((await stays).kind).toBe('cobv')
    expect(bank.count(JKU)).toBe(1)
  })
})

describe('the signal of the caller', () => {
  test('ends the call before it begins', async () => {
    const { bank, verify } = await scene()
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, { signal: AbortSignal.abort() })))).toBe(
      'HTTP_ABORTED:signal',
    )
    expect(bank.requests).toEqual([])
  })

  test.each([url(LOCATIONS.cob), JKU])('ends the request under way: %s', async (address) => {
    const { bank, verify } = await scene()
    const controller = new AbortController()
    bank.answers.set(address, (request) => {
      queueMicrotask(() => controller.abort())
      return silence(request)
    })
    expect(reasonOf(await rejectionOf(verify(LOCATIONS.cob, { signal: controller.signal })))).toBe(
      'HTTP_ABORTED:signal',
    )
    expect(bank.requests.at(-1)?.signal?.aborted).toBe(true)
  })
})

test('trusts nobody but the anchors of the caller', async () => {
  const { verify } = await scene()
  const stranger = testSigner('p256:stranger')
  expect(await rejectionOf(verify(LOCATIONS.cob, { trustAnchors: [stranger.certificate] }))).toMatchObject({
    code: 'PAYLOAD_CHAIN',
  })
  expect((await verify(LOCATIONS.cob, { trustAnchors: [ROOT.certificate] })).kind).toBe('cob')
})

test('whatever servers answer, it is a payload or an error with a code that quotes nothing of it', async () => {
  const { key } = await bankKeys()
  const secret = 'SEGREDO'
  const good = await signedAnswer(COB, LOCATIONS.cob, key)({ method: 'GET', url: '', headers: {} })
  const keySet = await jwksAnswer(key)({ method: 'GET', url: '', headers: {} })
  const bodies = fc.oneof(
    fc.constant(good.body ?? new Uint8Array()),
    fc.constant(keySet.body ?? new Uint8Array()),
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text.replace(/[a-z]{3}/g, secret))),
    fc.string().map((text) => new TextEncoder().encode(`${secret}.${text}.${secret}`)),
  )
  const answers = fc.record({
    status: fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 100, max: 599 })),
    headers: fc.dictionary(
      fc.constantFrom('content-type', 'cache-control', 'age'),
      fc.string().map((text) => `${secret}${text}`),
    ),
    body: bodies,
  })
  await fc.assert(
    fc.asyncProperty(answers, answers, async (atLocation, atKeySet) => {
      const transport = async ({ url: address }: { readonly url: string }) => (address === JKU ? atKeySet : atLocation)
      const refused = (error: unknown) => {
        const { code, message, path, params, cause } = error as PixkitError
        return { code, quoted: JSON.stringify([message, path, params, String(cause)]).includes(secret) }
      }
      const outcome = await verifyLocation(LOCATIONS.cob, { ...trusting, transport }).then(
        ({ payload }) => ({ code: 'PAYLOAD_OF_COB', quoted: !isDeepStrictEqual(payload, COB) }),
        refused,
      )
      expect(outcome).toEqual({ code: expect.stringMatching(/^PAYLOAD_/), quoted: false })
    }),
  )
})
