/** @module A bank in a function: a request in, an answer out, as API Pix says. */
import { buildBrCode } from '@pixkit/brcode'

const HOST = 'pix.example.com'

/**
 * Makes a bank that keeps charges in memory.
 *
 * @returns The bank as a `fetch`, and how many requests of each kind it had.
 */
export function createBank() {
  const charges = new Map()
  const counts = { token: 0, put: 0, get: 0, unauthorised: 0 }
  let token = ''
  let refuseOnce = false

  /** @param {Request} request */
  async function fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname === '/oauth/token') {
      counts.token += 1
      const right = `Basic ${btoa('cliente:segredo')}`
      if (request.headers.get('authorization') !== right) return json(401, { error: 'invalid_client' })
      token = `token-${counts.token}`
      return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: 'cob.read cob.write' })
    }
    if (request.headers.get('authorization') !== `Bearer ${token}` || refuseOnce) {
      refuseOnce = false
      counts.unauthorised += 1
      return new Response(null, { status: 401 })
    }
    const [, txid] = /^\/api\/cob\/(\w{26,35})$/.exec(pathname) ?? []
    if (txid === undefined) return problem(404, 'NaoEncontrado')
    if (request.method === 'GET') {
      counts.get += 1
      const charge = charges.get(txid)
      return charge === undefined ? problem(404, 'CobNaoEncontrado') : json(200, charge)
    }
    counts.put += 1
    const location = `${HOST}/qr/v2/${txid}`
    const charge = {
      ...(await request.json()),
      txid,
      revisao: 0,
      status: 'ATIVA',
      loc: { id: charges.size + 1, location, tipoCob: 'cob', criacao: '2026-11-25T12:00:00Z' },
      location,
      pixCopiaECola: buildBrCode({ kind: 'dynamic', location, merchantName: 'Loja Exemplo', merchantCity: 'Brasilia' }),
    }
    charge.calendario = { criacao: '2026-11-25T12:00:00Z', expiracao: 3600, ...charge.calendario }
    charges.set(txid, charge)
    return json(201, charge)
  }

  return {
    fetch,
    counts,
    /** Refuses the next token, as if it had been revoked. */
    revoke() {
      refuseOnce = true
    },
  }
}

function json(status, body, type = 'application/json') {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
}

function problem(status, name) {
  const type = `https://pix.bcb.gov.br/api/v2/error/${name}`
  return json(
    status,
    { type, title: 'Não encontrado', status, detail: 'Entidade não encontrada.' },
    'application/problem+json',
  )
}
