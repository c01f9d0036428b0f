/**
 * What moves a sandbox from outside: its payer, its clock, its faults.
 *
 * @module
 */
import type { DevolucaoNatureza } from '@pixkit/bacen/types'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { PayOptions } from '../../options.ts'
import { approveRec, failCobR, rejectRec, withdrawRec } from '../automatico/payer.ts'
import { PAYER_WILLS } from '../automatico/payer-will.ts'
import type { SandboxContext } from '../context.ts'
import { MAX_BODY_BYTES } from '../edge/read-text.ts'
import { instantNow } from '../instant.ts'
import { inspectCode } from '../payer/inspect-code.ts'
import { pay } from '../payer/pay.ts'
import { returnPix } from '../payer/return-pix.ts'
import { errorAnswer, type Members, oneOf, optionalText, readMembers, textOf, wrongBody } from './answers.ts'
import { eventsSince } from './event-log.ts'
import { readFault } from './read-fault.ts'
import { type Sentences, sentencesFor } from './sentences.ts'
import { stateOf } from './state.ts'

const MAX_PICTURE_BYTES = 10 * 1024 * 1024

type Act = (members: Members, sentences: Sentences) => object | Promise<object>

/** Each is `POST /sandbox/<name>` with a JSON object, and answers one. */
export function adminRoutes(context: SandboxContext): Hono {
  const { faults, world } = context
  const injected = new Map<string, { remove(): void }>()
  let faultCount = 0

  const acts: Readonly<Record<string, Act>> = {
    read: (members, { messages }) => inspectCode(context, textOf(members, 'code'), messages),
    pay: (members) => pay(world, payOptionsOf(members)),
    return: (members) =>
      returnPix(world, {
        endToEndId: textOf(members, 'endToEndId'),
        valor: optionalText(members, 'valor'),
        natureza: oneOf(members, 'natureza', NATUREZAS),
        descricao: optionalText(members, 'descricao'),
      }),
    approve(members) {
      const idRec = textOf(members, 'idRec')
      approveRec(world, idRec, { jornada: oneOf(members, 'jornada', ['JORNADA_3', 'JORNADA_4']) })
      return { idRec, status: 'APROVADA' }
    },
    reject(members) {
      const idRec = textOf(members, 'idRec')
      rejectRec(world, idRec)
      return { idRec, status: 'REJEITADA' }
    },
    withdraw(members) {
      const idRec = textOf(members, 'idRec')
      withdrawRec(world, idRec)
      return { idRec, status: 'CANCELADA' }
    },
    fail(members) {
      const txid = textOf(members, 'txid')
      failCobR(world, txid, oneOf(members, 'motivo', PAYER_WILLS))
      return { txid }
    },
    async clock(members) {
      const { advance } = members
      const instant = optionalText(members, 'set')
      if ((advance === undefined) === (instant === undefined)) throw wrongBody('Informe "advance" ou "set".')
      await (instant === undefined ? world.clock.advance(advance as string | number) : world.clock.set(instant))
      return { now: instantNow(world) }
    },
    fault(members) {
      faultCount += 1
      injected.set(String(faultCount), faults.inject(readFault(members)))
      return { id: String(faultCount) }
    },
  }

  const app = new Hono()
  for (const [name, act] of Object.entries(acts)) {
    app.post(`/sandbox/${name}`, limited(MAX_BODY_BYTES), (c) =>
      answered(c, async (sentences) => act(await readMembers(c.req.raw), sentences)),
    )
  }
  return app
    .post('/sandbox/picture', limited(MAX_PICTURE_BYTES), (c) =>
      answered(c, async () => {
        const { readQrImage } = await import('@pixkit/qr/read/node')
        const readings = await readQrImage(new Uint8Array(await c.req.arrayBuffer()))
        return { codes: readings.map(({ text }) => text) }
      }),
    )
    .delete('/sandbox/fault/:id', (c) => {
      injected.get(c.req.param('id'))?.remove()
      return c.body(null, 204)
    })
    .get('/sandbox/state', (c) => c.json(stateOf(context)))
    .get('/sandbox/events', (c) => c.json({ events: eventsSince(world, sinceOf(c)) }))
}

const NATUREZAS: readonly DevolucaoNatureza[] = [
  'ORIGINAL',
  'RETIRADA',
  'MED_OPERACIONAL',
  'MED_FRAUDE',
  'MED_PIX_AUTOMATICO',
]

const limited = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => Response.json({ code: 'SANDBOX_REQUEST', message: 'O corpo é grande demais.' }, { status: 413 }),
  })

async function answered(c: Context, act: (sentences: Sentences) => object | Promise<object>): Promise<Response> {
  const sentences = sentencesFor(c.req.header('accept-language'))
  try {
    return Response.json(await act(sentences))
  } catch (error) {
    return errorAnswer(error, sentences)
  }
}

function payOptionsOf(members: Members): PayOptions {
  const { pagador } = members
  return {
    code: textOf(members, 'code'),
    valor: optionalText(members, 'valor'),
    infoPagador: optionalText(members, 'infoPagador'),
    ...(pagador === undefined ? {} : { pagador: pagadorOf(pagador) }),
  }
}

function pagadorOf(pagador: unknown): NonNullable<PayOptions['pagador']> {
  if (typeof pagador !== 'object' || pagador === null) throw wrongBody('"pagador" deve ser um objeto.')
  const members = pagador as Members
  const [cpf, cnpj] = [optionalText(members, 'cpf'), optionalText(members, 'cnpj')]
  if ((cpf === undefined) === (cnpj === undefined)) throw wrongBody('"pagador" tem cpf ou cnpj.')
  return { nome: textOf(members, 'nome'), ...(cpf === undefined ? { cnpj } : { cpf }) }
}

function sinceOf(c: Context): number {
  const since = Number(c.req.query('since') ?? 0)
  return Number.isFinite(since) ? since : 0
}
