/**
 * What a call of `pix verify` is about: a code or a location, and files that were saved.
 *
 * @module
 */
import { isPixkitError, PixkitError } from '@pixkit/core/error'
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
const BEGINS_LIKE_JSON = /^\s*\{/

/**
 * @throws {PixkitError} `CLI_ARGUMENT_MISSING`, `CLI_ARGUMENT_UNEXPECTED`, `CLI_NOT_A_LOCATION`, `CLI_FILES_SWAPPED`, `CLI_FILE_…`,
 *   `CLI_INPUT_…`.
 */
export async function readVerifyCall(context: Context): Promise<VerifyCall> {
  const { flags, positionals } = context.options
  if (!flags.has('offline')) return readTarget(context, positionals)
  const { argumentJwks, argumentJws } = context.language.texts
  if (positionals.length < SAVED_FILES) {
    throw failure('CLI_ARGUMENT_MISSING', { argument: `${argumentJws} ${argumentJwks}`, help: context.help })
  }
  const [jwsFile = '', jwksFile = ''] = positionals.slice(-SAVED_FILES)
  // Without the location nobody can tell whether the key set is on its host, and so whose key it is.
  const target = await readTarget(context, positionals.slice(0, -SAVED_FILES))
  const jws = await readSaved(context, jwsFile)
  const jwks = await readSaved(context, jwksFile)
  if (looksLikeJson(jws) && !looksLikeJson(jwks)) throw failure('CLI_FILES_SWAPPED', { help: context.help })
  return { ...target, saved: { jws: withoutLineEnd(jws), jwks } }
}

/** People copy locations with their scheme. */
async function readTarget(context: Context, words: readonly string[]): Promise<Pick<VerifyCall, 'kind' | 'text'>> {
  const { help, options } = context
  const given = await readCode({ ...context, options: { ...options, positionals: words } })
  if (BEGINS_LIKE_A_CODE.test(given)) return { kind: 'code', text: given }
  if (words.length > 1) throw failure('CLI_ARGUMENT_UNEXPECTED', { found: words.length - 1, help })
  const text = given.trim().replace(/^https:\/\//i, '')
  if (!text.includes('/')) throw failure('CLI_NOT_A_LOCATION')
  return { kind: 'location', text }
}

/** An editor puts a line end behind what it saves; the location served none. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  return bytes.subarray(0, text.replace(LINE_END, '').length)
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return BEGINS_LIKE_JSON.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))
}

async function readSaved({ io }: Context, file: string): Promise<Uint8Array> {
  try {
    return await readBytes(io, file, MAX_SAVED_BYTES)
  } catch (error) {
    if (!isPixkitError(error)) throw error
    const { code, message, params } = error
    throw new PixkitError(code, message, { path: [file], params })
  }
}
