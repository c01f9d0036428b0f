/** @module Any sequence of calls about immediate charges, by the client of `@pixkit/bacen`, against a small model of their life cycle. */
import { createBacenClient } from '@pixkit/bacen'
import { bacen } from '@pixkit/bacen/profiles/bacen'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { createSandbox } from '@pixkit/sandbox'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const START = Date.parse('2026-03-02T15:00:00Z')
const CHAVE = 'pix@padaria.example'
const TXIDS = ['a', 'b', 'c'].map((name) => name.repeat(30))
const EXPIRACAO = 3_600

/** What a receiver knows of one of its charges. */
interface Modelled {
  readonly status: 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR'
  readonly madeAt: number
  /** In centavos, of each revision. */
  readonly valores: readonly number[]
  readonly paid?: { readonly endToEndId: string; readonly valor: number; readonly returned: number } | undefined
}

type Call =
  | { readonly kind: 'create' | 'remove' | 'read' | 'pay'; readonly txid: string }
  | { readonly kind: 'update'; readonly txid: string; readonly valor: number }
  | { readonly kind: 'read-revision'; readonly txid: string; readonly revisao: number }
  | { readonly kind: 'return'; readonly txid: string; readonly valor: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'list'; readonly status: Modelled['status'] }

const txid = fc.constantFrom(...TXIDS)
const valor = fc.integer({ min: 1, max: 500 })
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.record({ kind: fc.constant('update'), txid, valor }),
  fc.record({ kind: fc.constantFrom('create', 'remove', 'read', 'pay'), txid }),
  fc.record({ kind: fc.constant('read-revision'), txid, revisao: fc.nat(3) }),
  fc.record({ kind: fc.constant('return'), txid, valor }),
  fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(1, 60, EXPIRACAO) }),
  fc.record({
    kind: fc.constant('list'),
    status: fc.constantFrom('ATIVA', 'CONCLUIDA', 'REMOVIDA_PELO_USUARIO_RECEBEDOR'),
  }),
)

/** For who expects something of an object, and takes the rest as it is. */
const containing = (members: object): unknown => expect.objectContaining(members)
const anEndToEndId: unknown = expect.stringMatching(/^E[0-9A-Za-z]{31}$/)

const reais = (centavos: number): string => (centavos / 100).toFixed(2)
const lastOf = ({ valores }: Modelled): number => valores.at(-1) ?? 0
const bodyOf = (centavos: number) => ({
  calendario: { expiracao: EXPIRACAO },
  valor: { original: reais(centavos) },
  chave: CHAVE,
})

function createBench() {
  const sandbox = createSandbox({ clock: new Date(START).toISOString(), seed: 'life cycle' })
  const client = createBacenClient({
    profile: bacen,
    ambiente: 'homologacao',
    overrides: { apiUrl: sandbox.apiUrl, tokenUrl: sandbox.tokenUrl },
    credentials: sandbox.credentials,
    transport: fetchTransport(sandbox.fetch),
    // Tokens age with the sandbox.
    clock: () => sandbox.clock.now(),
  })
  const model = new Map<string, Modelled>()
  let creations = 0
  let returns = 0

  /** What it answers, or the status or reason that it refuses with. */
  const outcome = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      return await work
    } catch (error) {
      const { status, params } = error as { status?: number; params: { reason?: string } }
      return status ?? params.reason
    }
  }
  const answered = (charge: Modelled): unknown =>
    containing({
      status: charge.status,
      revisao: charge.valores.length - 1,
      valor: { original: reais(lastOf(charge)) },
    })

  /** @returns What came, and what the model expects. */
  const make = async (call: Call): Promise<readonly [unknown, unknown]> => {
    const now = sandbox.clock.now()
    if (call.kind === 'wait') {
      await sandbox.clock.advance(call.seconds * 1000)
      return [sandbox.clock.now(), now + call.seconds * 1000]
    }
    if (call.kind === 'list') {
      const period = { inicio: new Date(START), fim: new Date(now) }
      const { cobs } = await client.cob.list({ ...period, status: call.status })
      const expected = [...model].filter(([, { status }]) => status === call.status)
      const inOrder = expected.toSorted(([, one], [, other]) => one.madeAt - other.madeAt)
      return [cobs.map(({ txid: listed }) => listed), inOrder.map(([name]) => name)]
    }
    const charge = model.get(call.txid)
    switch (call.kind) {
      case 'create': {
        // Never the same: the client takes a charge that is there as made, when it is the one that it asked for.
        const original = 1_000 + (creations += 1)
        const came = await outcome(client.cob.create(bodyOf(original), { txid: call.txid }))
        if (charge !== undefined) return [came, 400]
        const made: Modelled = { status: 'ATIVA', madeAt: now, valores: [original] }
        model.set(call.txid, made)
        return [came, answered(made)]
      }
      case 'update': {
        const came = await outcome(client.cob.update(call.txid, { valor: { original: reais(call.valor) } }))
        if (charge?.status !== 'ATIVA') return [came, charge === undefined ? 404 : 400]
        // What changes nothing is no revision.
        const valores = call.valor === lastOf(charge) ? charge.valores : [...charge.valores, call.valor]
        const changed = { ...charge, valores }
        model.set(call.txid, changed)
        return [came, answered(changed)]
      }
      case 'remove': {
        const came = await outcome(client.cob.update(call.txid, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }))
        if (charge?.status !== 'ATIVA') return [came, charge === undefined ? 404 : 400]
        const removed: Modelled = {
          ...charge,
          status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR',
          valores: [...charge.valores, lastOf(charge)],
        }
        model.set(call.txid, removed)
        return [came, answered(removed)]
      }
      case 'read':
        return [await outcome(client.cob.get(call.txid)), charge === undefined ? 404 : answered(charge)]
      case 'read-revision': {
        const { revisao } = call
        const came = await outcome(client.cob.get(call.txid, { revisao }))
        if (charge === undefined) return [came, 404]
        const original = charge.valores[revisao]
        if (original === undefined) return [came, 400]
        return [came, containing({ revisao, valor: { original: reais(original) } })]
      }
      case 'pay': {
        const came = await outcome(sandbox.pay({ code: call.txid }))
        if (charge === undefined) return [came, 'unknown']
        if (charge.status !== 'ATIVA') return [came, charge.status === 'CONCLUIDA' ? 'paid' : 'removed']
        if (now > charge.madeAt + EXPIRACAO * 1000) return [came, 'expired']
        const { endToEndId = '' } = came as { endToEndId?: string }
        model.set(call.txid, {
          ...charge,
          status: 'CONCLUIDA',
          paid: { endToEndId, valor: lastOf(charge), returned: 0 },
        })
        return [came, { endToEndId: anEndToEndId, valor: reais(lastOf(charge)), txid: call.txid }]
      }
      case 'return': {
        if (charge?.paid === undefined) return [undefined, undefined]
        const { endToEndId, valor: paid, returned } = charge.paid
        const id = `devolucao${(returns += 1)}`
        const body = { valor: reais(call.valor) }
        const came = await outcome(client.pix.createDevolucao(endToEndId, body, { id }))
        if (returned + call.valor > paid) return [came, 400]
        model.set(call.txid, { ...charge, paid: { ...charge.paid, returned: returned + call.valor } })
        return [came, containing({ id, valor: reais(call.valor), status: 'EM_PROCESSAMENTO' })]
      }
    }
  }

  /** In the end, everything is as the model has it. */
  const compareAll = async (): Promise<void> => {
    await sandbox.clock.advance('1m')
    for (const [name, charge] of model) {
      const { pix = [], ...cob } = await client.cob.get(name)
      expect(cob).toEqual(answered(charge))
      const sum = pix
        .flatMap(({ devolucoes = [] }) => devolucoes)
        .reduce((total, { valor: part }) => total + Number(part), 0)
      expect(pix.map(({ valor: paid }) => paid)).toEqual(charge.paid === undefined ? [] : [reais(charge.paid.valor)])
      expect(sum).toBeCloseTo((charge.paid?.returned ?? 0) / 100)
    }
    await sandbox.close()
  }
  return { make, compareAll }
}

it('never disagrees with the model', async () => {
  const runs = Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 1_000) / 50)
  await fc.assert(
    fc.asyncProperty(fc.array(anyCall, { minLength: 5, maxLength: 40, size: 'max' }), async (calls) => {
      const { make, compareAll } = createBench()
      for (const call of calls) {
        const [came, expected] = await make(call)
        expect({ call, came }).toEqual({ call, came: expected })
      }
      await compareAll()
    }),
    { numRuns: runs },
  )
})
