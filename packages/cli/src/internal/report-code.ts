/**
 * What a code says and what is wrong with it, for people and for programs.
 *
 * @module
 */
import { type InspectedBrCode, inspectBrCode } from '@pixkit/brcode'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import type { Language } from '../language.ts'
import { describeCode } from '../render/describe-code.ts'
import { drawHints } from '../render/draw-hints.ts'
import { drawIssues } from '../render/draw-issues.ts'
import { drawTree } from '../render/draw-tree.ts'
import type { Screen } from '../render/screen.ts'
import { visible } from '../render/visible.ts'
import { wrapWords } from '../render/wrap.ts'
import { type Context, writeLines } from './command.ts'
import { fill } from './fill.ts'
import { type Surroundings, surroundingsOf } from './find-code.ts'
import { jsonIssue, type JsonIssue } from './json-issue.ts'
import { type JsonObject, jsonTree } from './json-tree.ts'

export interface JudgedCode {
  readonly text: string
  readonly inspected: InspectedBrCode
  /** Why the code is refused; absent when it is not. */
  readonly refusal: Issue | undefined
  /** What is around a code with errors. */
  readonly around: Surroundings | undefined
}

/** Inspects a text; `strict` refuses warnings too. */
export function judgeCode(text: string, strict = false): JudgedCode {
  const inspected = inspectBrCode(text)
  const { issues } = inspected
  const refusal = issues.find(({ severity }) => severity === 'error') ?? (strict ? issues[0] : undefined)
  return { text, inspected, refusal, around: refusal?.severity === 'error' ? surroundingsOf(text) : undefined }
}

/**
 * Explains a code on standard output; a refusal goes to standard error.
 *
 * @param name - What to call the code in the refusal, where there are several.
 */
export function reportCode({ io, stdout, stderr, language }: Context, judged: JudgedCode, name?: string): void {
  const { text, inspected, refusal, around } = judged
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
    const lines = wrapWords(
      `✗ ${name === undefined ? '' : `${name}: `}${fill(verdict, { reason })}`,
      stderr.proseColumns,
    )
    writeLines(
      io.stderr,
      lines.map((line) => stderr.style('red', line)),
    )
    if (around !== undefined) writeLines(io.stderr, drawHints(around, 'decode', stderr))
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

export interface JsonCode {
  readonly ok: boolean
  readonly code: object | null
  readonly issues: readonly JsonIssue[]
  readonly tree: readonly JsonObject[]
}

/** A refused code is not given as a code: a program that forgets to look at `ok` must not pay by it. */
export function jsonCode({ inspected, refusal }: JudgedCode, language: Language): JsonCode {
  const { tree, issues, code } = inspected
  const { warnings: _, ...fields } = code ?? { warnings: [] }
  const ok = refusal === undefined
  return {
    ok,
    code: ok ? fields : null,
    issues: issues.map((issue) => jsonIssue(issue, language)),
    tree: jsonTree(tree, language.labels),
  }
}
