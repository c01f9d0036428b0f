/**
 * What somebody needs who has just started a sandbox.
 *
 * @module
 */
import type { Listening, Sandbox } from '@pixkit/sandbox'
import type { Personality } from '@pixkit/sandbox/personality'
import { fill } from '../internal/fill.ts'
import type { SandboxFiles } from '../internal/sandbox/files.ts'
import type { Screen } from './screen.ts'

export interface StartedSandbox {
  readonly listening: Listening
  readonly credentials: Sandbox['credentials']
  readonly personality: Personality
  readonly folder: string
  readonly files: SandboxFiles
  /** Lines of the `.env`. */
  readonly env: readonly string[]
  readonly curl: string
}

/** Nothing here is broken into lines: all of it is copied. */
export function describeSandbox(
  { listening, credentials, personality, files, env, curl }: StartedSandbox,
  screen: Screen,
): string[] {
  const { texts } = screen.language
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [texts.sandboxApi, listening.apiUrl],
    [texts.sandboxToken, listening.tokenUrl],
    [texts.sandboxPayer, listening.payerUrl],
    ['client_id', credentials.clientId],
    ['client_secret', credentials.clientSecret],
    [texts.sandboxCa, files.ca],
    [texts.sandboxCert, files.cert],
    [texts.sandboxKey, files.key],
    [texts.sandboxReceiver, files.serverCert],
    [texts.sandboxWebhookCert, files.webhookCert],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  return [
    screen.style('bold', fill(texts.sandboxHead, { name: personality.name, origin: listening.origin })),
    '',
    ...rows.flatMap(([label, value]) =>
      value === undefined ? [] : [`  ${screen.style('dim', label.padEnd(width))}  ${value}`],
    ),
    '',
    screen.style('dim', `# ${files.env}`),
    ...env,
    '',
    screen.style('dim', `# ${texts.sandboxTry}`),
    curl,
    '',
    screen.style('dim', texts.sandboxEnds),
  ]
}
