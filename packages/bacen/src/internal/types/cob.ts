/**
 * Immediate charges (cobranças imediatas): payable at once, until they expire.
 *
 * Money is a text such as `'10.00'`; instants are RFC 3339.
 *
 * @see API Pix 2.9.0, schemas named `Cob…`.
 *
 * @module
 */
import type { PayloadLocationCob, PayloadLocationDaCobranca } from './loc.ts'
import type { Pix } from './pix.ts'
import type {
  Aberto,
  InfoAdicional,
  ModalidadeAgente,
  ModalidadeAlteracao,
  ParametrosConsulta,
  Pessoa,
} from './shared.ts'

/**
 * State of the record of a charge; a charge that expired may still be `ATIVA`.
 *
 * - `ATIVA`: neither paid nor removed;
 * - `CONCLUIDA`: paid, takes no other payment;
 * - `REMOVIDA_PELO_USUARIO_RECEBEDOR`: removed by who is to be paid;
 * - `REMOVIDA_PELO_PSP`: removed by its bank.
 */
export type CobrancaStatus = 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | 'REMOVIDA_PELO_PSP'

/** Cash alone: Pix Saque. */
export interface Saque {
  /** More than zero unless the payer may change it. */
  readonly valor: string
  readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
  readonly modalidadeAgente: ModalidadeAgente
  /** ISPB (8 digits or capital letters) of the provider. */
  readonly prestadorDoServicoDeSaque: string
}

/** Cash with a purchase: Pix Troco. */
export interface Troco extends Omit<Saque, 'modalidadeAgente'> {
  readonly modalidadeAgente: 'AGTEC' | 'AGTOT'
}

/** Cash that the payer takes: `saque`, with `original` `'0.00'`, or `troco`, with more. Never both. */
export interface Retirada {
  readonly saque?: Saque | undefined
  readonly troco?: Troco | undefined
}

export interface CobValor {
  /** `'0.00'` only where the payer may change it, and with a saque. */
  readonly original: string
  /** `1` lets the payer change the amount; never with `retirada`. */
  readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
  readonly retirada?: Retirada | undefined
}

/** What creates a charge. */
export interface CobSolicitada {
  readonly calendario: {
    /** Seconds from creation, more than zero; 86,400 (a day) when absent. */
    readonly expiracao?: number | undefined
  }
  /** Who is expected to pay, which anyone may. */
  readonly devedor?: Pessoa | undefined
  /** A location that exists already; the bank makes one when absent. */
  readonly loc?: PayloadLocationCob | undefined
  readonly valor: CobValor
  /** Key of DICT of who is to be paid, up to 77 characters. */
  readonly chave: string
  /** What the payer is asked to write, up to 140 characters. */
  readonly solicitacaoPagador?: string | undefined
  /** Up to 50. */
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
}

/** What changes a charge: what is absent stays. Removing it goes with no other change. */
export interface CobRevisada {
  readonly calendario?: { readonly expiracao?: number | undefined } | undefined
  readonly devedor?: Pessoa | undefined
  readonly loc?: PayloadLocationCob | undefined
  readonly status?: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | undefined
  readonly valor?: Partial<CobValor> | undefined
  readonly chave?: string | undefined
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
}

/** Cash in an answer. */
export interface RetiradaGerada {
  readonly valor: string
  readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
  readonly modalidadeAgente: Aberto<ModalidadeAgente>
  readonly prestadorDoServicoDeSaque: string
}

/** A charge, as the bank gives it back. */
export interface CobGerada {
  readonly calendario: {
    readonly criacao: string
    /** Seconds from `criacao`. */
    readonly expiracao: number
  }
  readonly txid: string
  /** From 0, one more for every change but of `loc`. */
  readonly revisao: number
  readonly devedor?: Pessoa | undefined
  readonly loc?: PayloadLocationDaCobranca | undefined
  /** Where the payload is, without `https://`. */
  readonly location?: string | undefined
  readonly status: Aberto<CobrancaStatus>
  readonly valor: {
    readonly original: string
    readonly modalidadeAlteracao?: ModalidadeAlteracao | undefined
    readonly retirada?:
      | { readonly saque?: RetiradaGerada | undefined; readonly troco?: RetiradaGerada | undefined }
      | undefined
  }
  readonly chave: string
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
  /** The BR Code, as a text to copy and as what a QR Code shows. */
  readonly pixCopiaECola?: string | undefined
}

/** A charge with what was paid for it. */
export interface CobCompleta extends CobGerada {
  readonly pix?: readonly Pix[] | undefined
}

/** What a list of charges was asked for. */
export interface ParametrosConsultaCob extends ParametrosConsulta {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly locationPresente?: boolean | undefined
  readonly status?: Aberto<CobrancaStatus> | undefined
}

/** A page of immediate charges. */
export interface CobsConsultadas {
  readonly parametros: ParametrosConsultaCob
  readonly cobs: readonly CobCompleta[]
}
