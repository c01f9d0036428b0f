/**
 * Charges with a due date (cobranças com vencimento): fine, interest, discounts, payable for some days after they are due.
 *
 * Money and percentages are texts such as `'10.00'`; days are `YYYY-MM-DD` in America/Sao_Paulo.
 *
 * @see API Pix 2.9.0, schemas named `CobV…`.
 *
 * @module
 */
import type { CobrancaStatus, ParametrosConsultaCob } from './cob.ts'
import type { PayloadLocationCob, PayloadLocationDaCobranca } from './loc.ts'
import type { Pix } from './pix.ts'
import type { Aberto, DadosComplementaresPessoa, InfoAdicional, Pessoa } from './shared.ts'

/** Fine for paying late (multa): `1` an amount, `2` a percentage. */
export interface Multa {
  readonly modalidade: 1 | 2
  readonly valorPerc: string
}

/**
 * Interest for paying late (juros), counted in calendar days: `1` an amount a day, `2` percent a day, `3` a month, `4` a year; and in business
 * days: `5` an amount a day, `6` percent a day, `7` a month, `8` a year.
 */
export interface Juros {
  readonly modalidade: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  readonly valorPerc: string
}

/** Reduction whenever it is paid (abatimento): `1` an amount, `2` a percentage; less than the whole. */
export interface Abatimento {
  readonly modalidade: 1 | 2
  readonly valorPerc: string
}

/** Discount until a day, not after the due date. */
export interface DescontoDataFixa {
  readonly data: string
  readonly valorPerc: string
}

/** Discount for paying until a day (up to three of them): `1` an amount, `2` a percentage. */
export interface DescontoPorData {
  readonly modalidade: 1 | 2
  readonly descontoDataFixa: readonly DescontoDataFixa[]
  readonly valorPerc?: undefined
}

/**
 * Discount for each day that it is paid early: an amount a calendar day (`3`) or business day (`4`), a percentage a calendar day (`5`) or
 * business day (`6`).
 */
export interface DescontoPorAntecipacao {
  readonly modalidade: 3 | 4 | 5 | 6
  readonly valorPerc: string
  readonly descontoDataFixa?: undefined
}

/** Discount for paying early (desconto). */
export type Desconto = DescontoPorData | DescontoPorAntecipacao

export interface CobVValor {
  /** More than zero. */
  readonly original: string
  readonly multa?: Multa | undefined
  readonly juros?: Juros | undefined
  readonly abatimento?: Abatimento | undefined
  readonly desconto?: Desconto | undefined
}

export interface CobDataDeVencimento {
  /** Due date; on a day off it moves to the next business day. */
  readonly dataDeVencimento: string
  /** Calendar days after the due date in which it may be paid; 30 when absent. */
  readonly validadeAposVencimento?: number | undefined
}

/** Who is to pay. */
export interface DevedorCobV extends Pessoa, DadosComplementaresPessoa {
  readonly email?: string | undefined
}

/** What creates a charge with a due date. */
export interface CobVSolicitada {
  readonly calendario: CobDataDeVencimento
  readonly devedor: DevedorCobV
  readonly loc?: PayloadLocationCob | undefined
  readonly valor: CobVValor
  /** Key of DICT of who is to be paid, up to 77 characters. */
  readonly chave: string
  /** What the payer is asked to write, up to 140 characters. */
  readonly solicitacaoPagador?: string | undefined
  /** Up to 50. */
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
}

/** What changes a charge with a due date: what is absent stays. Removing it goes with no other change. */
export interface CobVRevisada {
  readonly calendario?: CobDataDeVencimento | undefined
  readonly devedor?: DevedorCobV | undefined
  readonly loc?: PayloadLocationCob | undefined
  readonly status?: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | undefined
  readonly valor?: Partial<CobVValor> | undefined
  readonly chave?: string | undefined
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
}

/** Fine, interest or reduction in an answer. */
export interface ModalidadeValorPerc {
  readonly modalidade: number
  readonly valorPerc: string
}

/** Discount in an answer. */
export interface DescontoGerado {
  readonly modalidade: number
  readonly descontoDataFixa?: readonly DescontoDataFixa[] | undefined
  readonly valorPerc?: string | undefined
}

/** Who is to be paid. */
export interface RecebedorCobV {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly nome: string
  readonly nomeFantasia?: string | undefined
  readonly logradouro: string
  readonly cidade: string
  readonly uf: string
  readonly cep: string
}

/** A charge with a due date, as the bank gives it back. */
export interface CobVGerada {
  readonly calendario: {
    readonly criacao: string
    readonly dataDeVencimento: string
    readonly validadeAposVencimento: number
  }
  readonly txid: string
  /** From 0, one more for every change but of `loc`. */
  readonly revisao: number
  readonly devedor: DevedorCobV
  readonly recebedor: RecebedorCobV
  readonly loc?: PayloadLocationDaCobranca | undefined
  readonly status: Aberto<CobrancaStatus>
  readonly valor: {
    readonly original: string
    readonly multa?: ModalidadeValorPerc | undefined
    readonly juros?: ModalidadeValorPerc | undefined
    readonly abatimento?: ModalidadeValorPerc | undefined
    readonly desconto?: DescontoGerado | undefined
  }
  readonly chave: string
  readonly solicitacaoPagador?: string | undefined
  readonly infoAdicionais?: readonly InfoAdicional[] | undefined
  /** The BR Code, as a text to copy and as what a QR Code shows. */
  readonly pixCopiaECola?: string | undefined
}

/** A charge with a due date, with what was paid for it. */
export interface CobVCompleta extends CobVGerada {
  readonly pix?: readonly Pix[] | undefined
}

/** A page of charges with a due date. */
export interface CobsVConsultadas {
  readonly parametros: ParametrosConsultaCob
  readonly cobs: readonly CobVCompleta[]
}
