/**
 * `pix doctor`: why the bank says 403.
 *
 * @module
 */
import type { Finding } from '@pixkit/certs'
import { isPixkitError } from '@pixkit/core/error'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { readDays } from '../internal/cert/days.ts'
import { PASSPHRASE_OPTIONS, readPassphrase } from '../internal/cert/passphrase.ts'
import { FORCE_OPTION } from '../internal/cert/products.ts'
import { failure, issueOf, systemCode } from '../internal/failure.ts'
import { fill } from '../internal/fill.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import { readBytes } from '../internal/read-bytes.ts'
import { remedyOf } from '../internal/remedy-of.ts'
import { jsonIssues, reportText } from '../internal/report-error.ts'
import { writeFiles } from '../internal/write-files.ts'
import type { Language } from '../language.ts'
import type { Screen, Style } from '../render/screen.ts'
import { visible } from '../render/visible.ts'
import { hang, wrapWords } from '../render/wrap.ts'

const MAX_BYTES = 8_388_608
const DEFAULT_DAYS = 30
const ROLES = [
  ['cert', 'certificate'],
  ['key', 'key'],
  ['ca', 'ca'],
] as const

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
    const { files, issues } = await readFiles(context, passphrase)
    if (files.length + issues.length === 0) {
      throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
    }
    const findings = await diagnose(files, {
      now: io.now?.() ?? Date.now(),
      ambiente: options.values.get('ambiente') as 'producao' | 'homologacao' | undefined,
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
          remedy: remedyWithHint(finding, language),
          files: finding.files,
        })),
        fixed: fixed.files,
        issues: jsonIssues(all, language, {}),
      })
      return ok ? 0 : 1
    }
    writeLines(
      io.stdout,
      findings.flatMap((finding) => [...describe(finding, context.stdout), '']),
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
    writeLines(io.stdout, [verdict(findings, ok, context.stdout)])
    return ok ? 0 : 1
  },
}

type Role = (typeof ROLES)[number][1]

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly role?: Role | undefined
  readonly passphrase: string | undefined
}

interface GivenFiles {
  readonly files: readonly GivenFile[]
  readonly issues: readonly Issue[]
}

async function readFiles({ io, options }: Context, passphrase: string | undefined): Promise<GivenFiles> {
  const inRoles = ROLES.flatMap(([option, role]) => {
    const name = options.values.get(option)
    return name === undefined ? [] : [{ name, role }]
  })
  // `pix doctor --cert a.cer *` names a file twice, and means it once.
  const beside = options.positionals.filter((name) => inRoles.every((file) => file.name !== name))
  const given: readonly { name: string; role?: Role }[] = [
    ...inRoles,
    ...[...new Set(beside)].map((name) => ({ name })),
  ]
  const files: GivenFile[] = []
  const issues: Issue[] = []
  for (const file of given) {
    try {
      files.push({ ...file, bytes: await readBytes(io, file.name, MAX_BYTES), passphrase })
    } catch (error) {
      if (!isPixkitError(error)) throw error
      issues.push({ ...issueOf(error), path: [file.name] })
    }
  }
  return { files, issues }
}

interface WrittenFixes {
  readonly files: readonly string[]
  readonly issues: readonly Issue[]
}

/** Writes the converted copies that findings offer. */
async function writeFixes({ io, options }: Context, findings: readonly Finding[]): Promise<WrittenFixes> {
  const folder = options.values.get('fix')
  if (folder === undefined) return { files: [], issues: [] }
  const copies = findings.flatMap(({ fix }) => fix?.() ?? [])
  const outputs = copies.map(({ name, bytes, secret }) => ({
    file: `${folder}/${name}`,
    bytes,
    isText: false,
    isSecret: secret,
  }))
  try {
    await io.files?.makeFolder(folder)
  } catch (error) {
    throw failure('CLI_FILE_UNWRITABLE', { file: folder, cause: systemCode(error) })
  }
  const { written, issues } = await writeFiles(io, outputs, options.flags.has('force'))
  return { files: written.map(({ file }) => file), issues }
}

function verdict(findings: readonly Finding[], ok: boolean, screen: Screen): string {
  const { texts } = screen.language
  if (ok) return screen.style('green', `✓ ${texts.doctorFine}`)
  const count = findings.filter(({ severity }) => severity === 'error').length
  return screen.style('red', `✗ ${fill(texts.doctorErrors, { count })}`)
}

const STYLES = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Finding['severity'], Style>

function describe(finding: Finding, screen: Screen): string[] {
  const { language, proseColumns } = screen
  const head = `${language.texts[finding.severity]}: `
  const sentence = wrapWords(visible(formatMessage(finding, language.messages)), proseColumns - head.length)
  return [
    ...hang(
      screen.style(STYLES[finding.severity], head),
      sentence.map((line) => screen.style('bold', line)),
      head.length,
    ),
    `  ${screen.style('dim', finding.code)}`,
    ...hang('  → ', wrapWords(visible(remedyWithHint(finding, language)), proseColumns - 4), 4),
  ]
}

/** The library says what is missing; only the command knows how to give it. */
function remedyWithHint(finding: Finding, language: Language): string {
  const remedy = remedyOf(finding, language)
  return finding.code === 'CERTS_FOUND_PASSPHRASE_MISSING' ? `${remedy} ${language.texts.hintPassphrase}` : remedy
}
