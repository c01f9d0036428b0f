/**
 * Keys of DICT, however they are spelled.
 *
 * @module
 */
import { safeParseChave } from '@pixkit/core/chave'

export function isSameChave(one: string, other: string): boolean {
  return one === other || normalised(one) === normalised(other)
}

function normalised(text: string): string {
  const chave = safeParseChave(text)
  return chave.ok ? chave.value.valor : text
}
