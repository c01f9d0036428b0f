/**
 * The operations of API Pix that need a token: what they are called here, and what the norm calls them.
 *
 * @module
 */

export type Resource =
  | 'cob'
  | 'cobv'
  | 'loteCobv'
  | 'loc'
  | 'locRec'
  | 'pix'
  | 'rec'
  | 'solicRec'
  | 'cobr'
  | 'webhook'
  | 'webhookRec'
  | 'webhookCobr'

/** `cob.create` and its 47 siblings. */
export type OperationName =
  | `cob.${'create' | 'createWithoutTxid' | 'get' | 'update' | 'list'}`
  | `cobv.${'create' | 'get' | 'update' | 'list'}`
  | `loteCobv.${'put' | 'get' | 'update' | 'list'}`
  | `loc.${'create' | 'get' | 'list' | 'unlinkTxid'}`
  | `locRec.${'create' | 'get' | 'list' | 'unlinkIdRec'}`
  | `pix.${'get' | 'list' | 'createDevolucao' | 'getDevolucao'}`
  | `rec.${'create' | 'get' | 'update' | 'list'}`
  | `solicRec.${'create' | 'get' | 'update'}`
  | `cobr.${'create' | 'createWithoutTxid' | 'get' | 'update' | 'list' | 'retry'}`
  | `webhook.${'set' | 'get' | 'list' | 'delete'}`
  | `webhookRec.${'set' | 'get' | 'delete'}`
  | `webhookCobr.${'set' | 'get' | 'delete'}`

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the URL of the API; names in braces are parameters. */
  readonly path: string
  /** Names of the query's parameters. */
  readonly query: readonly string[]
  readonly scope: string
  /** The status of success that the norm gives; banks answer with others of 200 to 299. */
  readonly success: number
  /** Whether it may be sent again when nobody knows what became of it: it reads, or writes to an id that the caller chose. */
  readonly repeatable: boolean
}

const PERIODO = ['inicio', 'fim'] as const
const DOCUMENTO = ['cpf', 'cnpj'] as const
const PAGINACAO = ['paginacao.paginaAtual', 'paginacao.itensPorPagina'] as const

const get = (path: string, scope: string, query: readonly string[] = []): Operation => ({
  method: 'GET',
  path,
  query,
  scope,
  success: 200,
  repeatable: true,
})

const send = (method: Operation['method'], path: string, scope: string, success: number): Operation => ({
  method,
  path,
  query: [],
  scope,
  success,
  repeatable: method === 'PUT',
})

/** @see API Pix 2.9.0, paths. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  'cob.create': send('PUT', '/cob/{txid}', 'cob.write', 201),
  'cob.createWithoutTxid': send('POST', '/cob', 'cob.write', 201),
  'cob.get': get('/cob/{txid}', 'cob.read', ['revisao']),
  'cob.update': send('PATCH', '/cob/{txid}', 'cob.write', 200),
  'cob.list': get('/cob', 'cob.read', [...PERIODO, ...DOCUMENTO, 'locationPresente', 'status', ...PAGINACAO]),
  'cobv.create': send('PUT', '/cobv/{txid}', 'cobv.write', 201),
  'cobv.get': get('/cobv/{txid}', 'cobv.read', ['revisao']),
  'cobv.update': send('PATCH', '/cobv/{txid}', 'cobv.write', 200),
  'cobv.list': get('/cobv', 'cobv.read', [
    ...PERIODO,
    ...DOCUMENTO,
    'locationPresente',
    'status',
    'loteCobVId',
    ...PAGINACAO,
  ]),
  'loteCobv.put': send('PUT', '/lotecobv/{id}', 'lotecobv.write', 202),
  'loteCobv.get': get('/lotecobv/{id}', 'lotecobv.read'),
  'loteCobv.update': send('PATCH', '/lotecobv/{id}', 'lotecobv.write', 202),
  'loteCobv.list': get('/lotecobv', 'lotecobv.read', [...PERIODO, ...PAGINACAO]),
  'loc.create': send('POST', '/loc', 'payloadlocation.write', 201),
  'loc.get': get('/loc/{id}', 'payloadlocation.read'),
  'loc.list': get('/loc', 'payloadlocation.read', [...PERIODO, 'txIdPresente', 'tipoCob', ...PAGINACAO]),
  'loc.unlinkTxid': send('DELETE', '/loc/{id}/txid', 'payloadlocation.write', 200),
  'locRec.create': send('POST', '/locrec', 'payloadlocationrec.write', 201),
  'locRec.get': get('/locrec/{id}', 'payloadlocationrec.read'),
  'locRec.list': get('/locrec', 'payloadlocationrec.read', [...PERIODO, 'idRecPresente', 'convenio', ...PAGINACAO]),
  'locRec.unlinkIdRec': send('DELETE', '/locrec/{id}/idRec', 'payloadlocationrec.write', 200),
  'pix.get': get('/pix/{e2eid}', 'pix.read'),
  'pix.list': get('/pix', 'pix.read', [
    ...PERIODO,
    'txid',
    'txIdPresente',
    'devolucaoPresente',
    ...DOCUMENTO,
    ...PAGINACAO,
  ]),
  'pix.createDevolucao': send('PUT', '/pix/{e2eid}/devolucao/{id}', 'pix.write', 201),
  'pix.getDevolucao': get('/pix/{e2eid}/devolucao/{id}', 'pix.read'),
  'rec.create': send('POST', '/rec', 'rec.write', 201),
  'rec.get': get('/rec/{idRec}', 'rec.read', ['txid']),
  'rec.update': send('PATCH', '/rec/{idRec}', 'rec.write', 200),
  'rec.list': get('/rec', 'rec.read', [
    ...PERIODO,
    ...DOCUMENTO,
    'locationPresente',
    'status',
    'convenio',
    ...PAGINACAO,
  ]),
  'solicRec.create': send('POST', '/solicrec', 'solicrec.write', 201),
  'solicRec.get': get('/solicrec/{idSolicRec}', 'solicrec.read'),
  'solicRec.update': send('PATCH', '/solicrec/{idSolicRec}', 'solicrec.write', 201),
  'cobr.create': send('PUT', '/cobr/{txid}', 'cobr.write', 201),
  'cobr.createWithoutTxid': send('POST', '/cobr', 'cobr.write', 201),
  'cobr.get': get('/cobr/{txid}', 'cobr.read'),
  'cobr.update': send('PATCH', '/cobr/{txid}', 'cobr.write', 200),
  'cobr.list': get('/cobr', 'cobr.read', [...PERIODO, 'idRec', ...DOCUMENTO, 'status', 'convenio', ...PAGINACAO]),
  'cobr.retry': send('POST', '/cobr/{txid}/retentativa/{data}', 'cobr.write', 201),
  'webhook.set': send('PUT', '/webhook/{chave}', 'webhook.write', 200),
  'webhook.get': get('/webhook/{chave}', 'webhook.read'),
  'webhook.list': get('/webhook', 'webhook.read', [...PERIODO, ...PAGINACAO]),
  'webhook.delete': send('DELETE', '/webhook/{chave}', 'webhook.write', 204),
  'webhookRec.set': send('PUT', '/webhookrec', 'webhookrec.write', 200),
  'webhookRec.get': get('/webhookrec', 'webhookrec.read'),
  'webhookRec.delete': send('DELETE', '/webhookrec', 'webhookrec.write', 204),
  'webhookCobr.set': send('PUT', '/webhookcobr', 'webhookcobr.write', 200),
  'webhookCobr.get': get('/webhookcobr', 'webhookcobr.read'),
  'webhookCobr.delete': send('DELETE', '/webhookcobr', 'webhookcobr.write', 204),
}
