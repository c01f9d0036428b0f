/**
 * A signed charge of some 800 bytes, verified: the whole proof with warm keys against `compactVerify` of jose, which checks the signature
 * alone, and what the first payload of an issuer costs.
 *
 * @module
 */
import { deepEqual, equal } from 'node:assert/strict'
import { constants, createHash, sign } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { createCa, generatePrivateKey, issueCertificate } from '@pixkit/certs'
import { parseKeySet, verifyPayload } from '@pixkit/payload'
import { verifySignatureSync } from '@pixkit/payload/node'
import { compactVerify, importJWK } from 'jose'
import { median, ratio } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const ROUNDS = 41
const RUN_MS = 60
const WARM_UP_MS = 1500
const COLD_CALLS = 60
const NOW = Date.UTC(2026, 10, 23, 15)
const HOST = 'pix.banco.example'

const rows = []
for (const alg of ['RS256', 'ES256', 'PS256']) {
  rows.push(await measure(alg, {}), await measure(alg, { verifySignature: verifySignatureSync }))
}
printTable(
  'Verification of a cob, warm keys',
  ['', 'bytes of JSON', 'µs/call', 'compactVerify, µs', '÷ compactVerify', 'cold, µs'],
  rows,
)

async function measure(alg, more) {
  const { json, jws, jwks, trustAnchors } = await makePayload(alg)
  const options = { location: `${HOST}/qr/v2/9d36b84f70b54e7ab4b3c5c1e1f2a3b4`, trustAnchors, now: NOW, ...more }
  const keySet = parseKeySet(jwks)
  const key = await importJWK(JSON.parse(jwks).keys[0], alg)
  const verify = () => verifyPayload(jws, { ...options, jwks: keySet })
  const compare = () => compactVerify(jws, key, { algorithms: [alg] })

  const { payload } = await compare()
  equal(new TextDecoder().decode(payload), json)
  const verified = await verify()
  deepEqual(verified.payload, JSON.parse(json))
  equal(verified.warnings.length, 0)

  const calls = { ours: await warmUp(verify), theirs: await warmUp(compare) }
  const times = { ours: [], theirs: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [
      async () => times.ours.push(await run(verify, calls.ours)),
      async () => times.theirs.push(await run(compare, calls.theirs)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  const cold = []
  for (let call = 0; call < COLD_CALLS; call++) cold.push(await run(() => verifyPayload(jws, { ...options, jwks }), 1))
  return [
    'verifySignature' in more ? `${alg}, verifySignatureSync` : alg,
    String(Buffer.byteLength(json)),
    micros(median(times.ours)),
    micros(median(times.theirs)),
    ratio(times.ours, times.theirs),
    micros(median(cold)),
  ]
}

/** Signed by `node:crypto`, with two authorities above, as an issuer that follows the norm would. */
async function makePayload(alg) {
  const then = NOW - 30 * 86_400_000
  const kind = alg === 'ES256' ? { type: 'EC' } : { type: 'RSA' }
  const root = await createCa({ name: 'Raiz', key: { type: 'RSA' }, now: then })
  const issuer = await createCa({ name: 'Intermediária', issuer: root, key: { type: 'RSA' }, now: then, days: 1000 })
  const privateKey = await generatePrivateKey(kind)
  const certificate = issueCertificate(issuer, {
    usage: 'server',
    hosts: [HOST],
    subject: [{ type: 'CN', value: HOST }],
    publicKey: privateKey,
    now: then,
    days: 365,
  })
  const thumbprints = {
    x5t: createHash('sha1').update(certificate.der).digest('base64url'),
    'x5t#S256': createHash('sha256').update(certificate.der).digest('base64url'),
  }
  const { kty, n, e, crv, x, y } = privateKey.key.export({ format: 'jwk' })
  const x5c = [certificate, issuer.certificate, root.certificate].map(({ der }) => Buffer.from(der).toString('base64'))
  const jwk = { kty, kid: 'chave-1', use: 'sig', key_ops: ['verify'], alg, n, e, crv, x, y, ...thumbprints, x5c }
  const json = JSON.stringify(cob())
  const header = { alg, kid: jwk.kid, ...thumbprints, jku: `https://${HOST}/jwks.json` }
  const input = [JSON.stringify(header), json].map((text) => Buffer.from(text).toString('base64url')).join('.')
  const how = {
    RS256: { padding: constants.RSA_PKCS1_PADDING },
    PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    ES256: { dsaEncoding: 'ieee-p1363' },
  }
  const signature = sign('sha256', Buffer.from(input), { key: privateKey.key, ...how[alg] }).toString('base64url')
  return {
    json,
    jws: `${input}.${signature}`,
    jwks: JSON.stringify({ keys: [jwk] }),
    trustAnchors: [root.certificate],
  }
}

/** People in it are invented. */
function cob() {
  return {
    revisao: 0,
    calendario: {
      criacao: new Date(NOW - 60_000).toISOString(),
      apresentacao: new Date(NOW).toISOString(),
      expiracao: 3600,
    },
    devedor: { cpf: '12345678909', nome: 'Francisca da Silva' },
    valor: { original: '37.00', modalidadeAlteracao: 0 },
    chave: '71cdf9ba-c695-4e3c-b010-abb521a3f1be',
    txid: '33aa78afb4a64c1c9c2f3d0f7c1e2b54',
    solicitacaoPagador: 'Pedido 1234 da Padaria do Bairro, com entrega na quinta-feira pela manhã.',
    infoAdicionais: [
      { nome: 'Loja', valor: 'Padaria do Bairro, filial do centro, caixa 3' },
      { nome: 'Itens', valor: '12 pães franceses, 1 bolo de fubá, 2 cafés coados, 1 suco de laranja' },
      { nome: 'Atendimento', valor: 'Segunda a sábado, das 6h às 20h; domingo, das 7h às 13h' },
      { nome: 'Trocas', valor: 'Em até 7 dias, com a nota fiscal, na mesma loja' },
    ],
    status: 'ATIVA',
  }
}

async function warmUp(fn) {
  let perCall = 0
  const until = performance.now() + WARM_UP_MS
  while (performance.now() < until) perCall = await run(fn, 100)
  return Math.max(1, Math.round(RUN_MS / perCall))
}

/** Milliseconds of a call, one after the other. */
async function run(fn, count) {
  const start = performance.now()
  for (let call = 0; call < count; call++) await fn()
  return (performance.now() - start) / count
}

function micros(milliseconds) {
  return (milliseconds * 1000).toFixed(1)
}
