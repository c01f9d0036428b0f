/**
 * Whether a client can be made of a call, said in the words of its options.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import { failure } from '../failure.ts'
import type { BankCall } from './bank-call.ts'

const URL_FORM = 'https://pix.example.com/api/v2'

/** @throws {PixkitError} `CLI_OPTION_MISSING`, `CLI_OPTION_FORMAT`. */
export async function assertBankCall(call: BankCall, help: string): Promise<void> {
  const { createBacenClient } = await import('@pixkit/bacen/bacen-client')
  try {
    createBacenClient({ ...call, transport: neverSends })
  } catch (error) {
    throw isPixkitError(error) && error.code === 'BACEN_SETTINGS' ? inOptions(error, help) : error
  }
}

const neverSends = (): Promise<never> => Promise.reject(new Error('nothing is sent while a call is read'))

/** The option that is missing where a client refuses its settings. */
const MISSING: ReadonlyMap<unknown, string> = new Map([
  ['ambiente', '--api-url, --token-url'],
  ['client-id', '--client-id'],
  ['client-secret', '--client-secret-env'],
  ['token-url', '--token-url'],
])

function inOptions(error: PixkitError, help: string): PixkitError {
  const { reason } = error.params
  const name = String(error.path.at(-1))
  if (reason === 'url') {
    const option = name === 'tokenUrl' ? '--token-url' : '--api-url'
    return failure('CLI_OPTION_FORMAT', { option, expected: URL_FORM, help })
  }
  const option = reason === 'credential' ? `--extra-env ${name}=…` : MISSING.get(reason)
  return option === undefined ? error : failure('CLI_OPTION_MISSING', { option, help })
}
