/** @module JWS and JWK, put together by hand: base64url, JSON and what openssl gives. */
import { digest, modulusOf, publicKeyOf, sign } from './openssl.mjs'

/** @typedef {import('./openssl.mjs').Certificate} Certificate */
/** @typedef {{ key: string, alg: string, kid: string, chain: readonly Certificate[] }} Signer */
/** @typedef {Record<string, any>} Json */

/** @param {Uint8Array | string} content */
export function base64url(content) {
  return Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @param {string} hash @param {Certificate} certificate */
export function thumbprint(hash, { der }) {
  return base64url(digest(hash, der))
}

/** @param {Signer} signer @returns {Certificate} */
export function leafOf({ chain }) {
  const [leaf] = chain
  if (leaf === undefined) throw new Error('A signer has a certificate')
  return leaf
}

/** Members of the public key alone. @param {string} key @returns {Json} */
export function publicMembers(key) {
  const spki = publicKeyOf(key)
  const size = { 91: 32, 120: 48, 158: 66 }[spki.length]
  if (size === undefined) return { kty: 'RSA', n: base64url(modulusOf(key)), e: 'AQAB' }
  const crv = { 32: 'P-256', 48: 'P-384', 66: 'P-521' }[size]
  return { kty: 'EC', crv, x: base64url(spki.subarray(-2 * size, -size)), y: base64url(spki.subarray(-size)) }
}

/** @param {readonly Certificate[]} chain */
export function x5c(chain) {
  return chain.map(({ der }) => der.toString('base64'))
}

/** What a careful PSP publishes. @param {Signer} signer @param {Json} [changes] - Undefined leaves a member out. @returns {any} */
export function jwk(signer, changes = {}) {
  const leaf = leafOf(signer)
  return {
    ...publicMembers(signer.key),
    kid: signer.kid,
    use: 'sig',
    key_ops: ['verify'],
    alg: signer.alg,
    x5t: thumbprint('sha1', leaf),
    'x5t#S256': thumbprint('sha256', leaf),
    x5c: x5c(signer.chain),
    ...changes,
  }
}

/** @param {readonly unknown[]} keys */
export function keySet(...keys) {
  return JSON.stringify({ keys })
}

/** What a careful PSP writes. @param {Signer} signer @param {Json} [changes] @returns {Json} */
export function header(signer, changes = {}) {
  const leaf = leafOf(signer)
  return {
    alg: signer.alg,
    kid: signer.kid,
    x5t: thumbprint('sha1', leaf),
    'x5t#S256': thumbprint('sha256', leaf),
    jku: 'https://pix.banco.example/jwks',
    ...changes,
  }
}

/**
 * A JWS whose signature is right for whatever its header and payload are.
 *
 * @param {Signer} signer
 * @param {Uint8Array | string | Json} payload
 * @param {Uint8Array | string | Json} [head] - Members to change, or the whole header as text or bytes.
 * @param {(input: string) => Uint8Array} [signing]
 */
export function jws(signer, payload, head = {}, signing = (input) => sign(signer.alg, signer.key, input)) {
  const whole = isText(head) ? head : JSON.stringify(header(signer, head))
  const input = `${base64url(whole)}.${base64url(isText(payload) ? payload : JSON.stringify(payload))}`
  return `${input}.${base64url(signing(input))}`
}

/** @param {unknown} value @returns {value is Uint8Array | string} */
function isText(value) {
  return typeof value === 'string' || value instanceof Uint8Array
}
