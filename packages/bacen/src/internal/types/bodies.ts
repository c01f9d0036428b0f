/**
 * Which body goes with which operation.
 *
 * @see API Pix 2.9.0, paths.
 *
 * @module
 */
import type { CobCompleta, CobGerada, CobRevisada, CobsConsultadas, CobSolicitada } from './cob.ts'
import type { CobRCompleta, CobRGerada, CobRRevisada, CobRSolicitada, CobsRConsultadas } from './cobr.ts'
import type { CobsVConsultadas, CobVCompleta, CobVGerada, CobVRevisada, CobVSolicitada } from './cobv.ts'
import type { PayloadLocationRecCompleta, PayloadLocationRecConsultadas, PayloadLocationRecGerada } from './loc-rec.ts'
import type {
  PayloadLocation,
  PayloadLocationCompleta,
  PayloadLocationConsultadas,
  PayloadLocationSolicitada,
} from './loc.ts'
import type { LoteCobVBody, LoteCobVBodyRevisado, LoteCobVConsultado, LotesCobVConsultados } from './lote-cobv.ts'
import type { Devolucao, DevolucaoSolicitada, Pix, PixConsultados } from './pix.ts'
import type { RecCompleta, RecGerada, RecRevisada, RecsConsultadas, RecSolicitada } from './rec.ts'
import type { SolicRecCompleta, SolicRecRevisada, SolicRecSolicitada } from './solic-rec.ts'
import type { WebhookCobRCompleto, WebhookCobRSolicitado } from './webhook-cobr.ts'
import type { WebhookRecCompleto, WebhookRecSolicitado } from './webhook-rec.ts'
import type { WebhookCompleto, WebhooksConsultados, WebhookSolicitado } from './webhook.ts'

/** Operations that are not named send no body. */
export interface RequestBodies {
  readonly 'cob.create': CobSolicitada
  readonly 'cob.createWithoutTxid': CobSolicitada
  readonly 'cob.update': CobRevisada
  readonly 'cobv.create': CobVSolicitada
  readonly 'cobv.update': CobVRevisada
  readonly 'loteCobv.put': LoteCobVBody
  readonly 'loteCobv.update': LoteCobVBodyRevisado
  readonly 'loc.create': PayloadLocationSolicitada
  readonly 'pix.createDevolucao': DevolucaoSolicitada
  readonly 'rec.create': RecSolicitada
  readonly 'rec.update': RecRevisada
  readonly 'solicRec.create': SolicRecSolicitada
  readonly 'solicRec.update': SolicRecRevisada
  readonly 'cobr.create': CobRSolicitada
  readonly 'cobr.createWithoutTxid': CobRSolicitada
  readonly 'cobr.update': CobRRevisada
  readonly 'webhook.set': WebhookSolicitado
  readonly 'webhookRec.set': WebhookRecSolicitado
  readonly 'webhookCobr.set': WebhookCobRSolicitado
}

/** `unknown` where the norm declares no body. */
export interface ResponseBodies {
  readonly 'cob.create': CobGerada
  readonly 'cob.createWithoutTxid': CobGerada
  readonly 'cob.get': CobCompleta
  readonly 'cob.update': CobGerada
  readonly 'cob.list': CobsConsultadas
  readonly 'cobv.create': CobVGerada
  readonly 'cobv.get': CobVCompleta
  readonly 'cobv.update': CobVGerada
  readonly 'cobv.list': CobsVConsultadas
  readonly 'loteCobv.put': unknown
  readonly 'loteCobv.get': LoteCobVConsultado
  readonly 'loteCobv.update': unknown
  readonly 'loteCobv.list': LotesCobVConsultados
  readonly 'loc.create': PayloadLocation
  readonly 'loc.get': PayloadLocationCompleta
  readonly 'loc.list': PayloadLocationConsultadas
  readonly 'loc.unlinkTxid': PayloadLocation
  readonly 'locRec.create': PayloadLocationRecGerada
  readonly 'locRec.get': PayloadLocationRecCompleta
  readonly 'locRec.list': PayloadLocationRecConsultadas
  readonly 'locRec.unlinkIdRec': PayloadLocationRecCompleta
  readonly 'pix.get': Pix
  readonly 'pix.list': PixConsultados
  readonly 'pix.createDevolucao': Devolucao
  readonly 'pix.getDevolucao': Devolucao
  readonly 'rec.create': RecGerada
  readonly 'rec.get': RecCompleta
  readonly 'rec.update': RecGerada
  readonly 'rec.list': RecsConsultadas
  readonly 'solicRec.create': SolicRecCompleta
  readonly 'solicRec.get': SolicRecCompleta
  readonly 'solicRec.update': SolicRecCompleta
  readonly 'cobr.create': CobRGerada
  readonly 'cobr.createWithoutTxid': CobRGerada
  readonly 'cobr.get': CobRCompleta
  readonly 'cobr.update': CobRGerada
  readonly 'cobr.list': CobsRConsultadas
  readonly 'cobr.retry': CobRCompleta
  readonly 'webhook.set': unknown
  readonly 'webhook.get': WebhookCompleto
  readonly 'webhook.list': WebhooksConsultados
  readonly 'webhook.delete': unknown
  readonly 'webhookRec.set': unknown
  readonly 'webhookRec.get': WebhookRecCompleto
  readonly 'webhookRec.delete': unknown
  readonly 'webhookCobr.set': unknown
  readonly 'webhookCobr.get': WebhookCobRCompleto
  readonly 'webhookCobr.delete': unknown
}
