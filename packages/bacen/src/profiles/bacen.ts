/**
 * API Pix as Bacen writes it, for banks that add nothing; it has no hosts, those come in `overrides`.
 *
 * @module
 */
import { confirmed } from '../internal/fact.ts'
import { operations } from '../operations.ts'
import type { Profile } from '../profile.ts'

const NORM = 'API Pix 2.9.0, openapi.yaml, components/securitySchemes/OAuth2'
const OAUTH = 'RFC 6749, sections 2.3.1, 4.4 and 5.1'

/**
 * The plain profile: the paths of the norm, tokens as OAuth 2.0 has them.
 *
 * @example
 * ```ts
 * import { bacen } from '@pixkit/bacen/profiles/bacen'
 * import { resolveProfile } from '@pixkit/bacen/resolve-profile'
 *
 * const settings = resolveProfile(bacen, 'producao', {
 *   apiUrl: 'https://pix.example.com/api/v2',
 *   tokenUrl: 'https://pix.example.com/oauth/token',
 * })
 * settings.token.client // 'basic'
 * settings.unconfirmed // []
 * ```
 */
export const bacen: Profile = {
  id: 'bacen',
  name: 'API Pix',
  ambientes: {},
  token: {
    client: confirmed('basic', OAUTH),
    body: confirmed('form', OAUTH),
    grantType: confirmed('body', OAUTH),
    sendsScope: confirmed(true, OAUTH),
    expiresIn: confirmed('seconds', OAUTH),
  },
  scopes: confirmed([...new Set(Object.values(operations).map(({ scope }) => scope))].sort(), NORM),
}
