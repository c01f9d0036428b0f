/**
 * `pix qr`: a code as a picture.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { QrMatrix } from '@pixkit/qr/encode-qr'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { conflictsOf, DRAW_OPTIONS, DRAW_WORDING } from '../internal/draw-options.ts'
import { drawSymbol, type Picture } from '../internal/draw-symbol.ts'
import { fill } from '../internal/fill.ts'
import { readCode, readText, STDIO } from '../internal/read-code.ts'
import { judgeCode, type JudgedCode } from '../internal/report-code.ts'
import { jsonIssues, refuse, reportText, type Wording } from '../internal/report-error.ts'
import { writeFiles } from '../internal/write-files.ts'
import { drawHints } from '../render/draw-hints.ts'
import { visible } from '../render/visible.ts'
import { hang, wrapWords } from '../render/wrap.ts'

export const qr: Command = {
  name: 'qr',
  summary: 'qrSummary',
  details: 'qrDetails',
  usage: ({ argumentCode, options }) => `[${options.toLowerCase()}] [${argumentCode} | -]`,
  options: DRAW_OPTIONS,
  examples: [
    {
      text: 'exampleQr',
      call: "pix qr '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'",
    },
    { text: 'exampleQrFiles', call: 'pix qr --svg pix.svg --png pix.png --scale 12 --level Q - < codigo.txt' },
    {
      text: 'exampleQrPipe',
      call: "pix encode static --chave +5561912345678 --merchant-name 'Fulano de Tal' --merchant-city Brasília | pix qr --png pix.png",
    },
  ],

  async run(context) {
    const { io, json, options } = context
    const conflicts = conflictsOf(context)
    if (conflicts.length > 0) {
      refuse(context, conflicts)
      return 2
    }
    const judged = options.flags.has('any') ? undefined : judgeCode(await readCode(context))
    if (judged?.refusal !== undefined) return refuseCode(context, judged)
    const text = judged === undefined ? await readText(context) : judged.text.trim()

    const { matrix, pictures, drawing = '', issues } = drawSymbol(context, text)
    if (matrix === undefined || issues.length > 0) {
      refuse(context, issues, DRAW_WORDING)
      // Where an option is to blame, the call is bad.
      return issues.some(({ path }) => path.length > 0) ? 2 : 1
    }
    io.stdout.write(drawing)
    const { written, issues: failures } = await writeFiles(io, pictures, options.flags.has('force'))
    const findings = [...failures, ...(judged?.inspected.issues ?? [])]
    if (json) writeJson(context, toJson(context, matrix, written, findings))
    else report(context, matrix, written, findings)
    return failures.length === 0 ? 0 : 1
  },
}

/** A refused code is not drawn; where the defects stand is for `pix decode` to show. */
function refuseCode(context: Context, { inspected, around }: JudgedCode): number {
  const { io, json, stderr, language } = context
  if (!json && around?.isNoCode === true) {
    const wording: Wording = { hint: () => 'hintAny' }
    return refuse(context, [{ code: 'CLI_NOT_A_CODE', severity: 'error', path: [], params: {} }], wording)
  }
  refuse(context, inspected.issues)
  if (json) return 1
  const hints = around === undefined ? [] : drawHints(around, 'qr', stderr)
  const hintDecode = hang('  → ', wrapWords(language.texts.hintDecode, stderr.proseColumns - 4), 4)
  // A text without objects has no place to show.
  writeLines(io.stderr, hints.length > 0 || inspected.tree.length === 0 ? hints : hintDecode)
  return 1
}

function report(context: Context, matrix: QrMatrix, written: readonly Picture[], issues: readonly Issue[]): void {
  const { io, language, stdout, stderr } = context
  // Nothing may stand beside a picture on standard output.
  const isPrinted = written.some(({ file }) => file === STDIO)
  const [output, screen] = isPrinted ? [io.stderr, stderr] : [io.stdout, stdout]
  for (const { format, file, bytes } of written) {
    if (file === STDIO) continue
    const params = { ...symbolOf(matrix), file: visible(file) }
    const { wroteSvg, wrotePng } = language.texts
    const sentence = format === 'svg' ? fill(wroteSvg, params) : fill(wrotePng, { ...params, side: pngWidth(bytes) })
    writeLines(
      output,
      wrapWords(`✓ ${sentence}`, screen.proseColumns).map((line) => screen.style('green', line)),
    )
  }
  reportText(io, issues, stderr)
}

/** The modules only where there is no picture of them. */
function toJson(context: Context, matrix: QrMatrix, written: readonly Picture[], issues: readonly Issue[]): unknown {
  const { size, modules } = matrix
  const isDrawn = ['svg', 'png'].some((format) => context.options.values.has(format))
  const rows = Array.from({ length: size }, (_, row) => modules.slice(row * size, (row + 1) * size).join(''))
  return {
    ok: issues.every(({ severity }) => severity !== 'error'),
    symbol: isDrawn ? symbolOf(matrix) : { ...symbolOf(matrix), modules: rows },
    files: written.map(({ format, file, bytes }) => ({ format, file, bytes: bytes.length })),
    issues: jsonIssues(issues, context.language, {}),
  }
}

/** The chunk IHDR comes first and begins with the width. */
function pngWidth(png: Uint8Array): number {
  return new DataView(png.buffer, png.byteOffset).getUint32(16)
}

function symbolOf({ version, level, mask, size }: QrMatrix): Pick<QrMatrix, 'version' | 'level' | 'mask' | 'size'> {
  return { version, level, mask, size }
}
