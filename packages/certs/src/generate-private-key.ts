/**
 * New private keys.
 *
 * @module
 */
import { generateKeyPair, type KeyObject } from 'node:crypto'
import type { PrivateKey } from './credentials.ts'
import { failure } from './internal/failure.ts'
import { assertChoice, assertInteger, assertObject } from './internal/arguments.ts'
import { privateKeyFrom } from './internal/key/private-key.ts'
import { MIN_RSA_BITS } from './internal/x509/weak-key.ts'

export interface RsaKeyOptions {
  readonly type: 'RSA'
  /** Size of the modulus, 2048 (the default) to 8192. */
  readonly bits?: number | undefined
}

export interface EcKeyOptions {
  readonly type: 'EC'
  /** `P-256` by default. */
  readonly curve?: 'P-256' | 'P-384' | 'P-521' | undefined
}

export type KeyOptions = RsaKeyOptions | EcKeyOptions

const MAX_RSA_BITS = 8192

/**
 * Makes a private key.
 *
 * Banks ask for RSA of 2048 bits, and some refuse anything else: take it for what a bank signs. EC is made in a
 * thousandth of the time, which is what tests and a sandbox want.
 *
 * @param options - RSA of 2048 bits by default.
 * @returns The key; `toPem` writes it into a file.
 * @throws {PixkitError} `CERTS_KEY_WEAK`: RSA of less than 2048 bits; `CERTS_OPTION_INVALID`: more than 8192, another curve or type.
 * @throws {TypeError} `options` is no object, or `bits` no number.
 *
 * @example
 * ```ts
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 *
 * const key = await generatePrivateKey({ type: 'EC' })
 * key.curve // 'P-256'
 * ```
 *
 * @see Guia API Pix Sicredi, annex V: RSA, 2048 bits or more
 */
export async function generatePrivateKey(options: KeyOptions = { type: 'RSA' }): Promise<PrivateKey> {
  assertObject(options, 'options')
  assertChoice(options.type, ['RSA', 'EC'], 'type')
  return privateKeyFrom(options.type === 'RSA' ? await generateRsa(options) : await generateEc(options))
}

async function generateRsa({ bits = MIN_RSA_BITS }: RsaKeyOptions): Promise<KeyObject> {
  if (typeof bits === 'number' && bits < MIN_RSA_BITS) {
    throw failure('CERTS_KEY_WEAK', { expected: `RSA ≥ ${MIN_RSA_BITS}` }, ['bits'])
  }
  assertInteger(bits, MIN_RSA_BITS, MAX_RSA_BITS, 'bits')
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: bits, publicExponent: 65_537 }, (error, _, privateKey) =>
      error === null ? resolve(privateKey) : reject(error),
    )
  })
}

async function generateEc({ curve = 'P-256' }: EcKeyOptions): Promise<KeyObject> {
  assertChoice(curve, ['P-256', 'P-384', 'P-521'], 'curve')
  return new Promise((resolve, reject) => {
    generateKeyPair('ec', { namedCurve: curve }, (error, _, privateKey) =>
      error === null ? resolve(privateKey) : reject(error),
    )
  })
}
