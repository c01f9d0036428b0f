/**
 * The settings of a client, as a `.env` file.
 *
 * @module
 */
import type { Listening, Sandbox } from '@pixkit/sandbox'
import type { SandboxFiles } from './files.ts'

export function envOf(
  { account, credentials }: Pick<Sandbox, 'account' | 'credentials'>,
  { apiUrl, tokenUrl }: Pick<Listening, 'apiUrl' | 'tokenUrl'>,
  files: SandboxFiles,
): readonly string[] {
  const values = {
    PIX_API_URL: apiUrl,
    PIX_TOKEN_URL: tokenUrl,
    PIX_CLIENT_ID: credentials.clientId,
    PIX_CLIENT_SECRET: credentials.clientSecret,
    PIX_CA: files.ca,
    PIX_CERT: files.cert,
    PIX_KEY: files.key,
    PIX_CHAVE: account.chaves[0],
  }
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${quoted(value)}`]))
}

/** As both shells and readers of `.env` files take it. */
function quoted(value: string): string {
  return /^[\w./:@+-]+$/.test(value) ? value : `'${value}'`
}
