/**
 * Santander.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPSantander.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/**
 * Santander; `homologacao` is its pre-production, with certificates. Its sandbox takes no more than POST, and is left out.
 */
export const santander: Profile = {
  id: 'santander',
  name: 'Santander',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://trust-pix.santander.com.br/api', ACBR),
      tokenUrl: unconfirmed('https://trust-pix.santander.com.br/oauth/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://trust-pix-h.santander.com.br/api', ACBR),
      tokenUrl: unconfirmed('https://trust-pix-h.santander.com.br/oauth/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
  },
  token: {
    client: unconfirmed('body', ACBR),
    body: unconfirmed('form', ACBR),
    grantType: unconfirmed('query', ACBR),
    sendsScope: unconfirmed(false, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed([], ACBR),
  prefixes: unconfirmed(
    {
      cob: '/v1',
      'cob.update': '/v2',
      cobv: '/v1',
      'cobv.update': '/v2',
      loteCobv: '/v1',
      loc: '/v1',
      pix: '/v1',
      webhook: '/v1',
      rec: '/v1',
      solicRec: '/v1',
      cobr: '/v1',
      locRec: '/v1',
      webhookRec: '/v1',
      webhookCobr: '/v1',
    },
    `${ACBR}; for Pix Automático by analogy, no source has it`,
  ),
  missing: unconfirmed(['cob.createWithoutTxid'], ACBR),
  instants: unconfirmed({ milliseconds: false }, ACBR),
}
