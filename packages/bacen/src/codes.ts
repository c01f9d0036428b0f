/**
 * What can go wrong beside the way to the bank and back.
 *
 * @module
 */
import type { ReasonOf as ReasonOfKey } from '@pixkit/core/issue'

/** `params.reason` says what exactly; the reasons of a code are the keys `CODE:reason` of the catalogues. */
export type BacenErrorCode = ClientCode | SchemaCode | DomainCode

export type ClientCode =
  /** The `pixCopiaECola` of an answer does not belong to its charge. */
  | 'BACEN_COPIA_E_COLA'
  /** The txid (or id) is in use for something else than was sent. */
  | 'BACEN_IN_USE'
  /** A list that has no end, or ends too early, or a checkpoint of another one. */
  | 'BACEN_LIST'
  /** An operation that the bank does not have, or that this environment refuses. */
  | 'BACEN_OPERATION'
  /** Facts of the profile that nobody confirmed; a warning. */
  | 'BACEN_PROFILE_UNCONFIRMED'
  /** A setting or credential that is missing or cannot be. */
  | 'BACEN_SETTINGS'

export type SchemaCode =
  /** A request that API Pix does not allow; `issues` of the error has every violation. */
  | 'BACEN_REQUEST'
  /** A known member of an answer has another shape than API Pix gives it, a warning; or the answer is not about what was asked for. */
  | 'BACEN_RESPONSE'

export type DomainCode =
  /** An argument of the arithmetic of charges. */
  'BACEN_CALCULO'

export type BacenReason = ClientReason | ProfileReason | SchemaReason | DomainReason

export type ClientReason =
  | 'BACEN_COPIA_E_COLA:amount'
  | 'BACEN_COPIA_E_COLA:charge'
  | 'BACEN_COPIA_E_COLA:foreign-chave'
  | 'BACEN_COPIA_E_COLA:host'
  | 'BACEN_COPIA_E_COLA:incomplete'
  | 'BACEN_COPIA_E_COLA:kind'
  | 'BACEN_COPIA_E_COLA:location'
  | 'BACEN_COPIA_E_COLA:not-comparable'
  | 'BACEN_COPIA_E_COLA:recurrence'
  | 'BACEN_COPIA_E_COLA:txid'
  | 'BACEN_COPIA_E_COLA:unreadable'
  | 'BACEN_IN_USE:different'
  | 'BACEN_LIST:checkpoint'
  | 'BACEN_LIST:endless'
  | 'BACEN_LIST:incomplete'
  | 'BACEN_LIST:repeats'
  | 'BACEN_OPERATION:missing'
  | 'BACEN_OPERATION:use-create'
  | 'BACEN_REQUEST:period'
  | 'BACEN_REQUEST:prestador'
  | 'BACEN_RESPONSE:different'
  | 'BACEN_RESPONSE:not-comparable'
  | 'BACEN_SETTINGS:certificate'
  | 'BACEN_SETTINGS:certificate-expired'
  | 'BACEN_SETTINGS:certificate-expires'
  | 'BACEN_SETTINGS:client-id'
  | 'BACEN_SETTINGS:client-secret'
  | 'BACEN_SETTINGS:credential'
  | 'BACEN_SETTINGS:token-url'

/** Of what the settings of a profile cannot be. */
export type ProfileReason =
  | 'BACEN_SETTINGS:ambiente'
  | 'BACEN_SETTINGS:header'
  | 'BACEN_SETTINGS:number'
  | 'BACEN_SETTINGS:path'
  | 'BACEN_SETTINGS:prefix'
  | 'BACEN_SETTINGS:query'
  | 'BACEN_SETTINGS:url'

export type SchemaReason = `BACEN_REQUEST:${RequestReason}` | `BACEN_RESPONSE:${ShapeReason}`

/** What can be wrong with one member. */
export type ShapeReason =
  | 'date'
  | 'date-time'
  | 'enum'
  | 'format'
  | 'missing'
  | 'range'
  | 'too-few'
  | 'too-long'
  | 'too-many'
  | 'type'
  | 'valor'

export type RequestReason = ShapeReason | ChargeReason | RecReason

/** Rules of charges, payments and webhooks. */
export type ChargeReason =
  | 'abatimento-too-much'
  | 'chave-and-conta'
  | 'cpf-and-cnpj'
  | 'desconto-after-due'
  | 'desconto-date-twice'
  | 'desconto-members'
  | 'desconto-too-much'
  | 'no-document'
  | 'past'
  | 'removal-with-changes'
  | 'retirada-changeable'
  | 'saque-and-troco'
  | 'saque-or-troco'
  | 'saque-original'
  | 'since-version'
  | 'split-sum'
  | 'troco-original'
  | 'txid-twice'
  | 'unknown-member'
  | 'url'
  | 'url-not-https'
  | 'zero'
  | AdviceReason

/** What banks may refuse, or what is likely not meant: warnings. */
export type AdviceReason = 'chave' | 'check-digits' | 'desconto-order' | 'nothing-left' | 'url-private'

/** Rules of Pix Automático. */
export type RecReason = 'ends-before-it-begins' | 'fixed-and-minimum'

/** Of the arithmetic of charges and of the days around them. */
export type DomainReason =
  | 'BACEN_CALCULO:before-creation'
  | 'BACEN_CALCULO:date'
  | 'BACEN_CALCULO:desconto'
  | 'BACEN_CALCULO:dia-util'
  | 'BACEN_CALCULO:modalidade'
  | 'BACEN_CALCULO:nothing-left'
  | 'BACEN_CALCULO:overdue'
  | 'BACEN_CALCULO:periodicidade'
  | 'BACEN_CALCULO:too-far'
  | 'BACEN_CALCULO:too-large'
  | 'BACEN_CALCULO:validade'
  | 'BACEN_CALCULO:valor'

export type ReasonOf<Code extends BacenErrorCode> = ReasonOfKey<Code, BacenReason>
