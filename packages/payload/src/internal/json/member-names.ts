/**
 * Names of members that an error may repeat.
 *
 * @module
 */

let ofPayloads: ReadonlySet<string> | undefined
let ofJose: ReadonlySet<string> | undefined

/** Whether a norm that this package reads has a member of that name: payloads, headers of JWS, key sets. */
export function isKnownMember(name: string): boolean {
  ofJose ??= new Set(JOSE.split(' '))
  return isPayloadMember(name) || ofJose.has(name)
}

/** Whether a payload of any kind has a member of that name, in whatever place. */
export function isPayloadMember(name: string): boolean {
  ofPayloads ??= new Set(PAYLOAD.split(' '))
  return ofPayloads.has(name)
}

/** API Pix 2.9.0: CobPayload, CobVPayload and RecPayload. */
const PAYLOAD =
  'abatimento apresentacao atualizacao calendario cep chave cidade cnpj contrato cpf criacao data dataDeVencimento ' +
  'dataFinal dataInicial desconto devedor expiracao final idRec infoAdicionais ispbParticipante juros logradouro ' +
  'modalidadeAgente modalidadeAlteracao multa nome nomeFantasia objeto original peridiocidade periodicidade ' +
  'politicaRetentativa prestadorDoServicoDeSaque recebedor retirada revisao saque solicitacaoPagador status troco txid uf ' +
  'validadeAposVencimento valor valorMinimoRecebedor valorRec vinculo'

/** RFC 7515, section 4.1; RFC 7517, sections 4 and 5; RFC 7518, section 6. */
const JOSE =
  'alg b64 crit crv cty d e jku jwk k key_ops keys kid kty n p q dp dq qi oth typ use x x5c x5t x5t#S256 x5u y'
