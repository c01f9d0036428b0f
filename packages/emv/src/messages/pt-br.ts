/**
 * Portuguese sentences for the codes of `@pixkit/emv`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { EmvErrorCode } from '../tlv.ts'

export const messages: Messages<EmvErrorCode> = {
  EMV_DUPLICATE_ID: 'o objeto "{path}" aparece duas vezes',
  EMV_ID_NOT_NUMERIC: 'um objeto deve começar com dois dígitos',
  EMV_LENGTH_NOT_NUMERIC: 'o tamanho de "{path}" deve ter dois dígitos',
  EMV_LENGTH_OVERRUN: 'o tamanho de "{path}" é {length}, mas restam só {found} caracteres',
  EMV_LENGTH_SPLITS_CHARACTER: 'o tamanho de "{path}" termina no meio de um caractere',
  EMV_LENGTH_ZERO: 'o objeto "{path}" está vazio',
  EMV_NOT_UNICODE: 'o texto contém metade de um caractere (surrogate isolado)',
  EMV_OBJECT_TRUNCATED: 'um objeto está cortado: precisa de pelo menos cinco caracteres',
  EMV_TEMPLATE_EXPECTED: 'o objeto "{path}" é um template: informe filhos, e não um valor',
  EMV_TEMPLATE_UNEXPECTED: 'o objeto "{path}" não é um template: informe um valor, e não filhos',
  EMV_VALUE_TOO_LONG: 'o objeto "{path}" tem {found} caracteres; cabem no máximo {max}',
}

const COPY =
  'Copie o código de novo, inteiro, sem quebras de linha. Se não adiantar, o emissor contou um tamanho errado.'
const REPAIR = 'Corrija o programa que escreveu o código.'

export const remedies: Messages<EmvErrorCode> = {
  EMV_DUPLICATE_ID: 'Não pague: cada leitor pode escolher um deles. Peça um novo código.',
  EMV_ID_NOT_NUMERIC: COPY,
  EMV_LENGTH_NOT_NUMERIC: COPY,
  EMV_LENGTH_OVERRUN: COPY,
  EMV_LENGTH_SPLITS_CHARACTER: REPAIR,
  EMV_LENGTH_ZERO: REPAIR,
  EMV_NOT_UNICODE: COPY,
  EMV_OBJECT_TRUNCATED: COPY,
  EMV_TEMPLATE_EXPECTED: REPAIR,
  EMV_TEMPLATE_UNEXPECTED: REPAIR,
  EMV_VALUE_TOO_LONG: 'Encurte o valor.',
}
