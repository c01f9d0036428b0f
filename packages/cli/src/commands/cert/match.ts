/**
 * `pix cert match`: which private key belongs to which certificate or request.
 *
 * @module
 */
import { type Command, type Context, writeJson, writeLines } from '../../internal/command.ts'
import { filesOf, type LoadedFile, loadFiles } from '../../internal/cert/load-files.ts'
import { PASSPHRASE_OPTIONS } from '../../internal/cert/passphrase.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { fill } from '../../internal/fill.ts'
import { jsonIssues, refuse, reportText } from '../../internal/report-error.ts'
import { visible } from '../../render/visible.ts'

export const match: Command = {
  name: 'cert match',
  summary: 'certMatchSummary',
  details: 'certMatchDetails',
  usage: ({ argumentFile }) => `${argumentFile}…`,
  options: PASSPHRASE_OPTIONS,
  examples: [{ text: 'exampleCertMatch', call: 'pix cert match certificado.cer APLICACAO.key' }],

  async run(context) {
    const { matchKeyPair } = await import('@pixkit/certs/match-key-pair')
    const { loaded, issues } = await loadFiles(context, filesOf(context))
    const { keys, others } = partiesOf(loaded)
    const missing =
      keys.length === 0 ? 'CERTS_KEY_MISSING' : others.length === 0 ? 'CERTS_CERTIFICATE_MISSING' : undefined
    if (missing !== undefined) {
      const issue = { code: missing, severity: 'error', path: [], params: {} } as const
      // What cannot be read may be what is missing.
      return refuse(context, issues.length > 0 ? issues : [issue], CERT_WORDING)
    }

    const pairs = keys.flatMap(({ file, key }) =>
      others.map((other) => ({
        key: file,
        kind: other.item.kind,
        other: other.file,
        matches: matchKeyPair(other.item, key),
      })),
    )
    const isAlone = ({ file }: { file: string }): boolean =>
      !pairs.some((pair) => pair.matches && (pair.key === file || pair.other === file))
    const ok = issues.length === 0 && ![...keys, ...others].some(isAlone)
    if (context.json) {
      const shown = pairs.map(({ key, kind, matches, other }) => ({ key, [kind]: other, matches }))
      writeJson(context, { ok, pairs: shown, issues: jsonIssues(issues, context.language, CERT_WORDING) })
    } else {
      for (const { key, matches, other } of pairs) {
        // A file that has its partner needs no word about the others.
        if (matches || isAlone({ file: key }) || isAlone({ file: other })) show(context, key, other, matches)
      }
      reportText(context.io, issues, context.stderr, CERT_WORDING)
    }
    return ok ? 0 : 1
  },
}

function partiesOf(loaded: readonly LoadedFile[]) {
  return {
    keys: loaded.flatMap(({ file, credentials }) => credentials.privateKeys.map((key) => ({ file, key }))),
    // Authorities of a chain have keys that nobody else has.
    others: loaded.flatMap(({ file, credentials: { certificates, requests } }) =>
      [...certificates.filter(({ isCa }) => !isCa), ...requests].map((item) => ({ file, item })),
    ),
  }
}

function show({ io, stdout }: Context, key: string, other: string, matches: boolean): void {
  const { texts } = stdout.language
  const params = { key: visible(key), other: visible(other) }
  const line = matches ? `✓ ${fill(texts.keyMatches, params)}` : `✗ ${fill(texts.keyDiffers, params)}`
  writeLines(io.stdout, [stdout.style(matches ? 'green' : 'red', line)])
}
