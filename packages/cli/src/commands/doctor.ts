/**
 * `pix doctor`: why the bank says 403.
 *
 * @module
 */
import type { Ambiente, GivenFile } from '@pixkit/certs'
import { readDays } from '../internal/cert/days.ts'
import { readGivenFiles } from '../internal/cert/given-files.ts'
import { PASSPHRASE_OPTIONS } from '../internal/cert/passphrase.ts'
import { FORCE_OPTION } from '../internal/cert/products.ts'
import { CERT_WORDING } from '../internal/cert/wording.ts'
import { writeFixes } from '../internal/cert/write-fixes.ts'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { type BankCall, ONLINE_OPTIONS, readBankCall } from '../internal/doctor/bank-call.ts'
import { type Connection, tryConnection } from '../internal/doctor/connection.ts'
import { openBank } from '../internal/doctor/open-bank.ts'
import { failure } from '../internal/failure.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import { jsonIssues, reportText } from '../internal/report-error.ts'
import { describeConnection, explainConnection } from '../render/describe-connection.ts'
import { describeFinding, describeFixes, describeVerdict, remedyOfFinding } from '../render/describe-finding.ts'

const DEFAULT_DAYS = 30
const MISSING: readonly string[] = ['CERTS_FOUND_CERTIFICATE_MISSING', 'CERTS_FOUND_KEY_MISSING']

export const doctor: Command = {
  name: 'doctor',
  summary: 'doctorSummary',
  details: 'doctorDetails',
  usage: ({ argumentFile, argumentProfile }) =>
    `--cert ${argumentFile} --key ${argumentFile} [--ca ${argumentFile}] [${argumentFile}…] [--profile ${argumentProfile} --ambiente …]`,
  options: {
    cert: { type: 'string', value: 'argumentFile', text: 'optionDoctorCert' },
    key: { type: 'string', value: 'argumentFile', text: 'optionDoctorKey' },
    ca: { type: 'string', value: 'argumentFile', text: 'optionDoctorCa' },
    ambiente: { type: 'string', choices: ['producao', 'homologacao'], text: 'optionAmbiente' },
    within: { type: 'string', value: '30d', text: 'optionWithin' },
    fix: { type: 'string', value: 'argumentFolder', text: 'optionFix' },
    ...ONLINE_OPTIONS,
    ...PASSPHRASE_OPTIONS,
    ...FORCE_OPTION,
  },
  examples: [
    {
      text: 'exampleDoctor',
      call: 'pix doctor --cert certificado.cer --key APLICACAO.key --ca CadeiaCompletaSicredi.cer --ambiente producao',
    },
    { text: 'exampleDoctorFolder', call: 'pix doctor downloads/*' },
    {
      text: 'exampleDoctorBank',
      call: 'pix doctor --profile sicredi --ambiente homologacao --client-id MEU_ID --client-secret-env PIX_SECRET --cert certificado.cer --key APLICACAO.key',
    },
  ],

  async run(context) {
    const { diagnose } = await import('@pixkit/certs/diagnose')
    const { io, json, language, options, help } = context
    const call = await readBankCall(context)
    const { files, issues } = await readGivenFiles(context)
    if (call === undefined && files.length + issues.length === 0) {
      throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
    }
    const diagnosed =
      files.length + issues.length === 0
        ? []
        : await diagnose(files, {
            now: context.now,
            ambiente: options.values.get('ambiente') as Ambiente | undefined,
            expiringDays: readDays(context, 'within', DEFAULT_DAYS),
          })
    // What cannot be read may be what is missing.
    const findings = issues.length === 0 ? diagnosed : diagnosed.filter(({ code }) => !MISSING.includes(code))
    const fixed = await writeFixes(context, findings)
    const all = [...issues, ...fixed.issues]
    const isUsable = all.length === 0 && findings.every(({ severity }) => severity !== 'error')
    // Files that no bank accepts would only be refused once more.
    const connection = isUsable && call !== undefined ? await connect(context, call, files) : undefined
    const ok = isUsable && connection?.error === undefined
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
        ...(call === undefined ? {} : { connection: documentOf(call, connection, context) }),
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
    if (files.length > 0 || !isUsable) writeLines(io.stdout, [describeVerdict(findings, all, context.stdout)])
    if (call !== undefined) reportConnection(call, connection, context)
    return ok ? 0 : 1
  },
}

async function connect(context: Context, call: BankCall, files: readonly GivenFile[]): Promise<Connection> {
  const transport = await openBank(context, call, files)
  try {
    return await tryConnection(call, transport, context.now)
  } finally {
    await transport[Symbol.asyncDispose]()
  }
}

function reportConnection(call: BankCall, connection: Connection | undefined, { io, stdout }: Context): void {
  const { texts } = stdout.language
  const lines = connection === undefined ? [texts.connectionFirst] : describeConnection(call, connection, stdout)
  writeLines(io.stdout, ['', ...lines])
}

function documentOf(call: BankCall, connection: Connection | undefined, { language }: Context): unknown {
  if (connection === undefined) return null
  return {
    profile: call.profile.id,
    ambiente: call.ambiente,
    operation: connection.operation,
    steps: connection.steps.map(({ issue, ...step }) => ({ ...step, issue: issue && jsonIssue(issue, language) })),
    warnings: jsonIssues(connection.warnings, language, {}),
    explanation: explainConnection(connection.error, call, language) ?? null,
  }
}
