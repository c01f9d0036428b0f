/**
 * Money that goes back because the payer's bank asks for it, or the receiver's gives it.
 *
 * @module
 */
import type { Devolucao, DevolucaoNatureza } from '@pixkit/bacen/types'
import { newDevolucaoId } from '@pixkit/core/txid'
import { valorFromCentavos } from '@pixkit/core/valor'
import { addDevolucao, devolucaoViolacoes, leftOf } from '../charges/devolucao.ts'
import type { World } from '../world.ts'
import { isValor } from './amounts.ts'
import { refused } from './refused.ts'

export interface ReturnOptions {
  readonly endToEndId: string
  /** What is left of the payment by default. */
  readonly valor?: string | undefined
  /** Why: `MED_FRAUDE`, a dispute, by default. */
  readonly natureza?: DevolucaoNatureza | undefined
  readonly descricao?: string | undefined
}

/**
 * Begins a return that the receiver did not ask for, such as that of the Mecanismo Especial de Devolução.
 *
 * @throws {PixkitError} `SANDBOX_PAYMENT`: `unknown-payment`, `not-returnable`, `amount-format`.
 * @see API Pix 2.9.0, Devolucao, natureza.
 */
export function returnPix(world: World, options: ReturnOptions): Devolucao {
  const { descricao, endToEndId, natureza = 'MED_FRAUDE' } = options
  const pix = world.pixes.get(endToEndId)
  if (pix === undefined) throw refused('unknown-payment', ['endToEndId'])
  const valor = options.valor ?? valorFromCentavos(Math.max(leftOf(pix), 0))
  if (!isValor(valor)) throw refused('amount-format', ['valor'])
  const asked = { id: newDevolucaoId({ random: world.random.bytes }), valor, natureza, descricao }
  if (devolucaoViolacoes(world, pix, asked).length > 0) throw refused('not-returnable', ['valor'])
  return world.journal.together(() => {
    const devolucao = addDevolucao(world, pix, asked)
    world.emit({ kind: 'devolucao', endToEndId, devolucaoId: devolucao.id })
    return devolucao
  })
}
