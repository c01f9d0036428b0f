/**
 * Banrisul.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPBanrisul.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/** Banrisul. */
export const banrisul: Profile = {
  id: 'banrisul',
  name: 'Banrisul',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://mtls-api.banrisul.com.br/pix/api-mtls', ACBR),
      tokenUrl: unconfirmed('https://mtls-api.banrisul.com.br/auth/oauth/v2/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://mtls-api-h.banrisul.com.br/pix/api-mtls', ACBR),
      tokenUrl: unconfirmed('https://mtls-api-h.banrisul.com.br/auth/oauth/v2/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
  },
  token: {
    client: unconfirmed('body', ACBR),
    body: unconfirmed('form', ACBR),
    grantType: unconfirmed('body', ACBR),
    sendsScope: unconfirmed(true, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed(COMMON_SCOPES, ACBR),
}
