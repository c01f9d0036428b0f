/**
 * Banco Inter.
 *
 * @module
 */
import { confirmed, unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const PORTAL = 'Inter, portal do desenvolvedor, API Pix (2025)'
const ACBR = 'ACBr, ACBrPIXPSPInter.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/**
 * Banco Inter. `credentials.extras.contaCorrente` (digits, with the check digit) is needed where the application belongs to several
 * accounts. At most five tokens a minute; the sandbox takes ten requests a minute.
 */
export const inter: Profile = {
  id: 'inter',
  name: 'Banco Inter',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://cdpj.partners.bancointer.com.br/pix/v2', ACBR),
      tokenUrl: unconfirmed('https://cdpj.partners.bancointer.com.br/oauth/v2/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://cdpj-sandbox.partners.uatinter.co/pix/v2', ACBR),
      tokenUrl: unconfirmed('https://cdpj-sandbox.partners.uatinter.co/oauth/v2/token', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
  },
  token: {
    client: confirmed('body', PORTAL),
    body: confirmed('form', PORTAL),
    grantType: confirmed('body', PORTAL),
    sendsScope: confirmed(true, PORTAL),
    expiresIn: confirmed('seconds', PORTAL),
  },
  scopes: unconfirmed(COMMON_SCOPES, `${PORTAL}: the scopes of API Pix`),
  headers: confirmed(
    [
      {
        name: 'x-conta-corrente',
        on: 'api',
        value: { kind: 'credential', name: 'contaCorrente', optional: true },
      },
    ],
    PORTAL,
  ),
  maxItensPorPagina: confirmed(1_000, PORTAL),
}
