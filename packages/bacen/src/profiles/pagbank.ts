/**
 * PagBank, formerly PagSeguro.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { readAndWrite } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPPagSeguro.pas (github.com/joaoduarte19/ACBr, 2026-07)'

/** PagBank. */
export const pagbank: Profile = {
  id: 'pagbank',
  name: 'PagBank',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://secure.api.pagseguro.com/instant-payments', ACBR),
      tokenUrl: unconfirmed('https://secure.api.pagseguro.com/pix/oauth2', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
    homologacao: {
      apiUrl: unconfirmed('https://secure.sandbox.api.pagseguro.com/instant-payments', ACBR),
      tokenUrl: unconfirmed('https://secure.sandbox.api.pagseguro.com/pix/oauth2', ACBR),
      mtls: unconfirmed('both', ACBR),
    },
  },
  token: {
    client: unconfirmed('basic', ACBR),
    body: unconfirmed('json', ACBR),
    grantType: unconfirmed('body', ACBR),
    sendsScope: unconfirmed(true, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed(readAndWrite('cob', 'pix', 'webhook'), ACBR),
  missing: unconfirmed(['cob.createWithoutTxid'], ACBR),
}
