/**
 * Ailos.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPAilos.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/** Ailos: its servers stand below an authority of its own; `ca` of the transport must hold the root, from developer.ailos.coop.br. */
export const ailos: Profile = {
  id: 'ailos',
  name: 'Ailos',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://pixcobranca.ailos.coop.br/ailos/pix-cobranca/api/v1', ACBR),
      tokenUrl: unconfirmed('https://pixcobranca.ailos.coop.br/ailos/pix-cobranca/api/v1/client/connect/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://pixcobranca-h.ailos.coop.br/qa/ailos/pix-cobranca/api/v1', ACBR),
      tokenUrl: unconfirmed(
        'https://pixcobranca-h.ailos.coop.br/qa/ailos/pix-cobranca/api/v1/client/connect/token',
        ACBR,
      ),
      mtls: unconfirmed('both', ACBR),
    },
  },
  token: {
    client: unconfirmed('body', ACBR),
    body: unconfirmed('form', ACBR),
    grantType: unconfirmed('omitted', ACBR),
    sendsScope: unconfirmed(true, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed(COMMON_SCOPES, ACBR),
}
