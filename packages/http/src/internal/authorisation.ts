/**
 * What proves to a server who sends a request.
 *
 * @module
 */

/** How requests prove who sends them: a token (`bearerAuthorisation`), or a signature over the bytes. */
export interface Authorisation {
  /** Headers to add, of the request as it will be sent. */
  headers(request: AuthorisedRequest): Promise<Readonly<Record<string, string>>>
  /** Called once after a 401; resolves to whether another try with fresh headers makes sense. */
  renew?(refused: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<boolean>
  /** Called when a try that followed a renewal succeeded. */
  confirm?(accepted: Readonly<Record<string, string>>): void
}

export interface AuthorisedRequest {
  readonly method: string
  readonly url: string
  readonly body: Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
  /** That the try may take. */
  readonly timeoutMs?: number | undefined
}
