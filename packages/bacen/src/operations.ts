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
  /** Those of them that must be there. */
  readonly required: readonly string[]
  readonly scope: string
  /** The status of success that the norm gives; banks answer with others of 200 to 299. */
  readonly success: number
  /** Whether it may be sent again when nobody knows what became of it: it reads, or writes to an id that the caller chose. */
  readonly repeatable: boolean
  /** Where nothing comes back, the status says everything. */
  readonly answers: 'object' | 'nothing'
  /** The member of a page that has the items, and the member of an item by which it is known. */
  readonly list?: { readonly items: string; readonly id: string } | undefined
  /** What was not there before: one thing, or many of which some may be there already. */
  readonly makes?: 'one' | 'many' | undefined
  /** The parameter of the path that the caller makes up, where the norm gives it a form. */
  readonly newId?: 'txid' | 'id' | undefined
  /** The operation that does the same with a txid of the caller's own. */
  readonly withTxid?: OperationName | undefined
}

const PERIODO = ['inicio', 'fim'] as const
const DOCUMENTO = ['cpf', 'cnpj'] as const
const PAGINACAO = ['paginacao.paginaAtual', 'paginacao.itensPorPagina'] as const

function get(path: string, scope: string, query: readonly string[] = []): Operation {
  return { method: 'GET', path, query, required: [], scope, success: 200, repeatable: true, answers: 'object' }
}

function list(
  path: string,
  scope: string,
  members: NonNullable<Operation['list']>,
  filters: readonly string[] = [],
): Operation {
  return { ...get(path, scope, [...PERIODO, ...filters, ...PAGINACAO]), required: PERIODO, list: members }
}

function send(
  method: Operation['method'],
  path: string,
  scope: string,
  success: number,
  facts: Pick<Operation, 'makes' | 'newId' | 'withTxid'> & { readonly answers?: 'nothing' } = {},
): Operation {
  const repeatable = method === 'PUT'
  return { method, path, query: [], required: [], scope, success, repeatable, answers: 'object', ...facts }
}

const MAKES = { makes: 'one' } as const
const MAKES_TXID = { makes: 'one', newId: 'txid' } as const
const NOTHING = { answers: 'nothing' } as const

/** @see API Pix 2.9.0, paths. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  'cob.create': send('PUT', '/cob/{txid}', 'cob.write', 201, MAKES_TXID),
  'cob.createWithoutTxid': send('POST', '/cob', 'cob.write', 201, { makes: 'one', withTxid: 'cob.create' }),
  'cob.get': get('/cob/{txid}', 'cob.read', ['revisao']),
  'cob.update': send('PATCH', '/cob/{txid}', 'cob.write', 200),
  'cob.list': list('/cob', 'cob.read', { items: 'cobs', id: 'txid' }, [...DOCUMENTO, 'locationPresente', 'status']),
  'cobv.create': send('PUT', '/cobv/{txid}', 'cobv.write', 201, MAKES_TXID),
  'cobv.get': get('/cobv/{txid}', 'cobv.read', ['revisao']),
  'cobv.update': send('PATCH', '/cobv/{txid}', 'cobv.write', 200),
  'cobv.list': list('/cobv', 'cobv.read', { items: 'cobs', id: 'txid' }, [
    ...DOCUMENTO,
    'locationPresente',
    'status',
    'loteCobVId',
  ]),
  'loteCobv.put': send('PUT', '/lotecobv/{id}', 'lotecobv.write', 202, { makes: 'many', answers: 'nothing' }),
  'loteCobv.get': get('/lotecobv/{id}', 'lotecobv.read'),
  'loteCobv.update': send('PATCH', '/lotecobv/{id}', 'lotecobv.write', 202, NOTHING),
  'loteCobv.list': list('/lotecobv', 'lotecobv.read', { items: 'lotes', id: 'id' }),
  'loc.create': send('POST', '/loc', 'payloadlocation.write', 201, MAKES),
  'loc.get': get('/loc/{id}', 'payloadlocation.read'),
  'loc.list': list('/loc', 'payloadlocation.read', { items: 'loc', id: 'id' }, ['txIdPresente', 'tipoCob']),
  'loc.unlinkTxid': send('DELETE', '/loc/{id}/txid', 'payloadlocation.write', 200),
  'locRec.create': send('POST', '/locrec', 'payloadlocationrec.write', 201, MAKES),
  'locRec.get': get('/locrec/{id}', 'payloadlocationrec.read'),
  'locRec.list': list('/locrec', 'payloadlocationrec.read', { items: 'loc', id: 'id' }, ['idRecPresente', 'convenio']),
  'locRec.unlinkIdRec': send('DELETE', '/locrec/{id}/idRec', 'payloadlocationrec.write', 200),
  'pix.get': get('/pix/{e2eid}', 'pix.read'),
  'pix.list': list('/pix', 'pix.read', { items: 'pix', id: 'endToEndId' }, [
    'txid',
    'txIdPresente',
    'devolucaoPresente',
    ...DOCUMENTO,
  ]),
  'pix.createDevolucao': send('PUT', '/pix/{e2eid}/devolucao/{id}', 'pix.write', 201, { makes: 'one', newId: 'id' }),
  'pix.getDevolucao': get('/pix/{e2eid}/devolucao/{id}', 'pix.read'),
  'rec.create': send('POST', '/rec', 'rec.write', 201, MAKES),
  'rec.get': get('/rec/{idRec}', 'rec.read', ['txid']),
  'rec.update': send('PATCH', '/rec/{idRec}', 'rec.write', 200),
  'rec.list': list('/rec', 'rec.read', { items: 'recs', id: 'idRec' }, [
    ...DOCUMENTO,
    'locationPresente',
    'status',
    'convenio',
  ]),
  'solicRec.create': send('POST', '/solicrec', 'solicrec.write', 201, MAKES),
  'solicRec.get': get('/solicrec/{idSolicRec}', 'solicrec.read'),
  'solicRec.update': send('PATCH', '/solicrec/{idSolicRec}', 'solicrec.write', 201),
  'cobr.create': send('PUT', '/cobr/{txid}', 'cobr.write', 201, MAKES_TXID),
  'cobr.createWithoutTxid': send('POST', '/cobr', 'cobr.write', 201, { makes: 'one', withTxid: 'cobr.create' }),
  'cobr.get': get('/cobr/{txid}', 'cobr.read'),
  'cobr.update': send('PATCH', '/cobr/{txid}', 'cobr.write', 200),
  'cobr.list': list('/cobr', 'cobr.read', { items: 'cobsr', id: 'txid' }, [
    'idRec',
    ...DOCUMENTO,
    'status',
    'convenio',
  ]),
  'cobr.retry': send('POST', '/cobr/{txid}/retentativa/{data}', 'cobr.write', 201),
  'webhook.set': send('PUT', '/webhook/{chave}', 'webhook.write', 200, NOTHING),
  'webhook.get': get('/webhook/{chave}', 'webhook.read'),
  'webhook.list': { ...list('/webhook', 'webhook.read', { items: 'webhooks', id: 'chave' }), required: [] },
  'webhook.delete': send('DELETE', '/webhook/{chave}', 'webhook.write', 204, NOTHING),
  'webhookRec.set': send('PUT', '/webhookrec', 'webhookrec.write', 200, NOTHING),
  'webhookRec.get': get('/webhookrec', 'webhookrec.read'),
  'webhookRec.delete': send('DELETE', '/webhookrec', 'webhookrec.write', 204, NOTHING),
  'webhookCobr.set': send('PUT', '/webhookcobr', 'webhookcobr.write', 200, NOTHING),
  'webhookCobr.get': get('/webhookcobr', 'webhookcobr.read'),
  'webhookCobr.delete': send('DELETE', '/webhookcobr', 'webhookcobr.write', 204, NOTHING),
}
