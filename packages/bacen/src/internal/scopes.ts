/**
 * Scopes by their first half.
 *
 * @module
 */

/** `['cob']` becomes `['cob.read', 'cob.write']`. */
export const readAndWrite = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [`${name}.read`, `${name}.write`])

/** What most contracts hold: charges, payments and their notices, without Pix Automático. A choice of pixkit. */
export const COMMON_SCOPES: readonly string[] = readAndWrite(
  'cob',
  'cobv',
  'lotecobv',
  'payloadlocation',
  'pix',
  'webhook',
)
