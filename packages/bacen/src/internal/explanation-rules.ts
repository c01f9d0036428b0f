/**
 * Which explanation belongs to which error.
 *
 * @module
 */
import type { HttpErrorCode } from '@pixkit/http/codes'
import type { BacenErrorCode } from '../codes.ts'
import type { ExplanationKey } from './explanation-keys.ts'

/** Every condition that is there must hold. */
export interface ExplanationRule {
  readonly key: ExplanationKey
  /** Id of a profile; without one it holds for every bank. */
  readonly profile?: string | undefined
  readonly code?: BacenErrorCode | HttpErrorCode | undefined
  readonly status?: number | undefined
  /** `params.reason`. */
  readonly reason?: RegExp | undefined
  /** Last segment of the problem's type. */
  readonly type?: RegExp | undefined
  /** Kind of the body: `json`, `html`, `text`, `binary`, `empty`. */
  readonly body?: string | undefined
  /** In title, detail or a violation of the problem. A sentence is found without knowing the bank, too. */
  readonly says?: RegExp | undefined
  /** Name of a member that broke a rule. */
  readonly property?: RegExp | undefined
  /** Where the advice comes from. */
  readonly source: string
}

const ANEXO_IV = 'Guia Técnico de Integrações API Pix Sicredi, anexo IV'
const EFI = 'Efí, documentação da API Pix'
const NORM = 'API Pix 2.9.0, tratamento de erros'
const OAUTH = 'RFC 6749, seção 5.2'
const PIXKIT = 'pixkit'

/** The first that holds is it: banks before the norm, the narrow before the wide. */
export const EXPLANATION_RULES: readonly ExplanationRule[] = [
  { key: 'sicredi-escopo-vazio', profile: 'sicredi', says: /escopo vazio/i, source: `${ANEXO_IV}, status 400` },
  { key: 'sicredi-escopo-negado', profile: 'sicredi', says: /escopo negado/i, source: `${ANEXO_IV}, status 400` },
  { key: 'sicredi-thumbprint', profile: 'sicredi', says: /thumbprint/i, source: `${ANEXO_IV}, status 400` },
  {
    key: 'sicredi-chave',
    profile: 'sicredi',
    says: /n[ãa]o foi localizada a chave/i,
    source: `${ANEXO_IV}, status 400`,
  },
  {
    key: 'sicredi-token',
    profile: 'sicredi',
    says: /cannot convert access token/i,
    source: `${ANEXO_IV}, status 401`,
  },
  { key: 'sicredi-mtls', profile: 'sicredi', status: 403, body: 'html', source: `${ANEXO_IV}, status 403` },
  {
    key: 'sicredi-credenciais',
    profile: 'sicredi',
    says: /full authentication is required/i,
    source: `${ANEXO_IV}, status 403`,
  },
  { key: 'sicredi-nao-encontrado', profile: 'sicredi', status: 404, body: 'json', source: `${ANEXO_IV}, status 404` },
  { key: 'sicredi-condicao-inesperada', profile: 'sicredi', status: 500, source: `${ANEXO_IV}, status 500` },

  { key: 'efi-balde', type: /^BaldeFichasVazio$/, source: `${EFI}, Envio e Pagamento Pix` },
  { key: 'efi-escopo', profile: 'efi', type: /^insufficient_scope$/, source: `${EFI}, Credenciais` },
  { key: 'efi-webhook', profile: 'efi', type: /^webhook_invalido$/, source: `${EFI}, Webhooks` },
  { key: 'efi-chave', profile: 'efi', type: /^chave_invalida$/, source: `${EFI}, Cobranças imediatas` },
  {
    key: 'efi-documento-bloqueado',
    profile: 'efi',
    type: /^documento_bloqueado$/,
    source: `${EFI}, Cobranças imediatas`,
  },
  { key: 'efi-cobranca', profile: 'efi', type: /^cobranca_nao_encontrada$/, source: `${EFI}, Cobranças imediatas` },
  {
    key: 'efi-em-uso',
    profile: 'efi',
    type: /_duplicado$/,
    source: `${EFI}, Cobranças imediatas, Gestão de Pix, Envio`,
  },
  { key: 'efi-pagamento-negado', profile: 'efi', type: /^pagamento_negado$/, source: `${EFI}, Envio e Pagamento Pix` },
  {
    key: 'efi-limite-de-chaves',
    profile: 'efi',
    type: /^limite_criacao_chave_atingido$/,
    source: `${EFI}, Endpoints exclusivos`,
  },
  {
    key: 'efi-homologacao',
    profile: 'efi',
    says: /desabilitada em ambiente de homologa/i,
    source: `${EFI}, Envio e Pagamento Pix`,
  },
  {
    key: 'inter-limite',
    profile: 'inter',
    status: 429,
    source: 'Inter, portal do desenvolvedor, API Pix, limites de requisições',
  },

  { key: 'mtls', status: 403, body: 'html', source: PIXKIT },
  { key: 'token-escopo', code: 'HTTP_TOKEN', type: /^(?:invalid_scope|insufficient_scope)$/, source: OAUTH },
  { key: 'token-escopo', code: 'HTTP_TOKEN', says: /\b(?:scope|escopo)/i, source: OAUTH },
  { key: 'token-pedido', code: 'HTTP_TOKEN', type: /^(?:invalid_request|unsupported_grant_type)$/, source: OAUTH },
  { key: 'token-credenciais', code: 'HTTP_TOKEN', type: /^(?:invalid_client|unauthorized_client)$/, source: OAUTH },
  { key: 'mtls', reason: /^edge-certificate$/, source: PIXKIT },
  { key: 'limite', status: 429, source: 'RFC 6585, seção 4' },
  { key: 'token-credenciais', code: 'HTTP_TOKEN', status: 401, source: OAUTH },
  { key: 'token-credenciais', code: 'HTTP_TOKEN', status: 403, source: OAUTH },
  { key: 'token-pedido', code: 'HTTP_TOKEN', status: 400, source: OAUTH },
  { key: 'mtls', code: 'HTTP_TLS', reason: /^(?:client-certificate-|handshake$)/, source: 'RFC 8446, seção 4.4.2.4' },
  {
    key: 'certificado-do-servidor',
    code: 'HTTP_TLS',
    reason: /^(?:untrusted|incomplete-chain|self-signed)$/,
    source: PIXKIT,
  },
  { key: 'pagina', reason: /^edge-html$/, source: PIXKIT },
  { key: 'pagina', code: 'HTTP_ANSWER', reason: /^html$/, source: PIXKIT },

  { key: 'escopo', status: 403, type: /^insufficient_scope$/, source: 'RFC 6750, seção 3.1' },
  { key: 'consulta', status: 400, type: /ConsultaInvalida$/, source: NORM },
  { key: 'webhook', status: 400, type: /^Webhook\w*OperacaoInvalida$/, source: NORM },
  { key: 'em-uso', status: 400, type: /OperacaoInvalida$/, property: /(?:^|\.)txid$/, source: NORM },
  {
    key: 'em-uso',
    status: 400,
    says: /\bem uso\b|j[áa] (?:est[áa] sendo|foi|est[áa]) utilizad|j[áa] (?:foi|est[áa]) usad|j[áa] existe/i,
    source: NORM,
  },
  { key: 'requisicao', status: 400, source: NORM },
  { key: 'requisicao', status: 422, source: PIXKIT },
  { key: 'token-recusado', status: 401, source: 'RFC 6750, seção 3.1' },
  { key: 'acesso-negado', status: 403, source: NORM },
  { key: 'nao-encontrado', status: 404, type: /NaoEncontrad[oa]$/, source: NORM },
  { key: 'caminho', status: 404, source: PIXKIT },
  { key: 'caminho', status: 405, source: PIXKIT },
  { key: 'em-uso', status: 409, source: PIXKIT },
  { key: 'removido', status: 410, source: NORM },
  { key: 'indisponivel', status: 503, source: NORM },
  { key: 'indisponivel', status: 504, source: NORM },
  { key: 'indisponivel', status: 502, source: PIXKIT },
  { key: 'erro-do-banco', reason: /^server-error$/, source: NORM },
  { key: 'mtls', code: 'HTTP_CONNECT', reason: /^hung-up/, source: PIXKIT },
  { key: 'sem-conexao', code: 'HTTP_CONNECT', reason: /^(?:refused|timed-out|unreachable)$/, source: PIXKIT },
  { key: 'sem-conexao', code: 'HTTP_DNS', source: PIXKIT },
  { key: 'sem-conexao', code: 'HTTP_TIMEOUT', reason: /^(?:connect|resolve|token)$/, source: PIXKIT },
  { key: 'sem-resposta', code: 'HTTP_CONNECT', source: PIXKIT },
  { key: 'sem-resposta', code: 'HTTP_PROTOCOL', source: PIXKIT },
  { key: 'sem-resposta', code: 'HTTP_TIMEOUT', source: PIXKIT },

  { key: 'em-uso', code: 'BACEN_IN_USE', source: NORM },
  { key: 'copia-e-cola', code: 'BACEN_COPIA_E_COLA', source: PIXKIT },
]
