/**
 * One message to a receiver, and what became of it.
 *
 * @module
 */

export interface Delivery {
  readonly id: string
  /** Where to: the registered URL with its suffix. */
  readonly url: string
  readonly kind: 'pix' | 'rec' | 'cobr'
  /** Whose webhook it is, where webhooks are of keys. */
  readonly chave?: string | undefined
  /** JSON, as it is sent each time. */
  readonly body: string
  readonly attempts: readonly DeliveryAttempt[]
  /** While it is `waiting` for its first attempt, more may join it. */
  readonly state: 'waiting' | 'sending' | 'delivered' | 'given-up'
  /** A fault holds it back, and no other will. */
  readonly putOff?: boolean | undefined
  /** What it repeats. */
  readonly replayOf?: string | undefined
}

/** Nothing more will be sent of it. */
export function hasEnded({ state }: Delivery): boolean {
  return state === 'delivered' || state === 'given-up'
}

export interface DeliveryAttempt {
  /** RFC 3339. */
  readonly at: string
  /** Absent when there was no answer. */
  readonly status?: number | undefined
  /** Code of the error, when there was none. */
  readonly error?: string | undefined
}
