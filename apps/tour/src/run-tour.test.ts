import { buildBrCode, parseBrCode, safeParseBrCode } from '@pixkit/brcode'
import { crc16 } from '@pixkit/emv'
import { describe, expect, it } from 'vitest'
import { CHANGED_LETTER, HYPHENATED, PUBLISHED, WRONG_LENGTH } from './codes.ts'
import { type Pause, runTour } from './run-tour.ts'
import { STOPS } from './stops.ts'
import { en } from './texts/en.ts'
import { ptBr } from './texts/pt-br.ts'

async function tour(
  argv: readonly string[],
  { columns, pause, env }: { columns?: number; pause?: Pause; env?: Readonly<Record<string, string>> } = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = ''
  let stderr = ''
  const terminal = { isTTY: columns !== undefined, columns }
  const io = {
    stdin: { isTTY: true, async *read() {} },
    stdout: { ...terminal, write: (text: string) => void (stdout += text) },
    stderr: { ...terminal, write: (text: string) => void (stderr += text) },
    env: { NO_COLOR: '1', ...env },
    version: '0.0.0',
  }
  return { exitCode: await runTour(argv, io, pause), stdout, stderr }
}

/** What stands over the carets. */
function marked(stdout: string): string[] {
  const lines = stdout.split('\n')
  return lines.flatMap((line, index) => {
    const carets = /^ *(\^+)$/.exec(line)
    return carets === null ? [] : [lines[index - 1]?.slice(line.indexOf('^'), line.length) ?? '']
  })
}

describe('runTour', () => {
  it.each([['pt-br'], ['en']])('shows every stop in %s', async (lang) => {
    const { exitCode, stdout, stderr } = await tour(['--lang', lang])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    for (const { title } of STOPS) expect(stdout).toContain(lang === 'en' ? en[title] : ptBr[title])
  })

  it('keeps what it promises', async () => {
    const { stdout } = await tour([])
    // Read.
    expect(stdout).toContain('123e4567-e12b-12d1-a456-426655440000 (chave aleatória)')
    expect(stdout).toMatch(/^Location {2,}pix\.example\.com\/8b3da2f39a4140d1a91abd93113bd441$/m)
    // Proven, then forged.
    const [proven = '', forged = ''] = stdout
      .split(ptBr.verifyText.slice(0, 40))
      .slice(1)
      .join('')
      .split(ptBr.verifyTamper.slice(0, 40))
    expect(proven).toMatch(/^✓ Provado/m)
    expect(forged).toContain('PAYLOAD_SIGNATURE')
    expect(forged).not.toContain('a4f1c2d3')
    // The three jornadas.
    for (const jornada of ['jornada 2', 'jornada 3', 'jornada 4']) expect(stdout).toContain(jornada)
    // The faults, with the right characters marked.
    expect(marked(stdout)).toEqual(['1D3D', '6', '40', HYPHENATED.slice(86, 88), '64E4'])
    // Every published code came out as it went in.
    expect(stdout.match(/✓ \d+ bytes, idêntico/g)).toHaveLength(PUBLISHED.length)
    expect(stdout).not.toContain(ptBr.encodeDifferent)
    // Refused without the country, written with it.
    expect(stdout).toContain('+55')
    const written = /^000201.*6304[\dA-F]{4}$/m.exec(stdout)
    expect(parseBrCode(written?.[0] ?? '')).toMatchObject({ chave: '+5561912345678', transactionAmount: '25.90' })
    expect(stdout).toMatch(/^ *█▀▀▀▀▀█ .* █▀▀▀▀▀█ *$/m)
    // What keeps the bank from accepting the files, and then nothing.
    const [wrong = '', right = ''] = stdout
      .split(ptBr.doctorText.slice(0, 40))
      .slice(1)
      .join('')
      .split(ptBr.doctorAfter)
    expect(wrong).toContain('CERTS_FOUND_KEY_ELSEWHERE')
    expect(wrong).toContain('Use "APLICACAO.key" como chave.')
    expect(right).toContain('✓ Nos arquivos, nada impede o uso.')
  })

  it('stays within a narrow terminal, except for what is to be copied', async () => {
    const { stdout } = await tour([], { columns: 40 })
    const wide = stdout.split('\n').filter((line) => line.length > 40 && !/^(\$| {2}node|000201)/.test(line))
    expect(wide).toEqual([])
  })

  it('pauses between the stops, unless told not to, and ends when the visitor leaves', async () => {
    let pauses = 0
    const pause = (): Promise<boolean> => Promise.resolve(++pauses < 10)
    await tour([], { pause })
    expect(pauses).toBe(STOPS.length - 1)
    await tour(['--no-pause'], { pause })
    expect(pauses).toBe(STOPS.length - 1)
    const { exitCode, stdout } = await tour([], { pause: () => Promise.resolve(false) })
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain(ptBr.dynamicTitle)
  })

  it.each([
    [{ LANG: 'en_US.UTF-8' }, [], en],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'pt_BR.UTF-8' }, [], ptBr],
    [{ LC_ALL: 'en_GB.UTF-8' }, ['--lang', 'pt-br'], ptBr],
    [{ LANG: 'C' }, [], ptBr],
  ])('speaks as %j %j', async (env, argv, texts) => {
    expect((await tour(argv, { env })).stdout).toContain(texts.intro.slice(0, 20))
  })

  it.each([undefined, () => Promise.resolve(false)])('ends with a call that works in a clone', async (pause) => {
    const { stdout } = await tour([], pause === undefined ? {} : { pause })
    expect(stdout).toMatch(/^ {2}node packages\/cli\/dist\/main\.js decode '000201.*1D3D'$/m)
  })

  it('refuses unknown options and shows the usage', async () => {
    expect(await tour(['--nope'])).toMatchObject({ exitCode: 2, stdout: '' })
    expect((await tour(['--nope'], { env: { LANG: 'en_US.UTF-8' } })).stderr).toBe(`${en.usage}\n`)
    expect(await tour(['--lang', 'fr'])).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await tour(['--help'])).toMatchObject({ exitCode: 0, stderr: '' })
  })
})

describe('codes', () => {
  it.each(PUBLISHED)('section $section of the manual is read and written back', ({ code }) => {
    expect(buildBrCode(parseBrCode(code, { strict: true }))).toBe(code)
  })

  it.each([CHANGED_LETTER, WRONG_LENGTH, HYPHENATED])('%s is refused', (code) => {
    expect(PUBLISHED.map((published) => published.code)).not.toContain(code)
    expect(safeParseBrCode(code).ok).toBe(false)
  })

  it('the wrong length has a right checksum', () => {
    expect(crc16(WRONG_LENGTH.slice(0, -4))).toBe(WRONG_LENGTH.slice(-4))
  })

  it('speaks of the same things in both languages', () => {
    expect(Object.keys(ptBr)).toEqual(Object.keys(en))
  })
})
