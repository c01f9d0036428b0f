import { httpFailure } from '@pixkit/http/failure'
import { describe, expect, test } from 'vitest'
import { type RecordedRequest, recordingBank, type Reply } from '../../../../tests/lib/recording-bank.ts'
import { rejectionOf } from '../../../../tests/lib/rejection-of.ts'
import type { BacenClient } from '../bacen-client.ts'
import { failedCallOf } from '../failed-call.ts'
import { efi } from '../profiles/efi.ts'

const TXID = '7978c0c97ea847e78e8849634473c1f1'
const E2EID = 'E12345678202611251221abcdef12345'
const CHAVE = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'
const COB = { calendario: { expiracao: 3_600 }, valor: { original: '37.00' }, chave: CHAVE }
const COBV = {
  calendario: { dataDeVencimento: '2027-01-31' },
  devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
  valor: { original: '123.45' },
  chave: CHAVE,
}
const COBR = {
  idRec: 'RN1234567820261125abcdefghijk',
  calendario: { dataDeVencimento: '2027-02-01' },
  valor: { original: '35.00' },
  ajusteDiaUtil: true,
  recebedor: { conta: '012682', tipoConta: 'CORRENTE' },
} as const

/** A fixed token is not renewed. */
const FIXED = { clientId: 'shop', accessToken: 'fixed' }

const drop = (): never => {
  throw httpFailure('HTTP_CONNECT', { reason: 'reset' })
}

interface Kind {
  readonly name: string
  readonly create: (client: BacenClient, mayExist?: boolean) => Promise<unknown>
  readonly ids: Readonly<Record<string, string | number>>
  readonly body: object
  /** What the bank has of something else. */
  readonly other: object
  readonly difference: (string | number)[]
}

const kinds: readonly Kind[] = [
  {
    name: 'cob.create',
    create: ({ cob }, mayExist) => cob.create(COB, { txid: TXID, mayExist }),
    ids: { txid: TXID },
    body: { ...COB, txid: TXID, status: 'ATIVA' },
    other: { ...COB, txid: TXID, status: 'ATIVA', valor: { original: '38.00' } },
    difference: ['valor', 'original'],
  },
  {
    name: 'cobv.create',
    create: ({ cobv }, mayExist) => cobv.create(COBV, { txid: TXID, mayExist }),
    ids: { txid: TXID },
    body: { ...COBV, txid: TXID, status: 'ATIVA' },
    other: { ...COBV, txid: TXID, status: 'ATIVA', calendario: { dataDeVencimento: '2027-02-28' } },
    difference: ['calendario', 'dataDeVencimento'],
  },
  {
    name: 'cobr.create',
    create: ({ cobr }, mayExist) => cobr.create(COBR, { txid: TXID, mayExist }),
    ids: { txid: TXID },
    body: { ...COBR, txid: TXID, status: 'CRIADA' },
    other: { ...COBR, txid: TXID, status: 'CRIADA', idRec: 'RN1234567820261125abcdefghijz' },
    difference: ['idRec'],
  },
  {
    name: 'pix.createDevolucao',
    create: ({ pix }, mayExist) => pix.createDevolucao(E2EID, { valor: '7.89' }, { id: 'order1', mayExist }),
    ids: { e2eid: E2EID, id: 'order1' },
    body: { id: 'order1', valor: '7.89', status: 'EM_PROCESSAMENTO' },
    other: { id: 'order1', valor: '7.90', status: 'EM_PROCESSAMENTO' },
    difference: ['valor'],
  },
  {
    name: 'loteCobv.put',
    create: ({ loteCobv }, mayExist) =>
      loteCobv.put(7, { descricao: 'Janeiro', cobsv: [{ ...COBV, txid: TXID }] }, { mayExist }),
    ids: { id: 7 },
    body: { descricao: 'Janeiro', cobsv: [{ txid: TXID, status: 'EM_PROCESSAMENTO' }] },
    other: { descricao: 'Janeiro', cobsv: [] },
    difference: ['cobsv'],
  },
]

const NONE_SUCH = {
  status: 404,
  body: { type: 'https://pix.bcb.gov.br/api/v2/error/CobNaoEncontrado', title: 'Não encontrado', status: 404 },
}

/** A bank that drops the first PUT, refuses the others, and shows what it has. */
const refusing =
  (status: number, stored: Reply, first: () => Reply = drop) =>
  ({ method }: RecordedRequest, index: number): Reply => {
    if (method === 'GET') return stored
    return index === 0 ? first() : { status, body: { title: 'em uso' } }
  }

describe.each(kinds)('$name', ({ name, create, ids, body, other, difference }) => {
  test.each([400, 409, 422])('sent again and refused with %i: what the bank has is what was sent', async (status) => {
    const { client, requests } = recordingBank(refusing(status, { body }))
    const answer = await create(client)
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET'])
    expect(requests[2]?.path).toBe(requests[0]?.path)
    expect(answer).toEqual(name === 'loteCobv.put' ? undefined : body)
  })

  test('sent again and refused: the bank has something else', async () => {
    const { client } = recordingBank(refusing(409, { body: other }))
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({
      code: 'BACEN_IN_USE',
      path: difference,
      params: { reason: 'different', operation: name },
    })
    expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: false, answer: other })
  })

  test('sent again and refused: that the bank has nothing yet proves nothing', async () => {
    const { client } = recordingBank(refusing(400, NONE_SUCH))
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 400, mayBeDone: true })
    expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: true })
  })

  test.each([400, 401, 403, 404, 409, 422, 429])(
    'refused at once with %i, sent before by the caller: that the bank has nothing yet proves nothing',
    async (status) => {
      const settings = { retry: { attempts: 2, baseMs: 0 }, credentials: FIXED }
      for (const none of [NONE_SUCH, { status: 404, body: { message: 'Not Found' } }, { status: 429 }]) {
        const { client } = recordingBank(({ method }) => (method === 'GET' ? none : { status, body: {} }), settings)
        const error = await rejectionOf(create(client, true))
        expect(error).toMatchObject({ code: 'HTTP_STATUS', status, mayBeDone: true })
        expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: true })
      }
    },
  )

  test('sent again and refused: the bank does not say what it has', async () => {
    const { client } = recordingBank(refusing(400, { status: 500 }))
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 400, mayBeDone: true })
    expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: true })
  })

  test('refused at once: it stays refused, and nothing is read', async () => {
    const { client, requests } = recordingBank(() => ({ status: 409, body: {} }))
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 409 })
    expect(failedCallOf(error)).toMatchObject({ params: ids, mayBeDone: false })
    expect(requests).toHaveLength(1)
  })

  test('refused at once, and the caller sent it before', async () => {
    const same = recordingBank(({ method }) => (method === 'GET' ? { body } : { status: 409, body: {} }))
    await create(same.client, true)
    expect(same.requests.map(({ method }) => method)).toEqual(['PUT', 'GET'])
    const different = recordingBank(({ method }) => (method === 'GET' ? { body: other } : { status: 409, body: {} }))
    expect(await rejectionOf(create(different.client, true))).toMatchObject({ code: 'BACEN_IN_USE' })
  })

  test.each([401, 403, 404, 429])('sent again and refused with %i, which says nothing of the first', async (status) => {
    const retry = { attempts: 2, baseMs: 0 }
    const done = recordingBank(refusing(status, { body }), { retry, credentials: FIXED })
    await create(done.client)
    expect(done.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET'])
    const unknown = recordingBank(refusing(status, { status }), {
      retry: { attempts: 2, baseMs: 0 },
      credentials: FIXED,
    })
    const error = await rejectionOf(create(unknown.client))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status })
    expect(failedCallOf(error)).toMatchObject({ params: ids, mayBeDone: true })
  })

  test.each([401, 429])('first refused with %i, then as in use: another has it', async (status) => {
    const { client, requests } = recordingBank(refusing(409, { body }, () => ({ status })))
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 409 })
    expect(failedCallOf(error)).toMatchObject({ mayBeDone: false })
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'PUT'])
  })

  test('the caller sent it before, and it is refused or does not leave', async () => {
    const refused = recordingBank(({ method }) => ({ status: method === 'GET' ? 503 : 403, body: {} }))
    expect(await rejectionOf(create(refused.client, true))).toMatchObject({ status: 403, mayBeDone: true })
    const { client } = recordingBank(() => {
      throw httpFailure('HTTP_CONNECT', { reason: 'refused' })
    })
    expect(await rejectionOf(create(client, true))).toMatchObject({ code: 'HTTP_CONNECT', mayBeDone: true })
  })

  test('nobody knows what became of it: the error has the ids', async () => {
    const { client, requests } = recordingBank(drop)
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT', mayBeDone: true, params: { attempts: 3 } })
    expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: true })
    expect(requests).toHaveLength(3)
  })

  test('it never left: nothing was done', async () => {
    const { client } = recordingBank(() => {
      throw httpFailure('HTTP_CONNECT', { reason: 'refused' })
    })
    const error = await rejectionOf(create(client))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT', params: { attempts: 3 } })
    expect(failedCallOf(error)).toEqual({ operation: name, params: ids, mayBeDone: false })
  })
})

describe('what was generated', () => {
  test('a txid made for the call is in the error', async () => {
    const { client, requests } = recordingBank(drop)
    const error = await rejectionOf(client.cob.create(COB))
    const { params } = failedCallOf(error) ?? {}
    expect(requests.map(({ path }) => path)).toEqual(Array(3).fill(`/api/v2/cob/${params?.['txid']}`))
  })

  test('POST is sent once, and may be done', async () => {
    const { client, requests } = recordingBank(drop)
    const error = await rejectionOf(client.cob.createWithoutTxid(COB))
    expect(requests).toHaveLength(1)
    expect(failedCallOf(error)).toEqual({ operation: 'cob.createWithoutTxid', params: {}, mayBeDone: true })
  })

  test('a read that fails says nothing of the kind', async () => {
    const { client } = recordingBank(drop)
    const error = await rejectionOf(client.cob.get(TXID))
    expect(error).toMatchObject({ code: 'HTTP_CONNECT' })
    expect(failedCallOf(error)).toBeUndefined()
  })

  test('a code that pays somebody else is found when reading back, too', async () => {
    const stored = { ...COB, txid: TXID, status: 'ATIVA', location: 'pix.example.com/1', pixCopiaECola: 'x' }
    const { client } = recordingBank(refusing(409, { body: stored }))
    const error = await rejectionOf(client.cob.create(COB, { txid: TXID }))
    expect(error).toMatchObject({ code: 'BACEN_COPIA_E_COLA', mayBeDone: true })
    expect(failedCallOf(error)).toEqual({
      operation: 'cob.create',
      params: { txid: TXID },
      mayBeDone: true,
      answer: stored,
    })
  })

  test('what is over is not what was sent', async () => {
    const stored = { id: 'order1', valor: '7.89', status: 'NAO_REALIZADO' }
    const { client } = recordingBank(refusing(409, { body: stored }))
    const error = await rejectionOf(client.pix.createDevolucao(E2EID, { valor: '7.89' }, { id: 'order1' }))
    expect(error).toMatchObject({ code: 'BACEN_IN_USE', path: ['status'] })
  })

  test('none such at Efí, which says so with 400, proves nothing either', async () => {
    const { client } = recordingBank(() => ({ status: 400, body: { nome: 'cobranca_nao_encontrada' } }), {
      profile: efi,
    })
    const error = await rejectionOf(client.cob.create(COB, { txid: TXID, mayExist: true }))
    expect(failedCallOf(error)).toMatchObject({ mayBeDone: true })
  })

  test('one return, however late the bank does what it had lost', async () => {
    const pending = new Set<string>()
    const done: string[] = []
    const { client } = recordingBank(({ method, path }, index) => {
      const id = path.split('/').at(-1) ?? ''
      if (method === 'GET') return NONE_SUCH
      if (index < 3) {
        pending.add(id)
        return { status: 504 }
      }
      if (pending.has(id)) return { status: 429, body: {} }
      done.push(id)
      return { status: 201, body: { id, valor: '7.89', status: 'EM_PROCESSAMENTO' } }
    })
    const send = (mayExist?: boolean) => client.pix.createDevolucao(E2EID, { valor: '7.89' }, { id: 'a1', mayExist })
    expect(failedCallOf(await rejectionOf(send()))?.mayBeDone).toBe(true)
    for (let again = 0; again < 2; again += 1) {
      expect(failedCallOf(await rejectionOf(send(true)))?.mayBeDone).toBe(true)
    }
    expect([...done, ...pending]).toEqual(['a1'])
  })

  test('what the caller changes meanwhile was not sent', async () => {
    const cob = structuredClone(COB)
    const answering = refusing(409, { body: { ...COB, txid: TXID, status: 'ATIVA' } })
    const { client } = recordingBank((request, index) => {
      cob.valor.original = '99.00'
      return answering(request, index)
    })
    expect(await client.cob.create(cob, { txid: TXID })).toMatchObject({ valor: { original: '37.00' } })
  })

  test('an amount that the bank does not show is a warning', async () => {
    const { valor: _hidden, ...stored } = { ...COB, txid: TXID, status: 'ATIVA' }
    const { client, warnings } = recordingBank(refusing(409, { body: stored }))
    expect(await client.cob.create(COB, { txid: TXID })).toEqual(stored)
    expect(warnings).toContainEqual({
      operation: 'cob.create',
      requestId: undefined,
      issue: expect.objectContaining({
        code: 'BACEN_RESPONSE',
        severity: 'warning',
        path: ['valor'],
        params: expect.objectContaining({ reason: 'not-comparable' }),
      }),
    })
    const shown = recordingBank(refusing(409, { body: { ...stored, valor: COB.valor } }))
    await shown.client.cob.create(COB, { txid: TXID })
    expect(shown.warnings.filter(({ issue }) => issue.params['reason'] === 'not-comparable')).toEqual([])
  })

  test('a mistake of a caller is none of the bank', async () => {
    const { client } = recordingBank(drop)
    const error = await rejectionOf(client.cob.create(COB, { txid: 5 as never, signal: null as never }))
    expect(error).not.toHaveProperty('mayBeDone')
  })
})
