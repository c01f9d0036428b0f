/**
 * An authorised `cob.get` over mutual TLS, with the whole client and with parts of it, against `request()` of undici with the same header
 * and `JSON.parse`; and whether memory stays flat. The server is another process.
 *
 * @module
 */
import { deepEqual } from 'node:assert/strict'
import { fork } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createBacenClient } from '@pixkit/bacen'
import { bacen } from '@pixkit/bacen/profiles/bacen'
import { createCa, createClientIdentity, createServerIdentity, toPem, toPemPair } from '@pixkit/certs'
import { buildBrCode } from '@pixkit/brcode'
import { createNodeTransport } from '@pixkit/http-node'
import { bearerAuthorisation } from '@pixkit/http/bearer-authorisation'
import { createHttpClient } from '@pixkit/http/http-client'
import { createOAuthTokens } from '@pixkit/http/oauth-tokens'
import { Agent, request } from 'undici'
import { median } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const PAIRS = 21
const RUN_CALLS = 1500
const WARM_UP_CALLS = 4000
const MEMORY_CALLS = 100_000
const MEMORY_STEP = 10_000
const TXID = '33aa78afb4a64c1c9c2f3d0f7c1e2b54'
const TOKEN = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(600)}.${'b'.repeat(340)}`
const only = process.argv.slice(2)

const ca = await createCa()
const { cert, key } = toPemPair(await createServerIdentity(ca, ['localhost']))
const client = toPemPair(await createClientIdentity(ca))
const roots = toPem(ca.certificate)
const charge = JSON.stringify(cob())
const bank = fork(new URL('lib/mtls-bank.mjs', import.meta.url), { execArgv: [] })
bank.send({ cert, key, ca: roots, token: TOKEN, charge })
const port = await new Promise((resolve) => bank.once('message', resolve))
const origin = `https://localhost:${port}`
const url = `${origin}/api/v2/cob/${TXID}`

const agent = new Agent({ connect: { ...client, ca: roots } })
const headers = { authorization: `Bearer ${TOKEN}`, accept: 'application/json' }
const transport = createNodeTransport({ ...client, ca: roots })
const tokens = createOAuthTokens({
  transport,
  tokenUrl: `${origin}/oauth/token`,
  clientId: 'loja',
  clientSecret: 'segredo',
  shape: { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' },
  scopes: ['cob.read'],
})
const http = createHttpClient({ transport, authorisation: bearerAuthorisation(tokens) })
const clientOptions = {
  profile: bacen,
  ambiente: 'homologacao',
  overrides: { apiUrl: `${origin}/api/v2`, tokenUrl: `${origin}/oauth/token` },
  credentials: { clientId: 'loja', clientSecret: 'segredo' },
  scopes: ['cob.read'],
  transport,
}
const pix = createBacenClient(clientOptions)
const unchecked = createBacenClient({ ...clientOptions, mismatch: 'ignore' })

const contenders = {
  undici: async () => {
    const { body } = await request(url, { dispatcher: agent, headers })
    return JSON.parse(await body.text())
  },
  transport: async () => {
    const { body } = await transport({ method: 'GET', url, headers })
    return JSON.parse(new TextDecoder().decode(body))
  },
  'http client': async () => {
    const { body } = await http.call({
      operation: 'cob.get',
      method: 'GET',
      url,
      path: '/cob/{txid}',
      repeatable: true,
    })
    return body
  },
  'cob.get, code unchecked': () => unchecked.cob.get(TXID),
  'cob.get': () => pix.cob.get(TXID),
}

try {
  for (const call of Object.values(contenders)) deepEqual(await call(), JSON.parse(charge))
  if (only.length === 0 || only.includes('speed')) for (const inFlight of [10, 1]) await measureSpeed(inFlight)
  if (only.length === 0 || only.includes('memory')) await measureMemory()
} finally {
  await Promise.all([agent.close(), transport.close()])
  bank.kill()
}

/** Each contender in turn against undici, in opposite orders from pair to pair. */
async function measureSpeed(inFlight) {
  const { undici, ...others } = contenders
  for (const call of Object.values(contenders)) await run(call, WARM_UP_CALLS, inFlight)
  const rows = []
  for (const [name, call] of Object.entries(others)) {
    const rates = []
    const micros = { ours: [], theirs: [] }
    for (let pair = 0; pair < PAIRS; pair++) {
      const turns = [
        async () => micros.ours.push(await run(call, RUN_CALLS, inFlight)),
        async () => micros.theirs.push(await run(undici, RUN_CALLS, inFlight)),
      ]
      for (const turn of pair % 2 === 0 ? turns : turns.toReversed()) await turn()
      rates.push(micros.theirs[pair] / micros.ours[pair])
    }
    const sorted = rates.toSorted((a, b) => a - b)
    rows.push([
      name,
      median(micros.ours).toFixed(1),
      median(micros.theirs).toFixed(1),
      median(rates).toFixed(2),
      `${sorted[Math.floor(PAIRS / 4)].toFixed(2)} to ${sorted[Math.floor((3 * PAIRS) / 4)].toFixed(2)}`,
    ])
  }
  printTable(
    `Authorised GET over mTLS, ${inFlight} in flight, ${PAIRS} pairs of ${RUN_CALLS} calls`,
    ['', 'µs/call', 'undici, µs', 'rate ÷ undici', 'half of the pairs'],
    rows,
  )
}

/** Heap after collections, in steps of 10,000 calls. */
async function measureMemory() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const rows = []
  await run(contenders['cob.get'], MEMORY_STEP, 10)
  for (let calls = 0; calls <= MEMORY_CALLS; calls += MEMORY_STEP) {
    if (calls > 0) await run(contenders['cob.get'], MEMORY_STEP, 10)
    // What a finalizer lets go of, the next collection takes.
    for (let i = 0; i < 3; i++) {
      collect()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    rows.push([String(calls), ...[heapUsed, external, rss].map((bytes) => (bytes / 1024 / 1024).toFixed(2))])
  }
  printTable('Memory after so many calls of cob.get, 10 in flight', ['calls', 'heap, MiB', 'external', 'rss'], rows)
}

/** Microseconds of a call. */
async function run(call, count, inFlight) {
  let left = count
  const worker = async () => {
    while (left-- > 0) await call()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: inFlight }, worker))
  return ((performance.now() - start) * 1000) / count
}

/** People in it are invented. */
function cob() {
  const location = `pix.banco.example/qr/v2/${TXID}`
  return {
    calendario: { criacao: '2026-11-25T12:00:00.000Z', expiracao: 3600 },
    txid: TXID,
    revisao: 0,
    loc: { id: 789, location, tipoCob: 'cob', criacao: '2026-11-25T12:00:00.000Z' },
    location,
    status: 'ATIVA',
    devedor: { cpf: '12345678909', nome: 'Francisca da Silva' },
    valor: { original: '37.00', modalidadeAlteracao: 0 },
    chave: '71cdf9ba-c695-4e3c-b010-abb521a3f1be',
    solicitacaoPagador: 'Pedido 1234 da Padaria do Bairro, com entrega na quinta-feira pela manhã.',
    infoAdicionais: [
      { nome: 'Loja', valor: 'Padaria do Bairro, filial do centro, caixa 3' },
      { nome: 'Itens', valor: '12 pães franceses, 1 bolo de fubá, 2 cafés coados, 1 suco de laranja' },
    ],
    pixCopiaECola: buildBrCode({
      kind: 'dynamic',
      location,
      merchantName: 'PADARIA DO BAIRRO',
      merchantCity: 'PORTO ALEGRE',
    }),
  }
}
