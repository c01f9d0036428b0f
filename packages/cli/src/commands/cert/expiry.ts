/**
 * `pix cert expiry`: for a monitor, whether something expires soon.
 *
 * @module
 */
import type { CertificateReport } from '@pixkit/certs'
import { type Command, type Context, writeJson, writeLines } from '../../internal/command.ts'
import { readDays } from '../../internal/cert/days.ts'
import { filesOf, loadFiles } from '../../internal/cert/load-files.ts'
import { PASSPHRASE_OPTIONS } from '../../internal/cert/passphrase.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { jsonIssues, reportText } from '../../internal/report-error.ts'
import { validityText } from '../../render/describe-credentials.ts'
import { visible } from '../../render/visible.ts'

const DEFAULT_DAYS = 30

export const expiry: Command = {
  name: 'cert expiry',
  summary: 'certExpirySummary',
  details: 'certExpiryDetails',
  usage: ({ argumentFile }) => `${argumentFile}… [--within 30d] [--quiet]`,
  options: {
    within: { type: 'string', value: '30d', text: 'optionWithin' },
    quiet: { type: 'boolean', text: 'optionQuiet' },
    ...PASSPHRASE_OPTIONS,
  },
  examples: [{ text: 'exampleCertExpiry', call: 'pix cert expiry certificado.pem --within 30d --quiet' }],

  async run(context) {
    const { expiresWithin, inspectCertificate } = await import('@pixkit/certs')
    const days = readDays(context, 'within', DEFAULT_DAYS)
    const { loaded, issues } = await loadFiles(context, filesOf(context))
    const certificates = loaded.flatMap(({ file, credentials }) =>
      credentials.certificates.map((certificate) => ({
        file,
        report: inspectCertificate(certificate, { now: context.now }),
        isDue: context.now < certificate.notBefore || expiresWithin(certificate, days, { now: context.now }),
      })),
    )
    // A monitor that watches nothing must not stay silent.
    const empty = loaded.filter(({ credentials }) => credentials.certificates.length === 0)
    const missing = empty.map(({ file }) => ({
      code: 'CLI_CERTIFICATE_MISSING' as const,
      severity: 'error' as const,
      path: [file],
      params: {},
    }))
    const all = [...issues, ...missing]
    const ok = all.length === 0 && certificates.every(({ isDue }) => !isDue)
    if (context.json) {
      writeJson(context, {
        ok,
        within: days,
        certificates: certificates.map(({ file, isDue, report: { subject, validity } }) => ({
          file,
          subject: subject.text,
          ...validity,
          expires: isDue,
        })),
        issues: jsonIssues(all, context.language, CERT_WORDING),
      })
    } else {
      for (const { file, isDue, report } of certificates) {
        // What cron has nothing to say about, it sends no mail about.
        if (isDue || !context.options.flags.has('quiet')) show(context, file, report, isDue)
      }
      reportText(context.io, all, context.stderr, CERT_WORDING)
    }
    return ok ? 0 : 1
  },
}

function show({ io, stdout }: Context, file: string, { subject, validity }: CertificateReport, isDue: boolean): void {
  const { texts } = stdout.language
  const name = subject.attributes.findLast(({ type }) => type === 'CN')?.value ?? subject.text
  const line = `${isDue ? '✗' : '✓'} ${visible(file)}: ${validityText(validity, texts)} (${visible(name)})`
  writeLines(io.stdout, [stdout.style(isDue ? 'red' : 'green', line)])
}
