/**
 * `pix doctor`: why the bank says 403.
 *
 * @module
 */
import type { Ambiente } from '@pixkit/certs'
import { readDays } from '../internal/cert/days.ts'
import { readGivenFiles } from '../internal/cert/given-files.ts'
import { PASSPHRASE_OPTIONS, readPassphrase } from '../internal/cert/passphrase.ts'
import { FORCE_OPTION } from '../internal/cert/products.ts'
import { writeFixes } from '../internal/cert/write-fixes.ts'
import { type Command, writeJson, writeLines } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { fill } from '../internal/fill.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import { jsonIssues, reportText } from '../internal/report-error.ts'
import { describeFinding, describeVerdict, remedyOfFinding } from '../render/describe-finding.ts'
import { visible } from '../render/visible.ts'
import { wrapWords } from '../render/wrap.ts'

const DEFAULT_DAYS = 30

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
    const passphrase = await readPassphrase(context, 'passphrase')
    const { files, issues } = await readGivenFiles(context, passphrase)
    if (files.length + issues.length === 0) {
      throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
    }
    const findings = await diagnose(files, {
      now: io.now?.() ?? Date.now(),
      ambiente: options.values.get('ambiente') as Ambiente | undefined,
      expiringDays: readDays(context, 'within', DEFAULT_DAYS),
    })
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
        issues: jsonIssues(all, language, {}),
      })
      return ok ? 0 : 1
    }
    writeLines(
      io.stdout,
      findings.flatMap((finding) => [...describeFinding(finding, context.stdout), '']),
    )
    for (const file of fixed.files) {
      writeLines(io.stdout, [
        context.stdout.style('green', `✓ ${fill(language.texts.doctorFixed, { file: visible(file) })}`),
      ])
    }
    if (!options.values.has('fix') && findings.some(({ fix }) => fix !== undefined)) {
      writeLines(io.stdout, [...wrapWords(language.texts.hintFix, context.stdout.proseColumns), ''])
    }
    reportText(io, all, context.stderr)
    writeLines(io.stdout, [describeVerdict(findings, ok, context.stdout)])
    return ok ? 0 : 1
  },
}
