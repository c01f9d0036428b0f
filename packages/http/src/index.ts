/**
 * The seam between pixkit and the network.
 *
 * @module
 */
export { bearerAuthorisation, fixedAuthorisation } from './bearer-authorisation.ts'
export type { HttpErrorCode, HttpReason, TimeoutPhase } from './codes.ts'
export { mayBeDone } from './fate.ts'
export { type Fetch, fetchTransport, type FetchTransportOptions } from './fetch-transport.ts'
export {
  type CallEvent,
  type ErrorEvent,
  type HttpHooks,
  mergeHooks,
  type ResponseEvent,
  type RetryEvent,
  type TokenEvent,
  type WarningEvent,
} from './hooks.ts'
export {
  type Authorisation,
  type AuthorisedRequest,
  type CallOptions,
  createHttpClient,
  type HttpAnswer,
  type HttpCall,
  type HttpClient,
  type HttpClientOptions,
} from './http-client.ts'
export { isPixkitHttpError, PixkitHttpError, type RefusalAnswer } from './http-error.ts'
export {
  createOAuthTokens,
  type ExtraFields,
  type GetTokenOptions,
  type OAuthTokens,
  type OAuthTokensOptions,
  type TokenShape,
} from './oauth-tokens.ts'
export { type Problema, readProblem, type Violacao, violacaoPath } from './problema.ts'
export { isTemporary, type RetryPolicy } from './retry.ts'
export { memoryTokenStore, type MemoryTokenStoreOptions, type StoredToken, type TokenStore } from './token-store.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
