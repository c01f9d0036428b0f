/**
 * Bodies of answers, up to a size.
 *
 * @module
 */
import { type Deadline, failureOfRequest } from '../deadline.ts'
import { failureOfBody, httpFailure } from '../failure.ts'

/**
 * Reads the body of an answer to its end.
 *
 * @throws {PixkitError} `HTTP_BODY_TOO_LARGE`, as soon as it is known: `content-length` says so, or that many bytes came.
 *   `HTTP_PROTOCOL`: it broke off.
 */
export async function readBody({ body, headers }: Response, max: number, deadline: Deadline): Promise<Uint8Array> {
  if (body === null) return new Uint8Array(0)
  const tooLarge = httpFailure('HTTP_BODY_TOO_LARGE', { params: { max } })
  if (Number(headers.get('content-length') ?? 0) > max) throw tooLarge
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await deadline.race(reader.read())
      if (done) return concat(chunks, length)
      length += value.byteLength
      if (length > max) throw tooLarge
      chunks.push(value)
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    throw failureOfRequest(error, deadline, failureOfBody)
  }
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
