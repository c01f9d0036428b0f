/**
 * The one seam between pixkit and the network.
 *
 * @module
 */

export interface TransportRequest {
  /** In capitals: `GET`, `POST`, `PUT`, `PATCH`, `DELETE`. */
  readonly method: string
  /** Absolute, without user or fragment. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | undefined
  /** Bytes of the answer's body at most, after decompression. */
  readonly maxBodyBytes?: number | undefined
  /** Time for everything, from the name's resolution to the body's last byte. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

export interface TransportResponse {
  readonly status: number
  /** Names in lower case; of a repeated header the values, joined with `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed. */
  readonly body: Uint8Array
  /** DER of the certificate that the server showed, where the platform tells. */
  readonly peerCertificate?: Uint8Array | undefined
  /** Present when the transport itself refuses addresses that are not on the public internet; others cannot say. */
  readonly addressChecked?: true | undefined
  /** Present when the connection was TLS, and the certificate of the server was verified for its name. */
  readonly tlsChecked?: true | undefined
}

/**
 * Sends a request and collects its answer.
 *
 * Every transport keeps the same manners: it follows no redirect (`HTTP_REDIRECT`), reads no more than `maxBodyBytes`
 * (`HTTP_BODY_TOO_LARGE`), gives up after `timeoutMs` (`HTTP_TIMEOUT`) or when told to (`HTTP_ABORTED`), keeps no cookies,
 * and fails with a `PixkitError` of an `HTTP_…` code only. Any other answer of the server is an answer, whatever its status.
 */
export interface Transport {
  (request: TransportRequest): Promise<TransportResponse>
  /** SHA-256 of the certificate that it shows to servers, in hexadecimal: tokens may be bound to it. */
  readonly certificateSha256?: string | undefined
}
