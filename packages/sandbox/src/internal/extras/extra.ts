/**
 * What a bank has beside API Pix: routes of its own, with scopes of their own.
 *
 * @module
 */
import type { ApiAnswer } from '../api/call.ts'
import type { Collection } from '../collection.ts'
import type { World } from '../world.ts'
import { efiExtras } from './efi.ts'

export interface ExtraCall {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** JSON; nothing when there was none. */
  readonly body: unknown
}

export interface Extra {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the origin, as Hono writes it. */
  readonly route: string
  readonly scope: string
  /** As a handler of API Pix; what is wrong is an answer. */
  readonly answer: (call: ExtraCall) => ApiAnswer
}

export interface ExtraParts {
  readonly world: World
  readonly collection: <Value>(kind: string) => Collection<Value>
}

/** Extras of a personality. */
export function extrasOf(parts: ExtraParts): readonly Extra[] {
  return parts.world.personality.extras === 'efi' ? efiExtras(parts) : []
}
