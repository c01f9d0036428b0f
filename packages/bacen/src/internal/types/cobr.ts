/**
 * Charges of a recurrence (cobranças recorrentes): one for each cycle, debited without the payer's doing.
 *
 * @see API Pix 2.9.0, schemas named `CobR…`, `PixAutomatico` and `DevolucaoPixAutomatico`, whose `valor` is a text in spite of the
 *   objects that it also names.
 *
 * @module
 */
import type { Convenio, PoliticaRetentativa, SolicitanteCancelamento } from './rec-parts.ts'
import type { Aberto, DadosComplementaresPessoa, Documento, ParametrosConsulta } from './shared.ts'

/** `CRIADA`, `ATIVA`: to be settled. The others: over. */
export type CobRStatusValor = 'CRIADA' | 'ATIVA' | 'CONCLUIDA' | 'EXPIRADA' | 'REJEITADA' | 'CANCELADA'

export type TipoConta = 'CORRENTE' | 'POUPANCA' | 'PAGAMENTO'

/** `AGND`: the one of the due date. `NTAG`: a later day, asked for. `RIFL`: the same day again after a failure of systems. */
export type TipoTentativa = 'AGND' | 'NTAG' | 'RIFL'

export type StatusTentativa = 'SOLICITADA' | 'AGENDADA' | 'PAGA' | 'CANCELADA' | 'REJEITADA' | 'EXPIRADA'

/** Catalogue of messages of the SPI. */
export type CodigoRejeicaoCobR =
  | 'AB10'
  | 'AC05'
  | 'AC06'
  | 'AM02'
  | 'AM09'
  | 'DENC'
  | 'DS27'
  | 'DTED'
  | 'DTNT'
  | 'FBRD'
  | 'IRNT'
  | 'MIDI'
  | 'MSUC'
  | 'NIEC'
  | 'NIPA'
  | 'NITX'
  | 'QUNT'
  | 'RC09'
  | 'UDEI'

/** What a bill may say of its payer, who is known by the recurrence. */
export interface DevedorCobR extends DadosComplementaresPessoa {
  readonly email?: string | undefined
}

/** Body of `cobr.create` and `cobr.createWithoutTxid`. */
export interface CobRSolicitada {
  readonly idRec: string
  /** Up to 140 characters. */
  readonly infoAdicional?: string | undefined
  readonly calendario: {
    /** `YYYY-MM-DD`; at least two calendar days from today, or the payer's bank is told too late. */
    readonly dataDeVencimento: string
  }
  readonly valor: { readonly original: string }
  /** Whether settlement moves to the next business day of the payer's municipality. */
  readonly ajusteDiaUtil: boolean
  readonly recebedor: {
    /** Up to 4 characters; some banks want it where the receiver has several. */
    readonly agencia?: string | undefined
    /** Up to 20 characters. */
    readonly conta: string
    readonly tipoConta: TipoConta
  }
  readonly devedor?: DevedorCobR | undefined
}

/** Body of `cobr.update`: cancels it, until 22:00 of the day before its first settlement. */
export interface CobRRevisada {
  readonly status?: 'CANCELADA' | undefined
}

/** What was answered to a try to settle, or is still open. */
export interface TentativaCobR {
  /** `YYYY-MM-DD`. */
  readonly dataLiquidacao: string
  readonly tipo: Aberto<TipoTentativa>
  readonly status: Aberto<StatusTentativa>
  readonly endToEndId: string
  readonly atualizacao?: readonly { readonly status: Aberto<StatusTentativa>; readonly data: string }[] | undefined
  readonly rejeicao?: { readonly codigo: Aberto<CodigoRejeicaoCobR>; readonly descricao: string } | undefined
}

/** Why it is over without being paid. */
export interface EncerramentoCobR {
  readonly rejeicao?: { readonly codigo: Aberto<CodigoRejeicaoCobR>; readonly descricao: string } | undefined
  readonly cancelamento?:
    | {
        readonly solicitante: Aberto<SolicitanteCancelamento>
        readonly codigo: Aberto<'ACCT' | 'BLCK' | 'CCLD' | 'FAIL' | 'OTHR' | 'SLBD' | 'SLCR'>
        readonly descricao: string
      }
    | undefined
}

/** Answer of creating and updating. */
export interface CobRGerada {
  readonly idRec: string
  readonly txid: string
  readonly infoAdicional?: string | undefined
  readonly calendario: {
    /** `YYYY-MM-DD`, unlike `criacao` of other charges. */
    readonly criacao: string
    readonly dataDeVencimento: string
  }
  readonly valor: { readonly original: string }
  readonly ajusteDiaUtil: boolean
  readonly recebedor: {
    readonly cnpj?: string | undefined
    readonly nome?: string | undefined
    readonly agencia?: string | undefined
    readonly conta: string
    readonly tipoConta: Aberto<TipoConta>
  }
  readonly status: Aberto<CobRStatusValor>
  readonly devedor?: DevedorCobR | undefined
  readonly politicaRetentativa?: Aberto<PoliticaRetentativa> | undefined
  readonly atualizacao?: readonly AtualizacaoCobR[] | undefined
  readonly encerramento?: EncerramentoCobR | undefined
  readonly tentativas?: readonly TentativaCobR[] | undefined
}

export interface AtualizacaoCobR {
  readonly status: Aberto<CobRStatusValor>
  /** RFC 3339. */
  readonly data: string
}

/** Answer of `cobr.get` and `cobr.retry`. */
export interface CobRCompleta extends CobRGerada {
  readonly atualizacao: readonly AtualizacaoCobR[]
  /** Payments received. */
  readonly pix?: readonly PixAutomatico[] | undefined
}

/** A payment of Pix Automático. */
export interface PixAutomatico {
  readonly endToEndId: string
  readonly txid: string
  readonly valor: string
  /** RFC 3339. */
  readonly horario: string
  readonly infoPagador?: string | undefined
  readonly devolucoes?: readonly DevolucaoPixAutomatico[] | undefined
}

/** A return of such a payment. */
export interface DevolucaoPixAutomatico {
  readonly id: string
  readonly rtrId: string
  readonly valor: string
  /** `ORIGINAL` when absent. */
  readonly natureza?: Aberto<'ORIGINAL' | 'MED_PIX_AUTOMATICO' | 'MED_FRAUDE'> | undefined
  readonly descricao?: string | undefined
  readonly horario: { readonly solicitacao?: string | undefined; readonly liquidacao?: string | undefined }
  readonly status: Aberto<'EM_PROCESSAMENTO' | 'DEVOLVIDO' | 'NAO_REALIZADO'>
  readonly motivo?: string | undefined
}

/** Answer of `cobr.list`. */
export interface CobsRConsultadas {
  readonly parametros: ParametrosConsultaCobR
  readonly cobsr: readonly CobRCompleta[]
}

export interface ParametrosConsultaCobR extends ParametrosConsulta, Documento {
  readonly idRec?: string | undefined
  readonly status?: string | undefined
  readonly recebedor?: Convenio | undefined
}
