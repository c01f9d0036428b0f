/**
 * Portuguese sentences for the codes of `@pixkit/core`: what is wrong, and what to do.
 *
 * @module
 */
import type { ChaveErrorCode } from '../inspect-chave.ts'
import type { CoreErrorCode } from '../codes.ts'
import type { Messages } from '../issue.ts'

export const chaveMessages: Messages<ChaveErrorCode> = {
  CHAVE_CHECK_DIGITS: 'dígitos verificadores errados para {tipo}',
  CHAVE_EMAIL_INVALID: 'não é um e-mail que o DICT admite, sem acentos e com até {max} caracteres',
  CHAVE_EVP_WITHOUT_HYPHENS: 'chave aleatória sem os hífens',
  CHAVE_NOT_NORMALISED: 'chave com pontuação, espaços ou maiúsculas fora do padrão',
  CHAVE_TELEFONE_INVALID: 'não é um telefone no formato internacional',
  CHAVE_TELEFONE_WITHOUT_COUNTRY: 'telefone sem o código do país',
  CHAVE_UNKNOWN: 'não é CPF, CNPJ, telefone, e-mail nem chave aleatória',
}

export const messages: Messages<CoreErrorCode> = /* @__PURE__ */ Object.assign(
  {
    DATE_FORMAT: 'não é um dia do calendário, escrito AAAA-MM-DD',
    ID_FORMAT: '"{id}" deve ter {length} letras e dígitos',
    ID_LAYOUT: '"{id}" não segue a regra de formação da norma',
    ISPB_FORMAT: '"ispb" deve ter oito dígitos ou letras maiúsculas',
    TXID_LENGTH: '"length" deve ser um inteiro de {min} a {max}',
    VALOR_CENTAVOS_INVALID: 'os centavos devem ser um inteiro de 0 a 999999999999',
    VALOR_FORMAT: 'o valor deve ter de um a dez dígitos, ponto e dois dígitos, sem zeros à esquerda',
    YEAR_RANGE: '"year" deve ser um inteiro de 1 a 9999',
  },
  chaveMessages,
)

export const chaveRemedies: Messages<ChaveErrorCode> = {
  CHAVE_CHECK_DIGITS: 'Confira o número: algum dígito foi trocado ou perdido.',
  CHAVE_EMAIL_INVALID: 'Use o endereço exatamente como foi registrado como chave.',
  CHAVE_EVP_WITHOUT_HYPHENS: 'Escreva em grupos de 8-4-4-4-12, como o banco mostra.',
  CHAVE_NOT_NORMALISED:
    'Escreva como no DICT: CPF e CNPJ sem pontuação; telefone com +55; e-mail e chave aleatória em minúsculas.',
  CHAVE_TELEFONE_INVALID: 'Escreva + e o código do país, depois o número: +5561912345678.',
  CHAVE_TELEFONE_WITHOUT_COUNTRY: 'Escreva +55 na frente: onze dígitos sozinhos são lidos como CPF.',
  CHAVE_UNKNOWN: 'Peça ao recebedor a chave como o banco mostra.',
}

export const remedies: Messages<CoreErrorCode> = /* @__PURE__ */ Object.assign(
  {
    DATE_FORMAT: 'Escreva o dia como 2026-11-20; feriados locais que se repetem todo ano, como 01-25.',
    ID_FORMAT: 'Copie o identificador inteiro; maiúsculas e minúsculas contam.',
    ID_LAYOUT: 'Se não foi você quem o criou, não há nada a fazer.',
    ISPB_FORMAT: 'Procure a instituição na lista de participantes do Pix.',
    TXID_LENGTH: 'Deixe de fora para ter 32 caracteres.',
    VALOR_CENTAVOS_INVALID: 'Arredonde para centavos inteiros antes de chamar.',
    VALOR_FORMAT: 'Escreva 10.00, e não 10, 10,00 ou 1e1.',
    YEAR_RANGE: 'Escreva o ano com quatro dígitos, como 2026.',
  },
  chaveRemedies,
)
