// The command as npm installs it: both names, standard input, files, pictures, and the three exit codes.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const GOOD =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const BAD = `${GOOD.slice(0, -4)}FFFF`

const folder = mkdtempSync(join(tmpdir(), 'pixkit-cli-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

for (const name of ['pix', 'pixkit']) {
  const bin = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
  const run = (/** @type {string[]} */ args, input = '') => {
    const { status, stdout, stderr, error } = spawnSync(bin, args, { input, encoding: 'utf8' })
    assert.ifError(error)
    return { status, stdout, stderr, shown: `${name} ${args.join(' ')}\n${stdout}${stderr}` }
  }
  const help = run(['--help'])
  assert.equal(help.status, 0, help.shown)
  assert.match(help.stdout, /decode/)

  for (const good of [run(['decode', GOOD]), run(['decode'], `${GOOD}\n`)]) {
    assert.equal(good.status, 0, good.shown)
    assert.match(good.stdout, /Fulano de Tal/)
  }
  const json = run(['decode', '--json', GOOD])
  assert.equal(json.status, 0, json.shown)
  assert.equal(typeof JSON.parse(json.stdout), 'object')

  const bad = run(['decode', BAD])
  assert.equal(bad.status, 1, bad.shown)
  assert.match(bad.stdout + bad.stderr, /1D3D/)

  const svg = run(['qr', '--svg', '-', GOOD])
  assert.equal(svg.status, 0, svg.shown)
  assert.match(svg.stdout, /^<svg /)

  const png = join(folder, `${name}.png`)
  const drawn = run(['qr', '--png', png, GOOD])
  assert.equal(drawn.status, 0, drawn.shown)
  const again = run(['qr', '--png', png, GOOD])
  assert.equal(again.status, 1, again.shown)
  const read = run(['read', png])
  assert.equal(read.status, 0, read.shown)
  assert.equal(read.stdout.split('\n')[0], GOOD)

  // Bytes arrive as they are.
  const printed = spawnSync(bin, ['qr', '--png', '-', GOOD])
  assert.deepEqual(printed.stdout, readFileSync(png))
  const piped = spawnSync(bin, ['read', '--json', '-'], { input: printed.stdout, encoding: 'utf8' })
  assert.equal(piped.status, 0, piped.stdout + piped.stderr)
  assert.equal(JSON.parse(piped.stdout).codes[0].text, GOOD)

  // Keys are for their owner alone, also in the place of a file that was not.
  const certs = join(folder, `${name}-certs`)
  const made = run(['cert', 'new-ca', '--out', certs])
  assert.equal(made.status, 0, made.shown)
  const keyFile = join(certs, 'client.key')
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  chmodSync(keyFile, 0o644)
  const bundle = join(certs, 'client.p12')
  const converted = run([
    'cert',
    'convert',
    bundle,
    '--to',
    'pem',
    '--out',
    join(certs, 'c.pem'),
    '--key-out',
    keyFile,
    '--force',
  ])
  assert.equal(converted.status, 0, converted.shown)
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  const matched = run(['cert', 'match', join(certs, 'client.pem'), keyFile])
  assert.equal(matched.status, 0, matched.shown)
  const strangers = run(['doctor', '--cert', join(certs, 'client.pem'), '--key', join(certs, 'server.key')])
  assert.equal(strangers.status, 1, strangers.shown)
  assert.match(strangers.stdout, /CERTS_FOUND_KEY_MISMATCH/)

  for (const args of [['decode', '--no-such-option', GOOD], ['no-such-command']]) {
    const wrong = run(args)
    assert.equal(wrong.status, 2, wrong.shown)
  }
}
