/**
 * @module What `@pixkit/payload` must do on every platform: judge the vectors of `vectors/payload/` as they say, and prove what
 * it signed. Nothing of a platform is imported; library and vectors come in as parameters.
 */

/**
 * @typedef {object} Vector - A case of `vectors/payload/*.json`.
 * @property {string} id
 * @property {string} location
 * @property {string} now
 * @property {string} jws
 * @property {string} keySet - Name in `keySets` of the file.
 * @property {readonly string[]} trustAnchors - Names in `certificates` of the file.
 * @property {readonly string[]} [intermediates]
 * @property {readonly string[]} [siteCertificates]
 * @property {any} [options]
 * @property {{ ok?: any, code?: string, reason?: string, path?: readonly (string | number)[] }} expect
 *
 * @typedef {{ certificates: Record<string, string>, keySets: Record<string, string>, cases: readonly Vector[] }} VectorFile
 * @typedef {{ alg: string, privateKey: string, chain: readonly string[] }} KeyMaterial - Base64 of DER.
 * @typedef {{ files: Record<string, VectorFile>, keys: readonly KeyMaterial[] }} Data
 */

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/**
 * How the library judges a vector, in the words of `expect`: no more fields than are expected.
 *
 * @param {any} library - `@pixkit/payload` and `@pixkit/certs/x509` together.
 * @param {VectorFile} file
 * @param {Vector} vector
 * @param {(jws: string) => string | Uint8Array} [give] - How the JWS is handed over.
 * @returns {Promise<Record<string, any>>}
 */
export async function judge(library, file, vector, give = (jws) => jws) {
  const { expect, location, now, options: { holidays, seen, ...options } = /** @type {any} */ ({}) } = vector
  const certificates = (/** @type {readonly string[]} */ names) =>
    names.map((name) =>
      library.parseCertificate(bytesOf((file.certificates[name] ?? '').replaceAll(/-----.*-----|\s/g, ''))),
    )
  try {
    const { kind, payload, proof, warnings } = await library.verifyPayload(give(vector.jws), {
      ...options,
      location,
      now: Date.parse(now),
      jwks: file.keySets[vector.keySet],
      trustAnchors: certificates(vector.trustAnchors),
      ...(vector.intermediates === undefined ? {} : { intermediates: certificates(vector.intermediates) }),
      ...(vector.siteCertificates === undefined ? {} : { siteCertificates: certificates(vector.siteCertificates) }),
      ...(holidays === undefined
        ? {}
        : { isDiaUtil: (/** @type {string} */ date) => isWeekday(date) && !holidays.includes(date) }),
      ...(seen === undefined ? {} : { revisions: { remember: () => seen } }),
    })
    return {
      ok: {
        kind,
        warnings: warnings.map((/** @type {any} */ { code, params }) =>
          params.reason === undefined ? code : `${code}:${params.reason}`,
        ),
        payload,
        ...(expect.ok?.proof === undefined ? {} : { proof: pick(proof, Object.keys(expect.ok.proof)) }),
      },
    }
  } catch (error) {
    const { code, params, path } = /** @type {any} */ (error)
    if (code === undefined) throw error
    return {
      code,
      ...(expect.reason === undefined ? {} : { reason: params.reason }),
      ...(expect.path === undefined ? {} : { path }),
    }
  }
}

/**
 * What is expected, with the payload written out: what was signed, where the vector says nothing else.
 *
 * @param {Vector} vector
 * @returns {Record<string, any>}
 */
export function expectedOf({ expect, jws }) {
  if (expect.ok === undefined) return expect
  return { ok: { payload: payloadOf(jws), ...expect.ok } }
}

/** @param {string} jws */
function payloadOf(jws) {
  const base64 = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  return JSON.parse(new TextDecoder().decode(bytesOf(base64)))
}

/** @param {string} date */
function isWeekday(date) {
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0
}

/** @param {Record<string, unknown>} value @param {readonly string[]} names */
function pick(value, names) {
  return Object.fromEntries(names.map((name) => [name, value[name]]))
}

/** JSON whose members are sorted. @param {unknown} value */
function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/**
 * @param {any} library
 * @param {Data} data
 * @returns {Promise<string>} How much was done.
 */
export async function payloadSuite(library, { files, keys }) {
  /** @type {string[]} */
  const problems = []
  let count = 0
  for (const [name, file] of Object.entries(files)) {
    for (const vector of file.cases) {
      count += 1
      const [is, wanted] = [await judge(library, file, vector), expectedOf(vector)].map(canonical)
      if (is !== wanted) problems.push(`${name} ${vector.id}: ${is} instead of ${wanted}`)
    }
  }
  for (const key of keys) problems.push(...(await signed(library, key)))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return `${count} vectors, ${keys.length} algorithms`
}

/**
 * Signs, verifies, and verifies again with a character changed.
 *
 * @param {any} library
 * @param {KeyMaterial} material
 */
async function signed(library, { alg, chain: texts, privateKey }) {
  const now = Date.parse('2026-11-25T15:00:00Z')
  const [location, jku] = ['pix.banco.example/qr/v2/2f9d0c1ab7e64f0c8d5a3b1e6f7a8c90', 'https://pix.banco.example/jwks']
  const chain = texts.map((text) => library.parseCertificate(bytesOf(text)))
  const key = await library.createSigningKey({ privateKey: bytesOf(privateKey), chain, alg, now })
  const payload = {
    revisao: 0,
    calendario: { criacao: '2026-11-25T14:30:00Z', apresentacao: '2026-11-25T15:00:00Z', expiracao: 3600 },
    valor: { original: '123.45' },
    chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
    txid: 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU',
    solicitacaoPagador: 'Informe o número do pedido 🧾',
    status: 'ATIVA',
  }
  const jws = await library.signPayload(payload, { key, location, jku, now })
  const options = { location, now, jwks: JSON.stringify(library.buildJwks([key])), trustAnchors: chain.slice(-1) }
  const verified = await library.verifyPayload(jws, options)
  const problems = []
  if (canonical(verified.payload) !== canonical(payload)) problems.push(`${alg}: another payload than was signed`)
  if (verified.warnings.length > 0) problems.push(`${alg}: a warning of what was signed here`)
  const [head, body, signature] = jws.split('.')
  const changed = `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  const code = await library.verifyPayload(changed, options).catch((/** @type {any} */ error) => error.code)
  if (code !== 'PAYLOAD_SIGNATURE') problems.push(`${alg}: a changed signature gives ${code}`)
  return problems
}
