/**
 * `pix doctor`: why the bank says 403.
 *
 * @module
 */
import type { Ambiente } from '@pixkit/certs'
import { readDays } from '../internal/cert/days.ts'
import { readGivenFiles } from '../internal/cert/given-files.ts'
import { PASSPHRASE_OPTIONS } from '../internal/cert/passphrase.ts'
import { FORCE_OPTION } from '../internal/cert/products.ts'
import { CERT_WORDING } from '../internal/cert/wording.ts'
import { writeFixes } from '../internal/cert/write-fixes.ts'
import { type Command, writeJson, writeLines } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import { jsonIssues, reportText } from '../internal/report-error.ts'
import { describeFinding, describeFixes, describeVerdict, remedyOfFinding } from '../render/describe-finding.ts'

const DEFAULT_DAYS = 30
const MISSING: readonly string[] = ['CERTS_FOUND_CERTIFICATE_MISSING', 'CERTS_FOUND_KEY_MISSING']

export const doctor: Command = {
  name: 'doctor',
  summary: 'doctorSummary',
  details: 'doctorDetails',
  usage: ({ argumentFile }) => `--cert ${argumentFile} --key ${argumentFile} [--ca ${argumentFile}] [${argumentFile}…]`,
  options: {
    cert: { type: 'string', value: 'argumentFile', text: 'optionDoctorCert' },
    key: { type: 'string', value: 'argumentFile', text: 'optionDoctorKey' },
    ca: { type: 'string', value: 'argumentFile', text: 'optionDoctorCa' },
    ambiente: { type: 'string', choices: ['producao', 'homologacao'], text: 'optionAmbiente' },
    within: { type: 'string', value: '30d', text: 'optionWithin' },
    fix: { type: 'string', value: 'argumentFolder', text: 'optionFix' },
    ...PASSPHRASE_OPTIONS,
    ...FORCE_OPTION,
  },
  examples: [
    {
      text: 'exampleDoctor',
      call: 'pix doctor --cert certificado.cer --key APLICACAO.key --ca CadeiaCompletaSicredi.cer --ambiente producao',
    },
    { text: 'exampleDoctorFolder', call: 'pix doctor downloads/*' },
  ],

  async run(context) {
    const { diagnose } = await import('@pixkit/certs/diagnose')
    const { io, json, language, options, help } = context
    const { files, issues } = await readGivenFiles(context)
    if (files.length + issues.length === 0) {
      throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
    }
    const diagnosed = await diagnose(files, {
      now: context.now,
      ambiente: options.values.get('ambiente') as Ambiente | undefined,
      expiringDays: readDays(context, 'within', DEFAULT_DAYS),
    })
    // What cannot be read may be what is missing.
    const findings = issues.length === 0 ? diagnosed : diagnosed.filter(({ code }) => !MISSING.includes(code))
    const fixed = await writeFixes(context, findings)
    const all = [...issues, ...fixed.issues]
    const ok = all.length === 0 && findings.every(({ severity }) => severity !== 'error')
    if (json) {
      writeJson(context, {
        ok,
        findings: findings.map((finding) => ({
          ...jsonIssue(finding, language),
          remedy: remedyOfFinding(finding, language),
          files: finding.files,
        })),
        fixed: fixed.files,
        issues: jsonIssues(all, language, CERT_WORDING),
      })
      return ok ? 0 : 1
    }
    reportText(io, issues, context.stderr, CERT_WORDING)
    writeLines(
      io.stdout,
      findings.flatMap((finding) => [...describeFinding(finding, context.stdout), '']),
    )
    writeLines(io.stdout, describeFixes(fixed.files, findings, options.values.has('fix'), context.stdout))
    reportText(io, fixed.issues, context.stderr)
    writeLines(io.stdout, [describeVerdict(findings, all, context.stdout)])
    return ok ? 0 : 1
  },
}
