/**
 * Locations of recurrences.
 *
 * @see API Pix 2.9.0, tag PayloadLocationRec.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { PayloadLocationRecCompleta } from '@pixkit/bacen/types'
import { newAddress } from '../charges/locations.ts'
import { defined } from '../defined.ts'
import type { World } from '../world.ts'
import { instantNow } from '../instant.ts'
import type { Handler } from './call.ts'
import { allOf, flag, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

function found(world: World, id: string | undefined): PayloadLocationRecCompleta {
  // A number can be written in more than one way.
  return world.locRecs.get(String(Number(id))) ?? refuse('PayloadLocationRecNaoEncontrado')
}

const create: Handler = ({ world }) => {
  const id = world.locRecs.size + 1
  const location = { id, location: newAddress(world, 'rec/'), criacao: instantNow(world) }
  world.locRecs.add(String(id), location)
  return { body: location }
}

const get: Handler = ({ world, params }) => ({ body: found(world, params['id']) })

const list: Handler = ({ world, query }) => {
  const { idRecPresente, convenio } = query
  const hasIdRec = flag(idRecPresente)
  const where = allOf<PayloadLocationRecCompleta>(
    hasIdRec !== undefined && (({ idRec }) => (idRec !== undefined) === hasIdRec),
    convenio !== undefined && (({ idRec = '' }) => world.recs.get(idRec)?.recebedor.convenio === convenio),
  )
  const { items, parametros } = pageOf(world.locRecs, query, where)
  const filters = defined({
    idRecPresente: hasIdRec,
    recebedor: convenio === undefined ? undefined : { convenio },
  })
  return { body: { parametros: { ...parametros, ...filters }, loc: items } }
}

/** The location can serve for another recurrence then, and the recurrence is shown by none. */
const unlinkIdRec: Handler = ({ world, params }) => {
  const { idRec, ...location } = found(world, params['id'])
  const rec = idRec === undefined ? undefined : world.recs.get(idRec)
  world.locRecs.replace(String(location.id), location)
  if (rec !== undefined) {
    const { loc: _unlinked, ...rest } = rec
    world.recs.replace(rec.idRec, rest)
  }
  return { body: location }
}

export const locRecHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'locRec.create': create,
  'locRec.get': get,
  'locRec.list': list,
  'locRec.unlinkIdRec': unlinkIdRec,
}
