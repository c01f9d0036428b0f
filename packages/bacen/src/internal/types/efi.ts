/**
 * What Efí has beside API Pix: random keys, balance, sending, split, image of the QR Code.
 *
 * @see Efí, documentação da API Pix: Endpoints exclusivos, Envio e Pagamento Pix, Split de pagamento Pix, Payload locations (2024).
 *
 * @module
 */
import type { PaginacaoSolicitada } from '../list-options.ts'
import type { Aberto, Documento, Paginacao } from './shared.ts'

/** A random key (EVP) of the account. */
export interface EfiChaveEvp {
  readonly chave: string
}

export interface EfiChavesEvp {
  readonly chaves: readonly string[]
}

export interface EfiSaldo {
  /** `100.00` */
  readonly saldo: string
  /** Blocked by courts and by MED; present when it was asked for. */
  readonly bloqueios?: EfiBloqueios | undefined
}

export interface EfiBloqueios {
  readonly judicial: string
  readonly med: string
  readonly total: string
}

/** A Pix to send. */
export interface EfiEnvioSolicitado {
  /** `12.34`, more than zero. */
  readonly valor: string
  readonly pagador: EfiPagador
  /** By key, or by account. */
  readonly favorecido: EfiFavorecidoPorChave | EfiFavorecidoPorConta
}

export interface EfiPagador {
  /** A key of the account, with a webhook: Efí tells there whether the Pix was done. */
  readonly chave: string
  /** Shown to who receives; up to 140 characters. */
  readonly infoPagador?: string | undefined
}

/** With `cpf` or `cnpj` Efí sends only if the key belongs to this document. */
export interface EfiFavorecidoPorChave extends Documento {
  readonly chave: string
}

export interface EfiFavorecidoPorConta {
  readonly contaBanco: EfiContaBanco
}

export interface EfiContaBanco extends Documento {
  readonly nome: string
  /** ISPB of the bank, 8 characters. */
  readonly codigoBanco: string
  readonly agencia: string
  readonly conta: string
  /** `cacc`: current account. */
  readonly tipoConta: Aberto<'cacc'>
}

/** A Pix that Efí accepted; whether it was done comes by webhook, or by a look. */
export interface EfiEnvioGerado {
  readonly idEnvio: string
  readonly e2eId: string
  readonly valor: string
  readonly horario?: EfiHorario | undefined
  readonly status: EfiStatusEnvio
}

export type EfiStatusEnvio = Aberto<'EM_PROCESSAMENTO' | 'REALIZADO' | 'NAO_REALIZADO'>

/** Instants of RFC 3339. */
export interface EfiHorario {
  readonly solicitacao?: string | undefined
  readonly liquidacao?: string | undefined
}

/** A Pix that was sent. */
export interface EfiPixEnviado {
  readonly endToEndId: string
  readonly idEnvio?: string | undefined
  readonly valor: string
  /** Key of who paid. */
  readonly chave?: string | undefined
  readonly status: EfiStatusEnvio
  readonly infoPagador?: string | undefined
  readonly horario?: EfiHorario | undefined
  /** Documents are masked. */
  readonly favorecido?: EfiFavorecidoEnviado | undefined
}

export interface EfiFavorecidoEnviado {
  readonly chave?: string | undefined
  readonly identificacao?: (Documento & { readonly nome?: string | undefined }) | undefined
  readonly contaBanco?: Partial<EfiContaBanco> | undefined
}

export interface EfiEnviosParams {
  /** Instant of RFC 3339 with its zone, or a `Date`. */
  readonly inicio: string | Date
  readonly fim: string | Date
  readonly status?: EfiStatusEnvio | undefined
  readonly paginacao?: PaginacaoSolicitada | undefined
}

export interface EfiEnviosConsultados {
  readonly parametros?: { readonly paginacao?: Paginacao | undefined } | undefined
  readonly pix: readonly EfiPixEnviado[]
}

/** How what is paid is divided, among accounts at Efí. */
export interface EfiSplitSolicitado {
  readonly descricao?: string | undefined
  /** For a static code: the txid in it. */
  readonly txid?: string | undefined
  /** Efí takes `true` only, so far. */
  readonly lancamento: { readonly imediato: boolean }
  readonly split: EfiSplit
}

export interface EfiSplit {
  /** Who pays Efí's fee: `assumir_total`. */
  readonly divisaoTarifa: Aberto<'assumir_total'>
  readonly minhaParte: EfiParte
  /** Up to 20, none of them to the own account. */
  readonly repasses: readonly EfiRepasse[]
}

/** A percentage (`60.00`; together they make 100.00), or an amount. */
export interface EfiParte {
  readonly tipo: 'porcentagem' | 'fixo'
  readonly valor: string
}

export interface EfiRepasse extends EfiParte {
  readonly favorecido: Documento & { readonly conta: string }
}

export interface EfiSplitGerado extends EfiSplitSolicitado {
  readonly id: string
  readonly status: Aberto<'ATIVA'>
  readonly revisao?: number | undefined
}

/** A charge with its split: as `CobGerada` or `CobVGerada`, and which configuration it has. */
export interface EfiCobrancaComSplit {
  readonly txid: string
  readonly status: string
  readonly config?:
    | { readonly id: string; readonly status: string; readonly descricao?: string | undefined }
    | undefined
}

export interface EfiQrCode {
  /** The copia e cola. */
  readonly qrcode: string
  /** `data:image/svg+xml;base64,…` */
  readonly imagemQrcode: string
  /** A page that shows the charge; in production only. */
  readonly linkVisualizacao?: string | undefined
}
