/** @module Keys, certificates and signatures by the command `openssl`, in a folder that is thrown away. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const given = process.argv[2]
const folder = given ?? mkdtempSync(join(tmpdir(), 'pixkit-vectors-'))
if (given === undefined) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** @typedef {{ name: string, key: string, der: Buffer, pem: string, subject: string }} Certificate */

/** @param {readonly string[]} args @param {Uint8Array | string} [input] */
function openssl(args, input = '') {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, input, maxBuffer: 1 << 24 })
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}\n${String(stderr)}`)
  return stdout
}

/** @param {string} name @param {Uint8Array | string} content */
function file(name, content) {
  writeFileSync(join(folder, name), content)
  return name
}

const KINDS = /** @type {Record<string, string[]>} */ ({
  rsa1024: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  rsa2048: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
})

/** @param {string} name @param {string} kind @returns {string} Name of the key. */
export function makeKey(name, kind) {
  const path = `${name}.key`
  if (!existsSync(join(folder, path))) openssl(['genpkey', ...(KINDS[kind] ?? []), '-out', path])
  return name
}

/** @param {string} key @returns {Buffer} SubjectPublicKeyInfo. */
export function publicKeyOf(key) {
  return openssl(['pkey', '-in', `${key}.key`, '-pubout', '-outform', 'DER'])
}

/** @param {string} key @returns {string} The public key as a text with BEGIN and END. */
export function publicPemOf(key) {
  return openssl(['pkey', '-in', `${key}.key`, '-pubout']).toString()
}

/** @param {string} key @returns {Buffer} */
export function modulusOf(key) {
  return Buffer.from(
    openssl(['rsa', '-in', `${key}.key`, '-noout', '-modulus'])
      .toString()
      .trim()
      .slice(8),
    'hex',
  )
}

/**
 * @typedef {object} CertificateOptions
 * @property {Certificate} [issuer] - Itself when absent.
 * @property {string} [signWith] - Key to sign with, when it is not that of the issuer.
 * @property {boolean} [claimKeyId] - With `signWith`: whether the key identifier is that of the issuer nevertheless.
 * @property {string} [from] - Such as `20260101000000Z`.
 * @property {string} [to]
 * @property {boolean} [ca]
 * @property {number} [pathLength]
 * @property {string} [keyUsage] - As openssl writes it; `none` leaves it out.
 * @property {readonly string[]} [dns]
 * @property {string} [hash]
 * @property {readonly string[]} [extensions] - Further lines as openssl writes them.
 * @property {string} [keyId] - Key identifier in hexadecimal; that of its key when absent.
 */

/**
 * @param {string} name
 * @param {string} key
 * @param {string} subject - Such as `/CN=Raiz`.
 * @param {CertificateOptions} [options]
 * @returns {Certificate}
 */
export function makeCertificate(name, key, subject, options = {}) {
  const { issuer, signWith = issuer?.key ?? key, from = '20260101000000Z', to = '20460101000000Z' } = options
  const { ca = false, pathLength, dns = [], hash = 'sha256' } = options
  const { keyUsage = ca ? 'critical,keyCertSign,cRLSign' : 'critical,digitalSignature' } = options
  if (!existsSync(join(folder, `${name}.crt`))) {
    const lines = [
      '[ca]',
      'default_ca = this',
      '[this]',
      `database = ${file(`${name}.db`, '')}`,
      'rand_serial = yes',
      'unique_subject = no',
      'policy = anything',
      '[anything]',
      'commonName = optional',
      'organizationName = optional',
      'countryName = optional',
      '[made]',
      ca || options.pathLength !== undefined
        ? `basicConstraints = critical,CA:${ca ? 'TRUE' : 'FALSE'}${pathLength === undefined ? '' : `,pathlen:${pathLength}`}`
        : 'basicConstraints = CA:FALSE',
      `subjectKeyIdentifier = ${options.keyId ?? 'hash'}`,
      ...(issuer === undefined || signWith !== issuer.key ? [] : ['authorityKeyIdentifier = keyid']),
      ...(keyUsage === 'none' ? [] : [`keyUsage = ${keyUsage}`]),
      ...(dns.length > 0 ? [`subjectAltName = ${dns.map((host) => `DNS:${host}`).join(',')}`] : []),
      ...(options.extensions ?? []),
      '[req]',
      'distinguished_name = empty',
      '[empty]',
    ]
    const config = file(`${name}.cnf`, `${lines.join('\n')}\n`)
    openssl(['req', '-new', '-key', `${key}.key`, '-subj', subject, '-config', config, '-utf8', '-out', `${name}.csr`])
    let by = ['-selfsign', '-keyfile', `${signWith}.key`]
    if (issuer !== undefined && signWith === issuer.key)
      by = ['-keyfile', `${signWith}.key`, '-cert', `${issuer.name}.crt`]
    // Name of the issuer, key of somebody else: openssl wants both to fit, so it gets a certificate of that name with that key.
    else if (issuer !== undefined) {
      const imposter = makeCertificate(`${name}-imposter`, signWith, issuer.subject, {
        ca: true,
        ...(options.claimKeyId === true ? { keyId: keyIdOf(issuer.key) } : {}),
      })
      by = ['-keyfile', `${signWith}.key`, '-cert', `${imposter.name}.crt`]
    }
    openssl([
      ...['ca', '-batch', '-notext', '-config', config, '-extensions', 'made', '-preserveDN'],
      ...['-md', hash, '-startdate', from, '-enddate', to, '-in', `${name}.csr`, '-out', `${name}.crt`, '-outdir', '.'],
      ...by,
    ])
  }
  const der = openssl(['x509', '-in', `${name}.crt`, '-outform', 'DER'])
  const pem = openssl(['x509', '-in', `${name}.crt`]).toString()
  if (readFileSync(join(folder, `${name}.crt`)).length === 0) throw new Error(`${name} was not made`)
  return { name, key, der, pem, subject }
}

/**
 * Signs as JWS wants it: ES* as R and S one after the other.
 *
 * @param {string} alg
 * @param {string} key
 * @param {string} input
 * @param {{ saltLength?: string, der?: boolean }} [options]
 * @returns {Buffer}
 */
export function sign(alg, key, input, { saltLength = 'digest', der = false } = {}) {
  const name = JSON.stringify([alg, key, input, saltLength, der])
  const signature = signatures.get(name) ?? newSignature(alg, key, input, { saltLength, der })
  signatures.set(name, signature)
  return signature
}

/** Of the same there is one signature, so that two cases can have the same JWS. */
/** @type {Map<string, Buffer>} */
const signatures = new Map()

/** @param {string} alg @param {string} key @param {string} input @param {{ saltLength: string, der: boolean }} options */
function newSignature(alg, key, input, { saltLength, der }) {
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('PS')) {
    const digest = createHash(hash).update(input).digest()
    const pss = ['rsa_padding_mode:pss', `rsa_pss_saltlen:${saltLength}`, `digest:${hash}`, `rsa_mgf1_md:${hash}`]
    const args = ['pkeyutl', '-sign', '-inkey', `${key}.key`, '-in', file('digest', digest)]
    return openssl([...args, ...pss.flatMap((option) => ['-pkeyopt', option])])
  }
  const signature = openssl(['dgst', `-${hash}`, '-sign', `${key}.key`], input)
  if (!alg.startsWith('ES') || der) return signature
  const size = { ES256: 32, ES384: 48, ES512: 66 }[alg] ?? 0
  return Buffer.concat(
    integersOf(signature)
      .map((integer) => integer.subarray(-size))
      .map((integer) => pad(integer, size)),
  )
}

/** @param {string} alg @param {string} secret @param {string} input @returns {Buffer} */
export function hmac(alg, secret, input) {
  const key = `hexkey:${Buffer.from(secret).toString('hex')}`
  return openssl(['dgst', `-sha${alg.slice(2)}`, '-mac', 'HMAC', '-macopt', key, '-binary'], input)
}

/** @param {string} hash @param {Uint8Array} bytes @returns {Buffer} */
export function digest(hash, bytes) {
  return openssl(['dgst', `-${hash}`, '-binary'], bytes)
}

/** @param {Buffer} integer @param {number} size */
function pad(integer, size) {
  return Buffer.concat([Buffer.alloc(size - integer.length), integer])
}

/** Key identifier of a key on P-256: SHA-1 of its point. @param {string} key */
function keyIdOf(key) {
  return createHash('sha1').update(publicKeyOf(key).subarray(-65)).digest('hex')
}

/** The two integers of an ECDSA signature in DER. @param {Buffer} der */
function integersOf(der) {
  let at = der[1] === 0x81 ? 3 : 2
  return [0, 1].map(() => {
    const length = der[at + 1] ?? 0
    const integer = der.subarray(at + 2, at + 2 + length)
    at += 2 + length
    return integer
  })
}
