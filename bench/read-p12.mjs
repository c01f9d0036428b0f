/**
 * A modern PKCS#12 file to certificate and key: whole time of a call, against node-forge and pkijs.
 *
 * @module
 */
import { equal } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readCredentials } from '@pixkit/certs'
import forge from 'node-forge'
import { PFX } from 'pkijs'
import { median, ratio } from './lib/compare.mjs'
import { printTable } from './lib/table.mjs'

const ROUNDS = 31
const RUN_MS = 50
const PASSPHRASE = 'troque-me'

const READERS = { '@pixkit/certs': readWithPixkit, 'node-forge': readWithForge, pkijs: readWithPkijs }

const file = makeFile()
const [first] = Object.keys(READERS)
const expected = await READERS[first](file)
for (const read of Object.values(READERS)) {
  const { certificate, key } = await read(file)
  equal(toHex(certificate), toHex(expected.certificate))
  equal(key.equals(expected.key), true)
}

const calls = {}
for (const [name, read] of Object.entries(READERS)) calls[name] = await warmUp(read)
const times = Object.fromEntries(Object.keys(READERS).map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round++) {
  const names = Object.keys(READERS)
  for (const name of round % 2 === 0 ? names : names.toReversed()) {
    times[name].push(await run(READERS[name], calls[name]))
  }
}

const rows = Object.entries(times).map(([name, list]) => [name, median(list).toFixed(2), ratio(list, times[first])])
printTable('RSA 2048, PBES2 with AES-256, MAC with SHA-256, 2,048 rounds each', ['', 'ms/call', `÷ ${first}`], rows)

function readWithPixkit(bytes) {
  const { certificates, privateKeys } = readCredentials(bytes, { passphrase: PASSPHRASE })
  return { certificate: certificates[0].der, key: privateKeys[0].key }
}

/** The key as Node's object: what a client of TLS needs, and what the others give. */
function readWithForge(bytes) {
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), true, PASSPHRASE)
  const [certificate] = pfx.getBags({ bagType: forge.pki.oids.certBag })[forge.pki.oids.certBag]
  const [key] = pfx.getBags({ bagType: forge.pki.oids.pkcs8ShroudedKeyBag })[forge.pki.oids.pkcs8ShroudedKeyBag]
  const pkcs8 = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key.key))
  return {
    certificate: binary(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate.cert)).getBytes()),
    key: keyFrom(binary(forge.asn1.toDer(pkcs8).getBytes())),
  }
}

async function readWithPkijs(bytes) {
  const password = new TextEncoder().encode(PASSPHRASE).buffer
  const pfx = PFX.fromBER(bytes)
  await pfx.parseInternalValues({ password, checkIntegrity: true })
  const safe = pfx.parsedValue.authenticatedSafe
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) })
  const bags = safe.parsedValue.safeContents.flatMap(({ value }) => value.safeBags)
  const certificate = bags.find(({ bagId }) => bagId === '1.2.840.113549.1.12.10.1.3').bagValue.parsedValue
  const shrouded = bags.find(({ bagId }) => bagId === '1.2.840.113549.1.12.10.1.2').bagValue
  await shrouded.parseInternalValues({ password })
  return {
    certificate: Buffer.from(certificate.toSchema().toBER()),
    key: keyFrom(Buffer.from(shrouded.parsedValue.toSchema().toBER())),
  }
}

function keyFrom(pkcs8) {
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}

/** As openssl 3 makes it by default. */
function makeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'pixkit-bench-'))
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-subj',
    '/CN=Padaria',
  )
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'key.pem',
    '-in',
    'cert.pem',
    '-out',
    'file.p12',
    '-passout',
    `pass:${PASSPHRASE}`,
  )
  const bytes = readFileSync(join(folder, 'file.p12'))
  rmSync(folder, { recursive: true })
  return bytes
}

async function warmUp(read) {
  let perCall = 0
  const until = performance.now() + 1000
  while (performance.now() < until) perCall = await run(read, 8)
  return Math.max(1, Math.round(RUN_MS / perCall))
}

/** Milliseconds of a call. */
async function run(read, count) {
  const start = performance.now()
  for (let call = 0; call < count; call++) await read(file)
  return (performance.now() - start) / count
}

function toHex(bytes) {
  return Buffer.from(bytes).toString('hex')
}

function binary(text) {
  return Buffer.from(text, 'binary')
}
