/**
 * `pix sandbox`: a PSP on this machine, until Ctrl-C.
 *
 * @module
 */
import type { Personality } from '@pixkit/sandbox/personality'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { curlOf } from '../internal/sandbox/curl.ts'
import { envOf } from '../internal/sandbox/env.ts'
import { fileNames, writeSandboxFiles } from '../internal/sandbox/files.ts'
import { deliveryLine, errorLine, requestLine } from '../internal/sandbox/log-lines.ts'
import { refuse } from '../internal/report-error.ts'
import { describeSandbox } from '../render/describe-sandbox.ts'

const DEFAULT_PORT = 8443
const DEFAULT_FOLDER = 'pix-sandbox'
const LAST_PORT = 65_535

export const sandbox: Command = {
  name: 'sandbox',
  summary: 'sandboxSummary',
  details: 'sandboxDetails',
  usage: ({ argumentFolder }) => `[--port ${DEFAULT_PORT}] [--personality …] [--data ${argumentFolder}]`,
  options: {
    port: { type: 'string', value: String(DEFAULT_PORT), text: 'optionPort' },
    personality: { type: 'string', choices: ['bacen', 'sicredi', 'efi'], text: 'optionPersonality' },
    data: { type: 'string', value: 'argumentFolder', text: 'optionData' },
    folder: { type: 'string', value: 'argumentFolder', text: 'optionSandboxFolder' },
    http: { type: 'boolean', text: 'optionHttp' },
    seed: { type: 'string', value: 'argumentSeed', text: 'optionSeed' },
    clock: { type: 'string', value: 'argumentInstant', text: 'optionClock' },
  },
  examples: [
    { text: 'exampleSandbox', call: 'pix sandbox' },
    { text: 'exampleSandboxData', call: 'pix sandbox --personality sicredi --data estado --port 9443' },
  ],

  async run(context) {
    const { io, json, options, stdout } = context
    const { sandboxHost } = io
    if (sandboxHost === undefined) throw failure('CLI_NETWORK_MISSING')
    const port = readPort(context)
    const personality = await readPersonality(context)
    // What standard output says is one document then.
    const log = (line: string): void => writeLines(json ? io.stderr : io.stdout, [line])
    const opened = await sandboxHost.create({
      personality,
      data: options.values.get('data'),
      seed: options.values.get('seed'),
      clock: readClock(context),
      hooks: {
        onRequest: (request) => log(requestLine(request, stdout)),
        onDelivery: (delivery) => log(deliveryLine(delivery, stdout)),
        onError: (error) => log(errorLine(error, stdout)),
      },
    })
    try {
      const listening = await opened.listen({ port, plainHttp: options.flags.has('http') })
      const folder = sandboxHost.resolve(options.values.get('folder') ?? DEFAULT_FOLDER)
      const files = fileNames(folder, listening)
      const env = envOf(opened, listening, files)
      const issues = await writeSandboxFiles(io, folder, files, listening, env)
      if (issues.length > 0) return refuse(context, issues)
      const started = {
        listening,
        credentials: opened.credentials,
        personality,
        folder,
        files,
        env,
        curl: curlOf(opened, listening, files, personality),
      }
      if (json) writeJson(context, documentOf(started))
      else writeLines(io.stdout, describeSandbox(started, stdout))
      await sandboxHost.interrupted()
      return 0
    } finally {
      await opened.close()
    }
  },
}

function documentOf({
  listening: { apiUrl, origin, payerUrl, tokenUrl },
  credentials,
  personality,
  ...rest
}: Parameters<typeof describeSandbox>[0]): unknown {
  return { ok: true, origin, apiUrl, tokenUrl, payerUrl, ...credentials, personality: personality.id, ...rest }
}

/** @throws {PixkitError} `CLI_OPTION_FORMAT`. */
function readPort({ options, help }: Context): number {
  const text = options.values.get('port') ?? String(DEFAULT_PORT)
  if (/^\d{1,5}$/.test(text) && Number(text) <= LAST_PORT) return Number(text)
  throw failure('CLI_OPTION_FORMAT', { option: '--port', expected: `0…${LAST_PORT}`, help })
}

/** @throws {PixkitError} `CLI_OPTION_FORMAT`. */
function readClock({ options, help }: Context): string | undefined {
  const text = options.values.get('clock')
  if (text === undefined || !Number.isNaN(Date.parse(text))) return text
  throw failure('CLI_OPTION_FORMAT', { option: '--clock', expected: '2026-11-25T12:00:00Z', help })
}

async function readPersonality({ options }: Context): Promise<Personality> {
  const personalities: Readonly<Record<string, Personality>> = await import('@pixkit/sandbox/personalities')
  const id = options.values.get('personality') ?? 'bacen'
  return personalities[id] as Personality
}
