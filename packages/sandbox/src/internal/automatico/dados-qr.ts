/**
 * The code of a recurrence, alone or with a charge.
 *
 * @module
 */
import type { RecCompleta } from '@pixkit/bacen/types'
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import type { World } from '../world.ts'
import { refuse } from '../api/refusal.ts'

export type DadosQR = NonNullable<RecCompleta['dadosQR']>

/**
 * Writes the code that `rec.get` shows; `undefined` while a location that it needs is absent.
 *
 * @throws what `refuse` throws: the charge is none that the recurrence can be authorised with.
 * @see API Pix 2.9.0, RecCompleta.dadosQR; info, RecConsultaInvalida, violations of `GET /rec/{idRec}`.
 */
export function dadosQrOf(world: World, rec: RecCompleta, txid: string | undefined): DadosQR | undefined {
  const { nome: merchantName, cidade: merchantCity } = world.account
  const locationRec = rec.loc?.location
  const charge = txid === undefined ? undefined : chargeOf(world, rec, txid)
  if (locationRec === undefined) return undefined
  const merchant = { merchantName, merchantCity, locationRec }
  if (charge === undefined) {
    return { jornada: 'JORNADA_2', pixCopiaECola: buildBrCode({ kind: 'recurrence', ...merchant }, { shorten: true }) }
  }
  const { jornada, location } = charge
  if (location === undefined) return undefined
  return { jornada, pixCopiaECola: buildBrCode({ kind: 'dynamic', location, ...merchant }, { shorten: true }) }
}

interface Charge {
  readonly jornada: 'JORNADA_3' | 'JORNADA_4'
  readonly location: string | undefined
}

function chargeOf(world: World, { ativacao }: RecCompleta, txid: string): Charge {
  const tipoJornada = ativacao?.tipoJornada ?? 'AGUARDANDO_DEFINICAO'
  const cob = world.cobs.get(txid)?.revisoes.at(-1)
  const cobv = world.cobvs.get(txid)?.revisoes.at(-1)
  const jornada = cob === undefined ? 'JORNADA_4' : 'JORNADA_3'
  if (cob === undefined && cobv === undefined) {
    refuseTxid('O parâmetro txid não corresponde a uma cobrança imediata ou com vencimento.')
  }
  if (tipoJornada !== 'AGUARDANDO_DEFINICAO' && tipoJornada !== jornada) {
    refuseTxid('O parâmetro txid não corresponde a uma cobrança compatível com o campo ativacao.tipoJornada.')
  }
  if (cob !== undefined && ativacao?.dadosJornada?.txid !== txid) {
    refuseTxid(
      'O parâmetro txid corresponde a uma cobrança imediata diferente da informada no campo ativacao.dadosJornada.txid.',
    )
  }
  return { jornada, location: (cob ?? cobv)?.loc?.location }
}

function refuseTxid(razao: string): never {
  return refuse('RecConsultaInvalida', { violacoes: [{ razao, propriedade: 'txid' }] })
}
