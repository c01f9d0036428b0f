/**
 * `pix decode`: what a code says, and what is wrong with it.
 *
 * @module
 */
import { type InspectedBrCode, inspectBrCode } from '@pixkit/brcode'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import { type Command, type Context, promptForInput, writeJson, writeLines } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { fill } from '../internal/fill.ts'
import { type Surroundings, surroundingsOf } from '../internal/find-code.ts'
import { readInput } from '../internal/read-input.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import type { Language } from '../language.ts'
import { describeCode } from '../render/describe-code.ts'
import { drawHints } from '../render/draw-hints.ts'
import { drawIssues } from '../render/draw-issues.ts'
import { drawTree } from '../render/draw-tree.ts'
import type { Screen } from '../render/screen.ts'
import { visible } from '../render/visible.ts'
import { wrapWords } from '../render/wrap.ts'
import { jsonTree } from '../internal/json-tree.ts'

const STDIN = '-'

export const decode: Command = {
  name: 'decode',
  summary: 'decodeSummary',
  details: 'decodeDetails',
  usage: ({ argumentCode }) => `[--strict] [${argumentCode} | -]`,
  options: { strict: { type: 'boolean', text: 'optionStrict' } },
  examples: [
    {
      text: 'exampleDecode',
      call: "pix decode '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'",
    },
    { text: 'exampleDecodePipe', call: 'pix decode --strict --json - < codigo.txt' },
  ],

  async run(context) {
    const text = await readCode(context)
    const inspected = inspectBrCode(text)
    const strict = context.options.flags.has('strict')
    const refusal =
      inspected.issues.find(({ severity }) => severity === 'error') ?? (strict ? inspected.issues[0] : undefined)
    const around = refusal?.severity === 'error' ? surroundingsOf(text) : undefined
    if (context.json) writeJson(context, toJson(inspected, refusal === undefined, context.language))
    else if (around?.isNoCode === true) throw failure('CLI_NOT_A_CODE')
    else report(context, text, inspected, refusal, around)
    return refusal === undefined ? 0 : 1
  },
}

async function readCode(context: Context): Promise<string> {
  const { io, language, options, help } = context
  const { positionals } = options
  if (positionals.length === 0 && io.stdin.isTTY) {
    throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentCode, help })
  }
  if (positionals.length === 0 || (positionals.length === 1 && positionals[0] === STDIN)) {
    promptForInput(context, 'promptCode')
    return readInput(io.stdin)
  }
  // A code that was not quoted arrives in pieces.
  return positionals.join(' ')
}

function report(
  context: Context,
  text: string,
  inspected: InspectedBrCode,
  refusal: Issue | undefined,
  around: Surroundings | undefined,
): void {
  const { io, stdout, stderr, language } = context
  const { code, tree, issues } = inspected
  const sections = [
    code === undefined ? [] : describeCode(code, stdout, refusal !== undefined),
    tree.length === 0 ? [] : drawTree(text, inspected, stdout),
    drawIssues(text, inspected, stdout),
    refusal === undefined && code !== undefined ? reminders(code.kind, stdout) : [],
  ].filter((lines) => lines.length > 0)
  writeLines(
    io.stdout,
    sections.flatMap((lines) => [...lines, '']),
  )

  if (refusal !== undefined) {
    const reason = visible(formatMessage(refusal, language.messages))
    const verdict = language.texts[refusal.severity === 'error' ? 'verdictRefused' : 'verdictStrict']
    const lines = wrapWords(`✗ ${fill(verdict, { reason })}`, stderr.proseColumns)
    writeLines(
      io.stderr,
      lines.map((line) => stderr.style('red', line)),
    )
    if (around !== undefined) writeLines(io.stderr, drawHints(around, stderr))
    return
  }
  const lines = wrapWords(`✓ ${acceptance(issues.length, language)}`, stdout.proseColumns)
  writeLines(
    io.stdout,
    lines.map((line) => stdout.style(issues.length === 0 ? 'green' : 'yellow', line)),
  )
}

function reminders(kind: 'static' | 'dynamic' | 'recurrence', screen: Screen): string[] {
  const { remindCrc, remindLocation } = screen.language.texts
  const sentences = kind === 'static' ? [remindCrc] : [remindCrc, remindLocation]
  return sentences
    .flatMap((sentence) => wrapWords(sentence, screen.proseColumns))
    .map((line) => screen.style('dim', line))
}

function acceptance(warnings: number, { texts }: Language): string {
  if (warnings === 0) return texts.verdictOk
  return warnings === 1 ? texts.verdictWarning : fill(texts.verdictWarnings, { count: warnings })
}

/** A refused code is not given as a code: a program that forgets to look at `ok` must not pay by it. */
function toJson({ tree, issues, code }: InspectedBrCode, ok: boolean, language: Language): unknown {
  const { warnings: _, ...fields } = code ?? { warnings: [] }
  return {
    ok,
    code: ok ? fields : null,
    issues: issues.map((issue) => jsonIssue(issue, language)),
    tree: jsonTree(tree, language.labels),
  }
}
