/**
 * Returns (devoluções): asked for, and done a moment later.
 *
 * @module
 */
import type { Devolucao, DevolucaoNatureza, Pix, Violacao } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import { newReturnId } from '@pixkit/core/end-to-end-id'
import { centavosFromValor, valorFromCentavos } from '@pixkit/core/valor'
import { defined } from '../defined.ts'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'

export interface NewDevolucao {
  readonly id: string
  readonly valor: string
  readonly natureza?: DevolucaoNatureza | undefined
  readonly descricao?: string | undefined
}

/** How long a return takes (choice of pixkit). */
const DEVOLUCAO_MS = 5_000
/** @see API Pix 2.9.0, info, PixDevolucaoInvalida: 90 days from the settlement of the payment. */
const WINDOW_MS = 90 * 86_400_000

/**
 * Why a return cannot be.
 *
 * @see API Pix 2.9.0, info, PixDevolucaoInvalida; DevolucaoSolicitadaNatureza: what each `natureza` can give back.
 */
export function devolucaoViolacoes(
  { clock }: Pick<World, 'clock'>,
  pix: Pix,
  { id, valor, natureza = 'ORIGINAL' }: NewDevolucao,
): readonly Violacao[] {
  const { devolucoes = [] } = pix
  const razoes: [razao: string, member: string][] = []
  if (devolucoes.some((other) => other.id === id)) razoes.push(['Este id já é de outra devolução deste Pix.', 'id'])
  if (clock.now() - instantMs(pix.horario) > WINDOW_MS) {
    razoes.push(['O prazo de 90 dias para devolver este Pix acabou.', 'horario'])
  }
  const asked = centavosFromValor(valor)
  if (asked === 0) razoes.push(['Não há o que devolver: o valor é zero.', 'valor'])
  const limit = limitOf(pix, natureza)
  if (limit === undefined) {
    razoes.push([`Este Pix não tem o que devolver com a natureza ${natureza}.`, 'natureza'])
  } else if (returned(devolucoes, natureza) + asked > limit) {
    razoes.push([`Com as outras devoluções, passa de ${valorFromCentavos(limit)}.`, 'valor'])
  }
  return razoes.map(([razao, member]) => ({ razao, propriedade: `devolucao.${member}` }))
}

/** Takes up a return. Whether it can be, {@link devolucaoViolacoes} tells. */
export function addDevolucao(world: World, pix: Pix, { id, valor, natureza, descricao }: NewDevolucao): Devolucao {
  const devolucao: Devolucao = defined({
    id,
    rtrId: newReturnId({ ispb: world.account.ispb, now: () => world.clock.now(), random: world.random.bytes }),
    valor,
    natureza: natureza ?? 'ORIGINAL',
    descricao,
    horario: { solicitacao: instantNow(world) },
    status: 'EM_PROCESSAMENTO',
  })
  world.pixes.replace(pix.endToEndId, { ...pix, devolucoes: [...(pix.devolucoes ?? []), devolucao] })
  const task = { kind: 'devolucao', endToEndId: pix.endToEndId, devolucaoId: id } as const
  world.schedule.add(world.clock.now() + DEVOLUCAO_MS, task)
  return devolucao
}

/** Ends a return that is under way: done, or not, for a reason. */
export function endDevolucao(
  world: World,
  { endToEndId, devolucaoId }: { readonly endToEndId: string; readonly devolucaoId: string },
  motivo?: string,
): void {
  const pix = world.pixes.get(endToEndId)
  const found = pix?.devolucoes?.find(({ id }) => id === devolucaoId)
  if (pix === undefined || found === undefined || found.status !== 'EM_PROCESSAMENTO') return
  const ended: Devolucao =
    motivo === undefined
      ? { ...found, horario: { ...found.horario, liquidacao: instantNow(world) }, status: 'DEVOLVIDO' }
      : { ...found, status: 'NAO_REALIZADO', motivo }
  const devolucoes = pix.devolucoes?.map((other) => (other === found ? ended : other))
  world.pixes.replace(endToEndId, { ...pix, devolucoes: devolucoes as readonly Devolucao[] })
  world.emit({ kind: 'devolucao', endToEndId, devolucaoId })
}

/** Cash and purchase are returned apart: centavos, or nothing where the payment has no such part. */
function limitOf({ valor, componentesValor = {} }: Pix, natureza: string): number | undefined {
  const { saque, troco } = componentesValor
  const cash = saque ?? troco
  if (natureza === 'RETIRADA') return cash === undefined ? undefined : centavosFromValor(cash.valor)
  const rest = centavosFromValor(valor) - (cash === undefined ? 0 : centavosFromValor(cash.valor))
  return saque === undefined ? rest : undefined
}

function returned(devolucoes: readonly Devolucao[], natureza: string): number {
  const isCash = natureza === 'RETIRADA'
  return sumOf(devolucoes.filter((other) => (other.natureza === 'RETIRADA') === isCash))
}

/** Of those that are done or under way. */
function sumOf(devolucoes: readonly Devolucao[]): number {
  return devolucoes
    .filter(({ status }) => status !== 'NAO_REALIZADO')
    .reduce((sum, { valor }) => sum + centavosFromValor(valor), 0)
}

/** What is left of a payment, purchase and cash together: centavos. */
export function leftOf({ devolucoes = [], valor }: Pix): number {
  return centavosFromValor(valor) - sumOf(devolucoes)
}
