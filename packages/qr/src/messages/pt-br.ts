/**
 * Portuguese sentences for the codes of `@pixkit/qr`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { QrErrorCode } from '../codes.ts'

export const messages: Messages<QrErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'o canvas não tem contexto 2d',
  QR_COLOR_FORMAT: '"{path}" deve ser uma cor como #1a2b3c',
  QR_CONTRAST_LOW: 'o contraste é de {found}%, e são precisos {min}%, escuro sobre claro',
  QR_LOGO_HREF: '"{path}" deve ser a URL data: de uma imagem',
  QR_LOGO_TOO_LARGE: 'o logotipo esconde {found} palavras de um bloco, e só pode esconder {max}',
  QR_OPTION_INVALID: '"{path}" deve ser {expected}',
  QR_TERMINAL_NARROW: 'o terminal tem {columns} colunas, e o símbolo precisa de {needed}',
  QR_TEXT_EMPTY: 'o texto está vazio',
  QR_TEXT_NOT_UNICODE: 'o texto tem meio caractere (um surrogate sem par)',
  QR_TEXT_TOO_LONG: 'o texto precisa de {found} bits, e no maior símbolo do nível {level} cabem {max}',
  QR_VERSION_TOO_SMALL: 'o texto precisa da versão {needed} no nível {level}, não da {version}',
}

export const remedies: Messages<QrErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'Use um canvas do qual ninguém tirou outro tipo de contexto.',
  QR_COLOR_FORMAT: 'Escreva # e três ou seis dígitos hexadecimais.',
  QR_CONTRAST_LOW: 'Escolha módulos mais escuros ou um fundo mais claro.',
  QR_LOGO_HREF: 'Embuta a imagem: data:image/png;base64,…',
  QR_LOGO_TOO_LARGE: 'Diminua o logotipo, ou suba o nível para Q ou H.',
  QR_OPTION_INVALID: 'Corrija a opção, ou deixe de fora.',
  QR_TERMINAL_NARROW: 'Alargue a janela, ou grave uma imagem: SVG ou PNG.',
  QR_TEXT_EMPTY: 'Informe um texto.',
  QR_TEXT_NOT_UNICODE: 'Corte textos entre caracteres, não dentro deles.',
  QR_TEXT_TOO_LONG: 'Encurte o texto, ou baixe o nível para L.',
  QR_VERSION_TOO_SMALL: 'Deixe a versão de fora, ou baixe o nível.',
}
