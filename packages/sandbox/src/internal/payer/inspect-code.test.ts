import { buildBrCode } from '@pixkit/brcode/build-brcode'
import type { CobGerada, CobVGerada, RecCompleta } from '@pixkit/bacen/types'
import { encodeQr } from '@pixkit/qr/encode-qr'
import { renderPng } from '@pixkit/qr/render-png'
import { describe, expect, test } from 'vitest'
import { recBody } from '../../../../../tests/lib/automatico-desk.ts'
import { rejectionOf } from '../../../../../tests/lib/rejection-of.ts'
import { adminRoutes } from '../admin/routes.ts'
import { answerApi } from '../api/router.ts'
import type { SandboxContext } from '../context.ts'
import { createContext } from '../create-context.ts'
import { sentencesFor } from '../admin/sentences.ts'
import { inspectCode as inspect } from './inspect-code.ts'

const TXID = 'padaria00000000000000000000001'
const CHAVE = '+5551912345678'

const inspectCode = (context: SandboxContext, code: string) => inspect(context, code, sentencesFor('pt-BR').messages)

function start() {
  const { context } = createContext({ clock: '2026-12-01T15:00:00.000Z', seed: 'inspect' })
  const create = async (operation: 'cob.create' | 'cobv.create', body: object) => {
    const request = { operation, params: { txid: TXID }, query: new URLSearchParams(), body: JSON.stringify(body) }
    return (await answerApi(context.world, request).json()) as CobGerada & CobVGerada
  }
  const addCob = (valor: object = { original: '37.00' }) =>
    create('cob.create', { calendario: { expiracao: 3600 }, valor, chave: CHAVE, solicitacaoPagador: 'Pães' })
  return { context, create, addCob }
}

test.each([
  ['code', ({ pixCopiaECola = '' }: CobGerada) => pixCopiaECola],
  ['location', ({ location }: CobGerada) => `https://${location}`],
  ['txid', ({ txid }: CobGerada) => txid],
])('shows a charge by its %s, verified', async (_, codeOf) => {
  const { context, addCob } = start()
  const { steps, ...shown } = await inspectCode(context, codeOf(await addCob()))
  expect(shown).toMatchObject({
    kind: 'charge',
    valor: '37.00',
    isValorFree: false,
    recebedor: { nome: 'Padaria do Bairro Ltda', cnpj: '12345678000195', chave: CHAVE },
    charge: { txid: TXID, solicitacaoPagador: 'Pães' },
    warnings: [],
  })
  expect(steps).toContainEqual(expect.objectContaining({ step: 'SIGNATURE', outcome: 'passed' }))
})

test.each([
  [{ original: '0.00', modalidadeAlteracao: 1 }, undefined, true],
  [{ original: '5.00', modalidadeAlteracao: 1 }, '5.00', true],
  [
    {
      original: '37.00',
      retirada: { troco: { valor: '20.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '99999004' } },
    },
    '57.00',
    false,
  ],
])('knows what is to be paid of %j', async (valor, toPay, isValorFree) => {
  const { context, addCob } = start()
  await addCob(valor)
  expect(await inspectCode(context, TXID)).toMatchObject({ valor: toPay, isValorFree })
})

test('knows what a charge with a due date costs today', async () => {
  const { context, create } = start()
  await create('cobv.create', {
    calendario: { dataDeVencimento: '2026-12-10' },
    devedor: { cpf: '12345678909', nome: 'Francisca da Silva' },
    valor: { original: '100.00', multa: { modalidade: 2, valorPerc: '2.00' } },
    chave: CHAVE,
  })
  expect(await inspectCode(context, TXID)).toMatchObject({ valor: '100.00', isValorFree: false })
  await context.world.clock.set('2026-12-14T12:00:00-03:00')
  expect(await inspectCode(context, TXID)).toMatchObject({ valor: '102.00', isValorFree: false })
})

test('shows a static code as what it is', async () => {
  const { context } = start()
  const code = buildBrCode({ kind: 'static', chave: CHAVE, merchantName: 'Padaria', merchantCity: 'Porto Alegre' })
  expect(await inspectCode(context, code)).toMatchObject({ kind: 'static', isValorFree: true, steps: [] })
})

test('shows a recurrence beside its charge, and alone', async () => {
  const { context, addCob } = start()
  await addCob()
  const { world } = context
  const ask = async (
    operation: 'locRec.create' | 'rec.create' | 'rec.get',
    params: Record<string, string>,
    body = '',
  ) => {
    const query = new URLSearchParams(operation === 'rec.get' ? { txid: TXID } : {})
    return (await answerApi(world, { operation, params, query, body }).json()) as RecCompleta & { id: number }
  }
  const { id: loc } = await ask('locRec.create', {})
  const rec = recBody({ loc, ativacao: { dadosJornada: { txid: TXID } } })
  const { idRec, loc: { location = '' } = {} } = await ask('rec.create', {}, JSON.stringify(rec))
  const { dadosQR } = await ask('rec.get', { idRec })
  const both = await inspectCode(context, dadosQR?.pixCopiaECola ?? '')
  expect(both).toMatchObject({ kind: 'charge', valor: '37.00', charge: { txid: TXID }, recurrence: { idRec } })
  expect(new Set(both.steps.map(({ subject }) => subject))).toEqual(new Set(['charge', 'recurrence']))
  expect(await inspectCode(context, location)).toMatchObject({ kind: 'recurrence', recurrence: { idRec } })
})

describe('shows nothing', () => {
  test('of a payload that somebody else signed', async () => {
    const { context, addCob } = start()
    await addCob()
    context.faults.inject({ kind: 'wrong-signature' })
    expect(await rejectionOf(inspectCode(context, TXID))).toMatchObject({ code: 'PAYLOAD_SIGNATURE' })
  })

  test('of a location whose connection breaks off', async () => {
    const { context, addCob } = start()
    await addCob()
    context.faults.inject({ kind: 'store-then-drop', on: 'location' })
    expect(await rejectionOf(inspectCode(context, TXID))).toHaveProperty('code', expect.stringMatching(/^HTTP_/))
  })

  test('of another bank, or of what nobody knows', async () => {
    const { context } = start()
    expect(await rejectionOf(inspectCode(context, 'pix.banco.example/qr/v2/um'))).toMatchObject({
      code: 'PAYLOAD_HTTP_STATUS',
      params: { reason: 'not-found' },
    })
    expect(await rejectionOf(inspectCode(context, TXID))).toMatchObject({
      code: 'SANDBOX_PAYMENT',
      params: { reason: 'unknown' },
    })
  })
})

test('is reached over HTTP, also with a picture', async () => {
  const { context, addCob } = start()
  const { pixCopiaECola = '' } = await addCob()
  const app = adminRoutes(context)
  const picture = renderPng(encodeQr(pixCopiaECola), { scale: 4 })
  const read = await app.request('/sandbox/picture', { method: 'POST', body: Uint8Array.from(picture) })
  expect(await read.json()).toEqual({ codes: [pixCopiaECola] })
  const shown = await app.request('/sandbox/read', { method: 'POST', body: JSON.stringify({ code: pixCopiaECola }) })
  expect(await shown.json()).toMatchObject({ kind: 'charge', valor: '37.00' })
  const garbage = await app.request('/sandbox/picture', { method: 'POST', body: 'GIF89a' })
  expect({ status: garbage.status, body: await garbage.json() }).toMatchObject({
    status: 400,
    body: { code: 'QR_IMAGE_FORMAT' },
  })
  const large = await app.request('/sandbox/read', { method: 'POST', body: `{"code":"${'0'.repeat(1_100_000)}"}` })
  expect(large.status).toBe(413)
})
