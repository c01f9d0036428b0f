/**
 * `pix read`: what the QR codes of a picture say.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { QrReading } from '@pixkit/qr/read'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { failure, issueOf } from '../internal/failure.ts'
import { fill } from '../internal/fill.ts'
import { STDIO } from '../internal/read-code.ts'
import { readPicture } from '../internal/read-picture.ts'
import { jsonCode, judgeCode, type JudgedCode, reportCode } from '../internal/report-code.ts'
import { jsonIssues, reportText, type Wording } from '../internal/report-error.ts'
import { visible } from '../render/visible.ts'
import { wrapCharacters } from '../render/wrap.ts'

const BEGINS_LIKE_A_CODE = /^\s*000201/

export const read: Command = {
  name: 'read',
  summary: 'readSummary',
  details: 'readDetails',
  usage: ({ argumentFile }) => `[--strict] [${argumentFile}… | -]`,
  options: { strict: { type: 'boolean', text: 'optionStrict' } },
  examples: [
    { text: 'exampleRead', call: 'pix read pix.png' },
    { text: 'exampleReadPipe', call: "pix read --json - < pix.png | jq -r '.codes[] | select(.ok) | .text'" },
  ],

  async run(context) {
    const files = filesOf(context)
    const pictures: Picture[] = []
    for (const file of files) {
      const picture = await look(context, file)
      if (!context.json) report(context, picture, files.length > 1, pictures.length > 0)
      pictures.push(picture)
    }
    const issues = pictures.flatMap((picture) => picture.issues)
    const codes = pictures.flatMap((picture) => picture.codes)
    const ok = issues.length === 0 && codes.every(({ judged }) => judged?.refusal === undefined)
    if (context.json) {
      writeJson(context, {
        ok,
        codes: codes.map((code) => toJson(code, context)),
        issues: jsonIssues(issues, context.language, wordingOf(context)),
      })
    }
    return ok ? 0 : 1
  },
}

/** Standard input has a name for people. */
function nameOf(file: string, { language }: Context): string {
  return file === STDIO ? language.texts.standardInput : file
}

function wordingOf(context: Context): Wording {
  return { name: (issue) => ({ ...issue, path: issue.path.map((file) => nameOf(String(file), context)) }) }
}

interface Picture {
  readonly file: string
  readonly codes: readonly FoundCode[]
  /** What is wrong with the picture as a whole; the file is the path. */
  readonly issues: readonly Issue[]
}

interface FoundCode {
  readonly file: string
  readonly reading: QrReading
  /** Absent when it is no Pix code. */
  readonly judged: JudgedCode | undefined
}

function filesOf({ io, language, options, help }: Context): readonly string[] {
  const { positionals } = options
  const pipes = positionals.filter((file) => file === STDIO).length
  if (positionals.length === 0 && io.stdin.isTTY) {
    throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
  }
  if (pipes > 0 && io.stdin.isTTY) throw failure('CLI_PICTURE_ON_TERMINAL', { help })
  if (pipes > 1) throw failure('CLI_ARGUMENT_UNEXPECTED', { found: pipes - 1, help })
  // A code is not repeated as the name of a file that is missing.
  if (positionals.some((file) => BEGINS_LIKE_A_CODE.test(file))) throw failure('CLI_NOT_A_PICTURE')
  return positionals.length === 0 ? [STDIO] : positionals
}

/** Reads one picture; whatever is wrong with it leaves the others alone. */
async function look({ io, options }: Context, file: string): Promise<Picture> {
  const strict = options.flags.has('strict')
  try {
    const codes = (await readPicture(io, file)).map((reading) => {
      const judged = judgeCode(reading.text, strict)
      // What "pix decode" takes is a Pix code, too, such as one with a space before it.
      const pix = reading.pix || judged.inspected.issues.every(({ severity }) => severity !== 'error')
      return { file, reading, judged: pix ? judged : undefined }
    })
    const pixCodes = codes.filter(({ judged }) => judged !== undefined)
    const others = codes.filter(({ judged }) => judged === undefined)
    const issues = pixCodes.length > 0 ? [] : [issueOf(failure('CLI_NO_PIX_CODE'))]
    return { file, codes: [...pixCodes, ...others], issues: issues.map((issue) => ({ ...issue, path: [file] })) }
  } catch (error) {
    if (!isPixkitError(error)) throw error
    return { file, codes: [], issues: [{ ...issueOf(error), path: [file] }] }
  }
}

function report(context: Context, { file, codes, issues }: Picture, isOneOfMany: boolean, isNext: boolean): void {
  const { io, language, stdout, stderr } = context
  for (const [index, { reading, judged }] of codes.entries()) {
    const count = codes.length
    const picture = nameOf(file, context)
    const name = count > 1 ? fill(language.texts.codeOf, { file: picture, index: index + 1, count }) : picture
    const title = isOneOfMany || count > 1 ? visible(name) : undefined
    if (isNext || index > 0) writeLines(io.stdout, [''])
    if (title !== undefined) writeLines(io.stdout, [stdout.style('cyan', `── ${title}`)])
    if (judged === undefined) {
      writeLines(io.stdout, [
        stdout.style('bold', language.texts.otherQrCode),
        ...wrapCharacters(visible(reading.text), stdout.columns),
      ])
      continue
    }
    // Not wrapped: it is to be copied. A refused code is not.
    if (judged.refusal === undefined) writeLines(io.stdout, [visible(reading.text.trim()), ''])
    reportCode(context, judged, title)
  }
  reportText(io, issues, stderr, wordingOf(context))
}

function toJson({ file, reading, judged }: FoundCode, { language }: Context): unknown {
  const { text, bytes: _, pix: __, version, level, ...rest } = reading
  const head = {
    file,
    pix: judged !== undefined,
    // As with the fields: who forgets to look at `ok` must not pay by it.
    text: judged?.refusal === undefined ? text : null,
    symbol: { version, level, ...rest },
  }
  return judged === undefined ? head : { ...head, ...jsonCode(judged, language) }
}
