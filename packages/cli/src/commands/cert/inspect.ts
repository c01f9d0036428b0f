/**
 * `pix cert inspect`: what is in a file, whatever its name says.
 *
 * @module
 */
import type { CertificateReport } from '@pixkit/certs'
import { type Command, type Context, writeJson, writeLines } from '../../internal/command.ts'
import { filesOf, type LoadedFile, loadFiles } from '../../internal/cert/load-files.ts'
import { PASSPHRASE_OPTIONS } from '../../internal/cert/passphrase.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { jsonIssues, reportText } from '../../internal/report-error.ts'
import { describeCredentials } from '../../render/describe-credentials.ts'
import { visible } from '../../render/visible.ts'

export const inspect: Command = {
  name: 'cert inspect',
  summary: 'certInspectSummary',
  details: 'certInspectDetails',
  usage: ({ argumentFile }) => `${argumentFile}…`,
  options: PASSPHRASE_OPTIONS,
  examples: [
    { text: 'exampleCertInspect', call: 'pix cert inspect certificado.cer APLICACAO.key' },
    { text: 'exampleCertInspectP12', call: 'pix cert inspect certificado.pfx --passphrase-env SENHA' },
  ],

  async run(context) {
    const { inspectCertificate } = await import('@pixkit/certs/inspect-certificate')
    const files = filesOf(context)
    const { loaded, issues } = await loadFiles(context, files)
    const inspected = loaded.map((file) => ({
      ...file,
      reports: file.credentials.certificates.map((certificate) =>
        inspectCertificate(certificate, { now: context.now }),
      ),
    }))
    if (context.json) {
      writeJson(context, {
        ok: issues.length === 0,
        files: inspected.map(toJson),
        issues: jsonIssues(issues, context.language, CERT_WORDING),
      })
    } else {
      for (const [index, file] of inspected.entries()) show(context, file, files.length > 1, index > 0)
      reportText(context.io, issues, context.stderr, CERT_WORDING)
    }
    return issues.length === 0 ? 0 : 1
  },
}

interface InspectedFile extends LoadedFile {
  readonly reports: readonly CertificateReport[]
}

function show(
  { io, stdout }: Context,
  { file, credentials, reports }: InspectedFile,
  isOneOfMany: boolean,
  isNext: boolean,
): void {
  if (isNext) writeLines(io.stdout, [''])
  if (isOneOfMany) writeLines(io.stdout, [stdout.style('cyan', `── ${visible(file)}`)])
  writeLines(io.stdout, describeCredentials(credentials, reports, stdout))
}

function toJson({ file, credentials, reports }: InspectedFile): unknown {
  const { certificates, encryption, format, privateKeys, requests } = credentials
  return {
    file,
    format,
    encryption,
    certificates: reports.map((report, index) => ({ ...report, friendlyName: certificates[index]?.friendlyName })),
    // The key itself stays where it is.
    privateKeys: privateKeys.map(({ algorithm, bits, curve, friendlyName }) => ({
      algorithm,
      bits,
      curve,
      friendlyName,
    })),
    requests: requests.map(({ publicKey, signatureAlgorithm, subject }) => ({
      subject: subject.text,
      key: { algorithm: publicKey.algorithm, bits: publicKey.bits, curve: publicKey.curve },
      signature: signatureAlgorithm.name,
    })),
  }
}
