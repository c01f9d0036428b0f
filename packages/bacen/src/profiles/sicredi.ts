/**
 * Sicredi.
 *
 * @module
 */
import { confirmed, unconfirmed } from '../internal/fact.ts'
import { readAndWrite } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const guide = (section: string): string => `Guia Técnico de Integrações API Pix Sicredi (2025), ${section}`
const TOKEN = guide('section 8')
const VERSIONS = `${guide('annexes II and III')}: cob v3, cobv v2, Pix Automático v1; github.com/laddertech/pypix-api (2026-07) and ACBr (2026-07) disagree in part`

/**
 * Sicredi, with a version for each resource.
 *
 * Only scopes of the immediate modality are asked for by default: a scope that was not contracted has the whole token refused. With
 * other modalities name the scopes: `cobv` and `lotecobv`, or those of Pix Automático.
 *
 * Sicredi asks for `valor.modalidadeAlteracao` 0 in every charge, and for `recebedor.agencia` in every cobr.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, sections 8 to 11 and annexes II to IV.
 */
export const sicredi: Profile = {
  id: 'sicredi',
  name: 'Sicredi',
  ambientes: {
    producao: {
      apiUrl: confirmed('https://api-pix.sicredi.com.br/api', guide('annex II, baseUrl and line of the request')),
      tokenUrl: confirmed('https://api-pix.sicredi.com.br/oauth/token', TOKEN),
      mtls: confirmed('both', guide('section 8')),
    },
    homologacao: {
      apiUrl: unconfirmed(
        'https://api-pix-h.sicredi.com.br/api',
        `${guide('annex IV, status 403')}, has the host; the path is by analogy with production`,
      ),
      tokenUrl: confirmed('https://api-pix-h.sicredi.com.br/oauth/token', guide('section 8 and annex IV, status 403')),
      mtls: confirmed('both', guide('section 8')),
    },
  },
  token: {
    client: confirmed('basic', TOKEN),
    body: confirmed('form', TOKEN),
    grantType: confirmed('body', TOKEN),
    sendsScope: confirmed(true, TOKEN),
    expiresIn: unconfirmed('auto', `${TOKEN}, says milliseconds and a JWT; ACBr and pypix-api (2026-07) read seconds`),
  },
  scopes: unconfirmed(readAndWrite('cob', 'pix', 'webhook'), guide('section 8 and annex IV, status 400')),
  prefixes: unconfirmed(
    {
      cob: '/v3',
      cobv: '/v2',
      loteCobv: '/v2',
      loc: '/v2',
      pix: '/v2',
      webhook: '/v2',
      rec: '/v1',
      solicRec: '/v1',
      cobr: '/v1',
      locRec: '/v1',
      webhookRec: '/v1',
      webhookCobr: '/v1',
    },
    VERSIONS,
  ),
  paths: unconfirmed(
    {
      'solicRec.create': '/SolicRec',
      'solicRec.get': '/SolicRec/{idSolicRec}',
      'solicRec.update': '/SolicRec/{idSolicRec}',
    },
    `${guide('annex III, jornada 1')}; API Pix 2.9.0 writes /solicrec`,
  ),
  prestadorDoServicoDeSaque: confirmed('01181521', guide('section 11, Pix Saque e Pix Troco')),
}
