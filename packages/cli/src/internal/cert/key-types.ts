/**
 * Kinds of private keys that a call can ask for.
 *
 * @module
 */
import type { KeyOptions } from '@pixkit/certs'
import type { Option } from '../parse-options.ts'

export type KeyType = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p-256' | 'p-384'

const KEY_TYPES: Readonly<Record<KeyType, KeyOptions>> = {
  'rsa-2048': { type: 'RSA', bits: 2048 },
  'rsa-3072': { type: 'RSA', bits: 3072 },
  'rsa-4096': { type: 'RSA', bits: 4096 },
  'p-256': { type: 'EC', curve: 'P-256' },
  'p-384': { type: 'EC', curve: 'P-384' },
}

export const KEY_TYPE_OPTION: Option = { type: 'string', choices: Object.keys(KEY_TYPES), text: 'optionKeyType' }

/** @param name - One of the choices of the option. */
export function keyOptionsOf(name: string | undefined, byDefault: KeyType): KeyOptions {
  return KEY_TYPES[(name ?? byDefault) as KeyType]
}
