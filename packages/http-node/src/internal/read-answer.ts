/**
 * Bodies of answers, up to a size, compressed or not.
 *
 * @module
 */
import { failureOfSystem, httpFailure } from '@pixkit/http/failure'
import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

/** Headers as undici parsed them, one text each; the object is changed. */
export function joinHeaders(received: IncomingHttpHeaders): Record<string, string> {
  for (const name of Object.keys(received)) {
    const value = received[name]
    if (typeof value !== 'string') received[name] = (value ?? []).join(', ')
  }
  return received as Record<string, string>
}

/** Bytes as they came, `max` at most. */
export async function collectBody(
  body: AsyncIterable<Uint8Array>,
  contentLength: string | undefined,
  max: number,
): Promise<Uint8Array> {
  const tooLarge = httpFailure('HTTP_BODY_TOO_LARGE', { params: { max } })
  if (Number(contentLength ?? 0) > max) throw tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > max) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

type Decompress = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const DECOMPRESS: Readonly<Record<string, Decompress>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  // Named after zlib's format, and sent without its wrapping by some. @see RFC 9110, section 8.4.1.2
  deflate: (bytes, options) => promisify(((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options),
  br: promisify(brotliDecompress),
}

/**
 * Undoes the compression that nobody asked for. What would come to more than `max` bytes is not decompressed further than that.
 *
 * @param encoding - The header `content-encoding`.
 */
export async function decompressBody(
  bytes: Uint8Array,
  encoding: string | undefined,
  max: number,
): Promise<Uint8Array> {
  const encodings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const [name = '', ...others] = encodings.filter((each) => each !== '' && each !== 'identity')
  if (name === '' || bytes.length === 0) return Uint8Array.from(bytes)
  if (others.length > 0) throw httpFailure('HTTP_ENCODING', { reason: 'several' })
  const decompress = Object.hasOwn(DECOMPRESS, name) ? DECOMPRESS[name] : undefined
  if (decompress === undefined) throw httpFailure('HTTP_ENCODING', { reason: 'unknown' })
  try {
    // Zero is no length for zlib.
    const body = await decompress(bytes, { maxOutputLength: Math.max(max, 1) })
    if (body.length <= max) return Uint8Array.from(body)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_BUFFER_TOO_LARGE') {
      throw failureOfSystem(error, ['HTTP_ENCODING', 'damaged'])
    }
  }
  throw httpFailure('HTTP_BODY_TOO_LARGE', { params: { max } })
}
