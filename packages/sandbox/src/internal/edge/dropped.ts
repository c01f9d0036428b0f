/**
 * A connection that breaks off on purpose.
 *
 * @module
 */

const DROPPED = Symbol('pixkit.sandbox.dropped')

/** As `fetch` fails when the other side is gone. */
export function dropped(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  return Object.assign(new TypeError('fetch failed', { cause }), { [DROPPED]: true })
}

/** Answers of which half comes, and that half. */
const cut = new WeakMap<Response, Uint8Array>()

/** Half of the body comes; its length was announced. */
export async function cutShort(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length === 0) throw dropped()
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(dropped())
      else controller.enqueue(half)
      isSent = true
    },
  })
  const headers = new Headers(response.headers)
  headers.set('content-length', String(bytes.length))
  const shortened = new Response(body, { status: response.status, headers })
  cut.set(shortened, half)
  return shortened
}

/** For who writes to a socket: the half that is to be written before it is destroyed. */
export function halfOf(response: Response): Uint8Array | undefined {
  return cut.get(response)
}

export function isDropped(error: unknown): boolean {
  return typeof error === 'object' && error !== null && DROPPED in error
}
