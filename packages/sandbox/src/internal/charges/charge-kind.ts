/**
 * What the two kinds of charge have in common, and where they differ.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { CobrancaStatus, PayloadLocation, PayloadLocationDaCobranca, Pessoa, TipoCob } from '@pixkit/bacen/types'
import type { ProblemType } from '../api/problem-types.ts'
import type { Collection } from '../collection.ts'
import type { Revised, World } from '../world.ts'

/** What requests of both kinds have. */
export interface ChargeRequest {
  readonly calendario: object
  readonly valor: object
  readonly chave: string
  readonly loc?: { readonly id: number } | undefined
}

/** What answers of both kinds have. */
export interface Charge {
  readonly calendario: { readonly criacao: string }
  readonly txid: string
  readonly revisao: number
  readonly status: string
  readonly devedor?: Partial<Pessoa> | undefined
  readonly loc?: PayloadLocationDaCobranca | undefined
}

/** Everything that a charge is made of. */
export interface ChargeParts<Request> {
  readonly request: Request
  readonly txid: string
  readonly revisao: number
  readonly criacao: string
  readonly status: CobrancaStatus
  readonly loc?: PayloadLocation | undefined
}

/** A request changes some members, and leaves the others. */
export interface ChargeChange {
  readonly calendario?: object | undefined
  readonly valor?: object | undefined
  readonly loc?: { readonly id: number } | undefined
  readonly status?: string | undefined
}

export interface ChargeKind<Request extends ChargeRequest, Body extends Charge> {
  readonly tipoCob: TipoCob
  readonly create: OperationName
  readonly problems: { readonly notFound: ProblemType; readonly operation: ProblemType; readonly query: ProblemType }
  readonly collection: (world: World) => Collection<Revised<Body>>
  readonly write: (world: World, parts: ChargeParts<Request>) => Body
  /** What would make it again, without its location. */
  readonly requestOf: (body: Body) => Request
}
