/**
 * What can be explained.
 *
 * @module
 */

/** Names of explanations; those of one bank begin with the id of its profile. */
export type ExplanationKey =
  | 'acesso-negado'
  | 'caminho'
  | 'certificado-do-servidor'
  | 'consulta'
  | 'copia-e-cola'
  | 'efi-balde'
  | 'efi-chave'
  | 'efi-cobranca'
  | 'efi-documento-bloqueado'
  | 'efi-em-uso'
  | 'efi-escopo'
  | 'efi-homologacao'
  | 'efi-limite-de-chaves'
  | 'efi-pagamento-negado'
  | 'efi-webhook'
  | 'em-uso'
  | 'erro-do-banco'
  | 'escopo'
  | 'indisponivel'
  | 'inter-limite'
  | 'limite'
  | 'mtls'
  | 'nao-encontrado'
  | 'pagina'
  | 'removido'
  | 'requisicao'
  | 'sem-conexao'
  | 'sem-resposta'
  | 'sicredi-chave'
  | 'sicredi-condicao-inesperada'
  | 'sicredi-credenciais'
  | 'sicredi-escopo-negado'
  | 'sicredi-escopo-vazio'
  | 'sicredi-mtls'
  | 'sicredi-nao-encontrado'
  | 'sicredi-thumbprint'
  | 'sicredi-token'
  | 'token-credenciais'
  | 'token-escopo'
  | 'token-pedido'
  | 'token-recusado'
  | 'webhook'

/** What went wrong in one clause, what may be behind it, and what to do, in this order. */
export interface ExplanationText {
  readonly title: string
  readonly causes: readonly string[]
  readonly steps: readonly string[]
}

/** One language, from `@pixkit/bacen/explanations/pt-br` or `/en`. */
export type Explanations = Readonly<Record<ExplanationKey, ExplanationText>>
