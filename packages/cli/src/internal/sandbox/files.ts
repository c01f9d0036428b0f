/**
 * What a client of the sandbox needs, as files. Their names say what they are of, so that none of a bank is ever replaced.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { Listening } from '@pixkit/sandbox'
import type { Io } from '../../io.ts'
import { makeFolder, type OutputFile, writeFiles } from '../write-files.ts'

/** Paths; those of certificates are absent without TLS. */
export interface SandboxFiles {
  readonly env: string
  readonly ca?: string | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
  /** Of a receiver of webhooks on this machine. */
  readonly serverCert?: string | undefined
  readonly serverKey?: string | undefined
  /** Shown to receivers of webhooks. */
  readonly webhookCert?: string | undefined
}

export function fileNames(folder: string, { certificates }: Pick<Listening, 'certificates'>): SandboxFiles {
  const env = `${folder}/sandbox.env`
  if (certificates === undefined) return { env }
  return {
    env,
    ca: `${folder}/sandbox-ca.pem`,
    cert: `${folder}/sandbox-client.pem`,
    key: `${folder}/sandbox-client.key`,
    serverCert: `${folder}/sandbox-server.pem`,
    serverKey: `${folder}/sandbox-server.key`,
    webhookCert: `${folder}/sandbox-webhook.pem`,
  }
}

/**
 * Writes them, in the place of old ones.
 *
 * @param env - Lines of the `.env`.
 * @returns Those that could not be written.
 * @throws {PixkitError} `CLI_FILE_UNWRITABLE`: the folder cannot be made.
 */
export async function writeSandboxFiles(
  io: Io,
  folder: string,
  files: SandboxFiles,
  { certificates }: Pick<Listening, 'certificates'>,
  env: readonly string[],
): Promise<readonly Issue[]> {
  await makeFolder(io, folder)
  const outputs = [
    text(files.env, `${env.join('\n')}\n`, true),
    text(files.ca, certificates?.ca),
    text(files.cert, certificates?.client.cert),
    text(files.key, certificates?.client.key, true),
    text(files.serverCert, certificates?.server.cert),
    text(files.serverKey, certificates?.server.key, true),
    text(files.webhookCert, certificates?.webhook.cert),
  ].flat()
  return (await writeFiles(io, outputs, true)).issues
}

function text(file: string | undefined, content: string | undefined, isSecret = false): readonly OutputFile[] {
  if (file === undefined || content === undefined) return []
  return [{ file, bytes: new TextEncoder().encode(content), isText: true, isSecret }]
}
