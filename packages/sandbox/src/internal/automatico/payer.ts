/**
 * What payers do with recurrences in the application of their bank.
 *
 * @module
 */
import type { RecCompleta } from '@pixkit/bacen/types'
import { defined } from '../defined.ts'
import { failure } from '../failure.ts'
import { ISPB_PAGADOR } from '../payer/settle.ts'
import type { World } from '../world.ts'
import { moveRec, moveSolicRec, openSolicRecOf } from './change-rec.ts'
import { cobROf, isOpenCobR } from './cobrs-of.ts'
import { cancelRec } from './end-rec.ts'
import { type PayerWill, setWill } from './payer-will.ts'

/** Porto Alegre. */
const COD_MUN = '4314902'

export type Jornada = 'JORNADA_1' | 'JORNADA_2' | 'JORNADA_3' | 'JORNADA_4'

export interface ApproveOptions {
  /** With the charge of jornada 3 or 4, when it has just been paid; jornada 1 where a request waits, else 2. */
  readonly jornada?: 'JORNADA_3' | 'JORNADA_4' | undefined
  /** Of the immediate charge that was paid. */
  readonly txid?: string | undefined
}

/**
 * Authorises a recurrence that waits for it: through the request that is open, or through its code.
 *
 * @throws {PixkitError} `SANDBOX_PAYMENT`: `rec-not-found`; `rec-status`: it does not wait; `rec-without-code`: nothing brought it to
 *   the payer, no request and no location; `rec-other-charge`: another charge than the one that it names was paid with it.
 * @see API Pix 2.9.0, RecAtivacao: `dadosJornada` stays only with jornada 3.
 */
export function approveRec(world: World, idRec: string, { jornada, txid }: ApproveOptions = {}): void {
  world.journal.together(() => {
    const rec = waitingRec(world, idRec)
    const solicRec = openSolicRecOf(rec)
    const isOffered = solicRec !== undefined || rec.loc !== undefined
    if (!isOffered) throw failure('SANDBOX_PAYMENT', { reason: 'rec-without-code' })
    const tipoJornada: Jornada = jornada ?? (solicRec === undefined ? 'JORNADA_2' : 'JORNADA_1')
    if (solicRec !== undefined) moveSolicRec(world, solicRec, tipoJornada === 'JORNADA_1' ? 'ACEITA' : 'CANCELADA')
    const known = rec.ativacao?.dadosJornada?.txid
    if (txid !== undefined && known !== undefined && txid !== known) {
      throw failure('SANDBOX_PAYMENT', { reason: 'rec-other-charge' })
    }
    const paid = txid ?? known
    const ativacao = {
      tipoJornada,
      ...(tipoJornada === 'JORNADA_3' && paid !== undefined ? { dadosJornada: { txid: paid } } : {}),
    }
    const pagador =
      tipoJornada === 'JORNADA_1' && solicRec !== undefined
        ? pagadorOf(solicRec.destinatario, solicRec.destinatario.ispbParticipante)
        : pagadorOf(rec.vinculo.devedor, ISPB_PAGADOR)
    moveRec(world, rec, 'APROVADA', { ativacao, pagador })
  })
}

/**
 * Refuses one.
 *
 * @throws {PixkitError} `SANDBOX_PAYMENT`: `rec-not-found`, `rec-status`.
 */
export function rejectRec(world: World, idRec: string): void {
  world.journal.together(() => {
    const rec = waitingRec(world, idRec)
    const solicRec = openSolicRecOf(rec)
    if (solicRec !== undefined) moveSolicRec(world, solicRec, 'REJEITADA')
    const rejeicao = { codigo: 'AP13', descricao: 'Rejeitada pelo usuário pagador.' }
    moveRec(world, rec, 'REJEITADA', { encerramento: { rejeicao } })
  })
}

/**
 * Withdraws what the payer had authorised.
 *
 * @throws {PixkitError} `SANDBOX_PAYMENT`: `rec-not-found`; `rec-status`: it is not approved.
 */
export function withdrawRec(world: World, idRec: string): void {
  world.journal.together(() => {
    const rec = recIn(world, idRec, 'APROVADA')
    const descricao = 'Cancelamento solicitado pelo usuário pagador'
    cancelRec(world, rec, { solicitante: 'USUARIO_PAGADOR', codigo: 'SLDB', descricao })
  })
}

/**
 * Lets the next try to settle a charge fail.
 *
 * @param will - `'dia'`, the whole day, by default: there is no money.
 * @throws {PixkitError} `SANDBOX_PAYMENT`: `cobr-not-found`; `cobr-status`: it is not to be settled any more.
 */
export function failCobR(world: World, txid: string, will: PayerWill = 'dia'): void {
  const cobr = cobROf(world, txid)
  if (cobr === undefined) throw failure('SANDBOX_PAYMENT', { reason: 'cobr-not-found' })
  if (!isOpenCobR(cobr)) throw failure('SANDBOX_PAYMENT', { reason: 'cobr-status' })
  setWill(world, txid, will)
}

const waitingRec = (world: World, idRec: string): RecCompleta => recIn(world, idRec, 'CRIADA')

function recIn(world: World, idRec: string, status: string): RecCompleta {
  const rec = world.recs.get(idRec)
  if (rec === undefined) throw failure('SANDBOX_PAYMENT', { reason: 'rec-not-found' })
  if (rec.status !== status) throw failure('SANDBOX_PAYMENT', { reason: 'rec-status' })
  return rec
}

function pagadorOf(
  { cpf, cnpj }: { readonly cpf?: string | undefined; readonly cnpj?: string | undefined },
  ispbParticipante: string,
): NonNullable<RecCompleta['pagador']> {
  return defined({ cpf, cnpj, ispbParticipante, codMun: COD_MUN })
}
