// The command as npm installs it: both names, standard input, and the three exit codes.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const GOOD =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const BAD = `${GOOD.slice(0, -4)}FFFF`

for (const name of ['pix', 'pixkit']) {
  const run = (/** @type {string[]} */ args, input = '') => {
    const bin = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url))
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

  for (const args of [['decode', '--no-such-option', GOOD], ['no-such-command']]) {
    const wrong = run(args)
    assert.equal(wrong.status, 2, wrong.shown)
  }
}
