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
  /** JSON, as it is sent each time. */
  readonly body: string
  readonly attempts: readonly DeliveryAttempt[]
  readonly state: 'waiting' | 'delivered' | 'given-up'
}

export interface DeliveryAttempt {
  /** RFC 3339. */
  readonly at: string
  /** Absent when there was no answer. */
  readonly status?: number | undefined
  /** Code of the error, when there was none. */
  readonly error?: string | undefined
}
