/**
 * Sicoob.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPSicoob (2026)'
const BOTH = `${ACBR}; pypix-api (laddertech, 2026)`
const TOKEN = `${ACBR}; api-sicoob (divulgueregional, 2025)`

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
        `${BOTH}; api-sicoob (divulgueregional, 2025)`,
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
  scopes: unconfirmed(COMMON_SCOPES, `pypix-api (laddertech, 2026); api-sicoob (divulgueregional, 2025)`),
  headers: unconfirmed([{ name: 'client_id', on: 'api', value: { kind: 'credential', name: 'clientId' } }], BOTH),
  aliases: unconfirmed({ brcode: 'pixCopiaECola' }, ACBR),
}
