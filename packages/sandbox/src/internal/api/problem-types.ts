/**
 * The types of problems, with the status of each.
 *
 * @module
 */

export type ProblemType =
  | 'RequisicaoInvalida'
  | 'AcessoNegado'
  | 'NaoEncontrado'
  | 'PermanentementeRemovido'
  | 'ErroInternoDoServidor'
  | 'ServicoIndisponivel'
  | 'IndisponibilidadePorTempoEsgotado'
  | 'CobNaoEncontrado'
  | 'CobOperacaoInvalida'
  | 'CobConsultaInvalida'
  | 'CobVNaoEncontrada'
  | 'CobVOperacaoInvalida'
  | 'CobVConsultaInvalida'
  | 'LoteCobVNaoEncontrado'
  | 'LoteCobVOperacaoInvalida'
  | 'LoteCobVConsultaInvalida'
  | 'PayloadLocationNaoEncontrado'
  | 'PayloadLocationOperacaoInvalida'
  | 'PayloadLocationConsultaInvalida'
  | 'PayloadLocationRecNaoEncontrado'
  | 'PayloadLocationRecConsultaInvalida'
  | 'PixNaoEncontrado'
  | 'PixDevolucaoNaoEncontrada'
  | 'PixConsultaInvalida'
  | 'PixDevolucaoInvalida'
  | 'WebhookOperacaoInvalida'
  | 'WebhookNaoEncontrado'
  | 'WebhookConsultaInvalida'
  | 'WebhookRecOperacaoInvalida'
  | 'WebhookRecConsultaInvalida'
  | 'WebhookCobROperacaoInvalida'
  | 'WebhookCobRConsultaInvalida'
  | 'RecNaoEncontrada'
  | 'RecOperacaoInvalida'
  | 'RecConsultaInvalida'
  | 'SolicRecNaoEncontrada'
  | 'SolicRecOperacaoInvalida'
  | 'CobRNaoEncontrado'
  | 'CobROperacaoInvalida'
  | 'CobRConsultaInvalida'

/** Types are names below it. */
export const PROBLEM_BASE = 'https://pix.bcb.gov.br/api/v2/error/'

/** @see API Pix 2.9.0, info, "Tratamento de erros". Titles are a choice of pixkit. */
export const PROBLEM_TYPES: Readonly<Record<ProblemType, { readonly status: number; readonly title: string }>> = {
  RequisicaoInvalida: { status: 400, title: 'Requisição inválida.' },
  AcessoNegado: { status: 403, title: 'Acesso negado.' },
  NaoEncontrado: { status: 404, title: 'Não encontrado.' },
  PermanentementeRemovido: { status: 410, title: 'Removido permanentemente.' },
  ErroInternoDoServidor: { status: 500, title: 'Erro interno do servidor.' },
  ServicoIndisponivel: { status: 503, title: 'Serviço indisponível.' },
  IndisponibilidadePorTempoEsgotado: { status: 504, title: 'Tempo esgotado.' },
  CobNaoEncontrado: { status: 404, title: 'Cobrança não encontrada.' },
  CobOperacaoInvalida: { status: 400, title: 'Cobrança inválida.' },
  CobConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  CobVNaoEncontrada: { status: 404, title: 'Cobrança não encontrada.' },
  CobVOperacaoInvalida: { status: 400, title: 'Cobrança inválida.' },
  CobVConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  LoteCobVNaoEncontrado: { status: 404, title: 'Lote não encontrado.' },
  LoteCobVOperacaoInvalida: { status: 400, title: 'Lote inválido.' },
  LoteCobVConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  PayloadLocationNaoEncontrado: { status: 404, title: 'Location não encontrada.' },
  PayloadLocationOperacaoInvalida: { status: 400, title: 'Location inválida.' },
  PayloadLocationConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  PayloadLocationRecNaoEncontrado: { status: 404, title: 'Location não encontrada.' },
  PayloadLocationRecConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  PixNaoEncontrado: { status: 404, title: 'Pix não encontrado.' },
  PixDevolucaoNaoEncontrada: { status: 404, title: 'Devolução não encontrada.' },
  PixConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  PixDevolucaoInvalida: { status: 400, title: 'Devolução inválida.' },
  WebhookOperacaoInvalida: { status: 400, title: 'Webhook inválido.' },
  WebhookNaoEncontrado: { status: 404, title: 'Webhook não encontrado.' },
  WebhookConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  WebhookRecOperacaoInvalida: { status: 400, title: 'Webhook inválido.' },
  WebhookRecConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  WebhookCobROperacaoInvalida: { status: 400, title: 'Webhook inválido.' },
  WebhookCobRConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  RecNaoEncontrada: { status: 404, title: 'Recorrência não encontrada.' },
  RecOperacaoInvalida: { status: 400, title: 'Recorrência inválida.' },
  RecConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
  SolicRecNaoEncontrada: { status: 404, title: 'Solicitação não encontrada.' },
  SolicRecOperacaoInvalida: { status: 400, title: 'Solicitação inválida.' },
  CobRNaoEncontrado: { status: 404, title: 'Cobrança não encontrada.' },
  CobROperacaoInvalida: { status: 400, title: 'Cobrança inválida.' },
  CobRConsultaInvalida: { status: 400, title: 'Consulta inválida.' },
}
