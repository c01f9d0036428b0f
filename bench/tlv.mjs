/**
 * The parts under reader and writer: TLV and checksum. With `--against DIR` also those of another built checkout.
 *
 * @module
 */
import { deepEqual, equal } from 'node:assert/strict'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as emv from '@pixkit/emv'
import { DYNAMIC_CODES } from './lib/codes.mjs'
import { compare } from './lib/compare.mjs'

const { against } = parseArgs({ options: { against: { type: 'string' } } }).values
const sides = { 'this checkout': emv }
if (against !== undefined) {
  sides['the other'] = await import(pathToFileURL(resolve(against, 'packages/emv/dist/index.js')).href)
}

const trees = DYNAMIC_CODES.map((code) => emv.parseTlv(code))
const covered = DYNAMIC_CODES.map((code) => Buffer.from(code.slice(0, -4)).toString())
for (const [n, code] of DYNAMIC_CODES.entries()) {
  for (const side of Object.values(sides)) {
    deepEqual(side.parseTlv(code), trees[n])
    equal(side.buildTlv(trees[n]), code)
    equal(side.crc16(covered[n]), code.slice(-4))
  }
}

measure('parseTlv', DYNAMIC_CODES)
measure('buildTlv', trees)
measure('crc16', covered)

function measure(name, list) {
  const functions = Object.fromEntries(Object.entries(sides).map(([side, module]) => [side, module[name]]))
  const inputs = Object.fromEntries(Object.keys(sides).map((side) => [side, list]))
  compare(`${name}, ${DYNAMIC_CODES[0].length} characters`, functions, inputs)
}
