/**
 * Payments (Pix) that arrived, and their returns (devoluções).
 *
 * @see API Pix 2.9.0, schemas named `Pix…` and `Devolucao…`.
 *
 * @module
 */
import type { Aberto, ModalidadeAgente, ParametrosConsulta } from './shared.ts'

export interface PixValor {
  readonly valor: string
}

/** Cash that the payer took. The norm's examples spell the last member `prestadorDeServicoDeSaque`; banks do either. */
export interface PixValorRetirada {
  readonly valor: string
  readonly modalidadeAgente: Aberto<ModalidadeAgente>
  /** ISPB of who handed out the cash. */
  readonly prestadorDoServicoDeSaque?: string | undefined
  readonly prestadorDeServicoDeSaque?: string | undefined
}

/** What the amount is made of: `original`, `saque`, `troco`, `multa` and `juros` add up; `abatimento` and `desconto` go off. */
export interface ComponentesValor {
  readonly original?: PixValor | undefined
  readonly saque?: PixValorRetirada | undefined
  readonly troco?: PixValorRetirada | undefined
  readonly juros?: PixValor | undefined
  readonly multa?: PixValor | undefined
  readonly abatimento?: PixValor | undefined
  readonly desconto?: PixValor | undefined
}

/** A payment that arrived. */
export interface Pix {
  /** 32 letters and digits: the payment's name in the whole system. */
  readonly endToEndId: string
  /** Of the charge (26 to 35 letters and digits) or of the static code (1 to 25); absent where the payer had neither. */
  readonly txid?: string | undefined
  readonly valor: string
  readonly componentesValor?: ComponentesValor | undefined
  /** Key of DICT that it was sent to. */
  readonly chave?: string | undefined
  /** When the bank had it. */
  readonly horario: string
  /** What the payer wrote, up to 140 characters. */
  readonly infoPagador?: string | undefined
  readonly devolucoes?: readonly Devolucao[] | undefined
}

/**
 * Why it is returned: `ORIGINAL` a purchase, `RETIRADA` the cash of saque or troco; by the special mechanism of return (MED): an operational
 * failure, fraud, or Pix Automático.
 */
export type DevolucaoNatureza = 'ORIGINAL' | 'RETIRADA' | 'MED_OPERACIONAL' | 'MED_FRAUDE' | 'MED_PIX_AUTOMATICO'

export type DevolucaoStatus = 'EM_PROCESSAMENTO' | 'DEVOLVIDO' | 'NAO_REALIZADO'

/** What asks for a return. */
export interface DevolucaoSolicitada {
  /** All or a part; all returns together cannot be more than the payment. */
  readonly valor: string
  /** `ORIGINAL` when absent. */
  readonly natureza?: 'ORIGINAL' | 'RETIRADA' | undefined
  /** What the payer will read, up to 140 characters. */
  readonly descricao?: string | undefined
}

/** A return, as the bank gives it back. */
export interface Devolucao {
  /** The id that was chosen for it, unique for its payment. */
  readonly id: string
  /** 32 letters and digits, `D…`: its name in the whole system. */
  readonly rtrId: string
  readonly valor: string
  readonly natureza?: Aberto<DevolucaoNatureza> | undefined
  readonly descricao?: string | undefined
  readonly horario: {
    readonly solicitacao?: string | undefined
    readonly liquidacao?: string | undefined
  }
  readonly status: Aberto<DevolucaoStatus>
  /** Why it came to this status. */
  readonly motivo?: string | undefined
}

export interface ParametrosConsultaPix extends ParametrosConsulta {
  readonly txid?: string | undefined
  readonly txIdPresente?: boolean | undefined
  readonly devolucaoPresente?: boolean | undefined
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
}

/** A page of payments. */
export interface PixConsultados {
  readonly parametros: ParametrosConsultaPix
  readonly pix: readonly Pix[]
}
