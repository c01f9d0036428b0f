import { inspect } from 'node:util'
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { createBacenClient } from './bacen-client.ts'
import { failedCallOf } from './failed-call.ts'
import { noteFailedCall } from './internal/note-failed-call.ts'
import {
  type JornadaProgress,
  progressOf,
  type JornadaClient,
  startJornada1,
  startJornada2,
  startJornada3,
  startJornada4,
} from './jornadas.ts'
import { sicredi } from './profiles/sicredi.ts'
import type { CobGerada, CobSolicitada } from './internal/types/cob.ts'
import type { CobVGerada, CobVSolicitada } from './internal/types/cobv.ts'
import type { RecCompleta } from './internal/types/rec.ts'
import type { SolicRecCompleta } from './internal/types/solic-rec.ts'

const LOCATION = 'pix.example.com/qr/v2/9d36b84fc70b478fb95c12729b90ca25'
const LOCATION_REC = 'pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002'
const ID_REC = 'RR1234567820261125abcdefghijk'
const TXID = '7978c0c97ea847e78e8849634473c1f1'

const REC = {
  vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' } },
  calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  politicaRetentativa: 'PERMITE_3R_7D',
} as const
const SOLIC_REC = {
  calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:00:00Z' },
  destinatario: { cpf: '12345678909', agencia: '2569', conta: '550689', ispbParticipante: '91193552' },
} as const
const COB: CobSolicitada = {
  calendario: { expiracao: 3600 },
  valor: { original: '35.00' },
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
}
const COBV: CobVSolicitada = {
  calendario: { dataDeVencimento: '2027-01-31' },
  devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
  valor: { original: '35.00' },
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
}
const ATTACKER = {
  location: LOCATION.replace('example', 'attacker.example'),
  locationRec: LOCATION_REC.replace('example', 'attacker.example'),
}
const MERCHANT = { merchantName: 'Loja', merchantCity: 'Brasilia' }

type Call = readonly [name: string, ...args: unknown[]]

interface Bank extends JornadaClient {
  readonly calls: Call[]
  readonly names: () => string[]
}

/** How a call fails: before it was done, or after, so that nobody knows. */
type Failure = 'refused' | 'lost-before' | 'lost-after'

/** A bank that remembers, and fails at the nth call of a name. */
function bankThat(
  { fails, at = 1, as = 'refused' }: { fails?: string; at?: number; as?: Failure } = {},
  { composite = true, locationRec = LOCATION_REC, location = LOCATION, dadosQR = true } = {},
): Bank {
  const calls: Call[] = []
  const recs: RecCompleta[] = []
  const solicRecs: SolicRecCompleta[] = []
  const run = async <Value>(name: string, args: unknown[], done: () => Value): Promise<Value> => {
    calls.push([name, ...args])
    const failing = name === fails && calls.filter(([called]) => called === name).length === at
    if (failing && as !== 'lost-after') {
      throw noteFailedCall(new Error(as), { operation: 'rec.create', params: {}, mayBeDone: as === 'lost-before' })
    }
    const value = done()
    if (failing) throw noteFailedCall(new Error(as), { operation: 'rec.create', params: {}, mayBeDone: true })
    return value
  }
  const codeOf = (txid: string | undefined): string =>
    txid !== undefined && composite
      ? buildBrCode({ kind: 'dynamic', location, locationRec, ...MERCHANT })
      : buildBrCode({ kind: 'recurrence', locationRec, ...MERCHANT })
  return {
    calls,
    names: () => calls.map(([name]) => name),
    cob: {
      create: (cob, options) =>
        run(
          'cob.create',
          [cob, options],
          () => ({ ...cob, txid: options?.txid, status: 'ATIVA', loc: { location: LOCATION } }) as unknown as CobGerada,
        ),
    },
    cobv: {
      create: (cobv, options) =>
        run(
          'cobv.create',
          [cobv, options],
          () =>
            ({ ...cobv, txid: options?.txid, status: 'ATIVA', loc: { location: LOCATION } }) as unknown as CobVGerada,
        ),
    },
    locRec: {
      create: () =>
        run('locRec.create', [], () => ({ id: 108, location: LOCATION_REC, criacao: '2026-11-25T12:00:00Z' })),
      get: (id) =>
        run('locRec.get', [id], () => ({
          id: 108,
          location: LOCATION_REC,
          criacao: '2026-11-25T12:00:00Z',
          idRec: recs[0]?.idRec,
        })),
    },
    rec: {
      create: (rec) =>
        run('rec.create', [rec], () => {
          const made = {
            ...rec,
            idRec: ID_REC,
            status: 'CRIADA',
            loc: { location: LOCATION_REC },
          } as unknown as RecCompleta
          recs.push(made)
          return made
        }),
      get: (idRec, options) =>
        run('rec.get', [idRec, options?.txid], () => ({
          ...(recs[0] as RecCompleta),
          solicitacao: solicRecs,
          dadosQR: dadosQR ? { pixCopiaECola: codeOf(options?.txid) } : undefined,
        })),
    },
    solicRec: {
      create: (solicRec) =>
        run('solicRec.create', [solicRec], () => {
          const made = {
            ...solicRec,
            idSolicRec: 'SC1234567820261125abcdefghijk',
            status: 'CRIADA',
            atualizacao: [],
          } as const
          solicRecs.push(made)
          return made
        }),
    },
  }
}

const start = {
  1: (client: JornadaClient, options = {}) => startJornada1(client, { rec: REC, solicRec: SOLIC_REC }, options),
  2: (client: JornadaClient, options = {}) => startJornada2(client, { rec: REC }, options),
  3: (client: JornadaClient, options = {}) => startJornada3(client, { cob: COB, rec: REC }, options),
  4: (client: JornadaClient, options = {}) => startJornada4(client, { cobv: COBV, rec: REC }, options),
} as const

const ORDER = {
  1: ['rec.create', 'solicRec.create'],
  2: ['locRec.create', 'rec.create', 'rec.get'],
  3: ['cob.create', 'locRec.create', 'rec.create', 'rec.get'],
  4: ['locRec.create', 'cobv.create', 'rec.create', 'rec.get'],
} as const
const JORNADAS = [1, 2, 3, 4] as const

describe('jornadas', () => {
  test.each(JORNADAS)('%i makes the calls of the guide in order', async (jornada) => {
    const bank = bankThat()
    await start[jornada](bank)
    expect(bank.names()).toEqual(ORDER[jornada])
  })

  test('1 asks the payer to confirm the recurrence that was made', async () => {
    const bank = bankThat()
    const { rec, solicRec } = await start[1](bank)
    expect(rec.idRec).toBe(ID_REC)
    expect(solicRec.idSolicRec).toBe('SC1234567820261125abcdefghijk')
    expect(bank.calls).toEqual([
      ['rec.create', REC],
      ['solicRec.create', { ...SOLIC_REC, idRec: ID_REC }],
    ])
  })

  test('2 gives the code of the recurrence at its location', async () => {
    const bank = bankThat()
    const { pixCopiaECola, locRec, rec } = await start[2](bank)
    expect(pixCopiaECola).toBe(buildBrCode({ kind: 'recurrence', locationRec: LOCATION_REC, ...MERCHANT }))
    expect([locRec.id, rec.idRec]).toEqual([108, ID_REC])
    expect(bank.calls[1]).toEqual(['rec.create', { ...REC, loc: 108 }])
    expect(bank.calls[2]).toEqual(['rec.get', ID_REC, undefined])
  })

  test('3 ties the recurrence to the charge', async () => {
    const bank = bankThat()
    const { cob, pixCopiaECola } = await startJornada3(bank, { cob: COB, rec: REC }, { txid: TXID })
    expect(cob.txid).toBe(TXID)
    expect(pixCopiaECola).toBe(
      buildBrCode({ kind: 'dynamic', location: LOCATION, locationRec: LOCATION_REC, ...MERCHANT }),
    )
    expect(bank.calls[2]).toEqual(['rec.create', { ...REC, loc: 108, ativacao: { dadosJornada: { txid: TXID } } }])
    expect(bank.calls[3]).toEqual(['rec.get', ID_REC, TXID])
  })

  test('4 does not, unless the bank wants it', async () => {
    const bank = bankThat()
    const { cobv } = await start[4](bank)
    expect(bank.calls[2]).toEqual(['rec.create', { ...REC, loc: 108 }])
    expect(bank.calls[3]).toEqual(['rec.get', ID_REC, cobv.txid])
    const sicredi = bankThat()
    await startJornada4(sicredi, { cobv: COBV, rec: REC }, { txid: TXID, sendsTxid: true })
    expect(sicredi.calls[2]).toEqual(['rec.create', { ...REC, loc: 108, ativacao: { dadosJornada: { txid: TXID } } }])
  })

  test('without a code from the bank there is none', async () => {
    expect((await start[3](bankThat({}, { dadosQR: false }))).pixCopiaECola).toBeUndefined()
  })

  test.each([
    ['of another recurrence', { locationRec: `${LOCATION_REC}x` }, 'location'],
    ['of another host', ATTACKER, 'host'],
    ['of another charge', { location: `${LOCATION}x` }, 'location'],
    ['without the charge', { composite: false }, 'kind'],
  ])('3 refuses a code %s, and keeps what is made', async (_name, code, reason) => {
    const error = await rejectionOf(start[3](bankThat({}, code)))
    expect(error).toMatchObject({ code: 'BACEN_COPIA_E_COLA', path: ['dadosQR', 'pixCopiaECola'], params: { reason } })
    expect(progressOf(error)).toMatchObject({ cob: COB, locRec: { id: 108 }, rec: { idRec: ID_REC } })
  })

  test.each(['3', '4'] as const)('%s refuses the code of a charge whose location nobody told', async (name) => {
    const bank = bankThat()
    const silent = async (): Promise<never> => ({ txid: TXID, status: 'ATIVA' }) as never
    const request = { ...bank, cob: { create: silent }, cobv: { create: silent } }
    const error = await rejectionOf(start[name](request))
    expect(error).toMatchObject({
      code: 'BACEN_COPIA_E_COLA',
      path: ['dadosQR', 'pixCopiaECola'],
      params: { reason: 'not-comparable' },
      issues: [{ severity: 'error' }],
    })
    expect(progressOf(error)).toMatchObject({ txid: expect.any(String), rec: { idRec: ID_REC } })
  })

  test('2 refuses a code that pays something, and one of a location that only the last answer names', async () => {
    const reasonOf = async (pixCopiaECola: string, answer: object = {}): Promise<unknown> => {
      const bank = bankThat()
      const last = { idRec: ID_REC, loc: { location: ATTACKER.locationRec }, ...answer, dadosQR: { pixCopiaECola } }
      const get = async () => last as unknown as RecCompleta
      const error = await rejectionOf(start[2]({ ...bank, rec: { ...bank.rec, get } }))
      return (error as { params: { reason: string } }).params.reason
    }
    const foreign = { kind: 'dynamic', location: `${LOCATION}x`, locationRec: LOCATION_REC, ...MERCHANT } as const
    expect(await reasonOf(buildBrCode(foreign))).toBe('charge')
    const key = { kind: 'static', chave: COB.chave, locationRec: LOCATION_REC, ...MERCHANT } as const
    expect(await reasonOf(buildBrCode(key))).toBe('charge')
    const other = { kind: 'recurrence', locationRec: ATTACKER.locationRec, ...MERCHANT } as const
    expect(await reasonOf(buildBrCode(other))).toBe('host')
    const beside = { loc: { location: LOCATION_REC }, location: ATTACKER.locationRec }
    expect(await reasonOf(buildBrCode(other), beside)).toBe('host')
  })

  test.each([{}, null, [], { id: '108' }, { id: undefined }])(
    'makes no recurrence without the id of its location: %j',
    async (answer) => {
      const bank = bankThat()
      for (const jornada of [2, 3, 4] as const) {
        const locRec = { ...bank.locRec, create: async () => answer as never }
        const error = await rejectionOf(start[jornada]({ ...bank, locRec }))
        expect(error).toMatchObject({
          code: 'BACEN_RESPONSE',
          path: ['id'],
          params: { reason: 'missing' },
          mayBeDone: true,
        })
        expect(progressOf(error)).toMatchObject({ uncertain: 'locRec' })
        expect(progressOf(error)).not.toHaveProperty('locRec')
      }
      expect(bank.names()).not.toContain('rec.create')
    },
  )

  test('finds the recurrence whose answer did not name it', async () => {
    const bank = bankThat()
    const create: typeof bank.rec.create = async (rec) => {
      await bank.rec.create(rec)
      return {} as never
    }
    const error = await rejectionOf(start[2]({ ...bank, rec: { ...bank.rec, create } }))
    expect(error).toMatchObject({ code: 'BACEN_RESPONSE', path: ['idRec'] })
    expect((await start[2](bank, { progress: progressOf(error) })).rec.idRec).toBe(ID_REC)
    expect(bank.names().filter((name) => name === 'rec.create')).toHaveLength(1)
  })

  /** A jornada whose recurrence was lost, and whose location then says that it has `idRec`. */
  const resume = async (idRec: unknown, found: object = {}): Promise<{ run: Promise<unknown>; made: () => number }> => {
    const bank = bankThat({ fails: 'rec.create', as: 'lost-after' })
    const progress = progressOf(await rejectionOf(start[2](bank)))
    const locRec = {
      ...bank.locRec,
      get: async () => ({ id: 108, location: LOCATION_REC, criacao: '2026-11-25T12:00:00Z', idRec }) as never,
    }
    const get: typeof bank.rec.get = async (id, options) => ({ ...(await bank.rec.get(id, options)), ...found })
    const run = start[2]({ ...bank, locRec, rec: { ...bank.rec, get } }, { progress })
    return { run, made: () => bank.names().filter((name) => name === 'rec.create').length }
  }

  test('what is uncertain stays so through a refusal, and is sent as what may exist', async () => {
    const bank = bankThat()
    const sent: unknown[] = []
    const failing = (mayBeDone: boolean): Bank => ({
      ...bank,
      cob: {
        create: async (_cob, options) => {
          sent.push(options?.mayExist)
          throw noteFailedCall(new Error('x'), { operation: 'cob.create', params: {}, mayBeDone })
        },
      },
    })
    let progress = progressOf(await rejectionOf(start[3](failing(true))))
    for (const mayBeDone of [true, false]) {
      progress = progressOf(await rejectionOf(start[3](failing(mayBeDone), { progress })))
      expect(progress).toMatchObject({ uncertain: 'cob' })
    }
    expect(sent).toEqual([false, true, true])
    const refused = progressOf(await rejectionOf(start[3](failing(false))))
    expect(refused).toMatchObject({ uncertain: undefined })
  })

  test.each([null, '', ' ', undefined, 7, {}, [], 'RR 1', '../1'])(
    'makes the recurrence where its location has none: %j',
    async (idRec) => {
      const { run, made } = await resume(idRec)
      expect(await run).toMatchObject({ rec: { idRec: ID_REC } })
      expect(made()).toBe(2)
    },
  )

  test.each([
    ['amount', { valor: { valorRec: '9999.00' } }, ['valor', 'valorRec']],
    ['payer', { vinculo: { ...REC.vinculo, devedor: { cpf: '98765432100' } } }, ['vinculo', 'devedor', 'cpf']],
    ['first day', { calendario: { ...REC.calendario, dataInicial: '2027-03-01' } }, ['calendario', 'dataInicial']],
    ['contract', { vinculo: { ...REC.vinculo, contrato: '63100863' } }, ['vinculo', 'contrato']],
    [
      'kind of payer',
      { vinculo: { ...REC.vinculo, devedor: { cnpj: '12345678000195' } } },
      ['vinculo', 'devedor', 'cnpj'],
    ],
    ['end', { status: 'CANCELADA' }, ['status']],
  ])('goes on with no recurrence that is another one by its %s', async (_what, found, path) => {
    const { run, made } = await resume(ID_REC, found)
    const error = await rejectionOf(run)
    expect(error).toMatchObject({
      code: 'BACEN_IN_USE',
      path,
      params: { reason: 'different', operation: 'rec.create' },
    })
    expect(failedCallOf(error)).toMatchObject({ mayBeDone: false, answer: { idRec: ID_REC, ...found } })
    expect(progressOf(error)).toMatchObject({ uncertain: 'rec' })
    expect(made()).toBe(1)
  })

  test('goes on with the recurrence as the bank shows it', async () => {
    const { run, made } = await resume(ID_REC, { valor: { valorRec: '35' }, vinculo: undefined, status: 'APROVADA' })
    expect(await run).toMatchObject({ rec: { idRec: ID_REC } })
    expect(made()).toBe(1)
  })

  test('goes on with nothing that has no id', async () => {
    const bank = bankThat()
    const progress = { locRec: {} } as unknown as JornadaProgress
    expect(await rejectionOf(start[2](bank, { progress }))).toMatchObject({ code: 'BACEN_RESPONSE', path: ['id'] })
    expect(bank.calls).toEqual([])
  })

  test.each([
    [1, { rec: { ...REC, politicaRetentativa: 'SIM' }, solicRec: SOLIC_REC }, ['rec', 'politicaRetentativa']],
    [1, { rec: REC, solicRec: { ...SOLIC_REC, destinatario: {} } }, ['solicRec', 'destinatario', 'conta']],
    [2, { rec: { ...REC, valor: { valorRec: '35' } } }, ['rec', 'valor', 'valorRec']],
    [3, { rec: REC, cob: { ...COB, chave: undefined } }, ['cob', 'chave']],
    [3, { rec: { ...REC, vinculo: undefined }, cob: COB }, ['rec', 'vinculo']],
    [4, { rec: REC, cobv: { ...COBV, valor: undefined } }, ['cobv', 'valor']],
  ] as const)('%i makes nothing when any request is wrong: %#', async (jornada, request, path) => {
    const bank = bankThat()
    const run = { 1: startJornada1, 2: startJornada2, 3: startJornada3, 4: startJornada4 }[jornada]
    const error = await rejectionOf(run(bank, request as never))
    expect(error).toMatchObject({ code: 'BACEN_REQUEST', path })
    expect(error).toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ path })]) })
    expect(bank.calls).toEqual([])
  })
})

const TOKEN = { access_token: 'abc', token_type: 'Bearer', expires_in: 300 }
const SICREDI = {
  profile: sicredi,
  ambiente: 'homologacao',
  credentials: { clientId: 'loja', clientSecret: 'segredo' },
  clock: () => Date.UTC(2026, 10, 25, 12),
} as const

describe('through a client of Sicredi', () => {
  /** Answers every call as the bank in memory does. */
  const sicrediThat = (bank: Bank) => {
    const requests: string[] = []
    const answers: Readonly<Record<string, (url: URL, body: never) => Promise<unknown>>> = {
      'POST /api/v1/rec': (_url, body) => bank.rec.create(body),
      'POST /api/v1/SolicRec': (_url, body) => bank.solicRec.create(body),
      'POST /api/v1/locrec': () => bank.locRec.create(),
      'PUT /api/v3/cob/{txid}': ({ pathname }, body) => bank.cob.create(body, { txid: pathname.slice(-32) }),
      'PUT /api/v2/cobv/{txid}': ({ pathname }, body) => bank.cobv.create(body, { txid: pathname.slice(-32) }),
      'GET /api/v1/rec/{idRec}': ({ searchParams }) =>
        bank.rec.get(ID_REC, { txid: searchParams.get('txid') ?? undefined }),
    }
    const transport = fetchTransport(async (input, init) => {
      const url = new URL(String(input))
      if (url.pathname === '/oauth/token') return Response.json(TOKEN)
      const path = url.pathname.replace(ID_REC, '{idRec}').replace(/[a-zA-Z0-9]{32}$/, '{txid}')
      const name = `${init?.method} ${path}`
      requests.push(name)
      const body = init?.body ? JSON.parse(await new Response(init.body).text()) : undefined
      return Response.json(await answers[name]?.(url, body as never), { status: 201 })
    })
    const client = createBacenClient({ ...SICREDI, transport })
    return { client, requests }
  }

  test.each([
    [1, ['POST /api/v1/rec', 'POST /api/v1/SolicRec']],
    [2, ['POST /api/v1/locrec', 'POST /api/v1/rec', 'GET /api/v1/rec/{idRec}']],
    [3, ['PUT /api/v3/cob/{txid}', 'POST /api/v1/locrec', 'POST /api/v1/rec', 'GET /api/v1/rec/{idRec}']],
    [4, ['POST /api/v1/locrec', 'PUT /api/v2/cobv/{txid}', 'POST /api/v1/rec', 'GET /api/v1/rec/{idRec}']],
  ] as const)('%i calls %j', async (jornada, expected) => {
    const { client, requests } = sicrediThat(bankThat())
    await start[jornada](client)
    expect(requests).toEqual(expected)
  })

  test('goes on after an answer that was lost', async () => {
    const bank = bankThat()
    const { client, requests } = sicrediThat(bank)
    const broken = createBacenClient({
      ...SICREDI,
      retry: { attempts: 1 },
      transport: fetchTransport(async (input) => {
        if (String(input).endsWith('/oauth/token')) return Response.json(TOKEN)
        if (String(input).endsWith('/locrec')) return Response.json(await bank.locRec.create(), { status: 201 })
        await bank.rec.create({ ...REC, loc: 108 })
        throw new TypeError('fetch failed')
      }),
    })
    const error = await rejectionOf(start[2](broken))
    expect(error).toMatchObject({ mayBeDone: true })
    expect(progressOf(error)).toMatchObject({ locRec: { id: 108 }, uncertain: 'rec' })
    const { rec } = await start[2]({ ...client, locRec: bank.locRec }, { progress: progressOf(error) })
    expect(rec.idRec).toBe(ID_REC)
    expect(requests).toEqual(['GET /api/v1/rec/{idRec}', 'GET /api/v1/rec/{idRec}'])
  })
})

describe('progressOf', () => {
  const cases = JORNADAS.flatMap((jornada) =>
    ORDER[jornada].flatMap((fails) =>
      (['refused', 'lost-before', 'lost-after'] as const).map((as) => [jornada, fails, as] as const),
    ),
  )

  test.each(cases)('%i goes on after %s was %s, and makes nothing twice', async (jornada, fails, as) => {
    const bank = bankThat({ fails, as })
    const error = await rejectionOf(start[jornada](bank))
    const progress = progressOf(error)
    expect(progress).toBeDefined()
    const stored = JSON.parse(JSON.stringify(progress)) as JornadaProgress
    const before = bank.names()
    const result = await start[jornada](bank, { progress: stored })
    expect(result).toHaveProperty('rec.idRec', ID_REC)

    // What was done before the failure is not asked for again.
    const after = bank.names().slice(before.length)
    for (const done of before.slice(0, -1)) expect(after).not.toContain(done)
    // What was lost after it was done is found: by its location, among the requests, or by its own txid.
    const found = as === 'lost-after' && fails === 'rec.create' && jornada !== 1
    expect(after.includes('rec.create')).toBe(
      !found && ORDER[jornada].indexOf('rec.create' as never) >= before.length - 1,
    )
    expect(bank.names().filter((name) => name === 'solicRec.create').length).toBe(
      jornada !== 1 ? 0 : as !== 'lost-after' && fails === 'solicRec.create' ? 2 : 1,
    )
  })

  test.each([
    ['cob.create', 3],
    ['cobv.create', 4],
  ] as const)('a lost %s is sent again under the same txid, as one that may exist', async (fails, jornada) => {
    const bank = bankThat({ fails, as: 'lost-after' })
    const error = await rejectionOf(start[jornada](bank))
    await start[jornada](bank, { progress: progressOf(error) })
    const [first, second] = bank.calls.filter(([name]) => name === fails).map(([, , options]) => options)
    expect(first).toMatchObject({ mayExist: false, txid: progressOf(error)?.txid })
    expect(second).toMatchObject({ mayExist: true, txid: progressOf(error)?.txid })
  })

  test('a refused charge may be corrected: it is sent as a new one', async () => {
    const bank = bankThat({ fails: 'cob.create' })
    const error = await rejectionOf(start[3](bank))
    await start[3](bank, { progress: progressOf(error) })
    expect(bank.calls[1]?.[2]).toMatchObject({ mayExist: false })
  })

  /** Resumes jornada 1 after a request to confirm of which nobody knows whether it was made. */
  const resumedWith = async (solicitacao: unknown): Promise<readonly string[]> => {
    const bank = bankThat({ fails: 'solicRec.create', as: 'lost-before' })
    const error = await rejectionOf(start[1](bank))
    const get = async () => ({ idRec: ID_REC, solicitacao }) as unknown as RecCompleta
    await start[1]({ ...bank, rec: { ...bank.rec, get } }, { progress: progressOf(error) })
    return bank.names().slice(2)
  }

  test.each(['CRIADA', 'ENVIADA', 'RECEBIDA', 'ACEITA'])(
    'a request to confirm that is %s is not made again',
    async (status) => {
      expect(await resumedWith([{ status: 'EXPIRADA' }, { status }])).toEqual([])
    },
  )

  test.each([undefined, null, {}, 'x', 5, [null], [{ status: 'REJEITADA' }, { status: 'CANCELADA' }]])(
    'one is made anew where the bank has %j',
    async (solicitacao) => {
      expect(await resumedWith(solicitacao)).toEqual(['solicRec.create'])
    },
  )

  test('an expired request to confirm is made anew', async () => {
    const bank = bankThat({ fails: 'solicRec.create', as: 'lost-before' })
    const error = await rejectionOf(start[1](bank))
    await start[1](bank, { progress: progressOf(error) })
    expect(bank.names()).toEqual(['rec.create', 'solicRec.create', 'rec.get', 'solicRec.create'])
  })

  test('onProgress sees every step before and after, so that the end of the process loses nothing', async () => {
    const seen: JornadaProgress[] = []
    const bank = bankThat()
    await startJornada3(
      bank,
      { cob: COB, rec: REC },
      { txid: TXID, onProgress: (progress) => void seen.push(progress) },
    )
    expect(seen.map(({ uncertain }) => uncertain)).toEqual(['cob', undefined, 'locRec', undefined, 'rec', undefined])
    expect(seen[0]).toEqual({ txid: TXID, uncertain: 'cob' })

    // The process ended after the recurrence was sent, before anything was heard.
    const again = await startJornada3(bank, { cob: COB, rec: REC }, { progress: seen[4] })
    expect(again.rec.idRec).toBe(ID_REC)
    expect(bank.names().slice(4)).toEqual(['locRec.get', 'rec.get', 'rec.get'])
  })

  test('what onProgress throws stops the jornada before the call', async () => {
    const bank = bankThat()
    const error = await rejectionOf(
      start[2](bank, {
        onProgress: () => {
          throw new Error('disk full')
        },
      }),
    )
    expect(error).toMatchObject({ message: 'disk full' })
    expect(bank.calls).toEqual([])
  })

  test('shows nothing of it when the error is printed', async () => {
    const error = await rejectionOf(start[3](bankThat({ fails: 'rec.create' })))
    expect(progressOf(error)?.cob).toMatchObject(COB)
    const printed = inspect(error, { depth: 9 }) + JSON.stringify(error)
    expect(printed).not.toContain(COB.chave)
  })

  test.each([undefined, null, 'x', new Error('x'), {}])('knows nothing of %o', (value) => {
    expect(progressOf(value)).toBeUndefined()
  })

  test('what is thrown and takes no notes comes through', async () => {
    const client = { ...bankThat(), locRec: { create: () => Promise.reject(Object.freeze(new Error('frozen'))) } }
    const error = await rejectionOf(startJornada2(client as never, { rec: REC }))
    expect(error).toMatchObject({ message: 'frozen' })
    expect(progressOf(error)).toBeUndefined()
  })
})
