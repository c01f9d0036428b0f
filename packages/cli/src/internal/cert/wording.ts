/**
 * How the certificate commands speak of what is wrong.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { Texts } from '../../texts/texts.ts'
import type { Wording } from '../report-error.ts'

export const CERT_WORDING: Wording = { hint: certHint }

/** The library says what is missing; only the command knows how to give it. */
export function certHint({ code, params }: Pick<Issue, 'code' | 'params'>): keyof Texts | undefined {
  if (code === 'CERTS_PASSPHRASE_MISSING') return 'hintPassphrase'
  return code === 'CLI_FILE_UNREADABLE' && params['cause'] === 'EISDIR' ? 'hintFolder' : undefined
}
