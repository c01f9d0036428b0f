/**
 * One token for a fleet: whoever has the lock asks the bank, the others wait for what comes of it.
 *
 * @module
 */
import type { StoredToken, TokenStore } from '../token-store.ts'
import { isMembers } from './members.ts'
import { isAccessToken } from './token-answer.ts'

export interface Sharing {
  readonly store: TokenStore
  readonly key: string
  /** How long one has the right to ask. */
  readonly lockTtlMs: number
  /** Whether a token of the store is one to use. */
  readonly accepts: (token: StoredToken) => boolean
  readonly request: () => Promise<StoredToken>
  /** Milliseconds that a token of the bank may be kept. */
  readonly ttlOf: (token: StoredToken) => number
  /** Told after each use of the store whether it did what it should. */
  readonly onStore: (isUp: boolean) => void
  readonly jitter: () => number
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** Choice of pixkit. Clients of Redis may queue commands without end while there is no connection. */
const MAX_STORE_MS = 1_000

/** Between two looks at the store: 50 to 150 ms, each at its own time. Choice of pixkit. */
const POLL_MS = 50
const POLL_JITTER_MS = 100

/**
 * Takes the store's token, or asks the bank and keeps what it grants.
 *
 * While somebody else has the lock, the store is looked at again and again, until the time of a lock is over: whoever has it may
 * have died, or may hang. A store that fails or is slow is left out: each asks for itself.
 *
 * @throws What `request` throws.
 */
export async function shareToken(sharing: Sharing): Promise<StoredToken> {
  const { lockTtlMs, request, jitter, sleep } = sharing
  for (let waitedMs = 0; ;) {
    const found = await look(sharing)
    if (found === undefined) return request()
    if (found.token !== undefined) return found.token
    const lock = await acquire(sharing)
    if (lock === undefined) return request()
    if (lock.release !== undefined) return renew(sharing, lock.release)
    if (waitedMs >= lockTtlMs) return keep(sharing, await request())
    const delayMs = POLL_MS + jitter() * POLL_JITTER_MS
    waitedMs += delayMs
    await sleep(delayMs)
  }
}

async function renew(sharing: Sharing, release: () => Promise<void>): Promise<StoredToken> {
  try {
    // Somebody may have renewed between the look at the store and the lock.
    const found = await look(sharing)
    return found?.token ?? (await keep(sharing, await sharing.request()))
  } finally {
    await withinTime(release, sharing.onStore)
  }
}

async function keep(sharing: Sharing, token: StoredToken): Promise<StoredToken> {
  await withinTime(() => sharing.store.set(sharing.key, token, sharing.ttlOf(token)), sharing.onStore)
  return token
}

async function look(sharing: Sharing): Promise<{ readonly token: StoredToken | undefined } | undefined> {
  const found = await withinTime(() => sharing.store.get(sharing.key), sharing.onStore)
  if (found === undefined) return undefined
  const token: unknown = found.value
  return { token: isStoredToken(token) && sharing.accepts(token) ? token : undefined }
}

/** A lock that is granted too late would keep the others waiting. */
async function acquire(sharing: Sharing): Promise<{ readonly release: (() => Promise<void>) | undefined } | undefined> {
  const granted = await withinTime(
    () => sharing.store.lock(sharing.key, sharing.lockTtlMs),
    sharing.onStore,
    (release) => void release?.().catch(() => {}),
  )
  return granted && { release: granted.value }
}

/** Does not trust the store to answer, nor to answer in time. */
export async function withinTime<Value>(
  run: () => Promise<Value>,
  onStore: (isUp: boolean) => void,
  late?: (value: Value) => void,
): Promise<{ readonly value: Value } | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const answer = (async () => ({ value: await run() }))()
  answer.then(({ value }) => isOver && late?.(value)).catch(() => {})
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MAX_STORE_MS)
  })
  const first = await Promise.race([answer.catch(() => undefined), tooLate])
  isOver = true
  clearTimeout(timer)
  onStore(first !== undefined)
  return first
}

/** What others wrote is not trusted to be what it should: its text goes into a header. */
function isStoredToken(value: unknown): value is StoredToken {
  if (!isMembers(value)) return false
  const { accessToken, expiresAt, scopes } = value
  return (
    isAccessToken(accessToken) &&
    typeof expiresAt === 'number' &&
    Number.isFinite(expiresAt) &&
    (scopes === undefined || (Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string')))
  )
}
