/**
 * A file and the passphrase that opens it.
 *
 * @module
 */
import type { Credentials } from '@pixkit/certs'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'

export interface Unlocked {
  readonly result: Result<Credentials, PixkitError>
  /** The one that opened it, or the last one tried. */
  readonly passphrase: string | undefined
}

/**
 * Reads a file with the passphrases that are known, and asks for another when none opens it.
 *
 * @param known - Each is tried; one that a person gives is added when it opens the file.
 * @param ask - Answers `undefined` when nobody can.
 */
export async function unlock(
  bytes: Uint8Array,
  known: string[],
  ask: () => Promise<string | undefined>,
): Promise<Unlocked> {
  // Only the certificate commands have a use for it.
  const { safeReadCredentials } = await import('@pixkit/certs/read-credentials')
  const attempt = (passphrase: string | undefined): Unlocked => ({
    result: safeReadCredentials(bytes, { passphrase }),
    passphrase,
  })
  let last = attempt(known[0])
  for (const passphrase of known.slice(1)) {
    if (!isLocked(last)) return last
    last = attempt(passphrase)
  }
  const answer = isLocked(last) ? await ask() : undefined
  if (answer === undefined) return last
  const answered = attempt(answer)
  if (answered.result.ok) known.push(answer)
  return answered
}

function isLocked({ result }: Unlocked): boolean {
  if (result.ok) return false
  return (
    isPixkitError(result.error, 'CERTS_PASSPHRASE_MISSING') || isPixkitError(result.error, 'CERTS_PASSPHRASE_WRONG')
  )
}
