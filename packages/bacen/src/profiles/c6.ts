/**
 * C6 Bank.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPC6Bank.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/** C6 Bank. */
export const c6: Profile = {
  id: 'c6',
  name: 'C6 Bank',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://baas-api.c6bank.info/v2/pix', ACBR),
      tokenUrl: unconfirmed('https://baas-api.c6bank.info/v1/auth', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://baas-api-sandbox.c6bank.info/v2/pix', ACBR),
      tokenUrl: unconfirmed('https://baas-api-sandbox.c6bank.info/v1/auth', ACBR),
      mtls: unconfirmed('both', ACBR),
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
