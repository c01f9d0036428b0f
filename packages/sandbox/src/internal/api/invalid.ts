/**
 * What a request is refused with when it is not as its schema wants it.
 *
 * @module
 */
import type { Resource } from '@pixkit/bacen'
import type { ProblemType } from './problem-types.ts'

/** For bodies, and for parameters. */
export const INVALID: Readonly<Record<Resource, readonly [body: ProblemType, query: ProblemType]>> = {
  cob: ['CobOperacaoInvalida', 'CobConsultaInvalida'],
  cobv: ['CobVOperacaoInvalida', 'CobVConsultaInvalida'],
  loteCobv: ['LoteCobVOperacaoInvalida', 'LoteCobVConsultaInvalida'],
  loc: ['PayloadLocationOperacaoInvalida', 'PayloadLocationConsultaInvalida'],
  locRec: ['RequisicaoInvalida', 'PayloadLocationRecConsultaInvalida'],
  pix: ['PixDevolucaoInvalida', 'PixConsultaInvalida'],
  rec: ['RecOperacaoInvalida', 'RecConsultaInvalida'],
  solicRec: ['SolicRecOperacaoInvalida', 'RequisicaoInvalida'],
  cobr: ['CobROperacaoInvalida', 'CobRConsultaInvalida'],
  webhook: ['WebhookOperacaoInvalida', 'WebhookConsultaInvalida'],
  webhookRec: ['WebhookRecOperacaoInvalida', 'WebhookRecConsultaInvalida'],
  webhookCobr: ['WebhookCobROperacaoInvalida', 'WebhookCobRConsultaInvalida'],
}
