/**
 * A call that works when it is pasted into a shell.
 *
 * @module
 */
import type { Listening, Sandbox } from '@pixkit/sandbox'
import type { Personality } from '@pixkit/sandbox/personality'
import type { SandboxFiles } from './files.ts'

/** Asks for a token. */
export function curlOf(
  { credentials: { clientId, clientSecret } }: Pick<Sandbox, 'credentials'>,
  { tokenUrl }: Pick<Listening, 'tokenUrl'>,
  { ca, cert, key }: SandboxFiles,
  { tokenBody }: Pick<Personality, 'tokenBody'>,
): string {
  const tls = ca === undefined ? [] : ['--cacert', ca, '--cert', cert ?? '', '--key', key ?? '']
  const body =
    tokenBody === 'json'
      ? ['-H', 'content-type: application/json', '-d', '{"grant_type":"client_credentials"}']
      : ['-d', 'grant_type=client_credentials']
  return ['curl', '-sS', ...tls, '-u', `${clientId}:${clientSecret}`, ...body, tokenUrl].map(word).join(' ')
}

function word(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
