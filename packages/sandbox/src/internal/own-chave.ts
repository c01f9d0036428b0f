/**
 * Keys of the receiver.
 *
 * @module
 */
import { safeParseChave } from '@pixkit/core/chave'
import type { World } from './world.ts'

export type OwnChave =
  | { readonly chave: string }
  /** `invalid`: no key of DICT at all. */
  | { readonly reason: 'invalid' | 'foreign' }

/** The key of the receiver that a text stands for, as the account spells it. */
export function ownChave({ account }: Pick<World, 'account'>, text: string): OwnChave {
  if (account.chaves.includes(text)) return { chave: text }
  const parsed = safeParseChave(text)
  if (!parsed.ok) return { reason: 'invalid' }
  return account.chaves.includes(parsed.value.valor) ? { chave: parsed.value.valor } : { reason: 'foreign' }
}
