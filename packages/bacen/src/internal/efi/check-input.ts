/**
 * Identifiers and bodies that are sent to Efí beside API Pix, checked before they are sent.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { asJson } from '../as-json.ts'
import { refuseFirst } from '../check-input.ts'
import { bacenFailure } from '../failure.ts'
import { checkBody } from '../schema/check.ts'
import type { Schema } from '../schema/object.ts'

/** What an identifier looks like, and how that is said. */
export interface IdForm {
  readonly pattern: RegExp
  readonly form: string
}

const alphanumeric = (form: string): IdForm => ({ pattern: new RegExp(`^${form}$`), form })

/** Of a charge. */
export const TXID: IdForm = /* @__PURE__ */ alphanumeric('[a-zA-Z0-9]{26,35}')
export const ID_ENVIO: IdForm = /* @__PURE__ */ alphanumeric('[a-zA-Z0-9]{1,35}')
export const END_TO_END_ID: IdForm = /* @__PURE__ */ alphanumeric('[a-zA-Z0-9]{32}')
/** Of a configuration of a split; that it has no other characters is a choice of pixkit, from the examples. */
export const CONFIG_ID: IdForm = /* @__PURE__ */ alphanumeric('[a-zA-Z0-9]{1,64}')
export const EVP: IdForm = { pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, form: 'UUID' }

/** @throws {PixkitError} `BACEN_REQUEST`, reason `format`. */
export function assertId(name: string, value: string, { pattern, form }: IdForm): void {
  assertString(value, name)
  if (pattern.test(value)) return
  throw bacenFailure('BACEN_REQUEST', { reason: 'format', path: [name], params: { form } })
}

/**
 * @returns The body as it is to be sent: that is what was checked.
 * @throws {PixkitError} `BACEN_REQUEST`, with everything that is wrong in `issues`.
 */
export function checkedBody<Body>(operation: string, schema: Schema<Body>, body: Body): Body {
  const plain = asJson(body)
  refuseFirst(operation, checkBody(schema, plain))
  return plain as Body
}
