/**
 * Bradesco.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import type { Resource } from '../operations.ts'
import type { Fact, Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPBradesco.pas (github.com/joaoduarte19/ACBr, 2026-07)'

const automaticoAt = (url: string): Fact<Partial<Record<Resource, string>>> =>
  unconfirmed({ rec: url, locRec: url, solicRec: url, cobr: url, webhookRec: url, webhookCobr: url }, ACBR)

/**
 * Bradesco, first version of its token server; in the second the token is at `/auth/server/oauth/token` (`overrides.tokenUrl`).
 */
export const bradesco: Profile = {
  id: 'bradesco',
  name: 'Bradesco',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://qrpix.bradesco.com.br/v2', ACBR),
      tokenUrl: unconfirmed('https://qrpix.bradesco.com.br/oauth/token', ACBR),
      mtls: unconfirmed('both', ACBR),
      resourceUrls: automaticoAt('https://apipix.bradesco.com.br/v1'),
    },
    homologacao: {
      apiUrl: unconfirmed('https://qrpix-h.bradesco.com.br/v2', ACBR),
      tokenUrl: unconfirmed('https://qrpix-h.bradesco.com.br/oauth/token', ACBR),
      mtls: unconfirmed('both', ACBR),
      resourceUrls: automaticoAt('https://apipix-h.bradesco.com.br/v1'),
    },
  },
  token: {
    client: unconfirmed('basic', ACBR),
    body: unconfirmed('form', ACBR),
    grantType: unconfirmed('body', ACBR),
    sendsScope: unconfirmed(false, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed([], ACBR),
}
