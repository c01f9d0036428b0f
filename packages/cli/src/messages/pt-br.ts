/**
 * Portuguese sentences for the codes of `@pixkit/cli`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { CliErrorCode, CliWarningCode } from '../codes.ts'

export const messages: Messages<CliErrorCode | CliWarningCode> = {
  CLI_ARGUMENT_MISSING: 'falta o argumento {argument}',
  CLI_ARGUMENT_UNEXPECTED: 'há {found} argumentos a mais',
  CLI_CHARACTERS_DROPPED: 'caracteres fora de {profile}, descartados: {found}',
  CLI_COMMAND_MISSING: 'falta o comando',
  CLI_COMMAND_UNKNOWN: 'comando desconhecido {command}',
  CLI_KIND_CONFLICT: 'o tipo é {argument} na chamada e outro no JSON',
  CLI_KIND_UNKNOWN: 'o tipo deve ser um de {choices}',
  CLI_OPTION_CHOICE: '{option} deve ser um de {choices}',
  CLI_OPTION_CONFLICT: '{option} não combina com {other}',
  CLI_OPTION_NEEDS: '{option} só vale com {needed}',
  CLI_OPTION_REPEATED: '{option} aparece mais de uma vez',
  CLI_OPTION_UNKNOWN: 'opção desconhecida {option}',
  CLI_OPTION_VALUE_MISSING: '{option} precisa de um valor',
  CLI_OPTION_VALUE_UNEXPECTED: '{option} não leva valor',
  CLI_PICTURE_ON_TERMINAL: 'um arquivo de imagem não passa por um terminal',
  CLI_FILE_EXISTS: '{file} já existe',
  CLI_FILE_TOO_LARGE: 'o arquivo tem mais de {max} bytes',
  CLI_FILE_UNREADABLE: 'não foi possível ler o arquivo ({cause})',
  CLI_FILE_UNWRITABLE: 'não foi possível gravar {file} ({cause})',
  CLI_INPUT_NOT_UTF8: 'a entrada padrão não é texto em UTF-8',
  CLI_INPUT_TOO_LONG: 'a entrada padrão tem mais de {max} bytes',
  CLI_INPUT_UNREADABLE: 'não foi possível ler a entrada padrão ({cause})',
  CLI_JSON_NOT_OBJECT: 'a entrada padrão é JSON, mas não um objeto',
  CLI_JSON_SYNTAX: 'a entrada padrão não é JSON',
  CLI_NOT_A_PICTURE: 'isto é texto, não uma imagem',
  CLI_NO_PIX_CODE: 'não há código Pix nesta imagem',
  CLI_NO_QR_CODE: 'nenhum QR code encontrado nesta imagem',
  CLI_NOT_A_CODE: 'isto não parece um código Pix',
  CLI_CERTIFICATE_MISSING: 'não há certificado aqui',
  CLI_CONVERT_SEVERAL: 'em um arquivo DER cabe um objeto, e aqui há {found}',
  CLI_OPTION_FORMAT: '{option} deve ser como {expected}',
  CLI_OPTION_MISSING: 'falta a opção {option}',
  CLI_OUT_PASSPHRASE_MISSING: '{format} precisa de uma senha',
  CLI_VARIABLE_MISSING: 'a variável de {option} não está definida',
}

export const remedies: Messages<CliErrorCode | CliWarningCode> = {
  CLI_ARGUMENT_MISSING: 'Veja {help}.',
  CLI_ARGUMENT_UNEXPECTED: 'Ponha entre aspas os valores com espaços. Veja {help}.',
  CLI_CHARACTERS_DROPPED: '--profile utf8 os mantém; alguns bancos recusam esses códigos.',
  CLI_COMMAND_MISSING: 'Veja {help}.',
  CLI_COMMAND_UNKNOWN: 'Veja {help}.',
  CLI_KIND_CONFLICT: 'Deixe só um dos dois. Veja {help}.',
  CLI_KIND_UNKNOWN: 'Veja {help}.',
  CLI_OPTION_CHOICE: 'Veja {help}.',
  CLI_OPTION_CONFLICT: 'Deixe só um dos dois. Veja {help}.',
  CLI_OPTION_NEEDS: 'Acrescente {needed}, ou tire {option}. Veja {help}.',
  CLI_OPTION_REPEATED: 'Deixe só uma. Veja {help}.',
  CLI_OPTION_UNKNOWN: 'Veja {help}.',
  CLI_OPTION_VALUE_MISSING: 'Escreva {option} VALOR, ou {option}=VALOR se o valor começa com hífen. Veja {help}.',
  CLI_OPTION_VALUE_UNEXPECTED: 'Escreva só {option}. Veja {help}.',
  CLI_PICTURE_ON_TERMINAL: 'Informe um arquivo em vez de "-", ou ligue a entrada ou a saída a um. Veja {help}.',
  CLI_FILE_EXISTS: 'Ele ficou como estava: escolha outro nome, ou substitua com --force.',
  CLI_FILE_TOO_LARGE: 'Diminua a imagem: um código precisa de poucos pixels.',
  CLI_FILE_UNREADABLE: 'Informe o nome de um arquivo que existe e que você pode ler.',
  CLI_FILE_UNWRITABLE: 'Escolha um nome em uma pasta que existe e em que você pode gravar.',
  CLI_INPUT_NOT_UTF8: 'Salve o texto em UTF-8; imagens são para "pix read".',
  CLI_INPUT_TOO_LONG: 'Envie um código só: ele tem no máximo 512 bytes.',
  CLI_INPUT_UNREADABLE: 'Envie um arquivo ou a saída de outro programa.',
  CLI_JSON_NOT_OBJECT: 'Envie um objeto com os campos, como {"chave": "…", "merchantName": "…"}.',
  CLI_JSON_SYNTAX: 'Envie um objeto com os campos entre aspas duplas, como {"chave": "…", "merchantName": "…"}.',
  CLI_NOT_A_PICTURE: 'O texto de um código é para o pix decode: pix decode - < ARQUIVO',
  CLI_NO_PIX_CODE: 'Os QR codes dela dizem outra coisa: leia a imagem do código Pix.',
  CLI_NO_QR_CODE:
    'Mostre o código inteiro, com a margem clara, de frente, nítido e grande; capturas de tela são mais fáceis de ler que fotos.',
  CLI_NOT_A_CODE:
    'Um código começa com 000201: copie-o inteiro. Uma chave não é um código, nem o nome de um arquivo: pix decode - < ARQUIVO, pix read IMAGEM.',
  CLI_CERTIFICATE_MISSING: 'Indique um arquivo que tenha um certificado.',
  CLI_CONVERT_SEVERAL: 'Grave em PEM, onde cabem vários, ou dê à chave um arquivo próprio: --key-out ARQUIVO.',
  CLI_OPTION_FORMAT: 'Veja {help}.',
  CLI_OPTION_MISSING: 'Veja {help}.',
  CLI_OUT_PASSPHRASE_MISSING:
    'Junte --out-passphrase-env VARIÁVEL ou --out-passphrase-file ARQUIVO; ou --no-passphrase, que não protege nada. Veja {help}.',
  CLI_VARIABLE_MISSING: 'Defina-a (export NOME=…); a opção quer o nome da variável, e não a senha.',
}
