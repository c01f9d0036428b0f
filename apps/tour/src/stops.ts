/**
 * The stops, the main job first.
 *
 * @module
 */
import { buildBrCode, inspectBrCode, parseBrCode } from '@pixkit/brcode'
import { describeCode, drawIssues, drawTree, hang, wrapWords } from '@pixkit/cli/render'
import { bankFiles } from './bank-files.ts'
import {
  CHANGED_LETTER,
  COB_AND_RECURRENCE,
  DYNAMIC,
  HYPHENATED,
  PUBLISHED,
  RECURRENCE,
  STATIC,
  STATIC_AND_RECURRENCE,
  WRONG_LENGTH,
} from './codes.ts'
import { inventBank } from './invented-bank.ts'
import { showMainJob } from './main-job/show-main-job.ts'
import type { Stage } from './stage.ts'
import type { Texts } from './texts/texts.ts'

export interface Stop {
  readonly title: keyof Texts
  show(stage: Stage): Promise<void>
}

const MERCHANT = ['--merchant-name', 'Padaria do Bairro', '--merchant-city', 'São Paulo']
const AMOUNT = ['--transaction-amount', '25.90', '--txid', 'PEDIDO123']

export const STOPS: readonly Stop[] = [
  { title: 'jobTitle', show: showMainJob },
  {
    title: 'staticTitle',
    async show(stage) {
      const { say, pix, texts } = stage
      say(texts.staticText)
      cite(STATIC.section, stage)
      await pix('decode', STATIC.code)
      say(texts.staticAfter)
    },
  },
  {
    title: 'dynamicTitle',
    async show(stage) {
      const { say, pix, texts, print, screen } = stage
      say(texts.dynamicText)
      cite(DYNAMIC.section, stage)
      await pix('decode', DYNAMIC.code)
      say(texts.dynamicAfter)
      print(
        [texts.dynamicTodo1, texts.dynamicTodo2, texts.dynamicTodo3].flatMap((text, index) =>
          hang(`  ${index + 1}. `, wrapWords(text, screen.proseColumns - 5), 5),
        ),
      )
      say(texts.dynamicLater)
    },
  },
  {
    title: 'verifyTitle',
    async show({ say, pix, texts, files, connect }) {
      const bank = await inventBank(Date.now())
      for (const [name, bytes] of bank.files) files.set(name, bytes)
      connect(bank.network)
      const trust = ['--ca', 'raiz.pem', '--host-list', 'certqrc.txt']
      say(texts.verifyText)
      await pix('verify', bank.code, ...trust)
      say(texts.verifyTamper)
      bank.tamper()
      await pix('verify', bank.code, ...trust)
      say(texts.verifyAfter)
    },
  },
  {
    title: 'compositeTitle',
    async show(stage) {
      stage.say(stage.texts.compositeText)
      for (const { section, code } of [RECURRENCE, COB_AND_RECURRENCE, STATIC_AND_RECURRENCE]) {
        cite(section, stage)
        stage.print(describeCode(parseBrCode(code), stage.screen))
      }
    },
  },
  {
    title: 'brokenTitle',
    async show({ say, print, texts, screen }) {
      say(texts.brokenLetter)
      print(drawIssues(CHANGED_LETTER, inspectBrCode(CHANGED_LETTER), screen))
      say(texts.brokenLength)
      print(drawTree(WRONG_LENGTH, inspectBrCode(WRONG_LENGTH), screen).slice(-3))
      print(drawIssues(WRONG_LENGTH, inspectBrCode(WRONG_LENGTH), screen))
      say(texts.brokenHyphens)
      print(drawIssues(HYPHENATED, inspectBrCode(HYPHENATED), screen))
    },
  },
  {
    title: 'encodeTitle',
    async show({ say, print, texts, screen }) {
      say(texts.encodeText)
      print(
        PUBLISHED.map(({ section, code }) => {
          const same = buildBrCode(parseBrCode(code)) === code
          const bytes = new TextEncoder().encode(code).length
          const result = same
            ? screen.style('green', `✓ ${texts.encodeSame.replace('{bytes}', String(bytes))}`)
            : screen.style('red', `✗ ${texts.encodeDifferent}`)
          return `  ${section.padEnd(8)} ${result}`
        }),
      )
    },
  },
  {
    title: 'askTitle',
    async show({ say, pix, print, texts, screen }) {
      say(texts.askText)
      await pix('encode', 'static', '--chave', '61912345678', ...MERCHANT, ...AMOUNT)
      say(texts.askWhy)
      await pix('encode', 'static', '--chave', '+5561912345678', ...MERCHANT, ...AMOUNT)
      say(texts.askRead)
      const code = buildBrCode({
        kind: 'static',
        chave: '+5561912345678',
        merchantName: 'Padaria do Bairro',
        merchantCity: 'São Paulo',
        transactionAmount: '25.90',
        txid: 'PEDIDO123',
      })
      print(describeCode(parseBrCode(code), screen))
      say(texts.askDraw)
      await pix('qr', '--quiet-zone', '2', code)
    },
  },
  {
    title: 'doctorTitle',
    async show({ say, pix, texts, files }) {
      for (const [name, bytes] of await bankFiles()) files.set(name, bytes)
      say(texts.doctorText)
      const call = ['--cert', 'certificado.cer', '--ca', 'CadeiaCompleta.cer']
      await pix('doctor', ...call, '--key', 'APLICACAO_antiga.key', 'APLICACAO.key', 'REQUISICAO.csr')
      say(texts.doctorAfter)
      await pix('cert', 'convert', 'certificado.cer', '--to', 'pem', '--out', 'certificado.pem')
      await pix('doctor', '--cert', 'certificado.pem', '--ca', 'CadeiaCompleta.cer', '--key', 'APLICACAO.key')
    },
  },
]

function cite(section: string, { screen, texts, print }: Stage): void {
  print([screen.style('dim', texts.source.replace('{section}', section))])
}
