/**
 * Portuguese sentences for every code that `@pixkit/brcode` reports: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import { chaveMessages, chaveRemedies } from '@pixkit/core/messages/pt-br'
import { messages as emvMessages, remedies as emvRemedies } from '@pixkit/emv/messages/pt-br'
import type { BrCodeErrorCode } from '../codes.ts'

export const messages: Messages<BrCodeErrorCode> = /* @__PURE__ */ Object.assign(
  {
    BRCODE_AMOUNT_FORMAT: 'o valor "{path}" deve ter dígitos, ponto e dois decimais',
    BRCODE_AMOUNT_NOT_CANONICAL: 'o valor "{path}" está escrito {found} em vez de {expected}',
    BRCODE_AMOUNT_ZERO: 'o valor "{path}" é zero',
    BRCODE_CHARSET: '"{path}" tem caracteres fora do ASCII imprimível',
    BRCODE_CHAVE_AND_LOCATION: 'o template "{path}" tem chave (01) e location (25)',
    BRCODE_CRC_FORMAT: 'o CRC "{path}" deve ter quatro dígitos hexadecimais',
    BRCODE_CRC_MISMATCH: 'o CRC é {found}, mas o texto dá {expected}',
    BRCODE_CRC_MISSING: 'o código não termina com o CRC (6304…)',
    BRCODE_CRC_NOT_LAST: 'há texto depois do CRC ({found})',
    BRCODE_CURRENCY: 'a moeda "{path}" deve ser {expected} (BRL)',
    BRCODE_EMPTY: 'o texto está vazio',
    BRCODE_FIELD_FORMAT: '"{path}" deve ser {expected}',
    BRCODE_FIELD_IGNORED: '"{path}" não cabe neste tipo de código',
    BRCODE_FIELD_MISSING: '"{path}" falta, ou não tem nada que se possa escrever',
    BRCODE_FIELD_UNKNOWN: 'nenhum código tem o campo "{path}"',
    BRCODE_FIELD_TOO_LONG: '"{path}" tem {found} caracteres, {over} além de {max}',
    BRCODE_FIELD_TYPE: '"{path}" deve ser texto (string)',
    BRCODE_FSS_IN_COMPOSITE: 'saque "{path}" não pode vir com uma recorrência',
    BRCODE_KIND_UNKNOWN: '"kind" deve ser static, dynamic ou recurrence',
    BRCODE_LENGTH_AMBIGUOUS: 'quem conta os tamanhos de outro modo vê outro código',
    BRCODE_LENGTH_UNIT: 'os tamanhos não contam caracteres ({unit})',
    BRCODE_LOCATION_HOST: 'o host da location "{path}" deve ser um domínio com ponto, sem porta',
    BRCODE_LOCATION_HOSTS_DIFFER: 'cobrança e recorrência "{path}" estão em hosts diferentes',
    BRCODE_LOCATION_KIND: 'só a location de uma recorrência tem /rec/ antes do token: "{path}"',
    BRCODE_LOCATION_NOT_CANONICAL: 'a location "{path}" tem maiúsculas no host ou caracteres incomuns',
    BRCODE_LOCATION_PATH: 'o caminho da location "{path}" deve ter segmentos sem ? # . nem ..',
    BRCODE_LOCATION_SCHEME: 'a location "{path}" não pode começar com https://',
    BRCODE_NOTHING_TO_PAY: 'o template "{path}" não tem chave nem location',
    BRCODE_NOT_PIX: 'nenhum template de 26 a 51 é do Pix (br.gov.bcb.pix)',
    BRCODE_PAYLOAD_FORMAT: 'o código deve começar com 000201',
    BRCODE_PIX_DUPLICATED: 'o Pix aparece duas vezes no código: "{path}"',
    BRCODE_TOO_LONG: 'o código tem {found} bytes, {over} além de {max}',
    BRCODE_TXID_CHARSET: 'o txid "{path}" deve ter de 1 a 25 letras e dígitos',
  },
  chaveMessages,
  emvMessages,
)

const COPY = 'Copie o código de novo, inteiro, de onde foi emitido.'
const ISSUER = 'Dá para pagar; avise o emissor, pois alguns bancos recusam.'
const ASK = 'Não pague: peça ao emissor um novo código.'

export const remedies: Messages<BrCodeErrorCode> = /* @__PURE__ */ Object.assign(
  {
    BRCODE_AMOUNT_FORMAT: 'Escreva 10.00: com ponto, sem vírgula nem sinal.',
    BRCODE_AMOUNT_NOT_CANONICAL: 'Escreva {expected}; alguns aplicativos leem outro valor.',
    BRCODE_AMOUNT_ZERO: 'Deixe o valor de fora: assim o pagador o digita.',
    BRCODE_CHARSET: ISSUER,
    BRCODE_CHAVE_AND_LOCATION: ASK,
    BRCODE_CRC_FORMAT: COPY,
    BRCODE_CRC_MISMATCH: 'Um caractere se perdeu ou mudou: copie o código de novo, inteiro.',
    BRCODE_CRC_MISSING: COPY,
    BRCODE_CRC_NOT_LAST: 'Retire o que vem depois do CRC.',
    BRCODE_CURRENCY: 'Não pode ser pago com Pix.',
    BRCODE_EMPTY: 'Cole o código.',
    BRCODE_FIELD_FORMAT: 'O emissor deve escrever como mostrado.',
    BRCODE_FIELD_IGNORED: 'Deixe de fora ao emitir; os leitores ignoram.',
    BRCODE_FIELD_MISSING: 'Preencha.',
    BRCODE_FIELD_UNKNOWN: 'Retire, ou confira a grafia.',
    BRCODE_FIELD_TOO_LONG: 'Encurte em {over}.',
    BRCODE_FIELD_TYPE: 'Informe como texto, como "10.00".',
    BRCODE_FSS_IN_COMPOSITE: 'Emita dois códigos.',
    BRCODE_KIND_UNKNOWN: 'Escolha um dos três.',
    BRCODE_LENGTH_AMBIGUOUS: ASK,
    BRCODE_LENGTH_UNIT: 'O emissor deveria contar caracteres.',
    BRCODE_LOCATION_HOST: ASK,
    BRCODE_LOCATION_HOSTS_DIFFER: ASK,
    BRCODE_LOCATION_KIND: 'Veja se cobrança e recorrência não foram trocadas.',
    BRCODE_LOCATION_NOT_CANONICAL: ISSUER,
    BRCODE_LOCATION_PATH: ASK,
    BRCODE_LOCATION_SCHEME: 'O emissor deve deixar o https:// de fora.',
    BRCODE_NOTHING_TO_PAY: ASK,
    BRCODE_NOT_PIX: 'Pode ser de outro arranjo: pague com o aplicativo dele.',
    BRCODE_PAYLOAD_FORMAT: 'Retire o que vem antes de 000201, ou copie de novo.',
    BRCODE_PIX_DUPLICATED: ASK,
    BRCODE_TOO_LONG: 'Encurte em {over} bytes.',
    BRCODE_TXID_CHARSET: 'Use só letras sem acento e dígitos.',
  },
  chaveRemedies,
  emvRemedies,
)
