import { buildBrCode } from '@pixkit/brcode'
import { TOLERANCES } from '@pixkit/payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { toPem } from '@pixkit/certs'
import { cobPayload, createPayloadWorld, type PayloadWorld } from '../../../../tests/lib/payload-fixture.ts'
import { COBV, instant, REC } from '../../../../tests/lib/sample-payloads.ts'
import { capture, type Captured, type Entry, type World } from '../../test/capture.ts'
import type { Io } from '../io.ts'
import { en } from '../texts/en.ts'
import { texts as ptBr } from '../texts/pt-br.ts'

let bank: PayloadWorld
let code: string

beforeAll(async () => {
  bank = await createPayloadWorld({ alg: 'ES256' })
  code = buildBrCode({ kind: 'dynamic', location: bank.location, merchantName: 'Padaria', merchantCity: 'Recife' })
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a bank serves by URL, and the URLs that were asked for. */
function serve(answers: Readonly<Record<string, string>>): {
  network: NonNullable<Io['network']>
  asked: string[]
  closed: () => number
} {
  const asked: string[] = []
  let closed = 0
  return {
    asked,
    closed: () => closed,
    network: {
      openBank: () => Promise.reject(new Error('no bank is asked')),
      async open() {
        const transport = async ({ url }: { url: string }) => {
          asked.push(url)
          const body = answers[url.split('?')[0] ?? '']
          if (body === undefined) return { status: 404, headers: {}, body: bytes('') }
          return { status: 200, headers: { 'content-type': 'application/jose' }, body: bytes(body) }
        }
        return Object.assign(transport, { [Symbol.asyncDispose]: async () => void (closed += 1) })
      },
    },
  }
}

function online(jws = bank.sign()): ReturnType<typeof serve> {
  return serve({ [`https://${bank.location}`]: jws, [bank.jku]: JSON.stringify(bank.jwks()) })
}

function files(more: Readonly<Record<string, string>> = {}): Map<string, Entry> {
  const all = { 'raiz.pem': toPem(bank.root.certificate), 'hosts.txt': `# CERTQRC\n${bank.host}\n`, ...more }
  return new Map(Object.entries(all).map(([name, text]) => [name, bytes(text)]))
}

function verify(argv: readonly string[], world: World = {}): Promise<Captured> {
  return capture(['verify', '--ca', 'raiz.pem', ...argv], { files: files(), now: () => bank.now, ...world })
}

const ticks = (stdout: string): string[] => Array.from(stdout.matchAll(/^[✓✗!-] /gm), ([mark]) => mark.trim())

describe('pix verify', () => {
  it('proves the charge of a code, step by step, and shows it only then', async () => {
    const { network, asked, closed } = online()
    const { exitCode, stdout, stderr } = await verify([code, '--host-list', 'hosts.txt'], { network })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout.indexOf('✓ a assinatura confere com o texto e a chave')).toBeLessThan(stdout.indexOf('R$ 37,00'))
    expect(stdout).toMatch(/^Chave Pix {2,}c2a8a0f4-5d8b-4b1a-9d0e-3a7d1f6f2b11$/m)
    expect(stdout).toMatch(/^Informação adicional {2,}Mesa: 4$/m)
    expect(stdout).toMatch(/^· Consulte a chave no DICT/m)
    expect(stdout).toContain(ptBr.verdictVerified.replace('{host}', bank.host))
    expect(asked).toEqual([`https://${bank.location}`, bank.jku])
    expect(closed()).toBe(1)
  })

  it('takes a location, with its scheme too, and says that the host was not checked', async () => {
    for (const location of [bank.location, `https://${bank.location}`]) {
      const { exitCode, stdout } = await verify([location, '--lang', 'en'], online())
      expect(exitCode).toBe(0)
      expect(stdout).toMatch(/^- the host is on the list of authorised hosts: not checked$/m)
      expect(stdout).toContain(`! ${en.verdictVerifiedUnlisted.replace('{host}', bank.host).slice(0, 50)}`)
    }
  })

  it.each([
    ['a signature of another payload', 'PAYLOAD_SIGNATURE', 'verdictNotVerified', () => tampered(bank.sign())],
    [
      'a paid charge',
      'PAYLOAD_STATUS',
      'verdictRefusedSigned',
      () => bank.sign(cobPayload(bank.now, { status: 'CONCLUIDA' })),
    ],
    [
      'a charge of yesterday',
      'PAYLOAD_EXPIRED',
      'verdictRefusedSigned',
      () => bank.sign(cobPayload(bank.now - 86_400_000)),
    ],
    ['no algorithm', 'PAYLOAD_ALG', 'verdictNotVerified', () => bank.sign(undefined, { header: { alg: 'none' } })],
  ] as const)('refuses %s, with a cross at the step and what to do', async (_, reason, verdict, sign) => {
    const { exitCode, stdout, stderr } = await verify([code, '--lang', 'en'], online(sign()))
    expect(exitCode).toBe(1)
    expect(ticks(stdout).at(-1)).toBe('✗')
    expect(stdout).not.toMatch(/37\.00|c2a8a0f4/)
    expect(stderr).toMatch(/→ [A-Z]/)
    expect(stderr).toContain(reason)
    expect(stderr).toContain(`✗ ${en[verdict]}`)
    const { stdout: json } = await verify([code, '--json'], online(sign()))
    expect(JSON.parse(json)).toMatchObject({ ok: false, parts: [], issues: [{ code: reason }] })
  })

  it('refuses a host that is not on the list, without asking it', async () => {
    const world = online()
    const { exitCode, stderr } = await verify([code, '--host-list', 'outros.txt'], {
      ...world,
      files: files({ 'outros.txt': 'pix.outro.example\n' }),
    })
    expect([exitCode, world.asked]).toEqual([1, []])
    expect(stderr).toContain('lista de autorizados')
  })

  it.each([
    ['an empty file', () => '', 'empty'],
    ['certificates without names', () => toPem(bank.root.certificate), 'empty'],
    ['URLs', () => '# CERTQRC\nhttps://pix.banco.example/\n', 'not-a-host'],
    ['JSON', () => '{"hosts":[]}', 'not-a-host'],
  ])('refuses %s as a list, and asks nobody', async (_, text, reason) => {
    const world = { ...online(), files: files({ 'bancos.txt': text() }) }
    const { exitCode, stdout } = await verify([code, '--host-list', 'bancos.txt', '--json'], world)
    expect([exitCode, world.asked]).toEqual([1, []])
    const { issues } = JSON.parse(stdout)
    expect(issues).toMatchObject([{ code: 'PAYLOAD_HOST_LIST', path: ['bancos.txt'], params: { reason } }])
  })

  it('takes the CERTQRC certificates as a list, and wants them of the server', async () => {
    const { exitCode, stdout } = await verify([code, '--host-list', 'certqrc.pem', '--json'], {
      ...online(),
      files: files({ 'certqrc.pem': toPem(bank.certificate) }),
    })
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'PAYLOAD_TLS' }])
  })

  it('says that a static code has nothing signed', async () => {
    const chave = 'fulano@padaria.example'
    const text = buildBrCode({ kind: 'static', chave, merchantName: 'Padaria', merchantCity: 'Recife' })
    const world = online()
    const { exitCode, stdout } = await verify([text], world)
    expect([exitCode, world.asked]).toEqual([1, []])
    expect(stdout).toMatch(/^· Confira o recebedor com cuidado: um código estático não traz assinatura/m)
    expect(stdout).toMatch(/^- Nada a provar/m)
  })

  it('verifies saved files without a network, as of the moment that is given', async () => {
    const saved = files({ 'jws.txt': `${bank.sign()}\n`, 'jwks.json': JSON.stringify(bank.jwks()) })
    const argv = ['--offline', 'jws.txt', 'jwks.json', '--at', new Date(bank.now).toISOString()]
    for (const subject of [code, bank.location]) {
      const { exitCode, stdout } = await verify([subject, ...argv], { files: saved, now: () => bank.now + 1e10 })
      expect(exitCode).toBe(0)
      expect(stdout).toContain('R$ 37,00')
    }
    const late = await verify([code, ...argv.slice(0, 3), '--json'], { files: saved, now: () => bank.now + 86_400_000 })
    expect(JSON.parse(late.stdout).issues).toMatchObject([{ code: 'PAYLOAD_EXPIRED' }])
  })

  it('wants the location of saved files, and only one', async () => {
    const { exitCode, stderr } = await verify(['--offline', 'jws.txt', 'jwks.json'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('CÓDIGO')
    const both = buildBrCode({
      kind: 'dynamic',
      location: bank.location,
      locationRec: `${bank.host}/rec/1234567890`,
      merchantName: 'Padaria',
      merchantCity: 'Recife',
    })
    const saved = files({ 'jws.txt': bank.sign(), 'jwks.json': '{}' })
    const ambiguous = await verify([both, '--offline', 'jws.txt', 'jwks.json', '--json'], { files: saved })
    expect([ambiguous.exitCode, JSON.parse(ambiguous.stdout).issues[0].code]).toEqual([2, 'CLI_LOCATION_AMBIGUOUS'])
  })

  it('claims no key of the host for saved files whose certificate does not name it', async () => {
    const nameless = await createPayloadWorld({ alg: 'ES256', hosts: null })
    const saved = files({
      'raiz.pem': toPem(nameless.root.certificate),
      'jws.txt': nameless.sign(),
      'jwks.json': JSON.stringify(nameless.jwks()),
    })
    const argv = [nameless.location, '--host-list', 'hosts.txt', '--offline', 'jws.txt', 'jwks.json']
    const { exitCode, stdout } = await verify(argv, { files: saved, columns: 500, env: { NO_COLOR: '1' } })
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`! ${ptBr.verdictVerifiedUnbound.replace('{host}', nameless.host)}`)
    expect(stdout).not.toContain(`✓ ${ptBr.verdictVerified.slice(0, 7)}`)
  })

  it('proves nothing of a static code by files of its recurrence', async () => {
    const text = buildBrCode({
      kind: 'static',
      chave: 'fulano@padaria.example',
      locationRec: `${bank.host}/rec/1234567890`,
      merchantName: 'Padaria',
      merchantCity: 'Recife',
    })
    const saved = files({ 'jws.txt': bank.sign(), 'jwks.json': JSON.stringify(bank.jwks()) })
    const { exitCode, stdout } = await verify([text, '--offline', 'jws.txt', 'jwks.json'], { files: saved })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`- ${ptBr.verdictNothingSigned}`)
    expect(stdout).not.toContain('✓')
  })

  it('takes the code of saved files from standard input', async () => {
    const saved = files({ 'jws.txt': bank.sign(), 'jwks.json': JSON.stringify(bank.jwks()) })
    for (const words of [[], ['-']]) {
      const argv = [...words, '--offline', 'jws.txt', 'jwks.json']
      expect((await verify(argv, { files: saved, stdin: `${code}\n` })).exitCode).toBe(0)
    }
  })

  it('says that saved files are in the wrong order, and which cannot be read', async () => {
    const saved = files({ 'jws.txt': bank.sign(), 'jwks.json': JSON.stringify(bank.jwks()) })
    const swapped = await verify([code, '--offline', 'jwks.json', 'jws.txt', '--json'], { files: saved })
    expect([swapped.exitCode, JSON.parse(swapped.stdout).issues[0].code]).toEqual([2, 'CLI_FILES_SWAPPED'])
    const missing = await verify([code, '--offline', 'nada.txt', 'jwks.json'], { files: saved })
    expect(missing.exitCode).toBe(1)
    expect(missing.stderr).toContain('nada.txt')
  })

  it.each([['fulano@padaria.example'], [''], ['localhost']])(
    'says that %j is neither a code nor a location',
    async (text) => {
      const { exitCode, stdout } = await verify([text, '--json'], online())
      expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([1, 'CLI_NOT_A_LOCATION'])
    },
  )

  it('takes files without --offline for arguments too many', async () => {
    expect((await verify([bank.location, 'jws.txt', 'jwks.json'], online())).exitCode).toBe(2)
  })

  it('shows the warnings that belong to no step, of two payloads that pay two receivers', async () => {
    const instants = { criacao: instant(bank.now - 60_000), apresentacao: instant(bank.now) }
    const cobv = {
      ...COBV,
      calendario: { ...COBV.calendario, ...instants, dataDeVencimento: '2026-12-10' },
      recebedor: { ...COBV.recebedor, cnpj: '11222333000181' },
      valor: { original: '10.00', multa: '0.20', final: '10.20' },
    }
    const rec = {
      ...REC,
      calendario: { ...REC.calendario, dataInicial: '2026-12-01' },
      atualizacao: [{ status: 'CRIADA', data: instants.criacao }],
    }
    const [location, locationRec] = [`${bank.host}/cobv/1234567890`, `${bank.host}/rec/1234567890`]
    const both = buildBrCode({
      kind: 'dynamic',
      location,
      locationRec,
      merchantName: 'Padaria',
      merchantCity: 'Recife',
    })
    const answers = {
      [`https://${location}`]: bank.sign(cobv),
      [`https://${locationRec}`]: bank.sign(rec),
      [bank.jku]: JSON.stringify(bank.jwks()),
    }
    const argv = [both, '--host-list', 'hosts.txt', '--lang', 'en']
    const { exitCode, stdout } = await verify(argv, serve(answers))
    expect(exitCode).toBe(0)
    expect(stdout).toContain('PAYLOAD_RULES')
    expect(stdout).toMatch(/^! .*warnings/m)
    expect(stdout).toMatch(/^Fine {2,}R\$ 0\.20$/m)
    const document = JSON.parse((await verify([...argv, '--json'], serve(answers))).stdout)
    expect(document.warnings).toMatchObject([{ code: 'PAYLOAD_RULES', params: { reason: 'receivers-differ' } }])
    const lost = await verify(argv, serve({ ...answers, [`https://${locationRec}`]: 'x' }))
    expect([lost.exitCode, lost.stdout.includes('PAYLOAD_BODY')]).toEqual([0, true])
    expect(lost.stdout).toMatch(/^! .*warnings/m)
  })

  it('shows what is paid where cash is taken, and until when', async () => {
    const agent = { modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678' }
    const troco = { ...agent, valor: '50.00', modalidadeAlteracao: 0 }
    const jws = bank.sign(cobPayload(bank.now, { valor: { original: '10.00', retirada: { troco } } }))
    const { stdout } = await verify([code], online(jws))
    expect(stdout).toMatch(/^Valor {2,}R\$ 60,00$/m)
    expect(stdout).toMatch(/^Compra {2,}R\$ 10,00$/m)
    expect(stdout).toMatch(/^Vale até {2,}2026-11-23 12:30:00 \(Brasília\)$/m)
  })

  it('gives the same as JSON', async () => {
    const { stdout, exitCode } = await verify([code, '--json', '--lang', 'en'], online())
    const document = JSON.parse(stdout)
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({
      ok: true,
      parts: [{ kind: 'cob', payload: { valor: { original: '37.00' } }, proof: { alg: 'ES256', host: bank.host } }],
      issues: [],
    })
    expect(document.steps[0]).toEqual({ step: 'LOCATION_SYNTAX', subject: 'charge', outcome: 'passed', issues: [] })
    expect(document.remaining[0].sentence).toMatch(/[a-z]\.$/)
  })

  it('escapes what a terminal would obey, and lets no text of the payload pass for a field', async () => {
    const infoAdicionais = [{ nome: 'Valor', valor: '\u001b[2JR$ 1,00\u202e' }]
    const { stdout } = await verify([code], online(bank.sign(cobPayload(bank.now, { infoAdicionais }))))
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
    expect(stdout.match(/^Valor /gm)).toHaveLength(1)
  })

  it('lives with a defect by its name, and says so', async () => {
    const padded = bank.sign(undefined, { header: { x5t: `${String(bank.header['x5t'])}=` } })
    expect((await verify([code], online(padded))).exitCode).toBe(1)
    const { exitCode, stdout } = await verify([code, '--tolerate', 'jwk-alg,padded-thumbprint'], online(padded))
    expect(exitCode).toBe(0)
    expect(ticks(stdout)).toContain('!')
    const misspelt = await verify([code, '--tolerate', 'padded-thumbprints'], online())
    expect(misspelt.exitCode).toBe(2)
    expect(misspelt.stderr).toContain('padded-thumbprint?')
  })

  it('names every tolerance in its help', async () => {
    for (const lang of ['en', 'pt-br']) {
      const { stdout } = await capture(['verify', '--help', '--lang', lang])
      for (const name of TOLERANCES) expect(stdout).toContain(name)
    }
  })

  it.each([
    [['--at', 'ontem'], 2],
    [['--at', '2026-11-25'], 2],
    [['--dpp', '2026-13-01'], 1],
    [['--dpp', '01/12/2026'], 2],
    [['--cod-mun', '355030'], 2],
  ])('refuses %j', async (argv, exitCode) => {
    expect((await verify([code, ...argv], online())).exitCode).toBe(exitCode)
  })

  it('refuses files that hold no certificate, and says which', async () => {
    const world = { ...online(), files: files({ 'vazio.txt': 'nada' }) }
    const { exitCode, stderr } = await capture(['verify', code, '--ca', 'vazio.txt'], world)
    expect([exitCode, world.asked]).toEqual([1, []])
    expect(stderr).toContain('vazio.txt')
  })

  it('has no network where there is none', async () => {
    const { exitCode, stderr } = await verify([code])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('--offline')
  })
})

function tampered(jws: string): string {
  const [header = '', , signature = ''] = jws.split('.')
  const payload = Buffer.from(JSON.stringify(cobPayload(bank.now, { valor: { original: '0.01' } }))).toString(
    'base64url',
  )
  return `${header}.${payload}.${signature}`
}
