/**
 * The sandbox under load over mutual TLS, against an empty handler on the same HTTP stack; what 100,000 charges cost in memory, and whether pages
 * of lists stay as fast; what a `kill -9` loses; how long it takes from the start to the first answer.
 *
 * @module
 */
import { strictEqual } from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSandbox } from '@pixkit/sandbox'
import autocannon from 'autocannon'
import { Agent, request } from 'undici'
import { median } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const ROUNDS = 5
const RUN_SECONDS = 4
const CONNECTIONS = 10
const CHARGES = 100_000
const STEP = 25_000
const PAGES = 300
const CHARGE = JSON.stringify({
  calendario: { expiracao: 3600 },
  devedor: { cpf: '12345678909', nome: 'Francisco da Silva' },
  valor: { original: '37.00' },
  chave: 'pix@padaria.example',
  solicitacaoPagador: 'Serviço realizado.',
})
const only = process.argv.slice(2)
const wants = (name) => only.length === 0 || only.includes(name)
const folder = mkdtempSync(join(tmpdir(), 'pixkit-bench-'))

let count = 0
const nextTxid = () => `bench${String((count += 1)).padStart(25, '0')}`

try {
  if (wants('start')) await measureStart()
  if (wants('load')) await measureLoad()
  if (wants('memory')) await measureMemory()
  if (wants('kill')) await measureKill()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** From a new process to the answer of the first request, token included. */
async function measureStart() {
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    const bank = await startBank({})
    const { statusCode } = await bank.createCharge()
    strictEqual(statusCode, 201)
    times.push(performance.now() - startedAt)
    await bank.stop()
  }
  printTable(
    'From the start of the process to the first charge over mTLS',
    ['', 'ms'],
    [['median', median(times).toFixed(0)]],
  )
}

/** Creating charges against the empty handler, in turns. */
async function measureLoad() {
  const rows = []
  for (const [name, data] of [
    ['in memory', undefined],
    ['--data', join(folder, 'load')],
  ]) {
    const bank = await startBank({ data })
    const rates = { sandbox: [], empty: [] }
    await fire(bank, 'sandbox', 2)
    await fire(bank, 'empty', 2)
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? ['sandbox', 'empty'] : ['empty', 'sandbox']
      for (const which of order) rates[which].push(await fire(bank, which, RUN_SECONDS))
    }
    const ratios = rates.sandbox.map((rate, round) => rate / rates.empty[round])
    rows.push([name, median(rates.sandbox).toFixed(0), median(rates.empty).toFixed(0), median(ratios).toFixed(2)])
    await bank.stop()
  }
  printTable(
    `Creating charges over mTLS, ${CONNECTIONS} connections, ${ROUNDS} pairs of ${RUN_SECONDS} s`,
    ['', 'charges/s', 'empty handler/s', 'rate ÷ empty'],
    rows,
  )
}

/** @returns Answers of 201 in a second. */
async function fire({ origin, emptyPort, tls, token }, which, seconds) {
  const result = await autocannon({
    url: which === 'sandbox' ? origin : `https://localhost:${emptyPort}`,
    connections: CONNECTIONS,
    duration: seconds,
    tlsOptions: tls,
    requests: [
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: CHARGE,
        setupRequest: (made) => ({ ...made, path: `/api/v2/cob/${nextTxid()}` }),
      },
    ],
  })
  strictEqual(result.non2xx, 0)
  strictEqual(result.errors, 0)
  return result['2xx'] / result.duration
}

/** In this process, without TLS: what the charges themselves cost. */
async function measureMemory() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const sandbox = createSandbox()
  const token = await tokenOf(sandbox.tokenUrl, sandbox.credentials, (url, init) => sandbox.fetch(url, init))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const heap = () => {
    for (let i = 0; i < 3; i++) collect()
    return process.memoryUsage().heapUsed
  }
  const base = heap()
  const rows = []
  for (let charges = STEP; charges <= CHARGES; charges += STEP) {
    for (let i = 0; i < STEP; i++) {
      const { status } = await sandbox.fetch(`${sandbox.apiUrl}/cob/${nextTxid()}`, {
        method: 'PUT',
        headers,
        body: CHARGE,
      })
      strictEqual(status, 201)
    }
    const used = heap() - base
    const last = Math.ceil(charges / 100) - 1
    const times = []
    for (const changes of [{}, { 'paginacao.paginaAtual': String(last) }, { status: 'ATIVA' }]) {
      times.push(await timeOfPage(sandbox, headers, changes))
    }
    rows.push([
      String(charges),
      (used / 1024 / 1024).toFixed(0),
      (process.memoryUsage().rss / 1024 / 1024).toFixed(0),
      ...times.map((time) => time.toFixed(0)),
    ])
  }
  await sandbox.close()
  printTable(
    'Memory of charges, and pages of 100 over them (no network)',
    ['charges', 'heap, MiB', 'rss, MiB', 'first page, µs', 'last page, µs', 'first of a status, µs'],
    rows,
  )
}

async function timeOfPage(sandbox, headers, changes) {
  const query = new URLSearchParams({
    inicio: '2020-01-01T00:00:00Z',
    fim: '2099-01-01T00:00:00Z',
    'paginacao.paginaAtual': '0',
    'paginacao.itensPorPagina': '100',
    ...changes,
  })
  const times = []
  for (let i = 0; i < PAGES; i++) {
    const startedAt = performance.now()
    const response = await sandbox.fetch(`${sandbox.apiUrl}/cob?${query}`, { headers })
    await response.text()
    times.push((performance.now() - startedAt) * 1000)
    strictEqual(response.status, 200)
  }
  return median(times)
}

/** Charges that were acknowledged before the process was killed are there in the next one. */
async function measureKill() {
  const data = join(folder, 'kill')
  const bank = await startBank({ data })
  const acknowledged = []
  let isAlive = true
  const writers = Array.from({ length: CONNECTIONS }, async () => {
    while (isAlive) {
      const txid = nextTxid()
      try {
        const { statusCode } = await bank.createCharge(txid)
        if (statusCode === 201) acknowledged.push(txid)
      } catch {
        return
      }
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await bank.kill()
  isAlive = false
  await Promise.all(writers)

  const sandbox = createSandbox({ data })
  const token = await tokenOf(sandbox.tokenUrl, sandbox.credentials, (url, init) => sandbox.fetch(url, init))
  let lost = 0
  for (const txid of acknowledged) {
    const { status } = await sandbox.fetch(`${sandbox.apiUrl}/cob/${txid}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (status !== 200) lost += 1
  }
  await sandbox.close()
  strictEqual(lost, 0)
  printTable('kill -9 under load, with --data', ['acknowledged', 'lost'], [[String(acknowledged.length), String(lost)]])
}

async function startBank(options) {
  const bank = fork(new URL('lib/sandbox.mjs', import.meta.url), { execArgv: [] })
  bank.send(options)
  const [{ origin, apiUrl, tokenUrl, certificates, credentials, emptyPort }] = await once(bank, 'message')
  const tls = { ca: certificates.ca, ...certificates.client, servername: 'localhost' }
  const agent = new Agent({ connect: tls })
  const token = await tokenOf(tokenUrl, credentials, async (url, init) => {
    const { body } = await request(url, {
      ...init,
      body: String(init.body),
      dispatcher: agent,
      headers: { ...init.headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
    return { json: () => body.json() }
  })
  return {
    origin,
    emptyPort,
    tls,
    token,
    async createCharge(txid = nextTxid()) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const answer = await request(`${apiUrl}/cob/${txid}`, { dispatcher: agent, method: 'PUT', headers, body: CHARGE })
      await answer.body.dump()
      return answer
    },
    async kill() {
      bank.kill('SIGKILL')
      await once(bank, 'exit')
      await agent.destroy()
    },
    async stop() {
      await agent.destroy()
      bank.kill()
      await once(bank, 'exit')
    },
  }
}

async function tokenOf(tokenUrl, { clientId, clientSecret }, ask) {
  const response = await ask(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return (await response.json()).access_token
}
