/**
 * Cielo.
 *
 * @module
 */
import { confirmed, unconfirmed } from '../internal/fact.ts'
import { readAndWrite } from '../internal/scopes.ts'
import { type OperationName, operations } from '../operations.ts'
import type { Profile } from '../profile.ts'

const ACBR = 'ACBr, ACBrPIXPSPCielo.pas (github.com/joaoduarte19/ACBr, 2026-07)'
const AMBIENTES = 'Cielo, API Pix, Ambientes: Sandbox e Produção (docs.cielo.com.br/pix-can-cbk, 2026)'
const FUNCIONALIDADES =
  'Cielo, API Pix, Funcionalidades e endpoints, Endpoints do Pix Automático (docs.cielo.com.br/pix-can-cbk, 2026)'
const SEGURANCA = 'Cielo, API Pix, Requisitos de segurança (docs.cielo.com.br/pix-can-cbk, 2026)'

/** Resources that Cielo's list of operations does not have. */
const MISSING = /^(?:cobv|loteCobv|loc|locRec|solicRec|webhookRec|webhookCobr)\./

/** Cielo. Its token is at `/v2/oauth/access-token`, of JSON, answered with 201. */
export const cielo: Profile = {
  id: 'cielo',
  name: 'Cielo',
  ambientes: {
    producao: {
      apiUrl: confirmed('https://api-mtls.cielo.com.br/cielo-pix/v1', AMBIENTES),
      tokenUrl: unconfirmed('https://api2.cielo.com.br/v2/oauth/access-token', ACBR),
      mtls: confirmed('api', SEGURANCA),
    },
    homologacao: {
      apiUrl: confirmed('https://api2.cielo.com.br/sandbox/cielo-pix/v1', AMBIENTES),
      tokenUrl: unconfirmed('https://api2.cielo.com.br/sandbox/v2/oauth/access-token', ACBR),
      mtls: confirmed('none', SEGURANCA),
    },
  },
  token: {
    client: unconfirmed('basic', ACBR),
    body: unconfirmed('json', ACBR),
    grantType: unconfirmed('body', ACBR),
    sendsScope: unconfirmed(true, ACBR),
    expiresIn: unconfirmed('seconds', ACBR),
  },
  scopes: unconfirmed(readAndWrite('cob', 'pix'), ACBR),
  missing: unconfirmed(
    (Object.keys(operations) as OperationName[]).filter((name) => MISSING.test(name)),
    FUNCIONALIDADES,
  ),
}
