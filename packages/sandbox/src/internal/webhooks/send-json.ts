/**
 * One POST to a receiver.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import type { Transport } from '@pixkit/http'

/** How it ended: with the status of an answer, or the code of an error. */
export type Outcome =
  | { readonly status: number; readonly error?: undefined }
  | { readonly status?: undefined; readonly error: string }

/** Receivers answer in time, and little (choices of pixkit). */
const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024

export async function sendJson(transport: Transport, url: string, json: string): Promise<Outcome> {
  try {
    const { status } = await transport({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(json),
      timeoutMs: TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
    })
    return { status }
  } catch (error) {
    return { error: error instanceof PixkitError ? error.code : 'HTTP_CONNECT' }
  }
}

export function isSuccess({ status }: { readonly status?: number | undefined }): boolean {
  return status !== undefined && status >= 200 && status <= 299
}
