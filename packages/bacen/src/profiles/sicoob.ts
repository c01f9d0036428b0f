/**
 * Sicoob.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPSicoob.pas (github.com/joaoduarte19/ACBr, 2026-07)'
const BOTH = `${ACBR}; github.com/laddertech/pypix-api (2026-07)`
const TOKEN = `${ACBR}; github.com/divulgueregional/api-sicoob (2025-04)`

/**
 * Sicoob: no client secret, the certificate proves the client. Its sandbox has one token for all, from the portal
 * (`credentials.accessToken`).
 */
export const sicoob: Profile = {
  id: 'sicoob',
  name: 'Sicoob',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://api.sicoob.com.br/pix/api/v2', BOTH),
      tokenUrl: unconfirmed(
        'https://auth.sicoob.com.br/auth/realms/cooperado/protocol/openid-connect/token',
        `${BOTH}; github.com/divulgueregional/api-sicoob (2025-04)`,
      ),
      mtls: unconfirmed('both', BOTH),
    },
    homologacao: {
      apiUrl: unconfirmed('https://sandbox.sicoob.com.br/sicoob/sandbox/pix/api/v2', BOTH),
      mtls: unconfirmed('none', BOTH),
    },
  },
  token: {
    client: unconfirmed('id-only', TOKEN),
    body: unconfirmed('form', TOKEN),
    grantType: unconfirmed('body', TOKEN),
    sendsScope: unconfirmed(true, TOKEN),
    expiresIn: unconfirmed('seconds', TOKEN),
  },
  scopes: unconfirmed(
    COMMON_SCOPES,
    `github.com/laddertech/pypix-api (2026-07); github.com/divulgueregional/api-sicoob (2025-04)`,
  ),
  headers: unconfirmed([{ name: 'client_id', on: 'api', value: { kind: 'credential', name: 'clientId' } }], BOTH),
  aliases: unconfirmed({ brcode: 'pixCopiaECola' }, ACBR),
}
