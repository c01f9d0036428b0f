/**
 * Locations: made, taken by charges, given back.
 *
 * @module
 */
import type { PayloadLocation, PayloadLocationCompleta, TipoCob, Violacao } from '@pixkit/bacen/types'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'

/** As a UUID without its hyphens: nobody can guess it. */
const TOKEN_BYTES = 16

/** The address of a location that is to be made. */
export function newAddress({ locationHost, random }: World, prefix: '' | 'cobv/' | 'rec/'): string {
  return `${locationHost}/qr/v2/${prefix}${Buffer.from(random.bytes(TOKEN_BYTES)).toString('hex')}`
}

/** Makes a location that shows nothing yet, or the charge of `txid`. */
export function makeLocation(world: World, tipoCob: TipoCob, txid?: string): PayloadLocation {
  const made = {
    id: world.locs.size + 1,
    location: newAddress(world, tipoCob === 'cobv' ? 'cobv/' : ''),
    tipoCob,
    criacao: instantNow(world),
  }
  world.locs.add(String(made.id), txid === undefined ? made : { ...made, txid })
  return made
}

/**
 * Why a charge cannot have the location that its request names.
 *
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida: it does not exist, shows another charge, is of the other kind.
 *   That a removed charge lets go of its location is a choice of pixkit; until another takes it, payers are told that it is gone.
 */
export function locViolacoes(
  { locs, cobs, cobvs }: World,
  tipoCob: TipoCob,
  { txid, id }: { readonly txid: string; readonly id: number | undefined },
): readonly Violacao[] {
  if (id === undefined) return []
  const loc = locs.get(String(id))
  const propriedade = `${tipoCob}.loc.id`
  if (loc === undefined) return [{ razao: 'Esta location não existe.', propriedade }]
  if (loc.tipoCob !== tipoCob) return [{ razao: `Esta location é de outro tipo, e não "${tipoCob}".`, propriedade }]
  if (loc.txid === undefined || loc.txid === txid) return []
  const shown = (tipoCob === 'cob' ? cobs : cobvs).get(loc.txid)?.revisoes.at(-1)
  if (shown?.status === 'REMOVIDA_PELO_USUARIO_RECEBEDOR') return []
  return [{ razao: 'Esta location já está em uso por outra cobrança.', propriedade }]
}

/** Gives a location to a charge; whether it may have it, {@link locViolacoes} tells. */
export function takeLocation({ locs }: World, id: number, txid: string): PayloadLocation {
  const loc = locs.get(String(id)) as PayloadLocationCompleta
  if (loc.txid !== txid) locs.replace(String(id), { ...loc, txid })
  return withoutTxid(loc)
}

/** Leaves a location without a charge, free for another. */
export function freeLocation({ locs }: World, id: number): PayloadLocation {
  const free = withoutTxid(locs.get(String(id)) as PayloadLocationCompleta)
  locs.replace(String(id), free)
  return free
}

/** The location that a charge has. */
export function locOfCharge(
  { locs }: World,
  { loc }: { readonly loc?: { readonly id: number } | undefined },
): PayloadLocation | undefined {
  const found = loc === undefined ? undefined : locs.get(String(loc.id))
  return found === undefined ? undefined : withoutTxid(found)
}

function withoutTxid({ txid: _txid, ...loc }: PayloadLocationCompleta): PayloadLocation {
  return loc
}
