/**
 * Subjects as people type them for openssl: `/C=BR/O=Padaria/CN=padaria.example`.
 *
 * @module
 */
import type { Subject } from '@pixkit/certs'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'

/** `\/` is a slash of the value, `\\` a backslash, `\+` a plus: a bare one puts two attributes into one name, which nobody asks for. */
const ATTRIBUTE = /\/([^=/+]+)=((?:[^/\\+]|\\.)*)/gsy

/** @throws {PixkitError} `CLI_OPTION_FORMAT`. */
export function parseSubject(text: string, { help }: Context): Subject {
  const attributes = [...text.matchAll(ATTRIBUTE)]
  const length = attributes.reduce((sum, [whole]) => sum + whole.length, 0)
  if (attributes.length === 0 || length !== text.length) {
    throw failure('CLI_OPTION_FORMAT', { option: '--subject', expected: '/C=BR/O=…/CN=…', help })
  }
  return attributes.map(([, type = '', value = '']) => ({ type, value: value.replaceAll(/\\(.)/gs, '$1') }))
}
