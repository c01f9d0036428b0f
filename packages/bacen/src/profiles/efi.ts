/**
 * Efí, formerly Gerencianet.
 *
 * @module
 */
import { confirmed } from '../internal/fact.ts'
import type { Profile } from '../profile.ts'

const SDK = 'Efí, sdk-node-apis-efi, src/constants/endpoints.ts (github.com/efipay/sdk-node-apis-efi, 2026)'
const CREDENCIAIS = 'Efí, documentação da API Pix, Credenciais, Certificado e Autorização (dev.efipay.com.br, 2024)'

/**
 * Efí. Scopes are ticked in the application's screen, not asked for; the certificate is a `.p12` without passphrase.
 *
 * Sources differ on the header of partners (`partner-token`, `x-partner-token`): it is left to `overrides.headers`.
 *
 * What Efí has beside API Pix (keys, balance, sending, split, image of the QR Code) is in `@pixkit/bacen/efi`.
 *
 * @see Efí, documentação da API Pix.
 */
export const efi: Profile = {
  id: 'efi',
  name: 'Efí',
  ambientes: {
    producao: {
      apiUrl: confirmed('https://pix.api.efipay.com.br/v2', CREDENCIAIS),
      tokenUrl: confirmed('https://pix.api.efipay.com.br/oauth/token', CREDENCIAIS),
      mtls: confirmed('both', CREDENCIAIS),
    },
    homologacao: {
      apiUrl: confirmed('https://pix-h.api.efipay.com.br/v2', CREDENCIAIS),
      tokenUrl: confirmed('https://pix-h.api.efipay.com.br/oauth/token', CREDENCIAIS),
      mtls: confirmed('both', CREDENCIAIS),
    },
  },
  token: {
    client: confirmed('basic', CREDENCIAIS),
    body: confirmed('json', CREDENCIAIS),
    grantType: confirmed('body', CREDENCIAIS),
    sendsScope: confirmed(false, CREDENCIAIS),
    expiresIn: confirmed('seconds', CREDENCIAIS),
  },
  scopes: confirmed([], CREDENCIAIS),
  prefixes: confirmed({ rec: '', locRec: '', solicRec: '', cobr: '', webhookRec: '', webhookCobr: '' }, SDK),
  errors: confirmed(['efi'], 'Efí, documentação da API Pix, Cobranças imediatas and Gestão de Pix (2024)'),
}
