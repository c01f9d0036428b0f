import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Certificate } from '../../certs/src/x509.ts'
import { createCa } from '../../certs/src/create-ca.ts'
import { privateKeyFrom } from '../../certs/src/internal/key/private-key.ts'
import { issueCertificate } from '../../certs/src/issue-certificate.ts'
import {
  createPayloadWorld,
  jwkOf,
  type Members,
  type PayloadWorld,
  signJws,
  type SignOverrides,
  testKey,
  thumbprintsOf,
} from '../../../tests/lib/payload-fixture.ts'
import { ALGORITHMS } from '../../../tests/lib/jws-algorithms.ts'
import { certificateOf, dnsName, keyNamed } from '../../../tests/lib/test-certificate.ts'
import { parseKeySet } from './key-set.ts'
import type { StepReport } from './verify-steps.ts'
import { verifyPayload, type VerifyPayloadOptions } from './verify-payload.ts'

let world: PayloadWorld
beforeAll(async () => {
  world = await createPayloadWorld()
})

type Options = Partial<VerifyPayloadOptions>

/** What came out: warnings as `CODE:reason path`, or the error. */
async function outcome(jws: string | Uint8Array, options: Options = {}): Promise<string | readonly string[]> {
  try {
    const { warnings } = await verifyPayload(jws, world.options(options) as VerifyPayloadOptions)
    return warnings.map(shown)
  } catch (error) {
    return shown(error as Shown)
  }
}

interface Shown {
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly params: Readonly<Record<string, unknown>>
}

function shown({ code, path, params }: Shown): string {
  const { reason } = params
  return [`${code}${typeof reason === 'string' ? `:${reason}` : ''}`, ...path].join(' ')
}

const jwks = (changes: Members): string => JSON.stringify(world.jwks(changes))
const withHeader = (header: Members, more: SignOverrides = {}): string => world.sign(undefined, { ...more, header })

describe('verifyPayload', () => {
  it.each(ALGORITHMS)('proves what another signer signed: %s', async (alg) => {
    const other = await createPayloadWorld({ alg })
    const { kind, payload, proof, remaining, warnings } = await verifyPayload(other.sign(), other.options())
    expect({ kind, payload, warnings }).toMatchObject({ kind: 'cob', payload: { revisao: 0 }, warnings: [] })
    expect(proof).toEqual({
      alg,
      kid: 'chave-1',
      host: 'pix.banco.example',
      certificateSha256: thumbprintsOf(other.certificate)['x5t#S256'],
      anchorSha256: thumbprintsOf(other.root.certificate)['x5t#S256'],
      hostAuthorised: 'not-checked',
      siteCertificateAuthorised: 'not-checked',
    })
    expect(remaining).toContain('authorise-host')
    expect(remaining).toContain('check-revocation')
  })

  it('hands back what was signed, to be kept', async () => {
    const jws = world.sign()
    expect((await verifyPayload(jws, world.options())).jws).toBe(jws)
    expect((await verifyPayload(new TextEncoder().encode(jws), world.options())).jws).toBe(jws)
  })

  it('takes bytes, for the payload and for the key set', async () => {
    const bytes = new TextEncoder()
    expect(await outcome(bytes.encode(world.sign()), { jwks: bytes.encode(jwks({})) })).toEqual([])
  })

  it('reports each step once, in order, cold and warm alike', async () => {
    const keySet = parseKeySet(jwks({ x5t: undefined }))
    const runs: string[][] = []
    for (let run = 0; run < 2; run += 1) {
      const steps: string[] = []
      const onStep = ({ step, outcome: end, issues }: StepReport): void => {
        steps.push([step, end, ...issues.map(shown)].join(' '))
      }
      await verifyPayload(world.sign(), { ...world.options(), jwks: keySet, onStep })
      runs.push(steps)
    }
    expect(runs[0]).toEqual([
      'LOCATION_SYNTAX passed',
      'LOCATION_HOST_NOT_ALLOWED not-checked',
      'LOCATION_ADDRESS_FORBIDDEN not-checked',
      'TLS not-checked',
      'HTTP_STATUS not-checked',
      'BODY passed',
      'HEADER passed',
      'ALG passed',
      'JKU passed',
      'JWKS_FETCH passed',
      'KEY passed',
      'KEY_TYPE passed',
      'CERT_KEY_MISMATCH passed',
      'THUMBPRINT warned PAYLOAD_THUMBPRINT:x5t-absent keys 0 x5t',
      'CERT_VALIDITY passed',
      'CHAIN passed',
      'CERT_NAME passed',
      'SIGNATURE passed',
      'JSON passed',
      'RULES passed',
      'STATUS passed',
      'EXPIRED passed',
      'STALE passed',
    ])
    expect(runs[1]).toEqual(runs[0])
  })

  it('reports a warning with the step that found it, also when the step has to wait', async () => {
    const [key = {}] = world.jwks().keys
    const x5c = (key['x5c'] as string[]).map((text) => `${text}\n`)
    const steps: string[] = []
    const onStep = ({ step, issues }: StepReport): void => void steps.push([step, ...issues.map(shown)].join(' '))
    await outcome(world.sign(), { jwks: jwks({ x5c }), tolerate: ['x5c-whitespace'], onStep })
    expect(steps).toContain('CERT_KEY_MISMATCH PAYLOAD_CERT_KEY_MISMATCH:x5c-white-space keys 0 x5c')
  })

  it('ends with the step that failed', async () => {
    const steps: string[] = []
    const onStep = ({ step, outcome: end }: StepReport): void => void steps.push(`${step} ${end}`)
    await outcome(withHeader({ alg: 'none' }), { onStep })
    expect(steps.at(-1)).toBe('ALG failed')
  })

  it.each([
    ['jws', () => verifyPayload(1 as never, world.options())],
    ['trustAnchors', () => verifyPayload('', { ...world.options(), trustAnchors: ['pem'] as never })],
    ['trustAnchors', () => verifyPayload('', { ...world.options(), trustAnchors: undefined as never })],
    ['now', () => verifyPayload('', { ...world.options(), now: Number.NaN })],
    ['now', () => verifyPayload('', { ...world.options(), now: world.now / 1000 })],
    ['jwks', () => verifyPayload('', { ...world.options(), jwks: { keys: [] } as never })],
    ['location', () => verifyPayload('', { ...world.options(), location: undefined as never })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: [1] as never })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: 'a.example' as never })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: [] })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: [[]] })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: [''] })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: ['*.banco.example'] })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: ['https://a.example'] })],
    ['authorisedHosts', () => verifyPayload('', { ...world.options(), authorisedHosts: ['a.b', [['c.d'] as never]] })],
    ['siteCertificates', () => verifyPayload('', { ...world.options(), siteCertificates: [] })],
    ['siteCertificates', () => verifyPayload('', { ...world.options(), siteCertificates: {} as never })],
    ['intermediates', () => verifyPayload('', { ...world.options(), intermediates: [{}] as never })],
    ['clockToleranceSeconds', () => verifyPayload('', { ...world.options(), clockToleranceSeconds: 301 })],
    ['tolerate', () => verifyPayload('', { ...world.options(), tolerate: ['anything'] as never })],
    ['revisions', () => verifyPayload('', { ...world.options(), revisions: {} as never })],
    ['onStep', () => verifyPayload('', { ...world.options(), onStep: 'log' as never })],
    ['strict', () => verifyPayload('', { ...world.options(), strict: 'yes' as never })],
    ['dpp', () => verifyPayload('', { ...world.options(), dpp: 1 as never })],
  ])('refuses an argument of the wrong type: %s', async (name, call) => {
    await expect(call()).rejects.toThrow(TypeError)
    await expect(call()).rejects.toThrow(`"${name}"`)
  })
})

describe('LOCATION_SYNTAX and LOCATION_HOST_NOT_ALLOWED', () => {
  const location = 'pix.banco.example/qr/v2/9d36b84f70b54e7ab4b3c5c1e1f2a3b4'
  it.each<[string, Options, string | readonly string[]]>([
    ['a scheme', { location: `https://${location}` }, 'PAYLOAD_LOCATION_SYNTAX:scheme'],
    ['a port', { location: 'pix.banco.example:8443/qr/1' }, 'PAYLOAD_LOCATION_SYNTAX:host'],
    ['a user', { location: 'pix.banco.example@evil.example/qr/1' }, 'PAYLOAD_LOCATION_SYNTAX:host'],
    ['an address', { location: '169.254.169.254/qr/1' }, 'PAYLOAD_LOCATION_SYNTAX:host'],
    ['a query', { location: `${location}?DPP=2026-11-23` }, 'PAYLOAD_LOCATION_SYNTAX:path'],
    ['more than 77 characters', { location: location + 'a'.repeat(40) }, 'PAYLOAD_LOCATION_SYNTAX:too-long'],
    ['a host on the list', { authorisedHosts: ['outro.example', 'PIX.Banco.example.'] }, []],
    ['a host in a group', { authorisedHosts: [['outro.example', 'pix.banco.example']] }, []],
    ['a host that is not', { authorisedHosts: ['banco.example'] }, 'PAYLOAD_LOCATION_HOST_NOT_ALLOWED:not-listed'],
    ['Punycode', { location: 'xn--pix-ltau.example/1' }, 'PAYLOAD_LOCATION_HOST_NOT_ALLOWED:punycode'],
  ])('decide on %s', async (_, options, expected) => {
    expect(await outcome(world.sign(), options)).toEqual(expected)
  })

  it('take the names of certificates for a list, and both lists together', async () => {
    const siteCertificates = [world.certificate]
    const { proof } = await verifyPayload(world.sign(), { ...world.options(), siteCertificates })
    expect(proof.hostAuthorised).toBe(true)
    const both = { siteCertificates, authorisedHosts: ['outro.example'] }
    expect(await outcome(world.sign(), both)).toBe('PAYLOAD_LOCATION_HOST_NOT_ALLOWED:not-listed')
  })

  it('take no certificate for a list that is not valid', async () => {
    const siteCertificates = [world.certificate]
    const now = world.certificate.notAfter + 1
    expect(await outcome(world.sign(), { siteCertificates, now })).toBe(
      'PAYLOAD_LOCATION_HOST_NOT_ALLOWED:certificate-expired',
    )
    const unlisted = { siteCertificates, now, location: 'pix.outro.example/qr/1' }
    expect(await outcome(world.sign(), unlisted)).toBe('PAYLOAD_LOCATION_HOST_NOT_ALLOWED:not-listed')
  })

  it('have no cause that says less than the reason', async () => {
    const call = verifyPayload(world.sign(), { ...world.options(), location: 'pix.banco.example/../1' })
    await expect(call).rejects.not.toHaveProperty('cause')
  })

  it('take a listed host in Punycode', async () => {
    const host = 'xn--po-fja.example'
    const other = await createPayloadWorld({ host })
    const { proof } = await verifyPayload(other.sign(), { ...other.options(), authorisedHosts: [host] })
    expect(proof.hostAuthorised).toBe(true)
  })
})

describe('BODY', () => {
  it.each<[string, (jws: string) => string | Uint8Array, string]>([
    ['two parts', (jws) => jws.slice(0, jws.lastIndexOf('.')), 'not-compact-jws'],
    ['four parts', (jws) => `${jws}.AA`, 'not-compact-jws'],
    ['an empty part', (jws) => jws.replace(/\..*\./, '..'), 'not-compact-jws'],
    ['nothing', () => '', 'not-compact-jws'],
    ['a line break at the end', (jws) => `${jws}\n`, 'white-space'],
    ['white space in front', (jws) => ` ${jws}`, 'white-space'],
    ['padding', (jws) => `${jws}==`, 'not-base64url'],
    ['plain base64', (jws) => jws.replace(/.$/, '+'), 'not-base64url'],
    ['a byte order mark', (jws) => new TextEncoder().encode(`\uFEFF${jws}`), 'white-space'],
    ['bytes that are no text', () => Uint8Array.of(0xff, 0x2e, 0x41, 0x2e, 0x41), 'not-base64url'],
    ['an impossible length', (jws) => jws.replace('.', 'A.').replace(/^(....)*\./, '$&'), 'not-canonical'],
    [
      'bits behind the end',
      (jws) => jws.replace(/.$/, (last) => (last === 'x' ? 'z' : `${following(last)}`)),
      'not-canonical',
    ],
    ['too much', (jws) => jws + 'A'.repeat(131_072), 'too-large'],
  ])('refuses %s', async (_, change, reason) => {
    expect(await outcome(change(world.sign()))).toBe(`PAYLOAD_BODY:${reason}`)
  })
})

/** The next letter of the alphabet, which has the same leading bits as a canonical last one. */
function following(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(letter) + 1] ?? ''
}

describe('HEADER', () => {
  const text = (change: (json: string) => string): SignOverrides => ({
    headerText: change(JSON.stringify(world.header)),
  })
  it.each<[string, () => string, string | readonly string[]]>([
    ['without alg', () => withHeader({ alg: undefined }), 'PAYLOAD_HEADER:missing alg'],
    ['without kid', () => withHeader({ kid: undefined }), 'PAYLOAD_HEADER:missing kid'],
    ['without jku', () => withHeader({ jku: undefined }), 'PAYLOAD_HEADER:missing jku'],
    ['without thumbprint', () => withHeader({ x5t: undefined, 'x5t#S256': undefined }), 'PAYLOAD_HEADER:missing x5t'],
    ['with a number as kid', () => withHeader({ kid: 1 }), 'PAYLOAD_HEADER:type kid'],
    ['with an empty kid', () => withHeader({ kid: '' }), 'PAYLOAD_HEADER:type kid'],
    ['with a long kid', () => withHeader({ kid: 'k'.repeat(513) }), 'PAYLOAD_HEADER:too-long kid'],
    ['that is long', () => withHeader({ more: 'm'.repeat(9000) }), 'PAYLOAD_HEADER:too-long'],
    ['with crit', () => withHeader({ crit: ['exp'] }), 'PAYLOAD_HEADER:critical crit'],
    ['with b64', () => withHeader({ b64: true }), 'PAYLOAD_HEADER:critical b64'],
    ['with crit of null', () => withHeader({ crit: null }), 'PAYLOAD_HEADER:critical crit'],
    ['with b64 of false', () => withHeader({ b64: false }), 'PAYLOAD_HEADER:critical b64'],
    ['with a long alg', () => withHeader({ alg: 'R'.repeat(17) }), 'PAYLOAD_HEADER:too-long alg'],
    ['with a long jku', () => withHeader({ jku: `${world.jku}?${'j'.repeat(2048)}` }), 'PAYLOAD_HEADER:too-long jku'],
    [
      'with alg twice',
      () =>
        world.sign(
          '{}',
          text((json) => json.replace('{', '{"alg":"none",')),
        ),
      'PAYLOAD_HEADER:duplicate-member alg',
    ],
    [
      'with __proto__',
      () =>
        world.sign(
          '{}',
          text((json) => json.replace('{', '{"__proto__":{},')),
        ),
      'PAYLOAD_HEADER:forbidden-member ?',
    ],
    ['that is no JSON', () => world.sign('{}', { headerText: '{' }), 'PAYLOAD_HEADER:not-json'],
    ['that is an array', () => world.sign('{}', { headerText: '[]' }), 'PAYLOAD_HEADER:not-object'],
    ['with x5t of null', () => withHeader({ x5t: null }), 'PAYLOAD_HEADER:thumbprint-syntax x5t'],
    ['with x5t alone', () => withHeader({ 'x5t#S256': undefined }), []],
    ['with x5t#S256 alone', () => withHeader({ x5t: undefined }), ['PAYLOAD_HEADER:x5t-absent x5t']],
    ['with typ', () => withHeader({ typ: 'JWS' }), []],
    ['with a key of its own', () => withHeader({ jwk: {} }), ['PAYLOAD_HEADER:embedded-key jwk']],
    ['with a certificate of its own', () => withHeader({ x5c: [] }), ['PAYLOAD_HEADER:embedded-key x5c']],
    ['with an address of one', () => withHeader({ x5u: world.jku }), ['PAYLOAD_HEADER:embedded-key x5u']],
  ])('%s', async (_, jws, expected) => {
    expect(await outcome(jws())).toEqual(expected)
  })

  it('refuses a thumbprint of hexadecimal text, whatever is tolerated (BS2)', async () => {
    const hex = createHash('sha1').update(world.certificate.der).digest('hex')
    const tolerate = ['padded-thumbprint', 'base64-thumbprint'] as const
    for (const x5t of [hex, Buffer.from(hex).toString('base64url')]) {
      expect(await outcome(withHeader({ x5t }), { tolerate })).toBe('PAYLOAD_HEADER:thumbprint-syntax x5t')
      expect(await outcome(world.sign(), { jwks: jwks({ x5t }), tolerate })).toBe(
        'PAYLOAD_KEY_NOT_FOUND:thumbprint-syntax keys 0 x5t',
      )
    }
  })

  it('refuses another spelling of a thumbprint, unless it is tolerated, in header and key set', async () => {
    const other = await worldWithMarks()
    const { x5t } = thumbprintsOf(other.certificate)
    const plain = Buffer.from(x5t, 'base64url').toString('base64').replace('=', '')
    const cases = [
      [`${x5t}=`, ['padded-thumbprint'], ['thumbprint-padded']],
      [plain, ['base64-thumbprint'], ['thumbprint-base64']],
      [`${plain}=`, ['padded-thumbprint', 'base64-thumbprint'], ['thumbprint-padded', 'thumbprint-base64']],
    ] as const
    for (const [spelling, tolerate, reasons] of cases) {
      const jws = other.sign(undefined, { header: { x5t: spelling } })
      const options = { ...other.options(), tolerate }
      expect(await outcome(jws, other.options())).toBe(`PAYLOAD_HEADER:${reasons[0]} x5t`)
      expect(await outcome(jws, options)).toEqual(reasons.map((reason) => `PAYLOAD_HEADER:${reason} x5t`))
      const set = { jwks: JSON.stringify(other.jwks({ x5t: spelling })) }
      expect(await outcome(other.sign(), { ...other.options(), ...set })).toBe(
        `PAYLOAD_KEY_NOT_FOUND:${reasons[0]} keys 0 x5t`,
      )
      expect(await outcome(other.sign(), { ...options, ...set })).toEqual(
        reasons.map((reason) => `PAYLOAD_KEY_NOT_FOUND:${reason} keys 0 x5t`),
      )
    }
  })
})

/** One whose thumbprint differs between the two alphabets. */
async function worldWithMarks(): Promise<PayloadWorld> {
  for (;;) {
    const other = await createPayloadWorld({ alg: 'ES256' })
    if (/[-_]/.test(thumbprintsOf(other.certificate).x5t)) return other
  }
}

describe('ALG', () => {
  it.each([
    ['none', 'none'],
    ['NONE', 'none'],
    ['HS256', 'shared-secret'],
    ['ES256K', 'unknown'],
    ['EdDSA', 'unknown'],
    ['rs256', 'unknown'],
    ['__proto__', 'unknown'],
  ])('refuses %s before any key is looked at', async (alg, reason) => {
    const load = { jwks: 'no key set' }
    expect(await outcome(withHeader({ alg }), load)).toBe(`PAYLOAD_ALG:${reason} alg`)
  })
})

describe('JKU', () => {
  const host = 'pix.banco.example'
  it.each([
    ['http', `http://${host}/jwks.json`, 'scheme'],
    ['no scheme', `${host}/jwks.json`, 'scheme'],
    ['a port', `https://${host}:8443/jwks.json`, 'port'],
    ['the default port', `https://${host}:443/jwks.json`, 'port'],
    ['a user', `https://${host}@evil.example/jwks.json`, 'user'],
    ['an empty user', `https://@${host}/jwks.json`, 'user'],
    ['a fragment', `https://${host}/jwks.json#`, 'fragment'],
    ['capitals', `https://${host.toUpperCase()}/jwks.json`, 'syntax'],
    ['a capital scheme', `HTTPS://${host}/jwks.json`, 'syntax'],
    ['a backslash', `https://${host}\\jwks.json`, 'syntax'],
    ['a tab', `https://${host}/jw\tks.json`, 'syntax'],
    ['dot segments', `https://${host}/a/../jwks.json`, 'syntax'],
    ['another host', 'https://evil.example/jwks.json', 'other-host'],
    ['a host below', `https://chaves.${host}/jwks.json`, 'other-host'],
    ['a longer host', `https://${host}.evil.example/jwks.json`, 'other-host'],
    ['a dot behind the host', `https://${host}./jwks.json`, 'other-host'],
    ['an empty segment', `https://${host}//evil/jwks.json`, 'syntax'],
    ['an empty segment further on', `https://${host}/a//jwks.json`, 'syntax'],
    ['an encoded slash', `https://${host}/a%2Fjwks.json`, 'syntax'],
    ['an encoded line break', `https://${host}/a%0ajwks.json`, 'syntax'],
  ])('refuses %s', async (_, jku, reason) => {
    expect(await outcome(withHeader({ jku }))).toBe(`PAYLOAD_JKU:${reason} jku`)
  })

  it.each([
    `https://${host}/jwks?tenant=1&next=//`,
    `https://${host}/`,
    `https://${host}/a/`,
    `https://${host}/.well-known/jwks.json`,
    `https://${host}/jwks%20set.json`,
  ])('takes %s', async (jku) => {
    expect(await outcome(withHeader({ jku }))).toEqual([])
  })

  it('takes another host only when it is tolerated and one certificate of the list names both', async () => {
    const hosts = [host, 'chaves.banco.example']
    const other = await createPayloadWorld({ hosts })
    const jws = other.sign(undefined, { header: { jku: 'https://chaves.banco.example/jwks.json' } })
    const tolerate = ['jku-host'] as const
    const refused = 'PAYLOAD_JKU:other-host jku'
    expect(await outcome(jws, { ...other.options(), tolerate })).toBe(refused)
    expect(await outcome(jws, { ...other.options(), tolerate, authorisedHosts: hosts })).toBe(refused)
    expect(await outcome(jws, { ...other.options(), authorisedHosts: [hosts] })).toBe(refused)
    expect(await outcome(jws, { ...other.options(), tolerate, authorisedHosts: [hosts] })).toEqual([refused])
    expect(await outcome(jws, { ...other.options(), tolerate, siteCertificates: [other.certificate] })).toEqual([
      refused,
    ])
    // Of two lists, both have to say so.
    const one = { authorisedHosts: hosts, siteCertificates: [other.certificate] }
    expect(await outcome(jws, { ...other.options(), tolerate, ...one })).toBe(refused)
  })
})

describe('KEY', () => {
  it.each<[string, () => Options, string | readonly string[]]>([
    ['another kid', () => ({ jwks: jwks({ kid: 'outra' }) }), 'PAYLOAD_KEY_NOT_FOUND:kid kid'],
    ['another x5t', () => ({ jwks: jwks({ x5t: 'A'.repeat(27) }) }), 'PAYLOAD_KEY_NOT_FOUND:thumbprint keys 0'],
    [
      'another x5t#S256',
      () => ({ jwks: jwks({ 'x5t#S256': 'A'.repeat(43) }) }),
      'PAYLOAD_KEY_NOT_FOUND:thumbprint keys 0',
    ],
    [
      'no thumbprint',
      () => ({ jwks: jwks({ x5t: undefined, 'x5t#S256': undefined }) }),
      'PAYLOAD_KEY_NOT_FOUND:thumbprint keys 0',
    ],
    ['x5t alone', () => ({ jwks: jwks({ 'x5t#S256': undefined }) }), []],
    [
      'the same key twice',
      () => ({ jwks: JSON.stringify({ keys: [...world.jwks().keys, ...world.jwks().keys] }) }),
      'PAYLOAD_KEY_AMBIGUOUS',
    ],
    [
      'the same pair, padded',
      () => ({
        jwks: JSON.stringify({
          keys: [...world.jwks().keys, ...world.jwks({ x5t: `${String(world.header['x5t'])}=` }).keys],
        }),
      }),
      'PAYLOAD_KEY_AMBIGUOUS',
    ],
    [
      'others beside it',
      () => ({
        jwks: JSON.stringify({
          keys: [{ kty: 'oct', k: 'AA' }, ...world.jwks({ kid: 'x' }).keys, ...world.jwks().keys],
        }),
      }),
      [],
    ],
  ])('a set with %s', async (_, options, expected) => {
    expect(await outcome(world.sign(), options())).toEqual(expected)
  })

  it('wants a thumbprint that stands on both sides', async () => {
    const jws = withHeader({ 'x5t#S256': undefined })
    expect(await outcome(jws, { jwks: jwks({ x5t: undefined }) })).toBe('PAYLOAD_KEY_NOT_FOUND:thumbprint keys 0')
  })
})

describe('KEY_TYPE', () => {
  it.each<[string, Members, string | readonly string[]]>([
    ['a private exponent', { d: 'AQAB' }, 'private-key keys 0 d'],
    ['a secret', { k: 'AQAB' }, 'private-key keys 0 k'],
    ['another kty', { kty: 'EC' }, 'kty keys 0 kty'],
    ['kty oct', { kty: 'oct' }, 'kty keys 0 kty'],
    ['no n', { n: undefined }, 'number keys 0 n'],
    ['a leading zero', { n: 'AAAB' }, 'number keys 0 n'],
    ['padding', { n: 'AQ==' }, 'number keys 0 n'],
    ['too few bits', { n: `${'f'.repeat(341)}Q` }, 'too-weak keys 0 n'],
    ['too many bits', { n: 'f'.repeat(2732) }, 'too-large keys 0 n'],
    ['an exponent of 1', { e: 'AQ' }, 'exponent keys 0 e'],
    ['an even exponent', { e: 'BA' }, 'exponent keys 0 e'],
    ['a huge exponent', { e: 'f'.repeat(12) }, 'exponent keys 0 e'],
    ['an exponent beyond all numbers', { e: 'f'.repeat(268) }, 'exponent keys 0 e'],
    ['further primes', { oth: [] }, 'private-key keys 0 oth'],
    ['alg of another kind of key', { alg: 'Ed448' }, 'alg keys 0 alg'],
    ['no exponent', { e: undefined }, 'number keys 0 e'],
    ['alg of another signature', { alg: 'PS256' }, 'alg keys 0 alg'],
    ['alg of an encryption', { alg: 'RSA-OAEP-256' }, 'alg keys 0 alg'],
    ['alg that is no text', { alg: 256 }, 'alg keys 0 alg'],
    ['alg in other letters', { alg: 'rs256' }, 'alg keys 0 alg'],
    ['alg of no norm', { alg: 'RSA' }, 'alg-unknown keys 0 alg'],
    ['use of encryption', { use: 'enc' }, 'use keys 0 use'],
    ['key_ops without verify', { key_ops: ['sign'] }, 'key-ops keys 0 key_ops'],
    ['key_ops of encryption too', { key_ops: ['verify', 'encrypt'] }, 'key-ops keys 0 key_ops'],
    ['key_ops twice', { key_ops: ['verify', 'verify'] }, 'key-ops keys 0 key_ops'],
    ['key_ops as text', { key_ops: 'verify' }, 'key-ops keys 0 key_ops'],
  ])('refuses %s', async (_, changes, expected) => {
    expect(await outcome(world.sign(), { jwks: jwks(changes) })).toBe(`PAYLOAD_KEY_TYPE:${String(expected)}`)
  })

  it('takes a key that may sign, too', async () => {
    expect(await outcome(world.sign(), { jwks: jwks({ key_ops: ['verify', 'sign'] }) })).toEqual([])
  })

  it('takes a key without alg, use and key_ops', async () => {
    expect(await outcome(world.sign(), { jwks: jwks({ alg: undefined, use: undefined, key_ops: undefined }) })).toEqual(
      [],
    )
  })

  it('takes an alg that is no name of JWA when it is tolerated, and no other', async () => {
    const tolerate = ['jwk-alg'] as const
    const warning = 'PAYLOAD_KEY_TYPE:alg-unknown keys 0 alg'
    expect(await outcome(world.sign(), { jwks: jwks({ alg: 'RSA' }), tolerate })).toEqual([warning])
    for (const alg of ['RS512', 'rs256', 'RS256 ', ' hs256', 'NONE', '', ' ', 'rsa-oaep', 'EDDSA']) {
      expect([alg, await outcome(world.sign(), { jwks: jwks({ alg }), tolerate })]).toEqual([
        alg,
        'PAYLOAD_KEY_TYPE:alg keys 0 alg',
      ])
    }
  })

  it('wants the curve of the algorithm and whole coordinates', async () => {
    const other = await createPayloadWorld({ alg: 'ES256' })
    const check = (changes: Members): Promise<string | readonly string[]> =>
      outcome(other.sign(), { ...other.options(), jwks: JSON.stringify(other.jwks(changes)) })
    expect(await check({ crv: 'P-384' })).toBe('PAYLOAD_KEY_TYPE:curve keys 0 crv')
    expect(await check({ x: 'AQAB' })).toBe('PAYLOAD_KEY_TYPE:number keys 0 x')
    expect(await check({ y: undefined })).toBe('PAYLOAD_KEY_TYPE:number keys 0 y')
    expect(await check({ y: Buffer.alloc(31, 1).toString('base64url') })).toBe('PAYLOAD_KEY_TYPE:number keys 0 y')
  })
})

describe('CERT_KEY_MISMATCH', () => {
  const der = (certificate: Certificate): string => Buffer.from(certificate.der).toString('base64')
  it.each<[string, () => Members, string]>([
    ['no x5c', () => ({ x5c: undefined }), 'x5c-absent keys 0 x5c'],
    ['an empty x5c', () => ({ x5c: [] }), 'x5c-syntax keys 0 x5c'],
    ['x5c as text', () => ({ x5c: der(world.certificate) }), 'x5c-syntax keys 0 x5c'],
    ['base64url', () => ({ x5c: ['-_-_'] }), 'x5c-syntax keys 0 x5c 0'],
    ['missing padding', () => ({ x5c: ['AQ'] }), 'x5c-syntax keys 0 x5c 0'],
    ['bits behind the end', () => ({ x5c: ['AR=='] }), 'x5c-syntax keys 0 x5c 0'],
    ['a text of 25 KB', () => ({ x5c: ['A'.repeat(24 * 1024 + 4)] }), 'x5c-syntax keys 0 x5c 0'],
    ['nine certificates', () => ({ x5c: Array(9).fill(der(world.certificate)) }), 'x5c-too-many keys 0 x5c'],
    ['what is no certificate', () => ({ x5c: ['AQID'] }), 'certificate-unreadable keys 0 x5c 0'],
    ['the certificate of the issuer', () => ({ x5c: [der(world.intermediate.certificate)] }), 'other-key keys 0 x5c 0'],
    [
      'another modulus',
      () => ({ n: testKey('RS256', 'attacker').export({ format: 'jwk' }).n }),
      'other-key keys 0 x5c 0',
    ],
    ['another exponent', () => ({ e: 'Aw' }), 'other-key keys 0 x5c 0'],
  ])('refuses %s', async (_, changes, expected) => {
    expect(await outcome(world.sign(), { jwks: jwks(changes()) })).toBe(`PAYLOAD_CERT_KEY_MISMATCH:${expected}`)
  })

  it('takes line breaks in x5c only when they are tolerated', async () => {
    const x5c = world.jwks().keys[0]?.['x5c'] as string[]
    const broken = jwks({ x5c: x5c.map((text) => text.replaceAll(/.{64}/g, '$&\n')) })
    const warning = 'PAYLOAD_CERT_KEY_MISMATCH:x5c-white-space keys 0 x5c'
    expect(await outcome(world.sign(), { jwks: broken })).toBe(warning)
    expect(await outcome(world.sign(), { jwks: broken, tolerate: ['x5c-whitespace'] })).toEqual([warning])
  })

  it('refuses a real certificate beside the key of an attacker (T8)', async () => {
    const key = testKey('RS256', 'attacker')
    const chain = [world.certificate, world.intermediate.certificate, world.root.certificate]
    const set = { keys: [jwkOf(key, chain, { kid: world.kid, alg: 'RS256' })] }
    const jws = world.sign(undefined, { privateKey: key })
    expect(await outcome(jws, { jwks: JSON.stringify(set) })).toBe('PAYLOAD_CERT_KEY_MISMATCH:other-key keys 0 x5c 0')
  })
})

describe('THUMBPRINT', () => {
  it('refuses thumbprints of another certificate, which header and key agree on', async () => {
    const { x5t } = thumbprintsOf(world.root.certificate)
    expect(await outcome(withHeader({ x5t }), { jwks: jwks({ x5t }) })).toBe('PAYLOAD_THUMBPRINT:header x5t')
    const only = jwks({ x5t })
    expect(await outcome(withHeader({ x5t: undefined }), { jwks: only })).toBe('PAYLOAD_THUMBPRINT:key keys 0 x5t')
  })
})

describe('CERT_VALIDITY', () => {
  it('checks dates and usage', async () => {
    const late = world.now + 400 * 86_400_000
    expect(await outcome(world.sign(), { now: late })).toBe('PAYLOAD_CERT_VALIDITY:expired')
    expect(await outcome(world.sign(), { now: world.now - 40 * 86_400_000 })).toBe(
      'PAYLOAD_CERT_VALIDITY:not-yet-valid',
    )
  })

  it('refuses a certificate that is not for signatures', async () => {
    const forged = signerOf({ keyUsage: 0x20 })
    expect(await outcome(forged.jws, forged.options)).toBe('PAYLOAD_CERT_VALIDITY:key-usage')
  })

  it('takes a certificate that does not say what it is for', async () => {
    const forged = signerOf({})
    expect(await outcome(forged.jws, forged.options)).toEqual([])
  })

  it('says so with a warm key set too', async () => {
    const keySet = parseKeySet(jwks({}))
    expect(await outcome(world.sign(), { jwks: keySet })).toEqual([])
    expect(await outcome(world.sign(), { jwks: keySet, now: world.now + 400 * 86_400_000 })).toBe(
      'PAYLOAD_CERT_VALIDITY:expired',
    )
    expect(await outcome(world.sign(), { jwks: keySet })).toEqual([])
    expect(await outcome(world.sign(), { jwks: keySet, now: world.now - 40 * 86_400_000 })).toBe(
      'PAYLOAD_CERT_VALIDITY:not-yet-valid',
    )
  })
})

/** A signer whose certificate a root of its own issued, with whatever extensions. */
function signerOf({
  keyUsage,
  names = [],
  usageOfRoot = 0x06,
}: {
  keyUsage?: number
  names?: readonly string[]
  usageOfRoot?: number
}): {
  jws: string
  options: Options
} {
  const root = certificateOf({
    subject: [['CN', 'Raiz']],
    key: keyNamed('raiz'),
    isCa: true,
    keyUsage: usageOfRoot,
    notBefore: world.now - 1000,
    notAfter: world.now + 1e9,
  })
  const key = testKey('ES256', 'forged')
  const { certificate } = certificateOf({
    issuer: root,
    key: privateKeyFrom(key),
    keyUsage,
    notBefore: world.now - 1000,
    notAfter: world.now + 1e9,
    ...(names.length > 0 ? { subjectAltNames: names.map(dnsName) } : {}),
  })
  const set = { keys: [jwkOf(key, [certificate, root.certificate], { kid: 'k', alg: 'ES256' })] }
  const header = { alg: 'ES256', kid: 'k', jku: world.jku, ...thumbprintsOf(certificate) }
  const { payload } = JSON.parse(
    `{"payload":${Buffer.from(world.sign().split('.')[1] ?? '', 'base64url').toString()}}`,
  ) as { payload: unknown }
  return {
    jws: signJws(payload, key, { alg: 'ES256', header }),
    options: { jwks: JSON.stringify(set), trustAnchors: [root.certificate] },
  }
}

describe('CHAIN', () => {
  const x5cOf = (...certificates: readonly Certificate[]): Options => ({
    jwks: jwks({ x5c: certificates.map(({ der }) => Buffer.from(der).toString('base64')) }),
  })
  it('wants a root of the caller, whatever x5c brings along (T9)', async () => {
    const stranger = await createCa({ name: 'Raiz de teste', now: world.now - 86_400_000 })
    expect(await outcome(world.sign(), { trustAnchors: [stranger.certificate] })).toBe('PAYLOAD_CHAIN:signature')
    expect(await outcome(world.sign(), { trustAnchors: [] })).toBe('PAYLOAD_CHAIN:untrusted')
  })

  it('wants every issuer, from the set or from the caller', async () => {
    const { certificate, intermediate } = world
    const short = x5cOf(certificate)
    expect(await outcome(world.sign(), short)).toBe('PAYLOAD_CHAIN:incomplete')
    expect(await outcome(world.sign(), { ...short, intermediates: [intermediate.certificate] })).toEqual([
      'PAYLOAD_CHAIN:intermediate-absent keys 0 x5c',
      'PAYLOAD_CHAIN:root-absent keys 0 x5c',
    ])
  })

  it('warns when the root is left out, and refuses that when strict', async () => {
    const options = x5cOf(world.certificate, world.intermediate.certificate)
    const warning = 'PAYLOAD_CHAIN:root-absent keys 0 x5c'
    expect(await outcome(world.sign(), options)).toEqual([warning])
    expect(await outcome(world.sign(), { ...options, strict: true })).toBe(warning)
  })

  it('wants the order of the norm, unless another is tolerated', async () => {
    const { certificate, intermediate, root } = world
    const stranger = await createCa({ name: 'Outra raiz' })
    for (const [options, place] of [
      [x5cOf(certificate, root.certificate, intermediate.certificate), 1],
      [x5cOf(certificate, certificate, intermediate.certificate, root.certificate), 1],
      [x5cOf(certificate, intermediate.certificate, root.certificate, stranger.certificate), 3],
      [x5cOf(certificate, intermediate.certificate, root.certificate, root.certificate), 3],
    ] as const) {
      const warning = `PAYLOAD_CHAIN:x5c-order keys 0 x5c ${place}`
      expect(await outcome(world.sign(), options)).toBe(warning)
      expect(await outcome(world.sign(), { ...options, tolerate: ['x5c-order'] })).toEqual([warning])
    }
  })

  it('takes what another authority gave the anchor, with a warning, and no changed root', async () => {
    const { certificate, intermediate, root } = world
    const older = await createCa({ name: 'Raiz antiga', now: world.now - 86_400_000 })
    const cross = issueCertificate(older, {
      usage: 'ca',
      subject: [{ type: 'CN', value: 'Raiz de teste' }],
      publicKey: root.privateKey,
      now: world.now - 86_400_000,
    })
    expect(await outcome(world.sign(), x5cOf(certificate, intermediate.certificate, cross))).toEqual([
      'PAYLOAD_CHAIN:beyond-anchor keys 0 x5c 2',
    ])
    expect(await outcome(world.sign(), x5cOf(certificate, intermediate.certificate, cross, older.certificate))).toEqual(
      ['PAYLOAD_CHAIN:beyond-anchor keys 0 x5c 2'],
    )
    const namesake = await createCa({ name: 'Raiz de teste' })
    expect(await outcome(world.sign(), x5cOf(certificate, intermediate.certificate, namesake.certificate))).toBe(
      'PAYLOAD_CHAIN:x5c-order keys 0 x5c 2',
    )
  })

  it('wants issuers that may issue', async () => {
    const forged = signerOf({ keyUsage: 0x80, usageOfRoot: 0x02 })
    expect(await outcome(forged.jws, forged.options)).toBe('PAYLOAD_CHAIN:not-authority')
  })

  it('ends at an anchor that is no root', async () => {
    expect(await outcome(world.sign(), { trustAnchors: [world.intermediate.certificate] })).toEqual([
      'PAYLOAD_CHAIN:beyond-anchor keys 0 x5c 2',
    ])
  })
})

describe('CERT_NAME', () => {
  it('wants the host of the key set among the names, if there are any', async () => {
    const other = await createPayloadWorld({ hosts: ['outro.example'] })
    const warning = 'PAYLOAD_CERT_NAME:other-host'
    expect(await outcome(other.sign(), other.options())).toBe(warning)
    expect(await outcome(other.sign(), { ...other.options(), tolerate: ['certificate-name'] })).toEqual([warning])
  })

  it('takes a certificate without names of hosts, such as one of the SPI, and does not say that it names one', async () => {
    const other = await createPayloadWorld({ hosts: null })
    for (const strict of [false, true]) {
      const steps: string[] = []
      const onStep = ({ step, outcome: end }: StepReport): void => void steps.push(`${step} ${end}`)
      const { remaining, warnings } = await verifyPayload(other.sign(), { ...other.options(), strict, onStep })
      expect(warnings).toEqual([])
      expect(steps).toContain('CERT_NAME not-checked')
      expect(remaining).toContain('check-origin')
    }
  })

  it('lets the caller alone with the origin only when a certificate does not tell it', async () => {
    const { remaining } = await verifyPayload(world.sign(), world.options())
    expect(remaining).not.toContain('check-origin')
    const other = await createPayloadWorld({ hosts: ['outro.example'] })
    const tolerated = await verifyPayload(other.sign(), { ...other.options(), tolerate: ['certificate-name'] })
    expect(tolerated.remaining).toContain('check-origin')
  })

  it('takes a wildcard for the name, though for no entry of the list', async () => {
    const other = await createPayloadWorld({ hosts: ['*.banco.example'] })
    expect(await outcome(other.sign(), other.options())).toEqual([])
    expect(await outcome(other.sign(), { ...other.options(), siteCertificates: [other.certificate] })).toBe(
      'PAYLOAD_LOCATION_HOST_NOT_ALLOWED:not-listed',
    )
  })

  it('does not remember one host for another', async () => {
    const other = await createPayloadWorld({ host: 'a.example' })
    const keySet = parseKeySet(JSON.stringify(other.jwks()))
    expect(await outcome(other.sign(), { ...other.options(), jwks: keySet })).toEqual([])
    const jws = other.sign(undefined, { header: { jku: 'https://b.example/jwks.json' } })
    expect(await outcome(jws, { ...other.options(), jwks: keySet, location: 'b.example/qr/1' })).toBe(
      'PAYLOAD_CERT_NAME:other-host',
    )
  })
})

describe('SIGNATURE', () => {
  it('refuses the signature of another key, of another text, and of another shape', async () => {
    const [header, , signature] = world.sign().split('.')
    const [, payload] = world.sign({ revisao: 1 }).split('.')
    expect(await outcome(`${header}.${payload}.${signature}`)).toBe('PAYLOAD_SIGNATURE')
    expect(await outcome(world.sign(undefined, { privateKey: testKey('RS256', 'attacker') }))).toBe('PAYLOAD_SIGNATURE')
    expect(await outcome(`${header}.${payload}.AA`)).toBe('PAYLOAD_SIGNATURE')
  })

  it('refuses a salt of another length (PS256) and DER (ES256)', async () => {
    const pss = await createPayloadWorld({ alg: 'PS256' })
    expect(await outcome(pss.sign(undefined, { saltLength: 20 }), pss.options())).toBe('PAYLOAD_SIGNATURE')
    const ec = await createPayloadWorld({ alg: 'ES256' })
    expect(await outcome(ec.sign(undefined, { derSignature: true }), ec.options())).toBe('PAYLOAD_SIGNATURE')
  })

  it('is proven before the payload is read', async () => {
    expect(await outcome(world.sign('no JSON', { privateKey: testKey('RS256', 'attacker') }))).toBe('PAYLOAD_SIGNATURE')
    expect(await outcome(world.sign('no JSON'))).toBe('PAYLOAD_JSON:syntax')
  })
})
