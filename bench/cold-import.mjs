/**
 * Cold import: what a program pays before its first code, each time in a new process.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { median, ratio } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const ROUNDS = 31
const CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const KEY = '123e4567-e12b-12d1-a456-426655440000'
const NAMES = `merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA'`
const PIXKIT = `m.buildBrCode({ kind: 'static', chave: '${KEY}', ${NAMES} }), m.parseBrCode('${CODE}').chave`
const BRAZILIAN_UTILS = `m.generatePixPayload({ key: '${KEY}', ${NAMES} }), m.getPixPayloadInfo('${CODE}').key`

/** Modules to import, and an expression that writes and reads one code: the text, the key. */
const CANDIDATES = {
  '@pixkit/brcode': { modules: ['@pixkit/brcode'], use: PIXKIT },
  '@pixkit/brcode/build-brcode, /parse-brcode': {
    modules: ['@pixkit/brcode/build-brcode', '@pixkit/brcode/parse-brcode'],
    use: PIXKIT,
  },
  '@brazilian-utils/…/generate-pix-payload, /get-pix-payload-info': {
    modules: [
      '@brazilian-utils/brazilian-utils/generate-pix-payload',
      '@brazilian-utils/brazilian-utils/get-pix-payload-info',
    ],
    use: BRAZILIAN_UTILS,
  },
  'pix-utils': {
    modules: ['pix-utils'],
    use: `m.createStaticPix({ pixKey: '${KEY}', ${NAMES} }).toBRCode(), m.parsePix('${CODE}').pixKey`,
  },
  'node alone': { modules: [], use: `'${CODE}', '${KEY}'` },
}

const names = Object.keys(CANDIDATES)
const columns = { import: {}, ready: {}, process: {} }
for (const name of names) for (const column of Object.values(columns)) column[name] = []
for (const name of names) measure(name)
for (let round = 0; round < ROUNDS; round++) {
  for (const name of round % 2 === 0 ? names : names.toReversed()) {
    const times = measure(name)
    for (const column of Object.keys(columns)) columns[column][name].push(times[column])
  }
}

const [first] = names
const rows = names.map((name) => [
  name,
  ...Object.values(columns).flatMap((column) => [
    median(column[name]).toFixed(1),
    name === 'node alone' && column !== columns.process ? '–' : ratio(column[name], column[first]),
  ]),
])
printTable(
  `cold import, ${ROUNDS} processes each`,
  ['', 'import ms', '÷', 'first write and read done ms', '÷', 'whole process ms', '÷'],
  rows,
  `÷ is the quotient by ${first}`,
)

function measure(name) {
  const { modules, use } = CANDIDATES[name]
  // The clock starts before the import and is read again after it and after the first use.
  const script = `
    const start = performance.now()
    const m = Object.assign({}, ...(await Promise.all([${modules.map((module) => `import('${module}')`).join()}])))
    const imported = performance.now()
    const used = [${use}]
    const ready = performance.now()
    console.log(JSON.stringify([imported - start, ready - start, ...used]))`
  const start = performance.now()
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  const elapsed = performance.now() - start
  const [imported, ready, text, key] = JSON.parse(output)
  // pix-utils writes the name in capitals: compare without letter case and checksum.
  if (text.slice(0, -4).toUpperCase() !== CODE.slice(0, -4).toUpperCase() || key !== KEY) throw new Error(name)
  return { import: imported, ready, process: elapsed }
}
