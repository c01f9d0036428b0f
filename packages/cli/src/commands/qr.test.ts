import { encodeQr, renderPng, renderSvg, renderTerminal } from '@pixkit/qr'
import { describe, expect, it } from 'vitest'
import { capture, type Entry } from '../../test/capture.ts'

// Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.3.
const CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const WRONG_CRC = CODE.replace(/1D3D$/, '1D3E')
/** City with an accent: a warning. */
const ACCENT =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASÍLIA62070503***6304B4F6'
const OLD = Uint8Array.of(1, 2, 3)

function textOf(entry: Entry | undefined): string {
  return entry instanceof Uint8Array ? new TextDecoder().decode(entry) : String(entry)
}

describe('pix qr', () => {
  it('draws on a terminal, with colours of its own', async () => {
    const drawing = renderTerminal(encodeQr(CODE))
    expect(await capture(['qr', CODE], { columns: 80 })).toEqual({ exitCode: 0, stdout: drawing, stderr: '' })
    expect((await capture(['qr', CODE, '--color'])).stdout).toBe(drawing)
  })

  it('draws blocks only where colours are unwanted: light ones on a terminal, dark ones in a file', async () => {
    const env = { NO_COLOR: '1' }
    const dark = renderTerminal(encodeQr(CODE), { ground: 'dark' })
    expect((await capture(['qr', CODE], { columns: 80, env })).stdout).toBe(dark)
    const light = renderTerminal(encodeQr(CODE), { ground: 'light' })
    expect((await capture(['qr', CODE])).stdout).toBe(light)
    expect((await capture(['qr', CODE, '--ground', 'dark'])).stdout).toBe(dark)
    expect((await capture(['qr', CODE, '--ground', 'light'], { columns: 80 })).stdout).toBe(light)
  })

  it('refuses a terminal that is too narrow, with what to do', async () => {
    const { exitCode, stdout, stderr } = await capture(['qr', CODE, '--lang', 'en'], { columns: 52 })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('52 columns')
    expect(stderr).toContain('--png FILE')
    const smaller = ['qr', CODE, '--quiet-zone', '2']
    expect((await capture(smaller, { columns: 49 })).exitCode).toBe(0)
    expect((await capture(smaller, { columns: 48 })).exitCode).toBe(1)
  })

  it('writes files, and says so', async () => {
    const files = new Map<string, Entry>()
    const argv = ['qr', CODE, '--svg', 'pix.svg', '--png', 'pix.png', '--level', 'Q', '--lang', 'en']
    expect(await capture(argv, { files })).toEqual({
      exitCode: 0,
      stdout:
        '✓ pix.svg: SVG, version 8, level Q, 49 × 49 modules\n✓ pix.png: PNG, version 8, level Q, 456 × 456 pixels\n',
      stderr: '',
    })
    const matrix = encodeQr(CODE, { level: 'Q' })
    expect(textOf(files.get('pix.svg'))).toBe(`${renderSvg(matrix)}\n`)
    expect(files.get('pix.png')).toEqual(renderPng(matrix))
  })

  it('takes every option over', async () => {
    const files = new Map<string, Entry>()
    const common = ['--quiet-zone', '2', '--foreground', '#004d40', '--background', 'transparent']
    const symbol = ['--symbol-version', '12', '--mask', '3']
    const own = ['--svg', 'a.svg', '--size', '300', '--title', 'Pix & cia', '--png', 'a.png', '--scale', '3']
    expect((await capture(['qr', CODE, ...common, ...symbol, ...own], { files })).exitCode).toBe(0)
    const matrix = encodeQr(CODE, { version: 12, mask: 3 })
    const colors = { quietZone: 2, color: '#004d40', background: 'transparent' }
    const svg = renderSvg(matrix, { ...colors, size: 300, title: 'Pix & cia' })
    expect(textOf(files.get('a.svg'))).toBe(`${svg}\n`)
    expect(files.get('a.png')).toEqual(renderPng(matrix, { ...colors, scale: 3 }))
  })

  it('draws the code without the white space around it', async () => {
    const expected = await capture(['qr', CODE])
    expect(await capture(['qr', ` ${CODE}\n`])).toEqual(expected)
    expect(await capture(['qr', '-'], { stdin: `\ufeff${CODE}\r\n` })).toEqual(expected)
    expect(await capture(['qr'], { stdin: CODE })).toEqual(expected)
    expect(await capture(['qr', ...CODE.split(' ')])).toEqual(expected)
  })

  it.each([
    ['en', 'exists already', '--force'],
    ['pt-br', 'já existe', '--force'],
  ])('leaves a file that exists as it is: %s', async (lang, sentence, remedy) => {
    const files = new Map<string, Entry>([['pix.svg', OLD]])
    const argv = ['qr', CODE, '--svg', 'pix.svg', '--png', 'pix.png', '--lang', lang]
    const { exitCode, stdout, stderr } = await capture(argv, { files })
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`pix.svg ${sentence}`)
    expect(stderr).toContain(remedy)
    expect(files.get('pix.svg')).toBe(OLD)
    // The other one does not suffer.
    expect(stdout).toContain('✓ pix.png')
    expect(files.has('pix.png')).toBe(true)
  })

  it('replaces a file with --force', async () => {
    const files = new Map<string, Entry>([['pix.svg', OLD]])
    const argv = ['qr', CODE, '--svg', 'pix.svg', '--force']
    expect((await capture(argv, { files })).exitCode).toBe(0)
    expect(textOf(files.get('pix.svg'))).toMatch(/^<svg/)
  })

  it.each<[string, Entry | undefined, string[], string, string]>([
    ['folder', 'EISDIR', [], 'CLI_FILE_EXISTS', ''],
    ['folder', 'EISDIR', ['--force'], 'CLI_FILE_UNWRITABLE', 'EISDIR'],
    ['secret', 'EACCES', ['--force'], 'CLI_FILE_UNWRITABLE', 'EACCES'],
    ['nowhere/', undefined, [], 'CLI_FILE_UNWRITABLE', 'ENOENT'],
  ])('says why it cannot write %s, %s %j', async (file, entry, options, code, cause) => {
    const files = new Map<string, Entry>(entry === undefined ? [] : [[file, entry]])
    const argv = ['qr', CODE, '--png', file, ...options]
    const { exitCode, stdout, stderr } = await capture(argv, { files })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain(file)
    expect(stderr).toContain(cause)
    const json = JSON.parse((await capture([...argv, '--json'], { files })).stdout)
    expect(json).toMatchObject({ ok: false, files: [], issues: [{ code, severity: 'error', params: { file } }] })
  })

  it('writes one picture to standard output, and nothing beside it', async () => {
    const matrix = encodeQr(CODE)
    const svg = await capture(['qr', CODE, '--svg', '-', '--png', 'pix.png', '--lang', 'en'])
    expect(svg.stdout).toBe(`${renderSvg(matrix)}\n`)
    expect(svg.stderr).toMatch(/^✓ pix\.png: /)
    const png = await capture(['qr', CODE, '--png', '-'])
    expect(png).toEqual({ exitCode: 0, stdout: '', stderr: '', bytes: renderPng(matrix) })
    // An SVG is text: a terminal may show it.
    expect((await capture(['qr', CODE, '--svg', '-'], { columns: 80 })).stdout).toBe(svg.stdout)
  })

  it.each<[string[], string, object]>([
    [['--png', '-', '--svg', '-'], 'CLI_OPTION_CONFLICT', { option: '--svg -', other: '--png -' }],
    [['--png', 'a', '--svg', 'a'], 'CLI_OPTION_CONFLICT', { option: '--svg a', other: '--png a' }],
    [['--svg', '-', '--json'], 'CLI_OPTION_CONFLICT', { option: '--svg -', other: '--json' }],
    [['--svg', 'a', '--ground', 'dark'], 'CLI_OPTION_CONFLICT', { option: '--ground', other: '--svg' }],
    [['--scale', '4'], 'CLI_OPTION_NEEDS', { option: '--scale', needed: '--png' }],
    [['--svg', 'a', '--scale', '4'], 'CLI_OPTION_NEEDS', { option: '--scale', needed: '--png' }],
    [['--size', '4'], 'CLI_OPTION_NEEDS', { option: '--size', needed: '--svg' }],
    [['--title', 'x', '--png', 'a'], 'CLI_OPTION_NEEDS', { option: '--title', needed: '--svg' }],
    [['--foreground', '#000'], 'CLI_OPTION_NEEDS', { option: '--foreground', needed: '--svg | --png' }],
    [['--svg', ''], 'CLI_OPTION_VALUE_MISSING', { option: '--svg' }],
    [['--svg', 'a', '--color', '#123'], 'CLI_OPTION_VALUE_UNEXPECTED', { suggestion: '--foreground' }],
    [['--level', 'q'], 'CLI_OPTION_CHOICE', { suggestion: 'Q' }],
    [['--level', 'x'], 'CLI_OPTION_CHOICE', { choices: 'L, M, Q, H' }],
    [['--margin', '2'], 'CLI_OPTION_UNKNOWN', { suggestion: '--quiet-zone' }],
    [['--quietzone', '2'], 'CLI_OPTION_UNKNOWN', { suggestion: '--quiet-zone' }],
    [['--sgv', 'a'], 'CLI_OPTION_UNKNOWN', { suggestion: '--svg' }],
  ])('refuses the call %j', async (options, code, params) => {
    const files = new Map<string, Entry>()
    const argv = ['qr', CODE, ...options]
    const { exitCode, stdout } = await capture([...argv, '--json'], { files })
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout).issues).toContainEqual(expect.objectContaining({ code, path: [] }))
    const issue = JSON.parse(stdout).issues.find((found: { code: string }) => found.code === code)
    expect(issue.params).toMatchObject(params)
    expect(files.size).toBe(0)
  })

  it('shows everything that is wrong with a call', async () => {
    const { stdout } = await capture(['qr', CODE, '--scale', '2', '--size', '9', '--title', 'x', '--json'])
    expect(JSON.parse(stdout).issues).toHaveLength(3)
  })

  it('does not put the bytes of a PNG on a terminal', async () => {
    const { exitCode, stdout, stderr, bytes } = await capture(['qr', CODE, '--png', '-'], { columns: 80 })
    expect({ exitCode, stdout, bytes }).toEqual({ exitCode: 2, stdout: '', bytes: undefined })
    expect(stderr).toContain('terminal')
  })

  it.each<[string[], string, string, string]>([
    [['--mask', '8'], 'QR_OPTION_INVALID', '--mask', 'mask'],
    [['--mask', '0x1'], 'QR_OPTION_INVALID', '--mask', 'mask'],
    [['--quiet-zone', '1.5'], 'QR_OPTION_INVALID', '--quiet-zone', 'quiet-zone'],
    [['--quiet-zone='], 'QR_OPTION_INVALID', '--quiet-zone', 'quiet-zone'],
    [['--symbol-version', '41'], 'QR_OPTION_INVALID', '--symbol-version', 'symbol-version'],
    [['--symbol-version', '2'], 'QR_VERSION_TOO_SMALL', '--symbol-version', 'symbol-version'],
    [['--png', 'a', '--scale', '65'], 'QR_OPTION_INVALID', '--scale', 'scale'],
    [['--svg', 'a', '--size', '-0'], 'CLI_OPTION_VALUE_MISSING', '--size', ''],
    [['--svg', 'a', '--foreground', 'red'], 'QR_COLOR_FORMAT', '--foreground', 'foreground'],
    [['--svg', 'a', '--background', 'red'], 'QR_COLOR_FORMAT', '--background', 'background'],
    [['--png', 'a', '--foreground', '#eee'], 'QR_CONTRAST_LOW', '--foreground', 'foreground'],
  ])('calls an option by its name here: %j', async (options, code, flag, path) => {
    const files = new Map<string, Entry>()
    const { exitCode, stdout, stderr } = await capture(['qr', CODE, ...options], { files })
    expect({ exitCode, stdout, files: files.size }).toEqual({ exitCode: 2, stdout: '', files: 0 })
    expect(stderr).toContain(flag)
    const { issues } = JSON.parse((await capture(['qr', CODE, ...options, '--json'], { files })).stdout)
    expect(issues).toMatchObject([{ code, path: path === '' ? [] : [path] }])
  })

  it('reports a fault of SVG and PNG once, and those of each', async () => {
    const bad = ['--svg', 'a', '--png', 'b', '--foreground', 'red']
    expect(JSON.parse((await capture(['qr', CODE, ...bad, '--json'])).stdout).issues).toHaveLength(1)
    const both = ['--svg', 'a', '--png', 'b', '--size', '0', '--scale', '0']
    expect(JSON.parse((await capture(['qr', CODE, ...both, '--json'])).stdout).issues).toHaveLength(2)
  })

  it('does not draw a code with errors', async () => {
    const files = new Map<string, Entry>()
    const { exitCode, stdout, stderr } = await capture(['qr', WRONG_CRC, '--png', 'a', '--lang', 'en'], { files })
    expect({ exitCode, stdout, files: files.size }).toEqual({ exitCode: 1, stdout: '', files: 0 })
    expect(stderr).toContain('1D3D')
    expect(stderr).toContain('pix decode')
    const json = JSON.parse((await capture(['qr', WRONG_CRC, '--json'])).stdout)
    expect(json).toMatchObject({ ok: false, issues: [{ code: 'BRCODE_CRC_MISMATCH', path: ['63'] }] })
  })

  it('finds the code among other text, and offers the call', async () => {
    const { exitCode, stderr } = await capture(['qr', `Segue o Pix: ${CODE} obrigado`])
    expect(exitCode).toBe(1)
    expect(/pix qr '(.*)'/.exec(stderr)?.[1]).toBe(CODE)
    expect(stderr).not.toContain('pix decode')
  })

  it.each(['en', 'pt-br'])('offers --any for what is no code: %s', async (lang) => {
    const { exitCode, stdout, stderr } = await capture(['qr', 'https://example.com', '--lang', lang])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('--any')
    expect((await capture(['qr', ' ', '--lang', lang])).stderr).not.toContain('pix decode')
  })

  it('draws any text with --any, as it is', async () => {
    const drawing = renderTerminal(encodeQr(' olá '), { ground: 'light' })
    expect(await capture(['qr', '--any', ' olá '])).toEqual({ exitCode: 0, stdout: drawing, stderr: '' })
    expect((await capture(['qr', '--any'], { stdin: ' olá \n' })).stdout).toBe(drawing)
    expect((await capture(['qr', '--any', '-'], { stdin: ' olá \r\n' })).stdout).toBe(drawing)
    expect((await capture(['qr', '--any', WRONG_CRC])).exitCode).toBe(0)
    expect((await capture(['qr', '--any', ''])).exitCode).toBe(1)
    expect((await capture(['qr', '--any', 'x'.repeat(5000)])).exitCode).toBe(1)
    expect((await capture(['qr', '--any', 'two', 'words'])).exitCode).toBe(2)
  })

  it('tells warnings and draws', async () => {
    const { exitCode, stdout, stderr } = await capture(['qr', ACCENT, '--lang', 'en'])
    expect([exitCode, stdout]).toEqual([0, renderTerminal(encodeQr(ACCENT), { ground: 'light' })])
    expect(stderr).toMatch(/^warning: /)
    const json = JSON.parse((await capture(['qr', ACCENT, '--json'])).stdout)
    expect(json).toMatchObject({ ok: true, issues: [{ severity: 'warning' }] })
  })

  it('gives the modules as JSON, or what was written', async () => {
    const matrix = encodeQr(CODE)
    const { version, level, mask, size, modules } = matrix
    const { symbol, ...rest } = JSON.parse((await capture(['qr', CODE, '--json'], { columns: 20 })).stdout)
    expect(rest).toEqual({ ok: true, files: [], issues: [] })
    expect(symbol).toEqual({ version, level, mask, size, modules: expect.any(Array) })
    expect(symbol.modules.join('')).toBe(modules.join(''))
    const written = JSON.parse((await capture(['qr', CODE, '--png', 'a.png', '--json'])).stdout)
    expect(written).toEqual({
      ok: true,
      symbol: { version, level, mask, size },
      files: [{ format: 'png', file: 'a.png', bytes: renderPng(matrix).length }],
      issues: [],
    })
  })

  it('tells a person at a terminal what it waits for', async () => {
    expect((await capture(['qr', '-'])).stderr).toMatch(/^Cole o código/)
    expect((await capture(['qr', '--any', '-'])).stderr).toMatch(/^Digite o texto/)
    expect((await capture(['qr'])).exitCode).toBe(2)
  })

  it('lets no control of a file name reach the terminal', async () => {
    const file = 'a\u001b[2J\u202e.svg'
    for (const files of [new Map<string, Entry>(), new Map<string, Entry>([[file, OLD]])]) {
      for (const options of [[], ['--json']]) {
        const { stdout, stderr } = await capture(['qr', CODE, '--svg', file, ...options], { files })
        expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
      }
    }
  })
})
