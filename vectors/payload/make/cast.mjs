/** @module Who signs, and what: authorities, signers, payloads. All invented. */
import { jwk, keySet } from './jose.mjs'
import { makeCertificate, makeKey } from './openssl.mjs'

/** @typedef {import('./jose.mjs').Signer} Signer */
/** @typedef {import('./openssl.mjs').Certificate} Certificate */

export const HOST = 'pix.banco.example'
export const TOKEN = '2f9d0c1ab7e64f0c8d5a3b1e6f7a8c90'
export const COB = `${HOST}/qr/v2/${TOKEN}`
export const COBV = `${HOST}/qr/v2/cobv/${TOKEN}`
export const REC = `${HOST}/qr/v2/rec/${TOKEN}`
export const NOW = '2026-11-25T15:00:00Z'

export const root = makeCertificate('root', makeKey('root', 'p256'), '/CN=Raiz de Teste', { ca: true })
export const intermediate = makeCertificate('intermediate', makeKey('intermediate', 'p256'), '/CN=Emissora de Teste', {
  issuer: root,
  ca: true,
  pathLength: 0,
})

/** A signer with a certificate of the honest issuer. @param {string} name @param {string} kind @param {string} alg @returns {Signer} */
function signer(name, kind, alg) {
  const leaf = makeCertificate(name, makeKey(name, kind), '/CN=Assinatura de Teste', {
    issuer: intermediate,
    dns: [HOST],
  })
  return { key: name, alg, kid: `${name}-2026`, chain: [leaf, intermediate, root] }
}

const rsa = signer('rsa', 'rsa2048', 'RS256')
const p256 = signer('p256', 'p256', 'ES256')
const p384 = signer('p384', 'p384', 'ES384')
const p521 = signer('p521', 'p521', 'ES512')

/** Signers by algorithm. */
export const signers = /** @type {Record<string, Signer>} */ ({
  ...Object.fromEntries(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, { ...rsa, alg }])),
  ES256: p256,
  ES384: p384,
  ES512: p521,
})
/** Signs where the algorithm does not matter. */
export const honest = p256
export const honestRsa = rsa
export const honestSet = keySet(jwk(honest))
export const rsaSet = keySet(jwk(honestRsa))

/** Another signer of the honest issuer, and one who has everything of his own. */
export const other = signer('other', 'p256', 'ES256')
const evilRoot = makeCertificate('evil-root', makeKey('evil-root', 'p256'), '/CN=Raiz de Teste', { ca: true })
const evilLeaf = makeCertificate('evil', makeKey('evil', 'p256'), '/CN=Assinatura de Teste', {
  issuer: evilRoot,
  dns: [HOST],
})
/** @type {Signer} */
export const evil = { key: 'evil', alg: 'ES256', kid: 'p256-2026', chain: [evilLeaf, evilRoot] }
const evilRsaLeaf = makeCertificate('evil-rsa', makeKey('evil-rsa', 'rsa2048'), '/CN=Assinatura de Teste', {
  issuer: evilRoot,
})
/** @type {Signer} */
export const evilRsa = { key: 'evil-rsa', alg: 'RS256', kid: 'rsa-2026', chain: [evilRsaLeaf, evilRoot] }

export const TXID = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU'
export const CHAVE = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'

/** Deep copy with changes; undefined leaves a member out. @param {any} base @param {any} changes @returns {any} */
export function change(base, changes) {
  const result = { ...base }
  for (const [name, value] of Object.entries(changes)) {
    const nested =
      typeof value === 'object' && value !== null && !Array.isArray(value) && name in base && base[name] !== null
    result[name] = nested ? change(base[name], value) : value
  }
  return result
}

const cobBase = {
  revisao: 0,
  calendario: { criacao: '2026-11-25T14:30:00Z', apresentacao: '2026-11-25T15:00:00Z', expiracao: 3600 },
  devedor: { cpf: '12345678909', nome: 'Maria Inventada da Silva' },
  valor: { original: '123.45' },
  chave: CHAVE,
  txid: TXID,
  solicitacaoPagador: 'Informe o número do pedido',
  infoAdicionais: [{ nome: 'Pedido', valor: '1024' }],
  status: 'ATIVA',
}
const cobvBase = {
  revisao: 2,
  calendario: {
    criacao: '2026-11-01T12:00:00Z',
    apresentacao: '2026-11-25T15:00:00Z',
    dataDeVencimento: '2026-12-10',
    validadeAposVencimento: 30,
  },
  devedor: { cnpj: '12345678000195', nome: 'Padaria Inventada Ltda' },
  recebedor: {
    cnpj: '98765432000198',
    nome: 'Escola Inventada S.A.',
    nomeFantasia: 'Escola',
    logradouro: 'Rua Quinze de Novembro 100',
    cidade: 'Recife',
    uf: 'PE',
    cep: '50000000',
  },
  valor: { original: '100.00', abatimento: '5.00', desconto: '10.00', juros: '0.50', multa: '2.00', final: '87.50' },
  chave: CHAVE,
  txid: TXID,
  status: 'ATIVA',
}
const recBase = {
  idRec: 'RN1234567820261125abcdefghijk',
  vinculo: {
    contrato: '63100862',
    devedor: { cpf: '12345678909', nome: 'Maria Inventada da Silva' },
    objeto: 'Serviço de streaming',
  },
  calendario: { dataInicial: '2026-12-10', dataFinal: '2027-12-10', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  recebedor: { cnpj: '98765432000198', nome: 'Escola Inventada S.A.', ispbParticipante: '12345678' },
  politicaRetentativa: 'NAO_PERMITE',
  atualizacao: [{ status: 'CRIADA', data: '2026-11-20T10:00:00Z' }],
}
/** @param {any} [changes] */
export const cob = (changes = {}) => change(cobBase, changes)
/** @param {any} [changes] */
export const cobv = (changes = {}) => change(cobvBase, changes)
/** @param {any} [changes] */
export const rec = (changes = {}) => change(recBase, changes)
