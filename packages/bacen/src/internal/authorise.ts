/**
 * How a client shows who it is.
 *
 * @module
 */
import { bearerAuthorisation, fixedAuthorisation } from '@pixkit/http/bearer-authorisation'
import type { Authorisation } from '@pixkit/http/http-client'
import { createOAuthTokens } from '@pixkit/http/oauth-tokens'
import type { BacenClientOptions } from './client-options.ts'
import type { ProfileSettings } from '../profile.ts'
import type { ProblemReader } from './error-shapes.ts'
import { fieldSource } from './extra-fields.ts'
import { bacenFailure } from './failure.ts'

/** @throws {PixkitError} `BACEN_SETTINGS`: `client-id`, `client-secret`, `credential` or `token-url`. */
export function authorise(
  options: BacenClientOptions,
  settings: ProfileSettings,
  readProblem: ProblemReader | undefined,
): Authorisation {
  const { credentials, transport, tokenStore: store, hooks, clock, scopes = settings.scopes } = options
  const { clientId, clientSecret, accessToken } = credentials
  if (accessToken !== undefined) return fixedAuthorisation(accessToken)
  const { tokenUrl, token: shape, name: bank } = settings
  if (tokenUrl === undefined) {
    throw bacenFailure('BACEN_SETTINGS', { reason: 'token-url', path: ['tokenUrl'], params: { bank } })
  }
  if (clientId === undefined || clientId === '') {
    throw bacenFailure('BACEN_SETTINGS', { reason: 'client-id', path: ['credentials', 'clientId'] })
  }
  if (shape.client !== 'id-only' && (clientSecret === undefined || clientSecret === '')) {
    const path = ['credentials', 'clientSecret']
    throw bacenFailure('BACEN_SETTINGS', { reason: 'client-secret', path, params: { bank } })
  }
  const tokens = createOAuthTokens({
    transport,
    tokenUrl,
    clientId,
    clientSecret,
    shape,
    scopes,
    headers: fieldSource(settings.headers, 'token', credentials),
    query: fieldSource(settings.query, 'token', credentials),
    store,
    hooks,
    clock,
    readProblem,
  })
  return bearerAuthorisation(tokens)
}
