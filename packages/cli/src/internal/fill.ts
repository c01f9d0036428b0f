/**
 * Texts with parameters.
 *
 * @module
 */
import { formatMessage, type Params } from '@pixkit/core/issue'

/** Puts parameters in the place of `{name}`. */
export function fill(text: string, params: Params): string {
  return formatMessage({ code: 'text', path: [], params }, { text })
}
