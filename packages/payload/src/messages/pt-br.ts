/**
 * Frases em português para os códigos de `@pixkit/payload`: o que está errado, o que fazer e o que falta.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { PayloadErrorCode, PayloadReason } from '../codes.ts'
import type { RemainingCheck } from '../types.ts'
import type { VerifyStep } from '../verify-steps.ts'

export const messages: Messages<PayloadErrorCode | PayloadReason> = {
  // network
  PAYLOAD_HTTP_STATUS: 'a location respondeu com status {status}, não com uma cobrança',
  'PAYLOAD_HTTP_STATUS:gone': 'a cobrança não é mais exibida (status {status})',
  'PAYLOAD_HTTP_STATUS:invalid-request': 'a location recusa a data ou o município informados (status {status})',
  'PAYLOAD_HTTP_STATUS:not-found': 'não há cobrança exibida ali agora (status {status})',
  'PAYLOAD_HTTP_STATUS:redirect': 'a location redireciona (status {status}), o que não se deve seguir',
  'PAYLOAD_HTTP_STATUS:unavailable': 'o banco está fora do ar (status {status})',
  PAYLOAD_JWKS_FETCH: 'o conjunto de chaves não pode ser lido',
  'PAYLOAD_JWKS_FETCH:status': 'o conjunto de chaves veio com status {status}',
  'PAYLOAD_JWKS_FETCH:unreachable': 'o conjunto de chaves não pode ser buscado',
  PAYLOAD_LOCATION_ADDRESS_FORBIDDEN: 'o host da location leva a um endereço fora da internet pública',
  PAYLOAD_LOCATION_HOST_NOT_ALLOWED: 'o host da location não está na lista dos autorizados',
  PAYLOAD_LOCATION_SYNTAX: 'a location não é host e caminho como manda a norma',
  PAYLOAD_TLS: 'a conexão com o host não é segura como manda a norma',
  // proof
  PAYLOAD_ALG: 'o algoritmo da assinatura não é um dos nove permitidos',
  PAYLOAD_BODY: 'a resposta não é um JWS compacto',
  'PAYLOAD_BODY:not-compact-jws': 'a resposta não são três partes em base64url unidas por pontos',
  'PAYLOAD_BODY:too-large': 'a resposta tem mais de {max} bytes',
  PAYLOAD_CERT_KEY_MISMATCH: 'a chave não é a do certificado',
  PAYLOAD_CERT_NAME: 'o certificado de quem assina é de outros hosts',
  PAYLOAD_CERT_VALIDITY: 'um certificado de quem assina não vale agora ou não vale para assinaturas',
  PAYLOAD_CHAIN: 'o certificado de quem assina não leva a uma raiz confiável',
  PAYLOAD_HEADER: 'o cabeçalho do JWS não é como manda a norma',
  PAYLOAD_JKU: 'o endereço do conjunto de chaves não está no host da location',
  PAYLOAD_KEY_AMBIGUOUS: 'o conjunto tem mais de uma chave com o kid e a impressão digital do cabeçalho',
  PAYLOAD_KEY_NOT_FOUND: 'o conjunto não tem chave com o kid e a impressão digital do cabeçalho',
  PAYLOAD_KEY_TYPE: 'a chave não serve para o algoritmo ou é fraca',
  PAYLOAD_SIGNATURE: 'a assinatura não é a da chave',
  PAYLOAD_THUMBPRINT: 'a impressão digital não é a do certificado',
  // content
  PAYLOAD_EXPIRED: 'a cobrança não pode mais ser paga',
  PAYLOAD_JSON: 'o payload assinado não é o que o seu tipo prescreve',
  'PAYLOAD_JSON:duplicate-member': 'o membro "{field}" aparece duas vezes',
  PAYLOAD_RULES: 'o payload assinado contraria uma regra da norma',
  PAYLOAD_STALE: 'o payload não é o mais novo',
  PAYLOAD_STATUS: 'a cobrança ou recorrência não está mais aberta',
  // signing
  PAYLOAD_SIGNING_CERTIFICATE: 'o certificado da chave não serve para assinar',
  'PAYLOAD_SIGNING_CERTIFICATE:expired': 'o certificado {index} da cadeia que assina venceu em {date}',
  PAYLOAD_SIGNING_JKU: 'o endereço do conjunto de chaves não combina com a location',
  PAYLOAD_SIGNING_KEY: 'a chave privada não serve para assinar',
  PAYLOAD_SIGNING_OPTION: '"{field}" não é uma opção com que se possa assinar',
}

export const remedies: Messages<PayloadErrorCode | PayloadReason> = {
  // network
  PAYLOAD_HTTP_STATUS: 'Peça um novo código ao recebedor ou tente mais tarde.',
  'PAYLOAD_HTTP_STATUS:gone': 'Peça um novo código ao recebedor.',
  'PAYLOAD_HTTP_STATUS:invalid-request': 'Confira DPP e codMun ou consulte sem eles.',
  'PAYLOAD_HTTP_STATUS:not-found': 'Peça um novo código ao recebedor ou tente mais tarde.',
  'PAYLOAD_HTTP_STATUS:redirect': 'Não pague; avise o banco que hospeda a cobrança.',
  'PAYLOAD_HTTP_STATUS:unavailable': 'Tente mais tarde.',
  PAYLOAD_JWKS_FETCH: 'Tente mais tarde; se persistir, avise o banco que hospeda a cobrança.',
  'PAYLOAD_JWKS_FETCH:status': 'Tente mais tarde; se persistir, avise o banco que hospeda a cobrança.',
  'PAYLOAD_JWKS_FETCH:unreachable': 'Tente mais tarde; se persistir, avise o banco que hospeda a cobrança.',
  PAYLOAD_LOCATION_ADDRESS_FORBIDDEN: 'Não pague: nenhum banco serve cobranças desse endereço.',
  PAYLOAD_LOCATION_HOST_NOT_ALLOWED: 'Não pague; se o banco for novo, atualize a lista de certificados CERTQRC.',
  PAYLOAD_LOCATION_SYNTAX: 'Peça um novo código ao recebedor.',
  PAYLOAD_TLS: 'Tente de outra rede; se persistir, avise o banco que hospeda a cobrança.',
  // proof
  PAYLOAD_ALG: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_BODY: 'Avise o banco que hospeda a cobrança.',
  'PAYLOAD_BODY:not-compact-jws': 'Avise o banco que hospeda a cobrança.',
  'PAYLOAD_BODY:too-large': 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_CERT_KEY_MISMATCH: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_CERT_NAME: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_CERT_VALIDITY: 'Confira o relógio desta máquina; se estiver certo, avise o banco que hospeda a cobrança.',
  PAYLOAD_CHAIN: 'Não pague, a não ser que você confie no emissor: então inclua-o nas raízes confiáveis.',
  PAYLOAD_HEADER: 'Avise o banco que hospeda a cobrança.',
  PAYLOAD_JKU: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_KEY_AMBIGUOUS: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_KEY_NOT_FOUND: 'Tente mais tarde: o banco pode estar trocando de chave.',
  PAYLOAD_KEY_TYPE: 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_SIGNATURE: 'Não pague: alguém alterou a cobrança.',
  PAYLOAD_THUMBPRINT: 'Avise o banco que hospeda a cobrança.',
  // content
  PAYLOAD_EXPIRED: 'Peça uma nova cobrança ao recebedor.',
  PAYLOAD_JSON: 'Avise o banco que hospeda a cobrança.',
  'PAYLOAD_JSON:duplicate-member': 'Não pague; avise o banco que hospeda a cobrança.',
  PAYLOAD_RULES: 'Avise o banco que hospeda a cobrança.',
  PAYLOAD_STALE: 'Busque a location de novo antes de pagar.',
  PAYLOAD_STATUS: 'Pergunte ao recebedor se foi paga ou retirada.',
  // signing
  PAYLOAD_SIGNING_CERTIFICATE: 'Renove o certificado ou informe o que corresponde à chave, com a cadeia completa.',
  'PAYLOAD_SIGNING_CERTIFICATE:expired': 'Renove o certificado.',
  PAYLOAD_SIGNING_JKU: 'Sirva o conjunto de chaves no host das locations, por https, sem porta, usuário nem fragmento.',
  PAYLOAD_SIGNING_KEY:
    'Use uma chave RSA de 2.048 bits ou mais, ou em P-256, P-384 ou P-521, que corresponda ao certificado.',
  PAYLOAD_SIGNING_OPTION: 'Corrija a opção.',
}

/** What the caller still has to do. */
export const remaining: Messages<RemainingCheck> = {
  'ask-for-both-consents': 'Peça ao pagador dois consentimentos: o do pagamento e o da recorrência.',
  'ask-for-the-day':
    'Busque a location de novo com a data do pagamento (DPP) e o município do pagador (codMun): o valor pode depender deles.',
  'authorise-host':
    'Confira se o host está na lista de certificados CERTQRC, que os participantes do Pix recebem do Bacen: qualquer um que tenha um domínio pode assinar.',
  'check-holidays': 'Confira os feriados do pagador: deles depende se a cobrança ainda pode ser paga.',
  'check-revocation': 'Não se verificou se algum certificado de quem assina foi revogado.',
  'compare-receiver': 'Compare o CPF ou CNPJ do recebedor com o dono da chave no DICT.',
  'nothing-is-signed': 'Um código estático não traz assinatura: quem o imprimiu escolheu a chave.',
  'query-dict': 'Consulte a chave no DICT e mostre ao pagador o nome que ele responder.',
  'remember-revisions': 'Sem memória de revisões, não se percebe uma cobrança antiga exibida de novo.',
  'show-all-information': 'Mostre ao pagador todas as informações adicionais.',
  'verify-again-before-paying': 'Busque e verifique de novo logo antes de pagar: a cobrança pode mudar até lá.',
  'verify-recurrence-after-payment': 'Feito o pagamento, busque e verifique a recorrência e ofereça-a.',
}

/** What is so once a step has passed. */
export const steps: Messages<VerifyStep> = {
  LOCATION_SYNTAX: 'a location é um host e um caminho',
  LOCATION_HOST_NOT_ALLOWED: 'o host está na lista dos autorizados',
  LOCATION_ADDRESS_FORBIDDEN: 'o host tem endereço na internet pública',
  TLS: 'a conexão é segura e é com esse host',
  HTTP_STATUS: 'a location serve alguma coisa',
  BODY: 'a resposta é um JWS compacto',
  HEADER: 'o cabeçalho indica algoritmo, chave e conjunto de chaves',
  ALG: 'o algoritmo é um dos nove permitidos',
  JKU: 'o conjunto de chaves está no host da location',
  JWKS_FETCH: 'o conjunto de chaves pode ser lido',
  KEY: 'uma única chave tem esse kid e essa impressão digital',
  KEY_TYPE: 'a chave serve para o algoritmo e é forte o bastante',
  CERT_KEY_MISMATCH: 'a chave é a do seu certificado',
  THUMBPRINT: 'a impressão digital é a do certificado',
  CERT_VALIDITY: 'os certificados valem agora, e para assinaturas',
  CHAIN: 'o certificado leva a uma raiz confiável',
  CERT_NAME: 'o certificado é desse host, se é de algum',
  SIGNATURE: 'a assinatura é a da chave',
  JSON: 'o payload tem os campos do seu tipo',
  RULES: 'os campos não se contradizem',
  STATUS: 'a cobrança ou recorrência está aberta',
  EXPIRED: 'ainda pode ser paga nesse dia',
  STALE: 'é a revisão mais nova, gerada agora',
}
