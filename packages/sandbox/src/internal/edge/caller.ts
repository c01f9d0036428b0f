/**
 * Who is calling, as the connection tells.
 *
 * @module
 */

/** What a request of {@link Sandbox.fetch} has no part of: it comes through no connection. */
export interface Connection {
  /** SHA-256 of the client's certificate, in hexadecimal, when it showed one that the sandbox made. */
  readonly certificateSha256?: string | undefined
  /** Whether API and tokens are for those with a certificate only. */
  readonly demandsCertificate: boolean
  /** Of admin requests. */
  readonly adminToken?: string | undefined
  /** Whether a name (`localhost:8443`) is one of this machine, where no token is asked for: names of others may lead here as well. */
  readonly isOwnHost?: ((host: string) => boolean) | undefined
}

export const IN_PROCESS: Connection = { demandsCertificate: false }
