/**
 * What jornadas are asked for, and what comes of them.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { JornadaOptions } from '../progress.ts'
import type { CobResource } from '../resources/cob.ts'
import type { CobVResource } from '../resources/cobv.ts'
import type { LocRecResource } from '../resources/loc-rec.ts'
import type { RecResource } from '../resources/rec.ts'
import type { SolicRecResource } from '../resources/solic-rec.ts'
import type { CobGerada } from './cob.ts'
import type { CobVGerada } from './cobv.ts'
import type { PayloadLocationRecGerada } from './loc-rec.ts'
import type { RecCompleta, RecGerada, RecSolicitada } from './rec.ts'
import type { SolicRecCompleta } from './solic-rec.ts'

/** What of a client is used; a `BacenClient` has it all. */
export interface JornadaClient {
  readonly cob: Pick<CobResource, 'create'>
  readonly cobv: Pick<CobVResource, 'create'>
  readonly locRec: Pick<LocRecResource, 'create' | 'get'>
  readonly rec: Pick<RecResource, 'create' | 'get'>
  readonly solicRec: Pick<SolicRecResource, 'create'>
}

export interface CobrancaOptions extends JornadaOptions {
  /** Of the charge; a new one by default. */
  readonly txid?: string | undefined
  /** Of new txids; the platform's by default. */
  readonly random?: RandomSource | undefined
}

export interface Jornada4Options extends CobrancaOptions {
  /**
   * Sends the txid of the charge with the recurrence, as the guide of Sicredi has it. API Pix has this member for the immediate
   * charge of jornada 3 alone, so it is not sent by default.
   */
  readonly sendsTxid?: boolean | undefined
}

/** What a recurrence is asked for; the jornada adds the rest. */
export type RecDaJornada = Omit<RecSolicitada, 'loc' | 'ativacao'>

export interface Jornada1 {
  readonly rec: RecGerada
  readonly solicRec: SolicRecCompleta
}

export interface Jornada2 {
  readonly locRec: PayloadLocationRecGerada
  readonly rec: RecCompleta
  /** The code to show; absent where the bank sends none. */
  readonly pixCopiaECola: string | undefined
}

export interface Jornada3 extends Jornada2 {
  readonly cob: CobGerada
}

export interface Jornada4 extends Jornada2 {
  readonly cobv: CobVGerada
}
