import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseLocation } from '@pixkit/brcode/location'
import { isPixkitError } from '@pixkit/core/error'
import { describe, expect, test } from 'vitest'
import { anyCob, anyCobV, anyRec } from '../../../../tests/lib/payload-arbitraries.ts'
import { countSteps } from '../../../../tests/count-steps.ts'
import { errorOf } from '../../../../tests/lib/error-of.ts'
import { createRevisionMemory, type Revision } from '../revision-memory.ts'
import type { Payloads } from '../types.ts'
import type { VerifyOptions } from '../verify-options.ts'
import type { StepReport } from '../verify-steps.ts'
import { type Content, readContent } from './read-content.ts'
import type { readPayload } from './steps/json.ts'
import { startVerification, type Verification } from './verification.ts'

type Kind = keyof Payloads
type Options = Partial<VerifyOptions>
type Members = Record<string, unknown>

const NOW = Date.parse('2026-11-23T15:00:00Z')
const LOCATIONS: Record<Kind, string> = {
  cob: 'pix.example.com/qr/8b3da2f39a4140d1',
  cobv: 'pix.example.com/qr/cobv/8b3da2f39a4140d1',
  rec: 'pix.example.com/qr/rec/8b3da2f39a4140d1',
}

interface Outcome {
  readonly content: Content | undefined
  readonly error: unknown
  readonly warnings: Verification['warnings']
  readonly steps: readonly StepReport[]
}

async function readText(kind: Kind, text: string | Uint8Array, options: Options = {}): Promise<Outcome> {
  const steps: StepReport[] = []
  const verification = startVerification({
    trustAnchors: [],
    now: NOW,
    onStep: (report) => steps.push(report),
    ...options,
  })
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const { warnings } = verification
  try {
    return {
      content: await readContent(bytes, parseLocation(LOCATIONS[kind]), verification),
      error: undefined,
      warnings,
      steps,
    }
  } catch (error) {
    return { content: undefined, error, warnings, steps }
  }
}

const read = (kind: Kind, payload: unknown, options?: Options): Promise<Outcome> =>
  readText(kind, JSON.stringify(payload), options)

const COB = {
  revisao: 2,
  calendario: { criacao: '2026-11-23T14:30:00Z', apresentacao: '2026-11-23T14:59:30.123Z', expiracao: 3600 },
  devedor: { cpf: '12345678909', nome: 'João da Silva' },
  valor: { original: '37.50' },
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
  txid: 'fc9a4366ff3d4964b5dbc6c91a8722d3',
  solicitacaoPagador: 'Número do pedido',
  infoAdicionais: [{ nome: 'Pedido', valor: '4711' }],
  status: 'ATIVA',
}
const CASH = { valor: '50.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678' }
const COBV = {
  revisao: 0,
  calendario: {
    criacao: '2026-11-20T14:30:00Z',
    apresentacao: '2026-11-23T14:59:30Z',
    dataDeVencimento: '2026-11-30',
    validadeAposVencimento: 10,
  },
  devedor: { cnpj: '12ABC34501DE35', nome: 'Padaria Boa Vista Ltda' },
  recebedor: {
    cnpj: '00000000000191',
    nome: 'Moinho Santa Rita SA',
    logradouro: 'Rua das Flores, 10',
    cidade: 'Recife',
    uf: 'PE',
    cep: '50000000',
  },
  valor: { original: '123.45', abatimento: '3.45', desconto: '10.00', juros: '2.00', multa: '15.00', final: '127.00' },
  chave: '+5561912345678',
  txid: 'fc9a4366ff3d4964b5dbc6c91a8722d3',
  status: 'ATIVA',
}
const REC = {
  idRec: 'RN1234567820260115abcdefghijk',
  vinculo: { contrato: '5582610', devedor: { cpf: '12345678909', nome: 'Maria Souza' }, objeto: 'Internet' },
  calendario: { dataInicial: '2026-12-01', dataFinal: '2027-12-01', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  recebedor: { cnpj: '00000000000191', nome: 'Provedor Exemplo SA', ispbParticipante: '12345678' },
  politicaRetentativa: 'NAO_PERMITE',
  atualizacao: [{ status: 'CRIADA', data: '2026-11-22T10:12:07.567Z' }],
}
const IN_31_S = '2026-11-23T15:00:31Z'
const BASE: Record<Kind, object> = { cob: COB, cobv: COBV, rec: REC }

/** The payload with another value at a path such as `valor.original`; `undefined` takes the member away. */
function put(payload: object, path: string, value: unknown): Members {
  const copy = structuredClone(payload) as Members
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const owner = steps.reduce((inner, step) => inner[step] as Members, copy)
  if (value === undefined) delete owner[last]
  else owner[last] = value
  return copy
}

const changed = (kind: Kind, changes: Readonly<Record<string, unknown>>): Members =>
  Object.entries(changes).reduce<Members>((payload, [path, value]) => put(payload, path, value), {
    ...structuredClone(BASE[kind]),
  })

describe('readContent', () => {
  test.each(['cob', 'cobv', 'rec'] as const)('reads a %s as it is', async (kind) => {
    const { content, error, warnings, steps } = await read(kind, BASE[kind])
    expect(error).toBeUndefined()
    expect(content).toMatchObject({ kind, payload: BASE[kind] })
    expect(warnings).toEqual([])
    expect(steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'JSON passed',
      'RULES passed',
      'STATUS passed',
      ...['EXPIRED', 'STALE'].map((step) => `${step} ${kind === 'rec' ? 'not-checked' : 'passed'}`),
    ])
  })

  test('says what is left to do', async () => {
    const bare = put(COB, 'infoAdicionais', undefined)
    const revisions = createRevisionMemory()
    expect((await read('cob', COB)).content?.remaining).toEqual([
      'query-dict',
      'show-all-information',
      'remember-revisions',
      'verify-again-before-paying',
    ])
    expect((await read('cob', bare, { revisions })).content?.remaining).toEqual([
      'query-dict',
      'verify-again-before-paying',
    ])
    expect((await read('cobv', COBV)).content?.remaining).toEqual([
      'query-dict',
      'compare-receiver',
      'ask-for-the-day',
      'remember-revisions',
      'verify-again-before-paying',
    ])
    expect((await read('cobv', COBV, { revisions, dpp: '2026-11-24' })).content?.remaining).toEqual([
      'query-dict',
      'compare-receiver',
      'ask-for-the-day',
      'verify-again-before-paying',
    ])
    expect((await read('rec', REC)).content?.remaining).toEqual([])
    expect((await read('rec', REC, { composite: true })).content?.remaining).toEqual(['compare-receiver'])
  })

  test('leaves nothing to ask for, once the location was asked for the day', async () => {
    const verification = startVerification({ trustAnchors: [], now: NOW, dpp: '2026-11-24' })
    const bytes = new TextEncoder().encode(JSON.stringify(COBV))
    const { remaining } = await readContent(bytes, parseLocation(LOCATIONS.cobv), verification, true)
    expect(remaining).not.toContain('ask-for-the-day')
  })

  test('loses nothing of what no schema names', async () => {
    const payload = changed('cob', {
      novo: { a: [1, null] },
      'valor.novo': '1',
      'infoAdicionais.0.novo': true,
      'devedor.email': 'a@example.com',
    })
    expect((await read('cob', payload)).content?.payload).toEqual(payload)
  })

  test.each([
    ['CONCLUÍDA', 'CONCLUIDA'],
    ['REMOVIDO_PELO_PSP', 'REMOVIDA_PELO_PSP'],
    ['REMOVIDO_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_USUARIO_RECEBEDOR'],
  ])('reads the status %s', async (spelling, status) => {
    const { error } = await read('cob', put(COB, 'status', spelling))
    expect(error).toMatchObject({ code: 'PAYLOAD_STATUS', params: { status } })
  })

  test('drops zeros in front of an amount', async () => {
    const { content, warnings } = await read('cob', put(COB, 'valor.original', '0000000037.50'))
    expect(content?.payload).toMatchObject({ valor: { original: '37.50' } })
    expect(warnings).toEqual([])
    expect(
      (await read('cob', changed('cob', { 'valor.original': '00.00', 'valor.modalidadeAlteracao': 1 }))).content,
    ).toMatchObject({
      payload: { valor: { original: '0.00' } },
    })
  })

  test('takes lengths in code points', async () => {
    const fits = put(COB, 'solicitacaoPagador', '😀'.repeat(140))
    const tooLong = put(COB, 'solicitacaoPagador', `${'😀'.repeat(140)}!`)
    expect((await read('cob', fits)).error).toBeUndefined()
    expect((await read('cob', tooLong)).error).toMatchObject({ params: { reason: 'too-long' } })
  })
})

describe('step 19, JSON', () => {
  test.each([
    [[0xff], 'utf-8'],
    [[0xef, 0xbb, 0xbf, 0x7b, 0x7d], 'byte-order-mark'],
    [[0x7b], 'syntax'],
    [[0x5b, 0x5d], 'type'],
    [[0x31], 'type'],
  ])('refuses the bytes %j', async (bytes, reason) => {
    const { error, steps } = await readText('cob', Uint8Array.from(bytes))
    expect(error).toMatchObject({ code: 'PAYLOAD_JSON', path: [], params: { reason } })
    expect(error).not.toHaveProperty('cause')
    expect(steps).toMatchObject([{ step: 'JSON', outcome: 'failed' }])
  })

  test('refuses what has two meanings', async () => {
    const text = JSON.stringify(COB)
    const twice = text.replace('"original":"37.50"', '"original":"37.50","origina\\u006c":"0.01"')
    const { error } = await readText('cob', twice)
    expect(error).toMatchObject({
      code: 'PAYLOAD_JSON',
      path: ['valor', 'original'],
      params: { reason: 'duplicate-member' },
    })
    const proto = text.replace('"revisao"', '"__proto__":{"status":"ATIVA"},"revisao"')
    expect((await readText('cob', proto)).error).toMatchObject({ params: { reason: 'forbidden-member' } })
  })

  test.each([
    ['cob', COBV, 'cobv'],
    ['cob', REC, 'rec'],
    ['cobv', COB, 'cob'],
    ['cobv', REC, 'rec'],
    ['rec', COB, 'cob'],
    ['rec', COBV, 'cobv'],
    ['cob', { ...COB, valor: { original: '10.00', final: '1.00' } }, 'cobv'],
  ] as const)('refuses at a location of %s what is something else (%#)', async (kind, payload, found) => {
    expect((await read(kind, payload)).error).toMatchObject({
      code: 'PAYLOAD_JSON',
      params: { reason: 'other-kind', expected: kind, found },
    })
  })

  const cases: readonly [Kind, string, unknown, string][] = [
    ['cob', 'revisao', undefined, 'missing'],
    ['cob', 'revisao', 1.5, 'number'],
    ['cob', 'revisao', -1, 'number'],
    ['cob', 'revisao', 2_147_483_648, 'number'],
    ['cob', 'revisao', true, 'number'],
    ['cob', 'revisao', '-1', 'number'],
    ['cob', 'calendario', undefined, 'missing'],
    ['cob', 'calendario', [], 'type'],
    ['cob', 'calendario.criacao', undefined, 'missing'],
    ['cob', 'calendario.criacao', '2026-02-30T00:00:00Z', 'date-time'],
    ['cob', 'calendario.criacao', '2026-11-23T14:30:00', 'date-time'],
    ['cob', 'calendario.criacao', '2026-11-23 14:30:00Z', 'date-time'],
    ['cob', 'calendario.criacao', '2026-11-23T25:30:00Z', 'date-time'],
    ['cob', 'calendario.apresentacao', 0, 'type'],
    ['cob', 'calendario.expiracao', -1, 'number'],
    ['cob', 'devedor', 'Maria', 'type'],
    ['cob', 'devedor.cpf', '123.456.789-09', 'format'],
    ['cob', 'devedor.cpf', 12_345_678_909, 'type'],
    ['cob', 'devedor.cnpj', '12abc34501de35', 'format'],
    ['cob', 'devedor.nome', undefined, 'missing'],
    ['cob', 'devedor.nome', 'x'.repeat(201), 'too-long'],
    ['cob', 'valor', undefined, 'missing'],
    ['cob', 'valor.original', undefined, 'missing'],
    ['cob', 'valor.original', '37,50', 'amount-format'],
    ['cob', 'valor.original', '1.234,50', 'amount-format'],
    ['cob', 'valor.original', '1,234.50', 'amount-format'],
    ['cob', 'valor.original', '-1.00', 'amount-format'],
    ['cob', 'valor.original', '+1.00', 'amount-format'],
    ['cob', 'valor.original', '1.000', 'amount-format'],
    ['cob', 'valor.original', '.50', 'amount-format'],
    ['cob', 'valor.original', '12345678901.00', 'amount-format'],
    ['cob', 'valor.original', '１.00', 'amount-format'],
    ['cob', 'valor.original', '37.50\n', 'amount-format'],
    ['cob', 'valor.original', ['37.50'], 'amount-format'],
    ['cob', 'valor.original', { toString: 1 }, 'amount-format'],
    ['cob', 'valor.modalidadeAlteracao', 2, 'enum'],
    ['cob', 'valor.modalidadeAlteracao', '1', 'enum'],
    ['cob', 'valor.retirada', [], 'type'],
    ['cob', 'valor.retirada', { saque: { ...CASH, modalidadeAgente: 'AGNEW' } }, 'enum'],
    ['cob', 'valor.retirada', { troco: { ...CASH, prestadorDoServicoDeSaque: '1234567' } }, 'format'],
    ['cob', 'chave', undefined, 'missing'],
    ['cob', 'chave', '', 'format'],
    ['cob', 'chave', 'a'.repeat(78), 'too-long'],
    ['cob', 'txid', 'a'.repeat(25), 'format'],
    ['cob', 'txid', 'a'.repeat(36), 'format'],
    ['cob', 'txid', `${'a'.repeat(30)}-`, 'format'],
    ['cob', 'solicitacaoPagador', 'x'.repeat(141), 'too-long'],
    ['cob', 'infoAdicionais', {}, 'type'],
    ['cob', 'infoAdicionais', Array.from({ length: 51 }, () => ({ nome: '', valor: '' })), 'too-many'],
    ['cob', 'infoAdicionais', [{ nome: 'x'.repeat(51), valor: '' }], 'too-long'],
    ['cob', 'infoAdicionais', [{ nome: '', valor: 'x'.repeat(201) }], 'too-long'],
    ['cob', 'infoAdicionais', [{ nome: '' }], 'missing'],
    ['cob', 'infoAdicionais', [null], 'type'],
    ['cob', 'status', 'ativa', 'enum'],
    ['cob', 'status', 'constructor', 'enum'],
    ['cob', 'status', undefined, 'missing'],
    ['cobv', 'calendario.dataDeVencimento', '2026-11-31', 'date'],
    ['cobv', 'calendario.dataDeVencimento', '2024-20-08', 'date'],
    ['cobv', 'calendario.dataDeVencimento', '30/11/2026', 'date'],
    ['cobv', 'calendario.validadeAposVencimento', -1, 'number'],
    ['cobv', 'devedor', undefined, 'missing'],
    ['cobv', 'recebedor', undefined, 'missing'],
    ['cobv', 'recebedor.logradouro', undefined, 'missing'],
    ['cobv', 'recebedor.uf', 'Bahia', 'too-long'],
    ['cobv', 'recebedor.cep', '50000-000', 'too-long'],
    ['cobv', 'recebedor.nomeFantasia', 'x'.repeat(201), 'too-long'],
    ['cobv', 'valor.final', '140,45', 'amount-format'],
    ['cobv', 'valor.juros', '', 'amount-format'],
    ['rec', 'idRec', 'RN123', 'format'],
    ['rec', 'vinculo.contrato', 'x'.repeat(36), 'too-long'],
    ['rec', 'vinculo.devedor.nome', 'x'.repeat(141), 'too-long'],
    ['rec', 'vinculo.objeto', 'x'.repeat(36), 'too-long'],
    ['rec', 'calendario.dataInicial', undefined, 'missing'],
    ['rec', 'calendario.dataFinal', '2027-02-29', 'date'],
    ['rec', 'calendario.periodicidade', 'QUINZENAL', 'enum'],
    ['rec', 'calendario.periodicidade', undefined, 'missing'],
    ['rec', 'valor', [], 'type'],
    ['rec', 'valor.valorRec', '35,00', 'amount-format'],
    ['rec', 'recebedor.cnpj', undefined, 'missing'],
    ['rec', 'recebedor.ispbParticipante', 'abcdefgh', 'format'],
    ['rec', 'politicaRetentativa', 'SIM', 'enum'],
    ['rec', 'atualizacao', {}, 'type'],
    ['rec', 'atualizacao', [{ status: 'NOVA', data: '2026-11-22T10:12:07Z' }], 'enum'],
    ['rec', 'atualizacao', [{ status: 'CRIADA', data: '2026-11-22' }], 'date-time'],
  ]

  test.each(cases)('refuses %s whose %s is %j', async (kind, path, value, reason) => {
    const { error, content } = await read(kind, put(BASE[kind], path, value))
    expect(content).toBeUndefined()
    expect(error).toMatchObject({ code: 'PAYLOAD_JSON', params: { reason } })
    const found = (error as { path: (string | number)[] }).path
    expect(found.slice(0, path.split('.').length).join('.')).toBe(path)
    expect(error).not.toHaveProperty('cause')
    expect(String((error as Error).message)).not.toMatch(/37|Maria|x{9}|AGNEW/)
  })

  test('names the first defect in the order of the document', async () => {
    const { status: _status, ...rest } = COB
    const both = { status: 'nova', ...rest, txid: 'short' }
    expect((await read('cob', both)).error).toMatchObject({ path: ['status'] })
    const { txid: _txid, ...others } = rest
    expect((await read('cob', { txid: 'short', ...others, status: 'nova' })).error).toMatchObject({ path: ['txid'] })
    const { valor: _valor, ...without } = both
    expect((await read('cob', without)).error).toMatchObject({ path: ['status'] })
  })
})

describe('work of step 19', () => {
  const many = (count: number): Members => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, 0]))
  const empty = (count: number): object[] => Array.from({ length: count }, () => ({}))
  const nulls = (count: number): object[] => Array.from({ length: count }, () => ({ valor: null }))

  test.each<[string, Kind, (count: number) => object]>([
    ['entries without members', 'rec', (count) => ({ ...many(8 * count), ...REC, atualizacao: empty(count) })],
    ['a defect in front', 'rec', (count) => ({ idRec: '', ...many(8 * count), atualizacao: empty(count) })],
    [
      'information without members',
      'cob',
      (count) => ({ ...many(4 * count), ...COB, infoAdicionais: empty(4 * count) }),
    ],
    ['null in members', 'cob', (count) => ({ ...many(2 * count), ...COB, atualizacao: nulls(2 * count) })],
  ])('grows no faster than the payload: %s', async (_name, kind, payloadOf) => {
    const runs = [400, 800].map((count) => {
      const bytes = new TextEncoder().encode(JSON.stringify(payloadOf(count)))
      const verification = startVerification({ trustAnchors: [], now: NOW })
      return (module: { readPayload: typeof readPayload }) =>
        errorOf(() => module.readPayload(bytes, kind, verification))
    })
    const [small = 0, large = 0] = await countSteps(new URL('steps/json.ts', import.meta.url), runs)
    expect(large).toBeLessThan(small * 2.3)
  })

  test('does not look into lists that are too long', async () => {
    const { error } = await read('cob', { ...COB, infoAdicionais: empty(51) })
    expect(error).toMatchObject({ path: ['infoAdicionais'], params: { reason: 'too-many', form: '50' } })
    const [update] = REC.atualizacao
    const rec = (count: number): object => ({ ...REC, atualizacao: Array.from({ length: count }, () => update) })
    expect((await read('rec', rec(1001))).error).toMatchObject({
      path: ['atualizacao'],
      params: { reason: 'too-many' },
    })
    expect((await read('rec', rec(1000))).error).toBeUndefined()
  })
})

describe('tolerances of step 19', () => {
  const cases: readonly [VerifyOptions['tolerate'] & {}, Kind, string, unknown, (string | number)[], unknown][] = [
    [['null-member'], 'cob', 'devedor', null, ['devedor'], undefined],
    [['null-member'], 'cob', 'valor.retirada', null, ['valor', 'retirada'], undefined],
    [['null-member'], 'cobv', 'recebedor.nomeFantasia', null, ['recebedor', 'nomeFantasia'], undefined],
    [['number-as-text'], 'cob', 'revisao', '3', ['revisao'], 3],
    [['number-as-text'], 'cob', 'calendario.expiracao', '3600', ['calendario', 'expiracao'], 3600],
    [
      ['number-as-text'],
      'cobv',
      'calendario.validadeAposVencimento',
      '30',
      ['calendario', 'validadeAposVencimento'],
      30,
    ],
    [['amount-format'], 'cob', 'valor.original', 39.9, ['valor', 'original'], '39.90'],
    [['amount-format'], 'cob', 'valor.original', 97, ['valor', 'original'], '97.00'],
    [['amount-format'], 'cob', 'valor.original', '39.9', ['valor', 'original'], '39.90'],
    [['amount-format'], 'cob', 'valor.original', '97', ['valor', 'original'], '97.00'],
    [['amount-format'], 'cobv', 'valor.final', 127, ['valor', 'final'], '127.00'],
    [['null-member'], 'cob', 'idRec', null, ['idRec'], undefined],
    [['null-member'], 'cob', 'valor.final', null, ['valor', 'final'], undefined],
    [['null-member'], 'cob', 'calendario.dataDeVencimento', null, ['calendario', 'dataDeVencimento'], undefined],
    [['null-member'], 'cobv', 'valor.retirada', null, ['valor', 'retirada'], undefined],
    [['null-member'], 'cobv', 'calendario.expiracao', null, ['calendario', 'expiracao'], undefined],
    [['null-member'], 'rec', 'txid', null, ['txid'], undefined],
  ]

  test.each(cases)('%j: %s whose %s is %j', async (tolerate, kind, path, value, at, read_) => {
    const payload = put(BASE[kind], path, value)
    const reason = tolerate[0]
    expect((await read(kind, payload)).error).toMatchObject({ code: 'PAYLOAD_JSON', path: at, params: { reason } })
    const { content, warnings, error } = await read(kind, payload, { tolerate })
    expect(error).toBeUndefined()
    expect(content?.payload).toEqual(put(BASE[kind], path, read_))
    expect(warnings).toMatchObject([{ code: 'PAYLOAD_JSON', severity: 'warning', path: at, params: { reason } }])
    expect((await read(kind, payload, { tolerate, strict: true })).error).toMatchObject({ params: { reason } })
  })

  test('peridiocidade', async () => {
    const { periodicidade, ...calendario } = REC.calendario
    const payload = { ...REC, calendario: { ...calendario, peridiocidade: periodicidade } }
    const at = { path: ['calendario', 'peridiocidade'], params: { reason: 'peridiocidade' } }
    expect((await read('rec', payload)).error).toMatchObject({ code: 'PAYLOAD_JSON', ...at })
    const { content, warnings } = await read('rec', payload, { tolerate: ['peridiocidade'] })
    expect(content?.payload).toEqual(REC)
    expect(warnings).toMatchObject([at])
  })

  test.each(['37,50', '1.234,50', '39.999', 39.999, -1, 1e21, '1e2', '', ' 97', '97.', null, true, {}])(
    'never guess the amount %j',
    async (value) => {
      const { error } = await read('cob', put(COB, 'valor.original', value), {
        tolerate: ['amount-format', 'number-as-text', 'null-member', 'peridiocidade'],
      })
      expect(error).toMatchObject({ code: 'PAYLOAD_JSON', path: ['valor', 'original'] })
    },
  )

  test.each([
    '10.0999999999999999999999',
    '1E-1',
    '1e1',
    '-0',
    '37.500',
    '0.30000000000000004',
    '100.000',
    '9007199254740993',
    '00',
  ])('never take the amount %s for the double next to it', async (written) => {
    const text = JSON.stringify(COB).replace('"37.50"', written)
    expect((await readText('cob', text, { tolerate: ['amount-format'] })).error).toMatchObject({ code: 'PAYLOAD_JSON' })
  })

  test.each([
    ['37.50', '37.50'],
    ['37.0', '37.00'],
    ['9999999999.99', '9999999999.99'],
    ['0.1', '0.10'],
  ])('read the amount %s as it is written', async (written, read_) => {
    const text = JSON.stringify({ decoy: { original: 1 }, ...COB }).replace('"37.50"', written)
    const { content } = await readText('cob', text, { tolerate: ['amount-format'] })
    expect(content?.payload).toMatchObject({ valor: { original: read_ } })
  })

  test('leave null where no kind has a member', async () => {
    const payload = changed('cob', { novo: { valor: null }, 'devedor.email': null, lista: [null] })
    const { content, warnings } = await read('cob', payload, { strict: true })
    expect(content?.payload).toEqual(payload)
    expect(warnings).toEqual([])
  })

  test('are reported in the order of the document, those of other kinds too', async () => {
    const payload: Members = {
      idRec: null,
      ...changed('cob', { revisao: '3', 'valor.final': null, 'valor.original': 10 }),
    }
    const tolerate = ['amount-format', 'number-as-text', 'null-member'] as const
    const { warnings } = await read('cob', payload, { tolerate })
    expect(warnings.map(({ path }) => path.join('.'))).toEqual(['idRec', 'revisao', 'valor.original', 'valor.final'])
    expect((await read('cob', { ...payload, txid: 'short' }, { tolerate })).error).toMatchObject({ path: ['txid'] })
    const { txid: _txid, ...others } = payload
    const refused = await read('cob', { txid: 'short', ...others }, { tolerate })
    expect(refused.error).toMatchObject({ path: ['txid'] })
    expect(refused.warnings).toEqual([])
  })

  test('are reported only when they made the difference', async () => {
    const tolerate = ['amount-format', 'number-as-text', 'null-member', 'peridiocidade'] as const
    expect((await read('rec', REC, { tolerate })).warnings).toEqual([])
    const payload = changed('cob', { revisao: '3', 'valor.original': 10, devedor: null })
    const { warnings, content } = await read('cob', payload, { tolerate })
    expect(warnings.map(({ path }) => path.join('.'))).toEqual(['revisao', 'devedor', 'valor.original'])
    expect(content?.payload).toMatchObject({ revisao: 3, valor: { original: '10.00' } })
    expect(content?.payload).not.toHaveProperty('devedor')
  })

  test('do not put up with null for what is required', async () => {
    const { error } = await read('cob', put(COB, 'txid', null), { tolerate: ['null-member'] })
    expect(error).toMatchObject({ code: 'PAYLOAD_JSON', path: ['txid'], params: { reason: 'missing' } })
  })
})

describe('step 20, RULES', () => {
  const cases: readonly [string, Kind, Readonly<Record<string, unknown>>, string, string][] = [
    ['nothing to pay', 'cob', { 'valor.original': '0.00' }, 'zero-amount', 'valor.original'],
    [
      'nothing to pay, fixed',
      'cob',
      { valor: { original: '0.00', modalidadeAlteracao: 0 } },
      'zero-amount',
      'valor.original',
    ],
    [
      'both kinds of cash',
      'cob',
      { valor: { original: '1.00', retirada: { saque: CASH, troco: CASH } } },
      'saque-and-troco',
      'valor.retirada',
    ],
    ['no kind of cash', 'cob', { 'valor.retirada': {} }, 'neither-saque-nor-troco', 'valor.retirada'],
    ['saque with an amount', 'cob', { 'valor.retirada': { saque: CASH } }, 'saque-with-amount', 'valor.original'],
    [
      'saque that may be changed outside',
      'cob',
      { valor: { original: '0.00', modalidadeAlteracao: 1, retirada: { saque: CASH } } },
      'changeable',
      'valor.modalidadeAlteracao',
    ],
    [
      'troco that may be changed outside',
      'cob',
      { valor: { original: '9.00', modalidadeAlteracao: 1, retirada: { troco: CASH } } },
      'changeable',
      'valor.modalidadeAlteracao',
    ],
    [
      'troco of nothing bought',
      'cob',
      { valor: { original: '0.00', retirada: { troco: CASH } } },
      'zero-amount',
      'valor.original',
    ],
    [
      'fixed saque of nothing',
      'cob',
      { valor: { original: '0.00', retirada: { saque: { ...CASH, valor: '0.00' } } } },
      'zero-amount',
      'valor.retirada.saque.valor',
    ],
    [
      'fixed troco of nothing',
      'cob',
      { valor: { original: '9.00', retirada: { troco: { ...CASH, valor: '0.00' } } } },
      'zero-amount',
      'valor.retirada.troco.valor',
    ],
    [
      'troco at a provider',
      'cob',
      { valor: { original: '9.00', retirada: { troco: { ...CASH, modalidadeAgente: 'AGPSS' } } } },
      'agent',
      'valor.retirada.troco.modalidadeAgente',
    ],
    ['two documents', 'cob', { 'devedor.cnpj': '00000000000191' }, 'cpf-and-cnpj', 'devedor'],
    ['no document', 'cob', { 'devedor.cpf': undefined }, 'neither-cpf-nor-cnpj', 'devedor'],
    ['two documents', 'cobv', { 'recebedor.cpf': '12345678909' }, 'cpf-and-cnpj', 'recebedor'],
    ['no document', 'cobv', { 'devedor.cnpj': undefined }, 'neither-cpf-nor-cnpj', 'devedor'],
    [
      'an amount that may be changed',
      'cobv',
      { 'valor.modalidadeAlteracao': 1 },
      'not-in-cobv',
      'valor.modalidadeAlteracao',
    ],
    ['cash', 'cobv', { 'valor.retirada': { saque: CASH } }, 'not-in-cobv', 'valor.retirada'],
    ['an expiry in seconds', 'cobv', { 'calendario.expiracao': 1 }, 'not-in-cobv', 'calendario.expiracao'],
    ['a sum that is wrong by a centavo', 'cobv', { 'valor.final': '127.01' }, 'final', 'valor.final'],
    [
      'nothing to pay',
      'cobv',
      { valor: { original: '5.00', desconto: '5.00', final: '0.00' } },
      'zero-amount',
      'valor.final',
    ],
    ['two amounts', 'rec', { 'valor.valorMinimoRecebedor': '10.00' }, 'amounts-of-recurrence', 'valor'],
    ['nothing to pay', 'rec', { 'valor.valorRec': '0.00' }, 'zero-amount', 'valor.valorRec'],
    ['an end before its beginning', 'rec', { 'calendario.dataFinal': '2026-11-30' }, 'dates', 'calendario.dataFinal'],
    ['no document', 'rec', { 'vinculo.devedor.cpf': undefined }, 'neither-cpf-nor-cnpj', 'vinculo.devedor'],
    ['no history', 'rec', { atualizacao: [] }, 'no-update', 'atualizacao'],
  ]

  test.each(cases)('refuses %s: %s with %j', async (_name, kind, changes, reason, path) => {
    const { error, steps } = await read(kind, changed(kind, changes))
    expect(error).toMatchObject({ code: 'PAYLOAD_RULES', path: path.split('.'), params: { reason } })
    expect(steps.at(-1)).toMatchObject({ step: 'RULES', outcome: 'failed' })
  })

  test.each<[string, Kind, Readonly<Record<string, unknown>>]>([
    ['an amount that the payer types', 'cob', { valor: { original: '0.00', modalidadeAlteracao: 1 } }],
    ['saque', 'cob', { valor: { original: '0.00', retirada: { saque: { ...CASH, modalidadeAgente: 'AGFSS' } } } }],
    [
      'saque, fixed explicitly',
      'cob',
      { valor: { original: '0.00', modalidadeAlteracao: 0, retirada: { saque: CASH } } },
    ],
    [
      'saque of what the payer types',
      'cob',
      { valor: { original: '0.00', retirada: { saque: { ...CASH, valor: '0.00', modalidadeAlteracao: 1 } } } },
    ],
    ['troco', 'cob', { valor: { original: '9.00', retirada: { troco: { ...CASH, modalidadeAgente: 'AGTOT' } } } }],
    [
      'troco of what the payer types',
      'cob',
      { valor: { original: '9.00', retirada: { troco: { ...CASH, valor: '0.00', modalidadeAlteracao: 1 } } } },
    ],
    ['no debtor', 'cob', { devedor: undefined }],
    ['the final amount alone', 'cobv', { valor: { final: '10.00' } }],
    [
      'amounts beyond what floats add',
      'cobv',
      { valor: { original: '9999999999.99', desconto: '0.02', juros: '0.01', final: '9999999999.98' } },
    ],
    ['no amount', 'rec', { valor: undefined }],
    ['no amount in its object', 'rec', { valor: {} }],
    ['a least amount', 'rec', { valor: { valorMinimoRecebedor: '0.00' } }],
    ['a single day', 'rec', { 'calendario.dataFinal': '2026-12-01' }],
  ])('takes %s: %s with %j', async (_name, kind, changes) => {
    const { error, warnings } = await read(kind, changed(kind, changes))
    expect(error).toBeUndefined()
    expect(warnings).toEqual([])
  })

  test('takes no cash in a composite code', async () => {
    const payload = changed('cob', { valor: { original: '0.00', retirada: { saque: CASH } } })
    expect((await read('cob', payload, { composite: true })).error).toMatchObject({
      code: 'PAYLOAD_RULES',
      path: ['valor', 'retirada'],
      params: { reason: 'composite-retirada' },
    })
    expect((await read('cob', COB, { composite: true })).error).toBeUndefined()
  })

  test.each<[string, Kind, Readonly<Record<string, unknown>>, string, string]>([
    ['a CPF with wrong digits', 'cob', { 'devedor.cpf': '12345678900' }, 'check-digits', 'devedor.cpf'],
    ['a CNPJ with wrong digits', 'cobv', { 'recebedor.cnpj': '56989000019533' }, 'check-digits', 'recebedor.cnpj'],
    ['a CNPJ with wrong digits', 'rec', { 'recebedor.cnpj': '28765007802371' }, 'check-digits', 'recebedor.cnpj'],
    ['a key with wrong digits', 'cob', { chave: '12345678900' }, 'check-digits', 'chave'],
    ['a key of an unknown kind', 'cob', { chave: 'instagram:maria' }, 'chave-form', 'chave'],
    ['a key in capitals', 'cob', { chave: '7D9F0335-8DCC-4054-9BF9-0DBD61D36906' }, 'chave-form', 'chave'],
    ['parts without a whole', 'cobv', { valor: { juros: '1.00', final: '11.00' } }, 'no-original', 'valor.original'],
    ['an idRec out of the layout', 'rec', { idRec: 'XX1234567820260115abcdefghijk' }, 'id-layout', 'idRec'],
    [
      'a policy other than that of the idRec',
      'rec',
      { politicaRetentativa: 'PERMITE_3R_7D' },
      'politica',
      'politicaRetentativa',
    ],
    [
      'a text that turns around',
      'cob',
      { solicitacaoPagador: 'total \u202e05,37' },
      'hidden-characters',
      'solicitacaoPagador',
    ],
    [
      'a zero-width space',
      'cob',
      { 'infoAdicionais.0.valor': 'a\u200bb' },
      'hidden-characters',
      'infoAdicionais.0.valor',
    ],
    ['a line break', 'cob', { 'infoAdicionais.0.nome': 'a\nb' }, 'hidden-characters', 'infoAdicionais.0.nome'],
    ['an isolate', 'cob', { 'devedor.nome': '\u2066Maria' }, 'hidden-characters', 'devedor.nome'],
    [
      'a soft hyphen',
      'cobv',
      { 'recebedor.nomeFantasia': 'Moi\u00adnho' },
      'hidden-characters',
      'recebedor.nomeFantasia',
    ],
    ['a tag', 'rec', { 'vinculo.objeto': 'Internet\u{e0041}' }, 'hidden-characters', 'vinculo.objeto'],
    ['a filler', 'rec', { 'recebedor.nome': 'A\u3164' }, 'hidden-characters', 'recebedor.nome'],
    ['an empty Braille cell', 'cob', { solicitacaoPagador: 'a\u2800b' }, 'hidden-characters', 'solicitacaoPagador'],
    ['a wide space', 'cob', { solicitacaoPagador: 'a\u2003b' }, 'hidden-characters', 'solicitacaoPagador'],
    ['an ideographic space', 'cob', { solicitacaoPagador: 'a\u3000b' }, 'hidden-characters', 'solicitacaoPagador'],
    ['variations of nothing', 'cob', { solicitacaoPagador: 'a\ufe0f' }, 'hidden-characters', 'solicitacaoPagador'],
    [
      'variations of a variation',
      'cob',
      { solicitacaoPagador: '❤\ufe0f\ufe0f' },
      'hidden-characters',
      'solicitacaoPagador',
    ],
    ['another variation', 'cob', { solicitacaoPagador: '❤\ufe00' }, 'hidden-characters', 'solicitacaoPagador'],
    [
      'marks that pile up',
      'cob',
      { solicitacaoPagador: 'a\u0300\u0301\u0302' },
      'hidden-characters',
      'solicitacaoPagador',
    ],
    ['letters from the right', 'cob', { solicitacaoPagador: 'R$ \u05d0 1' }, 'hidden-characters', 'solicitacaoPagador'],
    ['digits from the right', 'cob', { solicitacaoPagador: 'R$ \u0661' }, 'hidden-characters', 'solicitacaoPagador'],
    ['a charge from the future', 'cob', { 'calendario.criacao': IN_31_S }, 'future-date', 'calendario.criacao'],
    ['a charge from the future', 'cobv', { 'calendario.criacao': IN_31_S }, 'future-date', 'calendario.criacao'],
    [
      'an entry from the future',
      'rec',
      { atualizacao: [...REC.atualizacao, { status: 'CRIADA', data: IN_31_S }, { status: 'CRIADA', data: IN_31_S }] },
      'future-date',
      'atualizacao.1.data',
    ],
  ])('warns of %s: %s with %j', async (_name, kind, changes, reason, path) => {
    const { error, warnings, steps } = await read(kind, changed(kind, changes))
    const issue = { code: 'PAYLOAD_RULES', params: { field: path, reason } }
    expect(error).toBeUndefined()
    expect(warnings).toMatchObject([{ ...issue, severity: 'warning' }])
    expect(steps).toContainEqual(expect.objectContaining({ step: 'RULES', outcome: 'warned' }))
    expect((await read(kind, changed(kind, changes), { strict: true })).error).toMatchObject(issue)
  })

  test.each(['Obrigado ❤️ 😀', '1️⃣ 👍🏽', 'a\u0301e\u0302\u0323', '“Pedido” – 10 €…', 'São\u00a0Paulo'])(
    'does not mind %j',
    async (text) => {
      expect((await read('cob', put(COB, 'solicitacaoPagador', text), { strict: true })).error).toBeUndefined()
    },
  )

  test('looks at the key as at what is shown', async () => {
    const { warnings } = await read('cob', put(COB, 'chave', 'a@example.com\u200b'))
    expect(warnings).toMatchObject([
      { path: ['chave'], params: { reason: 'chave-form' } },
      { path: ['chave'], params: { reason: 'hidden-characters' } },
    ])
  })

  test('does not mind clocks that differ by as much as they may', async () => {
    const payload = put(COB, 'calendario.criacao', IN_31_S)
    expect((await read('cob', payload, { now: NOW + 1_000 })).warnings).toEqual([])
    expect((await read('cob', payload, { clockToleranceSeconds: 31 })).warnings).toEqual([])
    expect((await read('cob', put(COB, 'calendario.criacao', '9999-12-31T23:59:59Z'))).warnings).toMatchObject([
      { params: { reason: 'future-date' } },
    ])
  })
})

describe('step 21, STATUS', () => {
  test.each([
    ['CONCLUIDA', 'paid'],
    ['REMOVIDA_PELO_PSP', 'removed'],
    ['REMOVIDA_PELO_USUARIO_RECEBEDOR', 'removed'],
  ])('refuses a charge that is %s', async (status, reason) => {
    const issue = { code: 'PAYLOAD_STATUS', path: ['status'], params: { status, reason } }
    expect((await read('cob', put(COB, 'status', status))).error).toMatchObject(issue)
    expect((await read('cobv', put(COBV, 'status', status))).error).toMatchObject(issue)
  })

  test.each([
    ['APROVADA', 'approved'],
    ['REJEITADA', 'rejected'],
    ['EXPIRADA', 'expired'],
    ['CANCELADA', 'cancelled'],
  ])('refuses a recurrence that is %s', async (status, reason) => {
    const created = { status: 'CRIADA', data: '2026-11-20T23:00:00-03:00' }
    const later = { status, data: '2026-11-21T02:00:01Z' }
    const issue = { code: 'PAYLOAD_STATUS', path: ['atualizacao'], params: { reason } }
    expect((await read('rec', put(REC, 'atualizacao', [created, later]))).error).toMatchObject(issue)
    expect((await read('rec', put(REC, 'atualizacao', [later, created]))).error).toMatchObject(issue)
    const atOnce = { status, data: '2026-11-21T02:00:00Z' }
    expect((await read('rec', put(REC, 'atualizacao', [atOnce, created]))).error).toMatchObject(issue)
    const earlier = { status, data: '2026-11-21T01:59:59Z' }
    expect((await read('rec', put(REC, 'atualizacao', [created, earlier]))).error).toBeUndefined()
  })
})

describe('step 22, EXPIRED', () => {
  test('refuses what isPayable says is over', async () => {
    const end = Date.parse(COB.calendario.criacao) + 3_600_000
    expect((await read('cob', COB, { now: end + 30_000 })).error).toBeUndefined()
    expect((await read('cob', COB, { now: end + 30_001 })).error).toMatchObject({
      code: 'PAYLOAD_EXPIRED',
      path: ['calendario', 'expiracao'],
      params: { reason: 'expired', until: '2026-11-23T15:30:00.000Z' },
    })
    expect((await read('cobv', COBV, { dpp: '2027-01-15' })).error).toMatchObject({
      code: 'PAYLOAD_EXPIRED',
      path: ['calendario', 'dataDeVencimento'],
      params: { reason: 'overdue', until: '2026-12-10' },
    })
  })

  test.each([
    ['2026-11-22', 'dpp-past'],
    ['2026-11-31', 'dpp-format'],
    ['amanhã', 'dpp-format'],
  ])('refuses the day of payment %s', async (dpp, reason) => {
    expect((await read('cobv', COBV, { dpp })).error).toMatchObject({
      code: 'PAYLOAD_EXPIRED',
      path: ['dpp'],
      params: { reason },
    })
  })

  test('warns of a cobv that does not say for how long', async () => {
    const payload = put(COBV, 'calendario.validadeAposVencimento', undefined)
    const issue = {
      code: 'PAYLOAD_EXPIRED',
      path: ['calendario', 'validadeAposVencimento'],
      params: { reason: 'validity-assumed' },
    }
    expect((await read('cobv', payload)).warnings).toMatchObject([issue])
    expect((await read('cobv', payload, { strict: true })).error).toMatchObject(issue)
  })

  test('does not take far dates for a mistake of the caller', async () => {
    const isDiaUtil = (date: string): boolean => date.startsWith('2026')
    const payload = put(COBV, 'calendario.dataDeVencimento', '2099-01-05')
    expect((await read('cobv', payload, { isDiaUtil })).error).toBeUndefined()
    const last = await read('cobv', payload, { isDiaUtil, dpp: '2099-01-16' })
    expect(last.warnings).toMatchObject([{ params: { reason: 'holidays', until: '2099-01-15' } }])
    expect(last.content?.remaining).toContain('check-holidays')
  })

  test('warns where holidays decide', async () => {
    const { content, warnings } = await read('cobv', COBV, { dpp: '2026-12-11' })
    expect(content?.remaining).toContain('check-holidays')
    expect(warnings).toMatchObject([
      { code: 'PAYLOAD_EXPIRED', severity: 'warning', params: { reason: 'holidays', until: '2026-12-10' } },
    ])
    expect((await read('cobv', COBV, { dpp: '2026-12-11', strict: true })).error).toMatchObject({
      code: 'PAYLOAD_EXPIRED',
      params: { reason: 'holidays' },
    })
    const isDiaUtil = (date: string): boolean => date !== '2026-12-10'
    const told = await read('cobv', COBV, { dpp: '2026-12-11', isDiaUtil })
    expect(told.warnings).toEqual([])
    expect(told.content?.remaining).not.toContain('check-holidays')
  })
})

describe('step 23, STALE', () => {
  test.each([-301, 301])('warns of a payload made %d seconds from now', async (seconds) => {
    const apresentacao = new Date(NOW - seconds * 1000).toISOString()
    const issue = {
      code: 'PAYLOAD_STALE',
      path: ['calendario', 'apresentacao'],
      params: { reason: 'presentation', seconds: 301 },
    }
    const payload = put(COB, 'calendario.apresentacao', apresentacao)
    expect((await read('cob', payload)).warnings).toMatchObject([{ ...issue, severity: 'warning' }])
    expect((await read('cob', payload, { strict: true })).error).toMatchObject(issue)
  })

  test.each([-300, 0, 300])('takes a payload made %d seconds from now', async (seconds) => {
    const apresentacao = new Date(NOW - seconds * 1000).toISOString()
    expect((await read('cob', put(COB, 'calendario.apresentacao', apresentacao))).warnings).toEqual([])
  })

  test('goes on warning of a charge that was closed, strictly too', async () => {
    const revisions = createRevisionMemory()
    await read('cob', put(COB, 'status', 'CONCLUIDA'), { revisions })
    const reopened = put(COB, 'revisao', 3)
    for (let times = 0; times < 3; times += 1) {
      expect((await read('cob', reopened, { revisions, strict: true })).error).toMatchObject({ code: 'PAYLOAD_STALE' })
      expect((await read('cob', reopened, { revisions })).warnings).toMatchObject([
        { params: { reason: 'closed-before' } },
      ])
    }
  })

  test('warns of an older revision', async () => {
    const revisions = createRevisionMemory()
    expect((await read('cob', COB, { revisions })).warnings).toEqual([])
    expect((await read('cob', put(COB, 'revisao', 3), { revisions })).warnings).toEqual([])
    const older = await read('cob', COB, { revisions })
    expect(older.warnings).toMatchObject([
      { code: 'PAYLOAD_STALE', path: ['revisao'], params: { reason: 'older-revision', revisao: 2, seen: 3 } },
    ])
    expect((await read('cob', COB, { revisions, strict: true })).error).toMatchObject({ code: 'PAYLOAD_STALE' })
    expect((await read('cob', put(COB, 'txid', 'a'.repeat(30)), { revisions })).warnings).toEqual([])
  })

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['paid', { status: 'CONCLUIDA' }, 'PAYLOAD_STATUS'],
    ['removed', { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }, 'PAYLOAD_STATUS'],
    ['expired', { 'calendario.expiracao': 1 }, 'PAYLOAD_EXPIRED'],
    ['against a rule', { 'valor.original': '0.00' }, 'PAYLOAD_RULES'],
  ])('warns of what is older than a revision that was refused because it was %s', async (_name, changes, code) => {
    const revisions = createRevisionMemory()
    expect((await read('cob', changed('cob', { revisao: 3, ...changes }), { revisions })).error).toMatchObject({ code })
    const older = await read('cob', COB, { revisions })
    expect(older.warnings).toMatchObject([{ params: { reason: 'older-revision', revisao: 2, seen: 3 } }])
    expect((await read('cob', COB, { revisions, strict: true })).error).toMatchObject({ code: 'PAYLOAD_STALE' })
  })

  test.each(['CONCLUIDA', 'REMOVIDA_PELO_PSP'])('warns of a charge that was %s and is open again', async (status) => {
    const revisions = createRevisionMemory()
    expect((await read('cob', COB, { revisions })).warnings).toEqual([])
    await read('cob', put(COB, 'status', status), { revisions })
    const issue = { code: 'PAYLOAD_STALE', path: ['status'], params: { reason: 'closed-before', revisao: 2, seen: 2 } }
    expect((await read('cob', COB, { revisions })).warnings).toMatchObject([issue])
    expect((await read('cob', COB, { revisions, strict: true })).error).toMatchObject(issue)
    expect((await read('cob', put(COB, 'revisao', 3), { revisions })).warnings).toMatchObject([
      { params: { reason: 'closed-before', revisao: 3, seen: 2 } },
    ])
  })

  test('waits for the memory before it refuses', async () => {
    const told: unknown[] = []
    const remember = async (key: string, { revisao, closed }: Revision): Promise<undefined> => {
      await Promise.resolve()
      told.push([key, revisao, closed])
      return undefined
    }
    const { steps } = await read('cob', put(COB, 'status', 'CONCLUIDA'), { revisions: { remember } })
    expect(told).toEqual([[`${LOCATIONS.cob} ${COB.txid}`, 2, true]])
    expect(steps.at(-1)).toMatchObject({ step: 'STATUS', outcome: 'failed' })
  })

  test('keeps receivers of one host apart: each has a location of its own, and may choose the txid of another', async () => {
    const revisions = createRevisionMemory()
    const verification = startVerification({ trustAnchors: [], now: NOW, revisions })
    const foreign = { ...COB, revisao: 2_147_483_647, chave: 'golpe@example.com' }
    const bytes = new TextEncoder().encode(JSON.stringify(foreign))
    await readContent(bytes, parseLocation('pix.example.com/qr/0a0b0c0d0e0f'), verification)
    expect((await read('cob', COB, { revisions, strict: true })).error).toBeUndefined()
  })

  test.each<[Kind, string, unknown]>([
    ['cob', 'valor.original', '0.01'],
    ['cob', 'valor.modalidadeAlteracao', 1],
    ['cob', 'chave', '+5561912345678'],
    ['cob', 'devedor', undefined],
    ['cob', 'calendario.expiracao', 3601],
    ['cob', 'solicitacaoPagador', 'outra'],
    ['cob', 'infoAdicionais', []],
    ['cobv', 'recebedor.nome', 'Outro'],
    ['cobv', 'calendario.dataDeVencimento', '2026-12-01'],
  ])('warns of a %s whose %s changed without a new revision', async (kind, path, value) => {
    const revisions = createRevisionMemory()
    await read(kind, BASE[kind], { revisions })
    const { warnings } = await read(kind, put(BASE[kind], path, value), { revisions })
    expect(warnings).toMatchObject([
      { code: 'PAYLOAD_STALE', path: ['revisao'], params: { reason: 'changed-content' } },
    ])
  })

  test.each<[Kind, Readonly<Record<string, unknown>>]>([
    ['cob', { 'calendario.apresentacao': '2026-11-23T15:00:10Z' }],
    ['cob', { 'valor.modalidadeAlteracao': 0 }],
    ['cob', { servidor: 'b' }],
    ['cobv', { valor: { original: '123.45', abatimento: '3.45', juros: '3.00', final: '123.00' } }],
  ])('does not mind a %s that differs by %j', async (kind, changes) => {
    const revisions = createRevisionMemory()
    await read(kind, BASE[kind], { revisions })
    const reordered = Object.fromEntries(Object.entries(changed(kind, changes)).toReversed())
    expect((await read(kind, reordered, { revisions })).warnings).toEqual([])
  })
})

describe('examples of the norm', () => {
  interface Example {
    readonly id: string
    readonly kind: Kind
    readonly now: string
    readonly tolerate?: VerifyOptions['tolerate']
    readonly payload: unknown
    readonly error?: object
    readonly warnings?: readonly string[]
  }
  const { cases } = JSON.parse(
    readFileSync(new URL('../../../../vectors/payload-content/bacen.json', import.meta.url), 'utf8'),
  ) as { cases: Example[] }

  test.each(cases)('$id', async ({ kind, now, tolerate, payload, error, warnings }) => {
    const outcome = await read(kind, payload, { now: Date.parse(now), tolerate })
    const found = outcome.warnings.map(({ code, path, params }) => `${code}:${params['reason']} ${path.join('.')}`)
    expect(found).toEqual(warnings ?? [])
    expect(outcome.error ?? {}).toMatchObject(error ?? {})
    expect(outcome.error === undefined).toBe(error === undefined)
  })
})

describe('properties of readContent', () => {
  const PATHS =
    'revisao calendario calendario.criacao valor valor.original valor.final valor.retirada devedor recebedor infoAdicionais status atualizacao vinculo chave idRec novo'.split(
      ' ',
    )
  const RUNS = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 4) }

  test.each([
    ['cob', anyCob(NOW)],
    ['cobv', anyCobV(NOW)],
    ['rec', anyRec(NOW)],
  ] as readonly [Kind, fc.Arbitrary<object>][])(
    'takes every %s that the norm allows, strictly, as it is',
    async (kind, any) => {
      await fc.assert(
        fc.asyncProperty(any, async (payload) => {
          const { content, error, warnings } = await read(kind, payload, { strict: true })
          expect(error).toBeUndefined()
          expect(content?.payload).toEqual(payload)
          expect(warnings).toEqual([])
        }),
        RUNS,
      )
    },
  )

  test('gives content or a PixkitError for any JSON, also where a payload has it inside', async () => {
    const kinds = fc.constantFrom<Kind>('cob', 'cobv', 'rec')
    const paths = fc.constantFrom(...PATHS)
    await fc.assert(
      fc.asyncProperty(kinds, paths, fc.jsonValue(), fc.boolean(), async (kind, path, value, isWhole) => {
        const owner = path.split('.')[0] ?? ''
        fc.pre(isWhole || path === owner || Object.hasOwn(BASE[kind], owner))
        const payload = isWhole ? value : put(BASE[kind], path, value)
        const { content, error } = await read(kind, payload, {
          tolerate: ['amount-format', 'null-member', 'number-as-text', 'peridiocidade'],
        })
        expect(content !== undefined || isPixkitError(error)).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('whole numbers', () => {
  const text = JSON.stringify(COB)

  test.each([
    ['"revisao":2', '"revisao":2.0', ['revisao']],
    ['"revisao":2', '"revisao":2147483646.9999999999', ['revisao']],
    ['"expiracao":3600', '"expiracao":36e2', ['calendario', 'expiracao']],
    [
      '"original":"37.50"',
      '"original":"37.50","modalidadeAlteracao":0.99999999999999999999',
      ['valor', 'modalidadeAlteracao'],
    ],
  ])('instead of %s are not written %s', async (written, other, path) => {
    const { error } = await readText('cob', text.replace(written, other))
    expect(error).toMatchObject({ code: 'PAYLOAD_JSON', path, params: { reason: 'number' } })
  })

  test('may be written in any way where no norm has them, and in texts', async () => {
    const other = text.replace('"revisao":2', '"revisao":2,"novo":1.50').replace('4711', ':1.5e3')
    expect((await readText('cob', other)).error).toBeUndefined()
  })
})

test('a payload with more defects than an oversight makes is not mended', async () => {
  const infoAdicionais = Array.from({ length: 50 }, () => ({ nome: 'a', valor: 'b', cpf: null }))
  const payload = { ...COB, infoAdicionais, solicitacaoPagador: null }
  const { error } = await read('cob', payload, { tolerate: ['null-member'] })
  expect(error).toMatchObject({ code: 'PAYLOAD_JSON', params: { reason: 'null-member' } })
  const fewer = { ...payload, infoAdicionais: infoAdicionais.slice(0, 40) }
  expect((await read('cob', fewer, { tolerate: ['null-member'] })).error).toBeUndefined()
})
