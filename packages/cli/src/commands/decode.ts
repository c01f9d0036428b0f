/**
 * `pix decode`: what a code says, and what is wrong with it.
 *
 * @module
 */
import { type Command, writeJson } from '../internal/command.ts'
import { failure } from '../internal/failure.ts'
import { readCode } from '../internal/read-code.ts'
import { jsonCode, judgeCode, reportCode } from '../internal/report-code.ts'

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
    const judged = judgeCode(await readCode(context), context.options.flags.has('strict'))
    if (context.json) writeJson(context, jsonCode(judged, context.language))
    else if (judged.around?.isNoCode === true) throw failure('CLI_NOT_A_CODE')
    else reportCode(context, judged)
    return judged.refusal === undefined ? 0 : 1
  },
}
