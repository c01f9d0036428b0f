/**
 * Parts that several resources have.
 *
 * @module
 */

/**
 * An enumeration of an answer: the values that this version of API Pix knows, and whatever a later one adds. An editor offers the
 * known ones; a `switch` needs a `default`.
 *
 * @see API Pix 2.9.0, info: versions may add values and members, and clients must live with them.
 */
export type Aberto<Known extends string> = Known | (string & {})

/** CPF (of a person, 11 digits) or CNPJ (of a legal person, 14 digits or capital letters, the last two digits): one of them, never both. */
export interface Pessoa {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  /** Up to 200 characters. */
  readonly nome: string
}

/** As {@link Pessoa}, in Pix Automático: names have up to 140 characters. */
export type PessoaRecorrencia = Pessoa

/** CPF or CNPJ, never both. */
export interface Documento {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
}

export interface DadosComplementaresPessoa {
  /** Street and number, up to 200 characters. */
  readonly logradouro?: string | undefined
  /** City, up to 200 characters. */
  readonly cidade?: string | undefined
  /** State, two letters. */
  readonly uf?: string | undefined
  /** Postal code, up to 8 characters, without hyphen. */
  readonly cep?: string | undefined
}

/** One line that the payer must be shown. */
export interface InfoAdicional {
  /** Up to 50 characters. */
  readonly nome: string
  /** Up to 200 characters. */
  readonly valor: string
}

/** Where a list is. */
export interface Paginacao {
  /** From 0. */
  readonly paginaAtual: number
  readonly itensPorPagina: number
  /** From 1. */
  readonly quantidadeDePaginas: number
  readonly quantidadeTotalDeItens: number
}

/** What a list was asked for, as the bank repeats it. Instants are RFC 3339. */
export interface ParametrosConsulta {
  readonly inicio: string
  readonly fim: string
  readonly paginacao: Paginacao
}

/** `0`: the amount is fixed; `1`: the payer may change it. */
export type ModalidadeAlteracao = 0 | 1

/**
 * Who hands out cash: a shop (`AGTEC`), another legal person or a bank's correspondent (`AGTOT`), a provider of the service (`AGPSS`, whose
 * name is `AGFSS` from API Pix 2.10.0 on).
 */
export type ModalidadeAgente = 'AGTEC' | 'AGTOT' | 'AGPSS' | 'AGFSS'
