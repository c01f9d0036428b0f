/**
 * What Efí has beside API Pix, as `@pixkit/bacen/efi` calls it.
 *
 * @see Efí, documentação da API Pix: Endpoints exclusivos, Envio e Pagamento Pix, Split de pagamento Pix, Payload locations (2024).
 *
 * @module
 */
import type { EfiEnvioSolicitado } from '@pixkit/bacen/efi'
import { centavosFromValor, valorFromCentavos } from '@pixkit/core/valor'
import { encodeQr } from '@pixkit/qr/encode-qr'
import { renderSvg } from '@pixkit/qr/render-svg'
import type { ApiAnswer } from '../api/call.ts'
import { leftOf } from '../charges/devolucao.ts'
import type { World } from '../world.ts'
import { createEnvios, type Envios } from './efi-envios.ts'
import { erro } from './efi-errors.ts'
import { createEvps } from './efi-evps.ts'
import { createSplits } from './efi-splits.ts'
import type { Extra, ExtraParts } from './extra.ts'

/** An account has it before anybody paid: a choice of pixkit, so that something can be sent. */
const FIRST_CENTAVOS = 1_000_000

export function efiExtras(parts: ExtraParts): readonly Extra[] {
  const { world } = parts
  const evps = createEvps(parts)
  const envios = createEnvios(parts)
  const splits = createSplits(parts)
  const config = '/v2/gn/split/config'
  const enviados = '/v2/gn/pix/enviados'
  const ofBoth = (make: (tipo: 'cob' | 'cobv', route: string) => readonly Extra[]): readonly Extra[] =>
    (['cob', 'cobv'] as const).flatMap((tipo) => make(tipo, `/v2/gn/split/${tipo}/:txid`))
  const [readSplit, writeSplit] = [{ scope: 'gn.split.read' }, { scope: 'gn.split.write' }]
  const readSent = { method: 'GET', scope: 'gn.pix.send.read' } as const
  return [
    { method: 'POST', route: '/v2/gn/evp', scope: 'gn.pix.evp.write', answer: () => evps.create() },
    { method: 'GET', route: '/v2/gn/evp', scope: 'gn.pix.evp.read', answer: () => evps.list() },
    {
      method: 'DELETE',
      route: '/v2/gn/evp/:chave',
      scope: 'gn.pix.evp.write',
      answer: ({ params }) => evps.delete(params),
    },
    {
      method: 'GET',
      route: '/v2/gn/saldo',
      scope: 'gn.balance.read',
      answer: ({ query }) => saldo(world, envios, query['bloqueios'] === 'true'),
    },
    {
      method: 'PUT',
      route: '/v3/gn/pix/:idEnvio',
      scope: 'pix.send',
      answer: ({ params, body }) =>
        envios.send(params['idEnvio'] ?? '', body as EfiEnvioSolicitado, balanceOf(world, envios)),
    },
    {
      ...readSent,
      route: `${enviados}/id-envio/:idEnvio`,
      answer: ({ params }) => envios.get(params['idEnvio'] ?? ''),
    },
    { ...readSent, route: `${enviados}/:e2eId`, answer: ({ params }) => envios.getByEndToEndId(params['e2eId'] ?? '') },
    { ...readSent, route: enviados, answer: ({ query }) => envios.list(query) },
    {
      method: 'GET',
      route: '/v2/loc/:id/qrcode',
      scope: 'payloadlocation.read',
      answer: ({ params }) => qrCode(world, params),
    },
    { method: 'POST', route: config, ...writeSplit, answer: ({ body }) => splits.create(body) },
    {
      method: 'PUT',
      route: `${config}/:id`,
      ...writeSplit,
      answer: ({ params, body }) => splits.put(params['id'] ?? '', body),
    },
    { method: 'GET', route: `${config}/:id`, ...readSplit, answer: ({ params }) => splits.get(params['id'] ?? '') },
    ...ofBoth((tipo, route) => [
      { method: 'GET', route, ...readSplit, answer: ({ params }) => splits.charge(tipo, params) },
      {
        method: 'PUT',
        route: `${route}/vinculo/:id`,
        ...writeSplit,
        answer: ({ params }) => splits.link(tipo, params),
      },
      {
        method: 'DELETE',
        route: `${route}/vinculo`,
        ...writeSplit,
        answer: ({ params }) => splits.unlink(tipo, params),
      },
    ]),
  ]
}

function saldo(world: World, envios: Envios, showsBlocked: boolean): ApiAnswer {
  const nothing = { judicial: '0.00', med: '0.00', total: '0.00' }
  const body = { saldo: valorFromCentavos(balanceOf(world, envios)) }
  return { status: 200, body: showsBlocked ? { ...body, bloqueios: nothing } : body }
}

/** What came in, without what was returned and sent. */
function balanceOf({ pixes }: World, { sent }: Envios): number {
  let centavos = FIRST_CENTAVOS
  for (const pix of pixes.values()) centavos += leftOf(pix)
  for (const { valor } of sent()) centavos -= centavosFromValor(valor)
  return Math.max(centavos, 0)
}

function qrCode({ locs, cobs, cobvs }: World, { id = '' }: Readonly<Record<string, string>>): ApiAnswer {
  const txid = locs.get(id)?.txid
  const charge = txid === undefined ? undefined : (cobs.get(txid) ?? cobvs.get(txid))
  const qrcode = charge?.revisoes.at(-1)?.pixCopiaECola
  if (qrcode === undefined) return erro(400, 'location_nao_encontrada', 'A location não existe, ou não tem cobrança.')
  const svg = renderSvg(encodeQr(qrcode))
  return { status: 200, body: { qrcode, imagemQrcode: `data:image/svg+xml;base64,${btoa(svg)}` } }
}
