import { buildBrCode } from '@pixkit/brcode'
import { crc16 } from '@pixkit/emv/crc16'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { recordingBank } from '../../../tests/lib/recording-bank.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { checkCopiaECola, copiaEColaOf } from './copia-e-cola.ts'
import { failedCallOf } from './failed-call.ts'

const TXID = '7978c0c97ea847e78e8849634473c1f1'
const CHAVE = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'
const merchant = { merchantName: 'Loja', merchantCity: 'Brasilia' }
const LOCATION = 'pix.example.com/qr/v2/9d36b84fc70b478fb95c12729b90ca25'
const LOCATION_REC = 'pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002'
const dynamic = (location: string, locationRec?: string) =>
  buildBrCode({ kind: 'dynamic', location, locationRec, ...merchant })
const cob = (pixCopiaECola: string, more: object = {}) => ({
  txid: TXID,
  status: 'ATIVA',
  valor: { original: '37.00' },
  chave: CHAVE,
  loc: { id: 1, location: LOCATION },
  location: LOCATION,
  pixCopiaECola,
  ...more,
})
const estatico = (more: object = {}) => buildBrCode({ kind: 'static', chave: CHAVE, ...merchant, ...more })
const whole = (more: object = {}) => estatico({ txid: TXID.slice(0, 25), transactionAmount: '37.00', ...more })
const recurrence = (locationRec = LOCATION_REC) => buildBrCode({ kind: 'recurrence', locationRec, ...merchant })
const rec = (pixCopiaECola: unknown, location = LOCATION_REC) => ({
  idRec: 'R',
  loc: { location },
  dadosQR: { jornada: 'JORNADA_2', pixCopiaECola },
})
/** Static codes have room for 25 characters. */
const noLocation = { loc: undefined, location: undefined, txid: TXID.slice(0, 25) }

/** A code with its object 54, which `buildBrCode` writes for static codes only. */
function withAmount(code: string, amount: string): string {
  const body = code.slice(0, -4).replace('5303986', `530398654${String(amount.length).padStart(2, '0')}${amount}`)
  return body + crc16(body)
}

describe('checkCopiaECola', () => {
  test.each<[string, unknown]>([
    ['the location of the charge', cob(dynamic(LOCATION))],
    [
      'its host in capitals',
      cob(dynamic(LOCATION), { loc: { location: LOCATION.replace('pix.example.com', 'PIX.example.COM') } }),
    ],
    ['with a scheme', cob(dynamic(LOCATION), { loc: undefined, location: `https://${LOCATION}` })],
    ['no code', cob('')],
    ['no code, but null', cob(null as never)],
    ['a static code of the same key', cob(whole(), noLocation)],
    ['a static code, its key in another spelling', cob(whole(), { ...noLocation, chave: CHAVE.toUpperCase() })],
    ['a recurrence', rec(recurrence())],
    ['the same amount in the code', cob(withAmount(dynamic(LOCATION), '37.00'))],
    ['nothing of the kind', 'text'],
    ['nothing', undefined],
  ])('in order: %s', (_name, answer) => {
    expect(checkCopiaECola(answer)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['another host', cob(dynamic(LOCATION.replace('example.com', 'attacker.example'))), 'host'],
    ['another path', cob(dynamic(`${LOCATION}x`)), 'location'],
    ['a path in another case', cob(dynamic(LOCATION.replace('9d36b', '9D36B'))), 'location'],
    ['another location beside its own', cob(dynamic(LOCATION), { location: `${LOCATION}x` }), 'location'],
    [
      'another host beside its own',
      cob(dynamic(LOCATION), { loc: { location: LOCATION.replace('pix.', 'evil.') } }),
      'host',
    ],
    ['a broken checksum', cob(`${dynamic(LOCATION).slice(0, -4)}0000`), 'unreadable'],
    ['a code that is cut', cob(dynamic(LOCATION).slice(0, 60)), 'unreadable'],
    ['no Pix code', cob('otpauth://totp/x'), 'unreadable'],
    ['no text', cob([dynamic(LOCATION)] as never), 'unreadable'],
    ['a static code with a location', cob(whole(), { txid: noLocation.txid }), 'kind'],
    ['a static code of another key', cob(whole({ chave: 'b@example.com' }), noLocation), 'foreign-chave'],
    ['a static code of another charge', cob(whole({ txid: 'another' }), noLocation), 'txid'],
    ['a static code of another amount', cob(whole({ transactionAmount: '38.00' }), noLocation), 'amount'],
    ['a recurrence for a charge', cob(recurrence()), 'kind'],
    ['a recurrence beside the charge', cob(dynamic(LOCATION, LOCATION_REC)), 'recurrence'],
    ['a recurrence beside a static code', cob(whole({ locationRec: LOCATION_REC }), noLocation), 'recurrence'],
    [
      'a charge that says it were a recurrence',
      { idRec: 'R', loc: { location: LOCATION_REC }, pixCopiaECola: recurrence() },
      'kind',
    ],
  ])('an error: %s', (_name, answer, reason) => {
    expect(checkCopiaECola(answer)).toMatchObject([
      { code: 'BACEN_COPIA_E_COLA', severity: 'error', path: ['pixCopiaECola'], params: { reason } },
    ])
  })

  test.each<[string, unknown, unknown, string]>([
    ['another recurrence', rec(recurrence(`${LOCATION_REC}x`)), undefined, 'location'],
    [
      'another recurrence, at a location that no recurrence has',
      { ...rec(recurrence(`${LOCATION_REC}x`)), location: `${LOCATION_REC}x` },
      undefined,
      'location',
    ],
    ['a charge for a recurrence', rec(dynamic(LOCATION)), undefined, 'kind'],
    ['a charge where there must be none', rec(dynamic(LOCATION, LOCATION_REC)), null, 'charge'],
    ['a key where there must be none', rec(estatico({ locationRec: LOCATION_REC })), null, 'charge'],
    ['another charge', rec(dynamic(`${LOCATION}x`, LOCATION_REC)), cob(''), 'location'],
    ['a key for a charge', rec(whole({ locationRec: LOCATION_REC })), cob('', { txid: noLocation.txid }), 'kind'],
    ['no charge at all', rec(recurrence()), cob(''), 'kind'],
    ['no text', rec({}), null, 'unreadable'],
  ])('an error of a recurrence: %s', (_name, answer, cobranca, reason) => {
    const issues = checkCopiaECola(answer, cobranca).filter(({ severity }) => severity === 'error')
    expect(issues).toMatchObject([{ path: ['dadosQR', 'pixCopiaECola'], params: { reason } }])
  })

  test.each<[string, unknown, unknown]>([
    ['with its charge', rec(dynamic(LOCATION, LOCATION_REC)), cob('')],
    ['alone', rec(recurrence()), null],
  ])('a recurrence in order: %s', (_name, answer, cobranca) => {
    expect(checkCopiaECola(answer, cobranca)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['no location', cob(dynamic(LOCATION), noLocation), 'not-comparable'],
    ['a static code, and no key', cob(whole(), { ...noLocation, chave: undefined }), 'not-comparable'],
    ['a static code without txid', cob(estatico({ transactionAmount: '37.00' }), noLocation), 'incomplete'],
    ['a static code with the begin of the txid', cob(whole(), { ...noLocation, txid: TXID }), 'incomplete'],
    ['a static code without amount', cob(whole({ transactionAmount: undefined }), noLocation), 'incomplete'],
    ['a recurrence without location', { ...rec(recurrence()), loc: undefined }, 'not-comparable'],
    ['a charge beside a recurrence', rec(dynamic(LOCATION, LOCATION_REC)), 'charge'],
  ])('a warning: %s', (_name, answer, reason) => {
    expect(checkCopiaECola(answer)).toMatchObject([{ severity: 'warning', params: { reason } }])
  })

  test.each(['1.00', '1234567.89'])(
    'another amount, %s, in a code whose amount the location serves is a warning',
    (amount) => {
      expect(checkCopiaECola(cob(withAmount(dynamic(LOCATION), amount)))).toMatchObject([
        { severity: 'warning', params: { reason: 'amount' } },
      ])
    },
  )

  test('any text has an answer, and no other location passes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(checkCopiaECola(cob(`${text}x`))).not.toEqual([])
      }),
    )
    const token = fc.stringMatching(/^[a-z0-9]{1,30}$/)
    fc.assert(
      fc.property(token, token, (one, other) => {
        const issues = checkCopiaECola(
          cob(dynamic(`a.example.com/${one}`), { loc: { location: `a.example.com/${other}` }, location: undefined }),
        )
        expect(issues.length).toBe(one === other ? 0 : 1)
      }),
    )
  })

  test('an issue holds nothing of the code', () => {
    const issues = checkCopiaECola(cob(whole({ chave: 'b@example.com' }), noLocation))
    expect(JSON.stringify(issues)).not.toMatch(/example|7d9f|37/)
  })
})

describe('copiaEColaOf', () => {
  test('as the bank sent it', () => {
    expect(copiaEColaOf({ pixCopiaECola: 'code', location: LOCATION }, merchant)).toBe('code')
  })

  test.each([{ location: LOCATION }, { loc: { location: `https://${LOCATION}` } }])(
    'from the location: %j',
    (charge) => {
      expect(copiaEColaOf(charge, merchant)).toBe(dynamic(LOCATION))
    },
  )

  test('not from nothing', () => {
    expect(copiaEColaOf({}, merchant)).toBeUndefined()
    expect(copiaEColaOf({ pixCopiaECola: null, loc: null, location: 5 } as never, merchant)).toBeUndefined()
    expect(errorOf(() => copiaEColaOf({ location: 'localhost' }, merchant))).toMatchObject({
      code: 'BRCODE_LOCATION_HOST',
    })
  })
})

describe('the client', () => {
  const foreign = cob(dynamic('pix.attacker.example/v2/1'))
  const COB = { calendario: { expiracao: 3_600 }, valor: { original: '37.00' }, chave: CHAVE }

  test('throws, and keeps the answer where no log prints it', async () => {
    const { client } = recordingBank(() => ({ status: 201, body: foreign }))
    const error = await rejectionOf(client.cob.create(COB, { txid: TXID }))
    expect(error).toMatchObject({
      code: 'BACEN_COPIA_E_COLA',
      path: ['pixCopiaECola'],
      params: { reason: 'host', operation: 'cob.create' },
      issues: [{ severity: 'error' }],
    })
    expect(failedCallOf(error)).toEqual({
      operation: 'cob.create',
      params: { txid: TXID },
      mayBeDone: true,
      answer: foreign,
    })
    expect(JSON.stringify(error)).not.toContain('attacker')
  })

  test('of a read says that nothing was done', async () => {
    const { client } = recordingBank(() => ({ body: foreign }))
    expect(failedCallOf(await rejectionOf(client.cobv.get(TXID)))).toMatchObject({ mayBeDone: false })
  })

  test.each(['warn', 'ignore'] as const)('does not throw when told to %s', async (mismatch) => {
    const { client, warnings } = recordingBank(() => ({ body: foreign }), { mismatch })
    expect(await client.cob.get(TXID)).toEqual(foreign)
    const said = warnings.filter(({ issue }) => issue.code === 'BACEN_COPIA_E_COLA')
    expect(said).toHaveLength(mismatch === 'warn' ? 1 : 0)
    expect(said.every(({ issue }) => issue.severity === 'warning')).toBe(true)
  })

  test.each(['cob', 'cobv'] as const)('only warns of entries of lists of %s, and says which', async (resource) => {
    const { client, warnings } = recordingBank(() => ({ body: { cobs: [cob(dynamic(LOCATION)), foreign] } }))
    await client[resource].list({ inicio: '2026-11-01T00:00:00Z', fim: '2026-11-02T00:00:00Z' })
    const said = warnings.filter(({ issue }) => issue.code === 'BACEN_COPIA_E_COLA')
    expect(said.map(({ issue }) => issue.path)).toEqual([['cobs', 1, 'pixCopiaECola']])
  })

  test('warns of 50 entries of a list, however many are wrong', async () => {
    const { client, warnings } = recordingBank(() => ({ body: { cobs: Array(1_000).fill(foreign) } }))
    await client.cob.list({ inicio: '2026-11-01T00:00:00Z', fim: '2026-11-02T00:00:00Z' })
    expect(warnings.filter(({ issue }) => issue.code === 'BACEN_COPIA_E_COLA')).toHaveLength(50)
  })

  test('a key that the answer leaves out is that of the request', async () => {
    const code = estatico({ chave: 'b@example.com' })
    const { client } = recordingBank(() => ({ body: { txid: TXID, status: 'ATIVA', pixCopiaECola: code } }))
    expect(await rejectionOf(client.cob.create(COB, { txid: TXID }))).toMatchObject({
      code: 'BACEN_COPIA_E_COLA',
      params: { reason: 'foreign-chave' },
    })
  })

  test.each<[string, object]>([
    ['beside another', { pixCopiaECola: dynamic(LOCATION), brcode: foreign.pixCopiaECola }],
    ['in the place of nothing', { pixCopiaECola: null, brcode: foreign.pixCopiaECola }],
    ['in the place of an empty one', { pixCopiaECola: '', brcode: foreign.pixCopiaECola }],
  ])('a code by another name is compared, too: %s', async (_name, codes) => {
    const { client } = recordingBank(() => ({ body: { ...cob(''), ...codes } }), {
      overrides: {
        apiUrl: 'https://pix.example.com/api/v2',
        tokenUrl: 'https://pix.example.com/oauth/token',
        aliases: { brcode: 'pixCopiaECola' },
      },
    })
    expect(await rejectionOf(client.cob.get(TXID))).toMatchObject({
      code: 'BACEN_COPIA_E_COLA',
      params: { reason: 'host' },
    })
  })

  test('the code of a recurrence with a charge is warned of, unless the charge was asked for', async () => {
    const idRec = 'RR1234567820261125abcdefghijk'
    const body = { ...rec(dynamic(LOCATION, LOCATION_REC)), idRec, status: 'CRIADA' }
    const { client, warnings } = recordingBank(() => ({ body }))
    const said = () => warnings.filter(({ issue }) => issue.params['reason'] === 'charge').length
    await client.rec.get(idRec, { txid: TXID })
    expect(said()).toBe(0)
    await client.rec.get(idRec)
    expect(said()).toBe(1)
  })

  test('warns of what only warns', async () => {
    const { client, warnings } = recordingBank(() => ({ body: cob(withAmount(dynamic(LOCATION), '1.00')) }))
    expect(await client.cob.get(TXID)).toMatchObject({ txid: TXID })
    expect(warnings.some(({ issue }) => issue.params['reason'] === 'amount')).toBe(true)
  })
})
