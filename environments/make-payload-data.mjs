/**
 * @module Writes `payload-data.mjs`, what the suite of payloads needs on platforms that can neither read files nor make certificates:
 * the vectors, and a private key with its certificates for each algorithm.
 *
 *     node make-payload-data.mjs FOLDER-OF-VECTORS
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCa, createServerIdentity, toDer } from '@pixkit/certs'

const [folder = '.'] = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])

// Around the clock of the suite.
const validity = { now: Date.parse('2026-11-25'), days: 7 }
const root = await createCa({ name: 'Raiz', ...validity })
const issuer = await createCa({ name: 'Emissora', issuer: root, ...validity })
const kinds = /** @type {const} */ ([
  [{ type: 'RSA' }, ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']],
  [{ type: 'EC', curve: 'P-256' }, ['ES256']],
  [{ type: 'EC', curve: 'P-384' }, ['ES384']],
  [{ type: 'EC', curve: 'P-521' }, ['ES512']],
])
const keys = []
for (const [key, algorithms] of kinds) {
  const identity = await createServerIdentity(issuer, ['pix.banco.example'], { key, ...validity })
  const base64 = (/** @type {Parameters<typeof toDer>[0]} */ item) => Buffer.from(toDer(item)).toString('base64')
  const chain = [identity.certificate, ...identity.chain].map(base64)
  for (const alg of algorithms) keys.push({ alg, privateKey: base64(identity.privateKey), chain })
}

const data = { files: Object.fromEntries(files), keys }
writeFileSync(new URL('payload-data.mjs', import.meta.url), `export const data = ${JSON.stringify(data)}\n`)
