/** @module Cases of a file; key sets and certificates stand beside them, by name. */
import { readFileSync, writeFileSync } from 'node:fs'
import { COB, COBV, honest, honestSet, NOW, REC, root } from './cast.mjs'
import { jws } from './jose.mjs'
import { reasons } from './reasons.mjs'

/** @typedef {import('./openssl.mjs').Certificate} Certificate */
/** @typedef {{ code: string, reason?: string, path?: readonly (string | number)[] }} Refusal */
/** @typedef {{ kind: 'cob' | 'cobv' | 'rec', warnings?: readonly string[], payload?: unknown, proof?: any }} Acceptance */
/**
 * @typedef {object} Given
 * @property {string} [location]
 * @property {string} [now]
 * @property {string} [jws] - Or `payload`, signed by the honest signer.
 * @property {unknown} [payload]
 * @property {string} [jwks]
 * @property {readonly Certificate[]} [trustAnchors]
 * @property {any} [options]
 * @property {readonly Certificate[]} [intermediates]
 * @property {readonly Certificate[]} [siteCertificates]
 */

const ids = new Set()
const named = new Map(Object.entries(reasons).flatMap(([name, list]) => list.map((id) => [id, name])))

/** @param {string} description @param {(add: { ok: typeof ok, fails: typeof fails }) => void} fill @param {string} name */
export function makeFile(name, description, fill) {
  /** @type {any[]} */
  const cases = []
  /** @type {Map<string, string>} */
  const keySets = new Map()
  /** @type {Map<string, Certificate>} */
  const certificates = new Map()
  const nameOf = (/** @type {Certificate} */ certificate) => {
    certificates.set(certificate.name, certificate)
    return certificate.name
  }
  const add = (
    /** @type {string} */ id,
    /** @type {string} */ about,
    /** @type {Given} */ given,
    /** @type {any} */ expect,
  ) => {
    if (ids.has(id)) throw new Error(`Twice: ${id}`)
    ids.add(id)
    const { location = COB, now = NOW, payload, jwks = honestSet, trustAnchors = [root], options } = given
    const { intermediates, siteCertificates } = given
    const token = given.jws ?? jws(honest, /** @type {any} */ (payload))
    if (!keySets.has(jwks)) keySets.set(jwks, jwks === honestSet ? 'honest' : id)
    cases.push({
      id,
      description: about,
      location,
      now,
      jws: token,
      keySet: keySets.get(jwks),
      trustAnchors: trustAnchors.map(nameOf),
      ...(intermediates === undefined ? {} : { intermediates: intermediates.map(nameOf) }),
      ...(siteCertificates === undefined ? {} : { siteCertificates: siteCertificates.map(nameOf) }),
      ...(options === undefined ? {} : { options }),
      expect,
    })
  }
  /** @param {string} id @param {string} about @param {Given} given @param {Acceptance | 'cob' | 'cobv' | 'rec'} [acceptance] */
  function ok(id, about, given, acceptance) {
    const { location = COB } = given
    const kind = location === COBV ? 'cobv' : location === REC ? 'rec' : 'cob'
    const rest = typeof acceptance === 'object' ? acceptance : {}
    add(id, about, given, { ok: { kind, warnings: [], ...rest } })
  }
  /** @param {string} id @param {string} about @param {Given} given @param {string} code - `CODE` or `CODE:reason`. @param {readonly (string | number)[]} [path] */
  function fails(id, about, given, code, path) {
    const known = named.get(id)
    const [name, reason] = code.split(':')
    const [words = '', place] = known?.split(' ') ?? []
    const [knownName, knownReason] = words.split(':')
    const knownPath = place?.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    // Both have to say the same, where both say something.
    if (known !== undefined && knownName !== name) throw new Error(`${id}: ${name} or ${knownName}`)
    if (reason !== undefined && knownReason !== undefined && knownReason !== reason)
      throw new Error(`${id}: ${reason} or ${knownReason}`)
    if (path !== undefined && knownPath !== undefined && knownPath.join() !== path.join())
      throw new Error(`${id}: ${path} or ${knownPath}`)
    add(id, about, given, {
      code: `PAYLOAD_${name}`,
      ...((reason ?? knownReason) === undefined ? {} : { reason: reason ?? knownReason }),
      ...((path ?? knownPath) === undefined ? {} : { path: path ?? knownPath }),
    })
  }
  fill(/** @type {any} */ ({ ok, fails }))
  const content = {
    source: {
      document:
        'Made for pixkit by vectors/payload/make.mjs: JSON and base64url by hand, keys, certificates and signatures by openssl',
      version: 'openssl 3.0.19',
      retrieved: '2026-11-25',
      description,
    },
    certificates: Object.fromEntries([...certificates].map(([key, { pem }]) => [key, pem])),
    keySets: Object.fromEntries([...keySets].map(([text, key]) => [key, text])),
    cases,
  }
  const path = new URL(`../${name}.json`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`)
  console.log(`${name}.json: ${cases.length} cases, ${Math.ceil(readFileSync(path).length / 1024)} KB`)
}
