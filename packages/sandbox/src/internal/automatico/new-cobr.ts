/**
 * A new charge of a recurrence: whether it may be, and what it is.
 *
 * @module
 */
import { agendamentoOf } from '@pixkit/bacen/agendamento'
import { cicloOf } from '@pixkit/bacen/ciclos'
import type { CobRCompleta, CobRSolicitada, RecCompleta, Violacao } from '@pixkit/bacen/types'
import { defined } from '../defined.ts'
import type { World } from '../world.ts'
import { isTxidTaken } from '../charges/txids.ts'
import { cobRsOf } from './cobrs-of.ts'
import { todayOf } from './instants.ts'
import { instantNow } from '../instant.ts'

const DATA = 'cobr.calendario.dataDeVencimento'

/**
 * What forbids it.
 *
 * @see API Pix 2.9.0, info, CobROperacaoInvalida, violations of `POST|PUT /cobr`. That the recurrence must be approved, that every charge
 *   of one with a fixed amount is of that amount, and that the due date is in one of its cycles, are choices of pixkit where the table is silent.
 */
export function violacoesOfCobR(world: World, txid: string, cobr: CobRSolicitada): readonly Violacao[] {
  const violacoes: Violacao[] = []
  const add = (razao: string, propriedade: string): void => void violacoes.push({ razao, propriedade })
  const { account } = world
  if (isTxidTaken(world, txid)) {
    add('O campo cobr.txid encontra-se em uso.', 'cobr.txid')
  }
  const { agencia = account.agencia, conta } = cobr.recebedor
  if (agencia !== account.agencia || conta !== account.conta) {
    const fields = 'Os campos cobr.recebedor.conta e cobr.recebedor.agencia'
    add(`${fields} correspondem a uma conta que não pertence a este usuário recebedor.`, 'cobr.recebedor.conta')
  }
  if (todayOf(world) > agendamentoOf(cobr).instrucao.ate) {
    add(`O campo ${DATA} deve ser de pelo menos dois dias corridos após a data de criação.`, DATA)
  }
  const rec = world.recs.get(cobr.idRec)
  if (rec === undefined) add('A recorrência referenciada por cobr.idRec inexiste.', 'cobr.idRec')
  else if (rec.status !== 'APROVADA') add('A recorrência não apresenta o status APROVADA.', 'cobr.idRec')
  else checkAgainst(world, rec, cobr, add)
  return violacoes
}

function checkAgainst(
  world: World,
  rec: RecCompleta,
  { calendario, valor }: CobRSolicitada,
  add: (razao: string, propriedade: string) => void,
): void {
  if (rec.valor?.valorRec !== undefined && rec.valor.valorRec !== valor.original) {
    add('O campo cobr.valor.original difere do valor fixo da recorrência.', 'cobr.valor.original')
  }
  const ciclo = cicloOf(rec.calendario, calendario.dataDeVencimento)
  if (ciclo === undefined) {
    add(`O campo ${DATA} não pertence a nenhum ciclo da recorrência.`, DATA)
    return
  }
  const { inicio, fim } = ciclo
  const isTaken = cobRsOf(world, rec.idRec).some(({ status, calendario: { dataDeVencimento } }) => {
    if (status === 'REJEITADA' || status === 'CANCELADA') return false
    return dataDeVencimento >= inicio && dataDeVencimento <= fim
  })
  if (!isTaken) return
  const other = 'Existe uma CobR com status diferente de REJEITADA e CANCELADA referente ao mesmo cobr.idRec'
  add(`${other} com calendario.dataDeVencimento no mesmo ciclo.`, DATA)
}

export function newCobR(world: World, txid: string, body: CobRSolicitada): CobRCompleta {
  const { idRec, infoAdicional, calendario, valor, ajusteDiaUtil, recebedor, devedor } = body
  const { cnpj, nome } = world.account
  return defined({
    idRec,
    txid,
    infoAdicional,
    calendario: { criacao: todayOf(world), ...calendario },
    valor,
    ajusteDiaUtil,
    devedor,
    recebedor: { cnpj, nome, ...recebedor },
    status: 'CRIADA',
    politicaRetentativa: world.recs.get(idRec)?.politicaRetentativa,
    atualizacao: [{ status: 'CRIADA', data: instantNow(world) }],
  })
}
