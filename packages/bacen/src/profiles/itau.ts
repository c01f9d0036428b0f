/**
 * Itaú.
 *
 * @module
 */
import { confirmed, unconfirmed } from '../internal/fact.ts'
import type { ExtraField, Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPItau.pas (github.com/joaoduarte19/ACBr, 2026-07)'
const PORTAL =
  'Itaú, portal do desenvolvedor, Autenticação mTLS (devportal.itau.com.br/autenticacao-documentacao, 2026)'
const SAMPLES = 'public samples of integrations with Itaú (github.com, 2025 and 2026)'

const uuid = (name: string): ExtraField => ({ name, on: 'api', value: { kind: 'uuid' } })

/**
 * Itaú, the track of API Pix (`pix_recebimentos`). Where the contract has the token by `private_key_jwt`, this profile does not fit.
 *
 * No source has a host for `webhookCobr`, nor one of tests for `cobr`: they go where the charges go.
 *
 * Sources differ on the headers of correlation; fresh UUIDs are sent in all of them. `credentials.extras.sandboxToken` is sent to
 * the sandbox where it is given.
 */
export const itau: Profile = {
  id: 'itau',
  name: 'Itaú',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://secure.api.itau/pix_recebimentos/v2', `${ACBR}; ${SAMPLES}`),
      tokenUrl: unconfirmed('https://sts.itau.com.br/api/oauth/token', `${SAMPLES}; ${ACBR} has /as/token.oauth2`),
      mtls: confirmed('both', PORTAL),
      resourceUrls: unconfirmed(
        {
          rec: 'https://pixautomatico-recebimentos.api.itau.com/pixautomatico/v1',
          locRec: 'https://pixautomatico-recebimentos.api.itau.com/pixautomatico/v1',
          solicRec: 'https://pixautomatico-recebimentos.api.itau.com/pixautomatico/v1',
          webhookRec: 'https://pixautomatico-recebimentos.api.itau.com/pixautomatico/v1',
          cobr: 'https://recebimentos-pix.api.itau.com/qrcode-pix-automatico/v1',
        },
        ACBR,
      ),
      headers: unconfirmed(
        [{ name: 'x-itau-apikey', on: 'api', value: { kind: 'credential', name: 'clientId' } }],
        SAMPLES,
      ),
    },
    homologacao: {
      apiUrl: unconfirmed('https://devportal.itau.com.br/sandboxapi/pix_recebimentos_ext_v2/v2', ACBR),
      tokenUrl: unconfirmed('https://devportal.itau.com.br/api/jwt', ACBR),
      mtls: confirmed('none', PORTAL),
      resourceUrls: unconfirmed(
        {
          rec: 'https://pixautomatico-recebimentos.api.hom.itau.com/pixautomatico/v1',
          locRec: 'https://pixautomatico-recebimentos.api.hom.itau.com/pixautomatico/v1',
          solicRec: 'https://pixautomatico-recebimentos.api.hom.itau.com/pixautomatico/v1',
          webhookRec: 'https://pixautomatico-recebimentos.api.hom.itau.com/pixautomatico/v1',
        },
        ACBR,
      ),
      headers: unconfirmed(
        [
          {
            name: 'x-sandbox-token',
            on: 'api',
            value: { kind: 'credential', name: 'sandboxToken', optional: true },
          },
        ],
        ACBR,
      ),
    },
  },
  token: {
    client: unconfirmed('body', `${ACBR}; ${SAMPLES}`),
    body: unconfirmed('form', `${ACBR}; ${SAMPLES}`),
    grantType: unconfirmed('body', `${ACBR}; ${SAMPLES}`),
    sendsScope: unconfirmed(false, `${ACBR}; ${SAMPLES}`),
    expiresIn: unconfirmed('seconds', `${ACBR}; ${SAMPLES}`),
  },
  scopes: unconfirmed([], ACBR),
  headers: unconfirmed(
    [uuid('x-correlationid'), uuid('x-itau-correlationid'), uuid('x-itau-flowid')],
    `${ACBR}; ${SAMPLES}`,
  ),
}
