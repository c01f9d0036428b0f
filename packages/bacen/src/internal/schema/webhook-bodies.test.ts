import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { webhookCobRBodySchema, webhookPixBodySchema, webhookRecBodySchema } from '../../schema.ts'

const HORARIO = '2026-11-25T12:00:00.358Z'
const PIX = { endToEndId: 'E12345678202611251200abcdef12345', txid: 'pedido1024', valor: '110.00', horario: HORARIO }
const ATUALIZACAO = [{ status: 'CRIADA', data: HORARIO }]
const REC = { idRec: 'RR1234567820261125abcdefghijk', status: 'APROVADA', atualizacao: ATUALIZACAO }
const COBR = { ...REC, txid: '33beb661beda44a8928fef47dbeb2dc5', status: 'ATIVA' }

describe.each([
  ['payments', webhookPixBodySchema, 'pix', PIX, 'endToEndId'],
  ['recurrences', webhookRecBodySchema, 'recs', REC, 'idRec'],
  ['charges of recurrences', webhookCobRBodySchema, 'cobsr', COBR, 'txid'],
] as const)('the body of the webhook of %s', (_case, schema, list, entry, id) => {
  /** `path reason` of what is wrong. */
  const found = (body: unknown): string[] =>
    v.safeParse(schema, body).issues?.map((issue) => `${v.getDotPath(issue)} ${issue.message}`) ?? []

  test('has any number of entries, also with members and states that are new', () => {
    expect(found({ [list]: [] })).toEqual([])
    expect(found({ [list]: [entry, { ...entry, status: 'NEW', extra: 1 }], extra: 1 })).toEqual([])
  })

  test('has a list, and entries with an id', () => {
    expect(found({})).toEqual([`${list} missing`])
    expect(found({ [list]: entry })).toEqual([`${list} type`])
    expect(found({ [list]: [entry, { ...entry, [id]: 7 }] })).toEqual([`${list}.1.${id} type`])
    expect(found({ [list]: [{ ...entry, [id]: undefined }] })).toEqual([`${list}.0.${id} missing`])
  })

  test('is looked at no further than 50 issues', () => {
    expect(found({ [list]: Array(10_000).fill({}) }).length).toBeLessThan(60)
  })
})
