/** @module A sandbox's world with recurrences in it, asked as API Pix. People are invented. */
import type { OperationName } from '@pixkit/bacen'
import type {
  CobRCompleta,
  CobRSolicitada,
  PayloadLocationRecCompleta,
  Problema,
  RecCompleta,
  RecSolicitada,
  SolicRecCompleta,
  Violacao,
} from '@pixkit/bacen/types'
import { expect } from 'vitest'
import { createSandboxWorld } from '../../packages/sandbox/src/create-sandbox.ts'
import type { World, WorldEvent } from '../../packages/sandbox/src/internal/world.ts'
import { answer, ask, type Asked as AskedText } from './ask-sandbox.ts'

/** A Wednesday, 9 h in São Paulo. */
export const NOW = '2026-11-25T12:00:00.000Z'

export interface Asked {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Desk {
  readonly world: World
  /** What webhooks would be told. */
  readonly events: WorldEvent[]
  /** The body of a success, which is checked against its schema. */
  readonly ok: <Body>(operation: OperationName, asked?: Asked) => Promise<Body>
  /** Type, status and `propriedade reason` of what is refused. */
  readonly refused: (
    operation: OperationName,
    asked?: Asked,
  ) => Promise<readonly [type: string, status: number, ...string[]]>
  readonly makeRec: (changes?: Partial<RecSolicitada>) => Promise<RecCompleta>
  readonly getRec: (idRec: string, query?: Asked['query']) => Promise<RecCompleta>
  readonly makeLocRec: () => Promise<PayloadLocationRecCompleta>
  readonly makeSolicRec: (idRec: string, dataExpiracaoSolicitacao?: string) => Promise<SolicRecCompleta>
  readonly makeCobR: (txid: string, idRec: string, changes?: Partial<CobRSolicitada>) => Promise<CobRCompleta>
  readonly getCobR: (txid: string) => Promise<CobRCompleta>
}

export const recBody = (changes: Partial<RecSolicitada> = {}): RecSolicitada => ({
  vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' }, objeto: 'Pão do mês' },
  calendario: { dataInicial: '2026-12-01', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  politicaRetentativa: 'PERMITE_3R_7D',
  ...changes,
})

/** Due on a Tuesday, 15 December. */
export const cobRBody = (idRec: string, changes: Partial<CobRSolicitada> = {}): CobRSolicitada => ({
  idRec,
  calendario: { dataDeVencimento: '2026-12-15' },
  valor: { original: '35.00' },
  ajusteDiaUtil: true,
  recebedor: { agencia: '0001', conta: '1234567', tipoConta: 'CORRENTE' },
  ...changes,
})

export const solicRecBody = (idRec: string, dataExpiracaoSolicitacao = '2026-12-05T12:00:00Z') => ({
  idRec,
  calendario: { dataExpiracaoSolicitacao },
  destinatario: { cpf: '12345678909', agencia: '2569', conta: '550689', ispbParticipante: '99999010' },
})

export function newDesk(clock: string = NOW): Desk {
  const world = createSandboxWorld({ seed: 'automatico', clock })
  const events: WorldEvent[] = []
  world.on((event) => void events.push(event))

  const call = ({ query, ...asked }: Asked = {}): AskedText => ({ ...asked, query: String(new URLSearchParams(query)) })
  const ok: Desk['ok'] = async <Body>(operation: OperationName, asked?: Asked) =>
    (await ask(world, operation, call(asked))).body as Body
  return {
    world,
    events,
    ok,
    async refused(operation, asked) {
      const response = answer(world, operation, call(asked))
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      const {
        type,
        status,
        violacoes = [],
      } = (await response.json()) as Problema & { readonly type: string; readonly violacoes?: readonly Violacao[] }
      expect(response.status).toBe(status)
      return [type.split('/').at(-1) ?? '', status, ...violacoes.map(({ propriedade = '' }) => propriedade)]
    },
    makeRec: (changes) => ok('rec.create', { body: recBody(changes) }),
    getRec: (idRec, query = {}) => ok('rec.get', { params: { idRec }, query }),
    makeLocRec: () => ok('locRec.create'),
    makeSolicRec: (idRec, expiracao) => ok('solicRec.create', { body: solicRecBody(idRec, expiracao) }),
    makeCobR: (txid, idRec, changes) => ok('cobr.create', { params: { txid }, body: cobRBody(idRec, changes) }),
    getCobR: (txid) => ok('cobr.get', { params: { txid } }),
  }
}
