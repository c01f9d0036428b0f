/**
 * Members that a bank writes as `null` where the norm leaves them out.
 *
 * @module
 */
import { type OperationName, operations, type Resource } from '@pixkit/bacen'

/** Those that answers may lack. @see API Pix 2.9.0, the schemas of the answers. */
const OPTIONAL: Readonly<Record<Resource, readonly string[]>> = {
  cob: ['devedor', 'solicitacaoPagador', 'infoAdicionais', 'pix'],
  cobv: ['solicitacaoPagador', 'infoAdicionais', 'pix'],
  loteCobv: ['descricao'],
  loc: ['txid'],
  locRec: ['idRec'],
  pix: ['txid', 'infoPagador', 'devolucoes'],
  rec: ['loc', 'pagador', 'encerramento', 'ativacao', 'dadosQR'],
  solicRec: ['recPayload'],
  cobr: ['infoAdicional', 'devedor', 'encerramento', 'tentativas'],
  webhook: [],
  webhookRec: [],
  webhookCobr: [],
}

/** The body with `null` in the place of what is absent; those of a list, item by item. */
export function withNullMembers(operation: OperationName, body: unknown): unknown {
  const names = OPTIONAL[operation.split('.')[0] as Resource]
  const nulls = Object.fromEntries(names.map((name) => [name, null]))
  if (typeof body !== 'object' || body === null) return body
  const list = operations[operation].list?.items
  const items = list === undefined ? undefined : (body as Readonly<Record<string, unknown>>)[list]
  if (list === undefined || !Array.isArray(items)) return { ...nulls, ...body }
  return { ...body, [list]: items.map((item: object) => ({ ...nulls, ...item })) }
}
