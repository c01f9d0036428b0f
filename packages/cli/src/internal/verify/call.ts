/**
 * What a call of `pix verify` is about: a code or a location, and files that were saved.
 *
 * @module
 */
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'
import { readCode } from '../read-code.ts'

export interface VerifyCall {
  /** Of the code or the location that was given. */
  readonly kind: 'code' | 'location'
  readonly text: string
  readonly saved?: Saved | undefined
}

/** What a location and its key set answered. */
export interface Saved {
  readonly jws: Uint8Array
  readonly jwks: Uint8Array
}

/** Above the bounds of the verifier, so that it is the one who refuses. */
const MAX_SAVED_BYTES = 1_048_576
const SAVED_FILES = 2
const LINE_END = /\r?\n$/
const BEGINS_LIKE_A_CODE = /^\s*000201/

/** @throws {PixkitError} `CLI_ARGUMENT_MISSING`, `CLI_FILE_…`, `CLI_INPUT_…`. */
export async function readVerifyCall(context: Context): Promise<VerifyCall> {
  const { options } = context
  if (!options.flags.has('offline')) return target(await readCode(context))
  const { positionals } = options
  const { argumentJwks, argumentJws, argumentLocation } = context.language.texts
  // Without the location nobody can tell whether the key set is on its host, and so whose key it is.
  if (positionals.length <= SAVED_FILES) {
    const argument = [argumentLocation, argumentJws, argumentJwks].join(' ')
    throw failure('CLI_ARGUMENT_MISSING', { argument, help: context.help })
  }
  const [jws = '', jwks = ''] = positionals.slice(-SAVED_FILES)
  const words = positionals.slice(0, -SAVED_FILES)
  return {
    ...target(words.join(' ')),
    saved: { jws: await readJws(context, jws), jwks: await readSaved(context, jwks) },
  }
}

/** People copy locations with their scheme. */
function target(given: string): Pick<VerifyCall, 'kind' | 'text'> {
  if (BEGINS_LIKE_A_CODE.test(given)) return { kind: 'code', text: given }
  return { kind: 'location', text: given.trim().replace(/^https:\/\//i, '') }
}

/** An editor puts a line end behind what it saves; the location served none. */
async function readJws(context: Context, file: string): Promise<Uint8Array> {
  const bytes = await readSaved(context, file)
  const text = new TextDecoder('latin1').decode(bytes)
  return bytes.subarray(0, text.replace(LINE_END, '').length)
}

function readSaved({ io }: Context, file: string): Promise<Uint8Array> {
  return readBytes(io, file, MAX_SAVED_BYTES)
}
