import { encodeQr, type QrMatrix, renderPng } from '@pixkit/qr'
import { describe, expect, it } from 'vitest'
import { capture, type Entry } from '../../test/capture.ts'

// Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3 and 2.7.2.
const STATIC =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const DYNAMIC =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4'
const WRONG_CRC = STATIC.replace(/1D3D$/, '1D3E')
/** City with an accent: a warning. */
const ACCENT =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASÍLIA62070503***6304B4F6'
const URL = 'https://example.com/a'

/** One picture with the codes of all texts, from the top left to the bottom right. */
function pictureOf(...texts: string[]): Uint8Array {
  const symbols = texts.map((text) => encodeQr(text))
  const step = Math.max(...symbols.map(({ size }) => size)) + 8
  const size = step * symbols.length
  const modules = new Uint8Array(size * size)
  for (const [index, symbol] of symbols.entries()) {
    for (let row = 0; row < symbol.size; row++) {
      const at = (index * step + row) * size + index * step
      modules.set(symbol.modules.subarray(row * symbol.size, (row + 1) * symbol.size), at)
    }
  }
  const matrix: QrMatrix = { version: 1, level: 'M', mask: 0, size, modules }
  return renderPng(matrix, { scale: 4 })
}

function filesOf(entries: Readonly<Record<string, Entry>>): Map<string, Entry> {
  return new Map(Object.entries(entries))
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('pix read', () => {
  it('gives the text of a code, then explains it as decode does', async () => {
    for (const code of [STATIC, DYNAMIC, ACCENT]) {
      const decoded = await capture(['decode', code])
      const read = await capture(['read', 'pix.png'], { files: filesOf({ 'pix.png': pictureOf(code) }) })
      expect(read).toEqual({ ...decoded, stdout: `${code}\n\n${decoded.stdout}` })
    }
  })

  it('reads what pix qr writes', async () => {
    const files = new Map<string, Entry>()
    await capture(['qr', STATIC, '--png', 'a.png', '--scale', '2', '--foreground', '#004d40'], { files })
    expect((await capture(['read', 'a.png'], { files })).stdout.split('\n')[0]).toBe(STATIC)
    const { bytes } = await capture(['qr', STATIC, '--png', '-'])
    expect((await capture(['read', '-'], { stdin: bytes })).stdout.split('\n')[0]).toBe(STATIC)
    expect((await capture(['read'], { stdin: bytes })).exitCode).toBe(0)
  })

  it('does not break the text of a code, which is to be copied', async () => {
    const files = filesOf({ 'pix.png': pictureOf(STATIC) })
    const { stdout } = await capture(['read', 'pix.png'], { files, columns: 40, env: { NO_COLOR: '1' } })
    const [first, ...rest] = stdout.split('\n')
    expect(first).toBe(STATIC)
    expect(rest.filter((line) => line.length > 40)).toEqual([])
  })

  it('refuses a code that decode refuses, and does not hand it out', async () => {
    const files = filesOf({ 'pix.png': pictureOf(WRONG_CRC) })
    expect(await capture(['read', 'pix.png'], { files })).toEqual(await capture(['decode', WRONG_CRC]))
    const { codes, ok, issues } = JSON.parse((await capture(['read', 'pix.png', '--json'], { files })).stdout)
    expect({ ok, issues }).toEqual({ ok: false, issues: [] })
    expect(codes).toMatchObject([
      { file: 'pix.png', pix: true, text: null, ok: false, code: null, issues: [{ code: 'BRCODE_CRC_MISMATCH' }] },
    ])
  })

  it('refuses warnings with --strict', async () => {
    const files = filesOf({ 'pix.png': pictureOf(ACCENT) })
    const { exitCode, stderr } = await capture(['read', '--strict', 'pix.png'], { files })
    expect([exitCode, stderr.includes('--strict')]).toEqual([1, true])
    expect(await capture(['read', '--strict', 'pix.png'], { files })).toEqual(
      await capture(['decode', '--strict', ACCENT]),
    )
  })

  it('shows every code of a picture, Pix codes first', async () => {
    const files = filesOf({ 'pix.png': pictureOf(URL, STATIC) })
    const { exitCode, stdout, stderr } = await capture(['read', 'pix.png', '--lang', 'en'], { files })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^── pix\.png, code 1 of 2\n000201/)
    expect(stdout).toMatch(/✓ .*\n\n── pix\.png, code 2 of 2\nQR code, not Pix\nhttps:\/\/example\.com\/a\n$/)
  })

  it('names the code that is refused among several', async () => {
    const files = filesOf({ 'pix.png': pictureOf(WRONG_CRC, STATIC) })
    const { exitCode, stdout, stderr } = await capture(['read', 'pix.png', '--lang', 'en'], { files })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^✗ pix\.png, code \d of 2: Refused: /)
    expect(stdout).toContain('✓ Well-formed')
  })

  it.each([
    ['en', 'no Pix code'],
    ['pt-br', 'não há código Pix'],
  ])('shows what a QR code says that is not Pix, and ends with 1: %s', async (lang, sentence) => {
    const files = filesOf({ 'url.png': pictureOf(URL) })
    const { exitCode, stdout, stderr } = await capture(['read', 'url.png', '--lang', lang], { files })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`\n${URL}\n`)
    expect(stderr).toContain(`url.png: ${sentence}`)
    const json = JSON.parse((await capture(['read', 'url.png', '--lang', lang, '--json'], { files })).stdout)
    expect(json).toMatchObject({
      ok: false,
      codes: [{ file: 'url.png', pix: false, text: URL, symbol: { version: 2, level: 'M' } }],
      issues: [{ code: 'CLI_NO_PIX_CODE', path: ['url.png'] }],
    })
    expect(json.codes[0].ok).toBe(undefined)
  })

  it('takes a code with white space around it, as decode does', async () => {
    const files = filesOf({ 'pix.png': pictureOf(`\n ${STATIC}\n`) })
    const { exitCode, stdout } = await capture(['read', 'pix.png'], { files })
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, STATIC])
  })

  it('lets no control, bidi override or line break of a code reach the terminal', async () => {
    const files = filesOf({ 'a.png': pictureOf('\u001b[2J\u202e\u009b31m\nok'), 'b\u001b.png': pictureOf(STATIC) })
    for (const options of [[], ['--json']]) {
      const { stdout, stderr } = await capture(['read', 'a.png', 'b\u001b.png', '\u202e', ...options], { files })
      expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
      expect(stdout).not.toMatch(/^ok/m)
    }
  })

  it.each<[string, Entry | undefined, string]>([
    ['nothing.png', undefined, 'CLI_FILE_UNREADABLE'],
    ['folder', 'EISDIR', 'CLI_FILE_UNREADABLE'],
    ['secret.png', 'EACCES', 'CLI_FILE_UNREADABLE'],
    ['empty.png', new Uint8Array(), 'QR_IMAGE_EMPTY'],
    ['blank.png', renderPng({ ...encodeQr('x'), modules: new Uint8Array(441) }), 'CLI_NO_QR_CODE'],
    ['cut.png', pictureOf(STATIC).subarray(0, 200), 'QR_IMAGE_DAMAGED'],
    ['x.gif', ascii('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'), 'QR_IMAGE_FORMAT'],
    ['codigo.txt', ascii(`${STATIC}\n`), 'CLI_NOT_A_PICTURE'],
    ['bytes', Uint8Array.of(0, 1, 2, 3, 250, 251, 252), 'QR_IMAGE_UNKNOWN'],
    ['large.png', new Uint8Array(33_554_433), 'CLI_FILE_TOO_LARGE'],
  ])('says what is wrong with %s', async (file, entry, code) => {
    const files = entry === undefined ? filesOf({}) : filesOf({ [file]: entry })
    for (const lang of ['en', 'pt-br']) {
      const { exitCode, stdout, stderr } = await capture(['read', file, '--lang', lang], { files })
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toContain(`: ${file}: `)
      expect(stderr).toContain('→')
    }
    const json = await capture(['read', file, '--json'], { files })
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, codes: [], issues: [{ code, path: [file] }] })
    expect(json.stderr).toBe('')
  })

  it('reads every picture, whatever is wrong with one', async () => {
    const files = filesOf({ 'a.png': pictureOf(STATIC), 'b.gif': ascii('GIF89a'), 'c.png': pictureOf(DYNAMIC) })
    const { exitCode, stdout, stderr } = await capture(['read', 'a.png', 'b.gif', 'c.png'], { files })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^── a\.png\n[^]*\n\n── c\.png\n/)
    expect(stderr).toMatch(/^erro: b\.gif: /)
    const json = JSON.parse((await capture(['read', 'a.png', 'b.gif', 'c.png', '--json'], { files })).stdout)
    expect(json).toMatchObject({
      ok: false,
      codes: [
        { file: 'a.png', ok: true, text: STATIC, code: { kind: 'static' } },
        { file: 'c.png', ok: true, text: DYNAMIC, code: { kind: 'dynamic' } },
      ],
      issues: [{ path: ['b.gif'] }],
    })
  })

  it('calls standard input by its name', async () => {
    expect((await capture(['read', '-', '--lang', 'en'], { stdin: 'x' })).stderr).toMatch(/^error: standard input: /)
    const json = JSON.parse((await capture(['read', '--json'], { stdin: 'x' })).stdout)
    expect(json).toMatchObject({ issues: [{ code: 'CLI_NOT_A_PICTURE', path: ['-'] }] })
  })

  it('does not take the text of a code for the name of a file', async () => {
    const { exitCode, stdout, stderr } = await capture(['read', STATIC, '--lang', 'en'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('pix decode')
    expect(stderr).not.toContain(STATIC)
  })

  it.each<[string[], string, string | undefined]>([
    [[], 'CLI_ARGUMENT_MISSING', undefined],
    [['-'], 'CLI_PICTURE_ON_TERMINAL', undefined],
    [['-', '-'], 'CLI_ARGUMENT_UNEXPECTED', ''],
    [['--strick', 'a.png'], 'CLI_OPTION_UNKNOWN', undefined],
  ])('refuses the call %j', async (argv, code, stdin) => {
    const { exitCode, stdout } = await capture(['read', ...argv, '--json'], { stdin })
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, code])
  })
})
