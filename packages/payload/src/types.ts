/**
 * What locations serve, and what is known of it once it is verified.
 *
 * Fields have the names of the norm. Money is a decimal string such as `'10.00'`; dates are `YYYY-MM-DD` in
 * America/Sao_Paulo; instants are RFC 3339.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import type { ParsedDynamicBrCode, ParsedRecurrenceBrCode, ParsedStaticBrCode } from '@pixkit/brcode/types'
import type { PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode } from './codes.ts'

/** A person: CPF with 11 digits, or CNPJ with 14 letters and digits, never both. */
export interface Pessoa {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly nome: string
}

/** Who is to be paid by a charge with a due date; what DICT says of the key decides who is. */
export interface Recebedor extends Pessoa {
  readonly nomeFantasia?: string | undefined
  readonly logradouro: string
  readonly cidade: string
  readonly uf: string
  readonly cep: string
}

export interface InfoAdicional {
  readonly nome: string
  readonly valor: string
}

export type CobStatus = 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | 'REMOVIDA_PELO_PSP'

/** `0`: the amount is fixed; `1`: the payer may change it. */
export type ModalidadeAlteracao = 0 | 1

/**
 * Agent of a withdrawal: commerce, other legal person, or provider of the service (`AGPSS` until API Pix 2.9.0, `AGFSS` since
 * 2.10.0).
 */
export type ModalidadeAgente = 'AGTEC' | 'AGTOT' | 'AGPSS' | 'AGFSS'

/** Cash that the payer takes. */
export interface Retirada {
  readonly valor: string
  readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
  readonly modalidadeAgente: ModalidadeAgente
  /** ISPB of who hands out the cash. */
  readonly prestadorDoServicoDeSaque: string
}

/** An immediate charge. */
export interface CobPayload {
  /** From 0, one more for every change. */
  readonly revisao: number
  readonly calendario: {
    readonly criacao: string
    readonly apresentacao: string
    /** Seconds from `criacao`; 86,400 when absent. */
    readonly expiracao?: number | undefined
  }
  readonly devedor?: Pessoa | undefined
  readonly valor: {
    readonly original: string
    readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
    readonly retirada?: { readonly saque?: Retirada | undefined; readonly troco?: Retirada | undefined } | undefined
  }
  readonly chave: string
  readonly txid: string
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
  readonly status: CobStatus
}

/** A charge with a due date. */
export interface CobVPayload {
  readonly revisao: number
  readonly calendario: {
    readonly criacao: string
    readonly apresentacao: string
    readonly dataDeVencimento: string
    /** Calendar days after the due date; 30 when absent. */
    readonly validadeAposVencimento?: number | undefined
  }
  readonly devedor: Pessoa
  readonly recebedor: Recebedor
  readonly valor: {
    readonly original?: string | undefined
    readonly abatimento?: string | undefined
    readonly desconto?: string | undefined
    readonly juros?: string | undefined
    readonly multa?: string | undefined
    /** What is to be paid on the day that was asked for. */
    readonly final: string
  }
  readonly chave: string
  readonly txid: string
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
  readonly status: CobStatus
}

export type RecStatus = 'CRIADA' | 'APROVADA' | 'REJEITADA' | 'EXPIRADA' | 'CANCELADA'

/** A recurrence (Pix Automático). */
export interface RecPayload {
  readonly idRec: string
  readonly vinculo: {
    readonly contrato: string
    readonly devedor: Pessoa
    readonly objeto?: string | undefined
  }
  readonly calendario: {
    readonly dataInicial: string
    readonly dataFinal?: string | undefined
    readonly periodicidade: 'SEMANAL' | 'MENSAL' | 'TRIMESTRAL' | 'SEMESTRAL' | 'ANUAL'
  }
  /** A fixed amount, or the least that the receiver accepts as the payer's limit, never both. */
  readonly valor?:
    | { readonly valorRec?: string | undefined; readonly valorMinimoRecebedor?: string | undefined }
    | undefined
  readonly recebedor: {
    readonly cnpj: string
    readonly nome: string
    readonly ispbParticipante: string
  }
  readonly politicaRetentativa: 'NAO_PERMITE' | 'PERMITE_3R_7D'
  /** What happened to it, at least one entry; the one with the latest `data` counts. */
  readonly atualizacao: readonly { readonly status: RecStatus; readonly data: string }[]
}

/** Payload by kind. */
export interface Payloads {
  readonly cob: CobPayload
  readonly cobv: CobVPayload
  readonly rec: RecPayload
}

/** A payload with its kind; what a verification returns is one. */
export type PayloadOfKind = {
  readonly [K in keyof Payloads]: { readonly kind: K; readonly payload: Payloads[K] }
}[keyof Payloads]

/** Why a charge cannot be paid, or a recurrence not be authorised. */
export type NotPayableReason =
  /** A charge that is CONCLUIDA. */
  | 'paid'
  /** A charge that was withdrawn by its receiver or its PSP. */
  | 'removed'
  /** A cob past `criacao` and `expiracao`. */
  | 'expired'
  /** A cobv past its last day. */
  | 'overdue'
  /** A day of payment before today. */
  | 'dpp-past'
  /** A day of payment that is none. */
  | 'dpp-format'
  /** A recurrence that is authorised already. */
  | 'approved'
  | 'rejected'
  | 'cancelled'
  /** A recurrence that nobody authorised in time. */
  | 'authorisation-expired'

/** Answer of `isPayable`. `until` is the last instant (RFC 3339) of a cob, the last day (`YYYY-MM-DD`) of a cobv. */
export type Payability =
  | { readonly payable: true; readonly until?: string | undefined }
  | { readonly payable: false; readonly reason: NotPayableReason; readonly until?: string | undefined }
  /** Payable until the day `until`, and some days longer if the payer had holidays, which nobody told. */
  | { readonly payable: 'unknown'; readonly reason: 'holidays'; readonly until: string }

/** What the caller still has to do, because no verifier can. Their sentences are `remaining` of the `messages` subpaths. */
export type RemainingCheck =
  /** No list of authorised hosts was given: anyone with a domain and a certificate can sign. */
  | 'authorise-host'
  /** Nothing ties the key to the host: payload and key set are to have come from there, over TLS. */
  | 'check-origin'
  /** The receiver is who DICT says, not who the payload says. */
  | 'query-dict'
  /** `recebedor` is to be the owner of the key in DICT. */
  | 'compare-receiver'
  /** All `infoAdicionais` are to be shown. */
  | 'show-all-information'
  /** Fetched without DPP and codMun: the amount may be that of another day. */
  | 'ask-for-the-day'
  /** Whether the charge can still be paid depends on the payer's holidays. */
  | 'check-holidays'
  /** Without a memory of revisions an older one cannot be told. */
  | 'remember-revisions'
  /** Nobody was asked whether a certificate was revoked. */
  | 'check-revocation'
  /** The charge can change until it is paid. */
  | 'verify-again-before-paying'
  /** Payment and recurrence are two consents. */
  | 'ask-for-both-consents'
  /** The recurrence of a static code is fetched once the payment is made. */
  | 'verify-recurrence-after-payment'
  /** A static code has no signature: whoever printed it chose the key. */
  | 'nothing-is-signed'

/** What was proven, and with what. */
export interface Proof {
  /** Host of the location, on which the key set is. */
  readonly host: string
  /** JWA name, such as `RS256`. */
  readonly alg: string
  readonly kid: string
  /** SHA-256 of the signer's certificate, base64url. */
  readonly certificateSha256: string
  /** SHA-256 of the trust anchor, base64url. */
  readonly anchorSha256: string
  /** Whether the host is on the list of authorised ones; `not-checked` without a list. */
  readonly hostAuthorised: true | 'not-checked'
  /** Whether the server showed a certificate of the CERTQRC list; `not-checked` without one, or without a network. */
  readonly siteCertificateAuthorised: true | 'not-checked'
}

export interface Verified<Kind extends keyof Payloads> {
  readonly kind: Kind
  /** As received. The norm advises the payer's PSP to keep it: `revisao` then says which one was paid. */
  readonly jws: string
  readonly payload: Payloads[Kind]
  readonly proof: Proof
  readonly warnings: readonly Issue<PayloadErrorCode>[]
  readonly remaining: readonly RemainingCheck[]
}

/** A payload whose signature, key, chain and host were proven, and which can still be paid or authorised. */
export type VerifiedPayload = Verified<'cob'> | Verified<'cobv'> | Verified<'rec'>

/** What every verified code has. */
export interface VerifiedCode {
  /** All that was noticed: of the code, the charge and the recurrence. */
  readonly warnings: readonly Issue<BrCodeErrorCode | PayloadErrorCode>[]
  /** All that is still to be done for the code, each once. */
  readonly remaining: readonly RemainingCheck[]
}

/** Nothing was fetched, and nothing of it is proven: whoever printed the code chose the key. */
export interface VerifiedStaticCode extends VerifiedCode {
  readonly kind: 'static'
  /** With a `locationRec`, the recurrence is to be verified once the payment is made (jornada 4 without a charge). */
  readonly code: ParsedStaticBrCode
}

/** One charge. */
export interface VerifiedChargeCode extends VerifiedCode {
  readonly kind: 'charge'
  readonly code: ParsedDynamicBrCode
  readonly charge: Verified<'cob'> | Verified<'cobv'>
}

/** A recurrence alone (jornada 2). */
export interface VerifiedRecurrenceCode extends VerifiedCode {
  readonly kind: 'recurrence'
  readonly code: ParsedRecurrenceBrCode
  readonly recurrence: Verified<'rec'>
}

/** An immediate charge, to be paid with the authorisation of a recurrence or not at all (jornada 3). */
export interface VerifiedChargeWithRecurrence extends VerifiedCode {
  readonly kind: 'charge-with-recurrence'
  readonly code: ParsedDynamicBrCode
  readonly charge: Verified<'cob'>
  readonly recurrence: Verified<'rec'>
}

/** A charge with a due date, and a recurrence to offer along with it (jornada 4). */
export type VerifiedChargeWithOffer = VerifiedCode & {
  readonly kind: 'charge-with-offer'
  readonly code: ParsedDynamicBrCode
  readonly charge: Verified<'cobv'>
} & (
    | { readonly recurrence: Verified<'rec'>; readonly recurrenceError?: undefined }
    /** It failed, and this is why: nothing is offered, and the charge can be paid all the same. */
    | { readonly recurrence?: undefined; readonly recurrenceError: PixkitError }
  )

export type VerifiedBrCode =
  | VerifiedStaticCode
  | VerifiedChargeCode
  | VerifiedRecurrenceCode
  | VerifiedChargeWithRecurrence
  | VerifiedChargeWithOffer

/**
 * A key set that was read. Opaque: nothing says yet that a key in it is good.
 *
 * It remembers what it took to check a key (certificates, thumbprints, chains and for which trust anchors they were proven), so
 * that the next payload of the same issuer takes dates and signature only. Keep it, instead of its text, for as long as the
 * issuer's `Cache-Control` allows.
 */
export interface KeySet {
  readonly kind: 'key-set'
  /** How many keys it has. */
  readonly size: number
}

/**
 * Key sets that were fetched, by their address. Opaque: made by `createKeySetCache`, and filled and asked by `verifyLocation` and
 * `verifyBrCode`.
 */
export interface KeySetCache {
  readonly kind: 'key-set-cache'
}
