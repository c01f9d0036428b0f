/**
 * Headers and parameters of the query that a bank wants beside those of API Pix.
 *
 * @module
 */
import type { BacenCredentials } from './client-options.ts'
import type { ExtraField } from '../profile.ts'
import { bacenFailure } from './failure.ts'

/** Fields with their values; made anew for each request where one of them is a fresh UUID. */
export type FieldSource = () => Readonly<Record<string, string>>

const NONE: Readonly<Record<string, string>> = /* @__PURE__ */ Object.freeze({})

/**
 * Reads the fields that belong to requests of one kind.
 *
 * @throws {PixkitError} `BACEN_SETTINGS`, reason `credential`: one that the bank demands is not in `credentials.extras`.
 */
export function fieldSource(
  fields: readonly ExtraField[],
  on: 'token' | 'api',
  credentials: BacenCredentials,
): FieldSource {
  const fixed: Record<string, string> = {}
  const fresh: string[] = []
  for (const { name, value, on: where } of fields) {
    if (where !== on && where !== 'both') continue
    if (value.kind === 'uuid') fresh.push(name)
    else if (value.kind === 'text') fixed[name] = value.text
    else {
      const credential = credentialOf(credentials, value.name)
      if (credential !== undefined) fixed[name] = credential
      else if (value.optional !== true) {
        throw bacenFailure('BACEN_SETTINGS', { reason: 'credential', path: ['credentials', 'extras', value.name] })
      }
    }
  }
  if (fresh.length === 0) {
    const always = Object.keys(fixed).length === 0 ? NONE : Object.freeze(fixed)
    return () => always
  }
  return () => {
    const all = { ...fixed }
    for (const name of fresh) all[name] = globalThis.crypto.randomUUID()
    return all
  }
}

function credentialOf({ clientId, extras = {} }: BacenCredentials, name: string): string | undefined {
  if (name === 'clientId') return clientId
  return Object.hasOwn(extras, name) ? extras[name] : undefined
}
