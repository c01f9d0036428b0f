/**
 * The body of a request, no longer than it may be.
 *
 * @module
 */

/** A choice of pixkit: no request of API Pix comes near, a batch of a thousand charges included. */
export const MAX_BODY_BYTES: number = 1024 * 1024

/** Nothing when it is too long. */
export async function readText(request: Request): Promise<string | undefined> {
  const length = request.headers.get('content-length')
  if (length !== null) return Number(length) > MAX_BODY_BYTES ? undefined : request.text()
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of request.body) {
    total += chunk.length
    if (total > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
