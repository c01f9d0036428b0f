/**
 * English sentences for the codes of `@pixkit/emv`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { EmvErrorCode } from '../tlv.ts'

export const messages: Messages<EmvErrorCode> = {
  EMV_DUPLICATE_ID: 'object "{path}" appears twice',
  EMV_ID_NOT_NUMERIC: 'an object must begin with two digits',
  EMV_LENGTH_NOT_NUMERIC: 'length of "{path}" must be two digits',
  EMV_LENGTH_OVERRUN: 'length of "{path}" is {length}, but only {found} characters follow',
  EMV_LENGTH_SPLITS_CHARACTER: 'length of "{path}" ends inside a character',
  EMV_LENGTH_ZERO: 'object "{path}" is empty',
  EMV_NOT_UNICODE: 'text holds half a character (a lone surrogate)',
  EMV_OBJECT_TRUNCATED: 'an object is cut short: it needs at least five characters',
  EMV_TEMPLATE_EXPECTED: 'object "{path}" is a template: give it children, not a value',
  EMV_TEMPLATE_UNEXPECTED: 'object "{path}" is not a template: give it a value, not children',
  EMV_VALUE_TOO_LONG: 'object "{path}" has {found} characters, at most {max} fit',
}

const COPY =
  'Copy the code again, whole, without line breaks. If that does not help, its issuer counted a length wrong.'
const REPAIR = 'Mend the program that wrote the code.'

export const remedies: Messages<EmvErrorCode> = {
  EMV_DUPLICATE_ID: 'Do not pay it: readers may differ in which one they take. Ask for a new code.',
  EMV_ID_NOT_NUMERIC: COPY,
  EMV_LENGTH_NOT_NUMERIC: COPY,
  EMV_LENGTH_OVERRUN: COPY,
  EMV_LENGTH_SPLITS_CHARACTER: REPAIR,
  EMV_LENGTH_ZERO: REPAIR,
  EMV_NOT_UNICODE: COPY,
  EMV_OBJECT_TRUNCATED: COPY,
  EMV_TEMPLATE_EXPECTED: REPAIR,
  EMV_TEMPLATE_UNEXPECTED: REPAIR,
  EMV_VALUE_TOO_LONG: 'Shorten the value.',
}
