/**
 * Banco do Brasil.
 *
 * @module
 */
import { unconfirmed } from '../internal/fact.ts'
import { COMMON_SCOPES } from '../internal/scopes.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPBancoDoBrasil.pas (github.com/joaoduarte19/ACBr, 2026-07)'
const BOTH = `${ACBR}; github.com/laddertech/pypix-api (2026-07)`

/**
 * Banco do Brasil, version 2. `credentials.extras.appKey` is the developer key of the application, sent as `gw-dev-app-key`;
 * `cnpjParceiro` is sent where it is given.
 *
 * The host of tests is one on which sources differ; the other is `https://api-pix.hm.bb.com.br/pix/v2`.
 */
export const bancoDoBrasil: Profile = {
  id: 'banco-do-brasil',
  name: 'Banco do Brasil',
  ambientes: {
    producao: {
      apiUrl: unconfirmed('https://api-pix.bb.com.br/pix/v2', BOTH),
      tokenUrl: unconfirmed('https://oauth.bb.com.br/oauth/token', BOTH),
      mtls: unconfirmed('api', BOTH),
    },
    homologacao: {
      apiUrl: unconfirmed(
        'https://api.hm.bb.com.br/pix/v2',
        `${ACBR}; github.com/laddertech/pypix-api (2026-07) has another host`,
      ),
      tokenUrl: unconfirmed('https://oauth.hm.bb.com.br/oauth/token', BOTH),
      mtls: unconfirmed('none', ACBR),
    },
  },
  token: {
    client: unconfirmed('basic', BOTH),
    body: unconfirmed('form', BOTH),
    grantType: unconfirmed('body', BOTH),
    sendsScope: unconfirmed(true, BOTH),
    expiresIn: unconfirmed('seconds', BOTH),
  },
  scopes: unconfirmed(COMMON_SCOPES, BOTH),
  headers: unconfirmed(
    [
      {
        name: 'x-bb-portal-devx-cnpj-parceiro',
        on: 'api',
        value: { kind: 'credential', name: 'cnpjParceiro', optional: true },
      },
    ],
    ACBR,
  ),
  query: unconfirmed([{ name: 'gw-dev-app-key', on: 'api', value: { kind: 'credential', name: 'appKey' } }], BOTH),
  aliases: unconfirmed({ textoImagemQRcode: 'pixCopiaECola' }, `${ACBR}, version 1 of the API`),
  errors: unconfirmed(['banco-do-brasil'], ACBR),
}
