/**
 * Recurrences of Pix Automático (recorrências): what a payer authorises once, to be charged again and again.
 *
 * @see API Pix 2.9.0, schemas named `Rec…`, read as its own prose and examples say where they contradict each other: neither
 *   `retentativa` nor an `idRec` in requests is required, and entries of `atualizacao` call their status `status` or `nome`.
 *
 * @module
 */
import type { PayloadLocationRecCompleta } from './loc-rec.ts'
import type {
  AtualizacaoRec,
  CalendarioRec,
  Convenio,
  Periodicidade,
  RecStatusValor,
  SolicitanteCancelamento,
  TipoJornada,
  ValorRec,
  VinculoRec,
  PoliticaRetentativa,
} from './rec-parts.ts'
import type { Aberto, Documento, ParametrosConsulta } from './shared.ts'
import type { SolicRecCompleta } from './solic-rec.ts'

/** Of jornada 3: the immediate charge that is paid in the same act. */
export interface DadosJornada {
  /** Of a cob: 26 to 35 letters and digits. */
  readonly txid: string
}

/** Body of `rec.create`. The idRec is the bank's to give. */
export interface RecSolicitada {
  readonly vinculo: VinculoRec
  readonly calendario: CalendarioRec
  readonly valor?: ValorRec | undefined
  readonly recebedor?: Convenio | undefined
  /** Whether a charge that was not settled may be tried again: never, or three times within seven days. */
  readonly politicaRetentativa: PoliticaRetentativa
  /** Id of a location that `locRec.create` made; for jornadas 2 to 4. */
  readonly loc?: number | undefined
  readonly ativacao?: { readonly dadosJornada?: DadosJornada | undefined } | undefined
}

/** Body of `rec.update`: what changes. */
export interface RecRevisada {
  /** Ends it. */
  readonly status?: 'CANCELADA' | undefined
  readonly vinculo?: { readonly devedor?: { readonly nome: string } | undefined } | undefined
  /** Only while `CRIADA`. */
  readonly loc?: number | undefined
  /** Only while `CRIADA`. */
  readonly calendario?: { readonly dataInicial?: string | undefined } | undefined
  readonly ativacao?: { readonly dadosJornada?: DadosJornada | undefined } | undefined
}

/** Why it is over: it was refused, or it was ended. */
export interface EncerramentoRec {
  readonly rejeicao?:
    | {
        readonly codigo: Aberto<'AP13' | 'AP14'>
        readonly descricao: string
      }
    | undefined
  readonly cancelamento?:
    | {
        readonly solicitante: Aberto<SolicitanteCancelamento>
        readonly codigo: Aberto<'ACCL' | 'CPCL' | 'DCSD' | 'ERSL' | 'FRUD' | 'PCFD' | 'SLCR' | 'SLDB'>
        readonly descricao: string
      }
    | undefined
}

/** How it was authorised. */
export interface AtivacaoRec {
  readonly tipoJornada?: Aberto<TipoJornada> | undefined
  readonly dadosJornada?:
    | {
        readonly txid?: string | undefined
        /** Where an example of API Pix has it. */
        readonly tipoJornada?: Aberto<TipoJornada> | undefined
      }
    | undefined
}

/** The receiver, as the bank knows it. */
export interface RecebedorRec extends Convenio {
  readonly cnpj: string
  readonly nome: string
}

/** What answers have in common. */
export interface RecGerada {
  readonly idRec: string
  readonly vinculo: VinculoRec
  readonly calendario: CalendarioRec<Aberto<Periodicidade>>
  readonly valor?: ValorRec | undefined
  readonly recebedor: RecebedorRec
  readonly status: Aberto<RecStatusValor>
  readonly politicaRetentativa?: Aberto<PoliticaRetentativa> | undefined
  readonly loc?: PayloadLocationRecCompleta | undefined
  readonly atualizacao: readonly AtualizacaoRec[]
  readonly encerramento?: EncerramentoRec | undefined
  readonly ativacao?: AtivacaoRec | undefined
}

/** Who pays, once it is known. */
export interface PagadorRec extends Documento {
  readonly ispbParticipante: string
  /** Municipality, seven digits of IBGE: its holidays decide whether a due date moves. */
  readonly codMun?: string | undefined
}

/** An entry of a list. */
export interface RecCompletaPesquisada extends RecGerada {
  readonly pagador?: PagadorRec | undefined
  /** Requests to confirm it. */
  readonly solicitacao?: readonly SolicRecCompleta[] | undefined
}

/** Answer of `rec.get`. */
export interface RecCompleta extends RecCompletaPesquisada {
  /** The code to show; only where the locations that it needs are there. */
  readonly dadosQR?:
    | {
        readonly jornada?: Aberto<'JORNADA_2' | 'JORNADA_3' | 'JORNADA_4'> | undefined
        readonly pixCopiaECola?: string | undefined
      }
    | undefined
}

/** Answer of `rec.list`. */
export interface RecsConsultadas {
  readonly parametros: ParametrosConsultaRec
  readonly recs: readonly RecCompletaPesquisada[]
}

export interface ParametrosConsultaRec extends ParametrosConsulta, Documento {
  readonly locationPresente?: boolean | undefined
  readonly status?: string | undefined
  readonly recebedor?: Convenio | undefined
}
