/**
 * How the certificate commands speak of what is wrong.
 *
 * @module
 */
import type { Wording } from '../report-error.ts'

/** The library says what is missing; only the command knows how to give it. */
export const CERT_WORDING: Wording = {
  hint({ code, params }) {
    if (code === 'CERTS_PASSPHRASE_MISSING') return 'hintPassphrase'
    return code === 'CLI_FILE_UNREADABLE' && params['cause'] === 'EISDIR' ? 'hintFolder' : undefined
  },
}
