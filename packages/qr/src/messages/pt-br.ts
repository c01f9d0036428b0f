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
  QR_FILE_TOO_LARGE: 'o arquivo tem mais de {max} bytes',
  QR_FILE_UNREADABLE: 'não dá para ler o arquivo: {reason}',
  QR_IMAGE_DAMAGED: 'a imagem {format} está danificada ou incompleta',
  QR_IMAGE_EMPTY: 'a imagem não tem bytes',
  QR_IMAGE_FORMAT: 'a imagem é {found}, e só PNG e JPEG são lidos',
  QR_IMAGE_SIZE: '"{path}" deve ser {expected}',
  QR_IMAGE_TOO_LARGE: 'a imagem tem {width} × {height} pixels, e são lidos no máximo {max}',
  QR_IMAGE_UNKNOWN: 'não é imagem, ou é de um formato desconhecido',
  QR_LOGO_HREF: '"{path}" deve ser a URL data: de uma imagem',
  QR_LOGO_TOO_LARGE: 'o logotipo esconde {found} palavras de um bloco, e só pode esconder {max}',
  QR_OPTION_INVALID: '"{path}" deve ser {expected}',
  QR_READER_FAILED: 'o leitor parou enquanto olhava a imagem',
  QR_TERMINAL_NARROW: 'o terminal tem {columns} colunas, e o símbolo precisa de {needed}',
  QR_TEXT_EMPTY: 'o texto está vazio',
  QR_TEXT_NOT_UNICODE: 'o texto tem meio caractere (um surrogate sem par)',
  QR_TEXT_TOO_LONG: 'o texto precisa de pelo menos {found} bits, e no maior símbolo do nível {level} cabem {max}',
  QR_VERSION_TOO_SMALL: 'o texto precisa da versão {needed} no nível {level}, não da {version}',
  QR_WASM_INVALID: 'o wasm do leitor não serve',
  QR_WASM_MISSING: 'o leitor não recebeu o wasm',
}

export const remedies: Messages<QrErrorCode> = {
  QR_CANVAS_UNAVAILABLE: 'Use um canvas do qual ninguém tirou outro tipo de contexto.',
  QR_COLOR_FORMAT: 'Escreva # e três ou seis dígitos hexadecimais.',
  QR_CONTRAST_LOW: 'Escolha módulos mais escuros ou um fundo mais claro.',
  QR_FILE_TOO_LARGE: 'Diminua a imagem; um código precisa de poucos pixels.',
  QR_FILE_UNREADABLE: 'Confira o caminho e as permissões; deve ser um arquivo, não uma pasta.',
  QR_IMAGE_DAMAGED: 'Baixe ou exporte a imagem de novo.',
  QR_IMAGE_EMPTY: 'Confira se a imagem foi gravada e enviada inteira.',
  QR_IMAGE_FORMAT: 'Converta a imagem para PNG ou JPEG.',
  QR_IMAGE_SIZE: 'Informe pixels RGBA como getImageData os devolve.',
  QR_IMAGE_TOO_LARGE: 'Diminua a imagem; um código precisa de poucos pixels.',
  QR_IMAGE_UNKNOWN: 'Informe um arquivo PNG ou JPEG.',
  QR_LOGO_HREF: 'Embuta a imagem: data:image/png;base64,…',
  QR_LOGO_TOO_LARGE: 'Diminua o logotipo, ou suba o nível para Q ou H.',
  QR_OPTION_INVALID: 'Corrija a opção, ou deixe de fora.',
  QR_READER_FAILED: 'Tente uma imagem menor; a próxima chamada usa um leitor novo.',
  QR_TERMINAL_NARROW: 'Alargue a janela, ou grave uma imagem: SVG ou PNG.',
  QR_TEXT_EMPTY: 'Informe um texto.',
  QR_TEXT_NOT_UNICODE: 'Corte textos entre caracteres, não dentro deles.',
  QR_TEXT_TOO_LONG: 'Encurte o texto, ou baixe o nível para L.',
  QR_VERSION_TOO_SMALL: 'Deixe a versão de fora, ou baixe o nível.',
  QR_WASM_INVALID: 'Use o zxing_reader.wasm do zxing-wasm instalado e, se houver CSP, permita wasm-unsafe-eval.',
  QR_WASM_MISSING: 'Informe os bytes de zxing-wasm/reader/zxing_reader.wasm, ou o módulo compilado.',
}
