/**
 * A key that was given, or a new one.
 *
 * @module
 */
import type { PrivateKey } from '../../credentials.ts'
import { generatePrivateKey, type KeyOptions } from '../../generate-private-key.ts'
import { assertObject } from '../arguments.ts'
import { assertPrivateKey } from '../key/private-key.ts'

/** @param key - A key, or what kind to make; EC on P-256 by default, which takes no time. */
export async function ownKey(key: PrivateKey | KeyOptions = { type: 'EC' }): Promise<PrivateKey> {
  assertObject(key, 'key')
  if (!('kind' in key)) return generatePrivateKey(key)
  assertPrivateKey(key, 'key')
  return key
}
