/**
 * Problems as API Pix writes them.
 *
 * @module
 */

/** One rule that a request broke. Values may quote what was sent: keep them out of logs. */
export interface Violacao {
  /** Why, in words. */
  readonly razao?: string | undefined
  /** Which member, as a path with dots: `cob.valor.original`. */
  readonly propriedade?: string | undefined
  /** What was sent, as the bank quotes it. */
  readonly valor?: string | undefined
}

/**
 * What a bank says is wrong.
 *
 * @see RFC 7807; API Pix 2.9.0, Problema.
 */
export interface Problema {
  /** URI of the kind of problem; its last segment names it: `https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string | undefined
  readonly correlationId?: string | undefined
  readonly violacoes?: readonly Violacao[] | undefined
}
