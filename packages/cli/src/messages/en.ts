/**
 * English sentences for the codes of `@pixkit/cli`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { CliErrorCode, CliWarningCode } from '../codes.ts'

export const messages: Messages<CliErrorCode | CliWarningCode> = {
  CLI_ARGUMENT_MISSING: 'argument {argument} is missing',
  CLI_ARGUMENT_UNEXPECTED: 'there are {found} arguments too many',
  CLI_CHARACTERS_DROPPED: 'characters not in {profile}, dropped: {found}',
  CLI_COMMAND_MISSING: 'command is missing',
  CLI_COMMAND_UNKNOWN: 'unknown command {command}',
  CLI_KIND_CONFLICT: 'kind is {argument} in the call and another one in the JSON',
  CLI_KIND_UNKNOWN: 'kind must be one of {choices}',
  CLI_OPTION_CHOICE: '{option} must be one of {choices}',
  CLI_OPTION_CONFLICT: '{option} does not go with {other}',
  CLI_OPTION_NEEDS: '{option} goes only with {needed}',
  CLI_OPTION_REPEATED: '{option} is given more than once',
  CLI_OPTION_UNKNOWN: 'unknown option {option}',
  CLI_OPTION_VALUE_MISSING: '{option} needs a value',
  CLI_OPTION_VALUE_UNEXPECTED: '{option} takes no value',
  CLI_PICTURE_ON_TERMINAL: 'a picture file does not go through a terminal',
  CLI_FILE_EXISTS: '{file} exists already',
  CLI_FILE_TOO_LARGE: 'file has more than {max} bytes',
  CLI_FILE_UNREADABLE: 'file cannot be read ({cause})',
  CLI_FILE_UNWRITABLE: '{file} cannot be written ({cause})',
  CLI_INPUT_NOT_UTF8: 'standard input is not UTF-8 text',
  CLI_INPUT_TOO_LONG: 'standard input has more than {max} bytes',
  CLI_INPUT_UNREADABLE: 'standard input cannot be read ({cause})',
  CLI_JSON_NOT_OBJECT: 'standard input is JSON, but not an object',
  CLI_JSON_SYNTAX: 'standard input is not JSON',
  CLI_NOT_A_PICTURE: 'this is text, not a picture',
  CLI_NO_PIX_CODE: 'no Pix code in this picture',
  CLI_NO_QR_CODE: 'no QR code found in this picture',
  CLI_NOT_A_CODE: 'this does not look like a Pix code',
  CLI_CERTIFICATE_MISSING: 'there is no certificate here',
  CLI_CONVERT_SEVERAL: 'a DER file holds one object, and here are {found}',
  CLI_OPTION_FORMAT: '{option} must look like {expected}',
  CLI_OPTION_MISSING: 'option {option} is missing',
  CLI_OUT_PASSPHRASE_MISSING: '{format} needs a passphrase',
  CLI_VARIABLE_MISSING: 'the variable of {option} is not set',
}

export const remedies: Messages<CliErrorCode | CliWarningCode> = {
  CLI_ARGUMENT_MISSING: 'See {help}.',
  CLI_ARGUMENT_UNEXPECTED: 'Put values with spaces in quotes. See {help}.',
  CLI_CHARACTERS_DROPPED: '--profile utf8 keeps them; some banks refuse such codes.',
  CLI_COMMAND_MISSING: 'See {help}.',
  CLI_COMMAND_UNKNOWN: 'See {help}.',
  CLI_KIND_CONFLICT: 'Leave one of the two out. See {help}.',
  CLI_KIND_UNKNOWN: 'See {help}.',
  CLI_OPTION_CHOICE: 'See {help}.',
  CLI_OPTION_CONFLICT: 'Leave one of the two out. See {help}.',
  CLI_OPTION_NEEDS: 'Add {needed}, or leave {option} out. See {help}.',
  CLI_OPTION_REPEATED: 'Leave all but one out. See {help}.',
  CLI_OPTION_UNKNOWN: 'See {help}.',
  CLI_OPTION_VALUE_MISSING: 'Write {option} VALUE, or {option}=VALUE when the value begins with a hyphen. See {help}.',
  CLI_OPTION_VALUE_UNEXPECTED: 'Write only {option}. See {help}.',
  CLI_PICTURE_ON_TERMINAL: 'Name a file instead of "-", or connect standard input or output to one. See {help}.',
  CLI_FILE_EXISTS: 'It was left as it is: choose another name, or replace it with --force.',
  CLI_FILE_TOO_LARGE: 'Make the picture smaller: a code needs few pixels.',
  CLI_FILE_UNREADABLE: 'Give the name of a file that is there and that you may read.',
  CLI_FILE_UNWRITABLE: 'Choose a name in a folder that exists and that you may write to.',
  CLI_INPUT_NOT_UTF8: 'Save the text as UTF-8; pictures are for "pix read".',
  CLI_INPUT_TOO_LONG: 'Send one code only: it has at most 512 bytes.',
  CLI_INPUT_UNREADABLE: 'Send a file or the output of another program.',
  CLI_JSON_NOT_OBJECT: 'Send one object with the fields, such as {"chave": "…", "merchantName": "…"}.',
  CLI_JSON_SYNTAX: 'Send one object with the fields in double quotes, such as {"chave": "…", "merchantName": "…"}.',
  CLI_NOT_A_PICTURE: 'The text of a code is for pix decode: pix decode - < FILE',
  CLI_NO_PIX_CODE: 'Its QR codes say something else: read the picture of the Pix code.',
  CLI_NO_QR_CODE:
    'Show the whole code with its light margin, upright, sharp and large; screenshots read better than photos.',
  CLI_NOT_A_CODE:
    'A code begins with 000201: copy it whole. A key is not a code, nor is the name of a file: pix decode - < FILE, pix read PICTURE.',
  CLI_CERTIFICATE_MISSING: 'Give a file that holds a certificate.',
  CLI_CONVERT_SEVERAL: 'Write PEM, which holds several, or give the key a file of its own: --key-out FILE.',
  CLI_OPTION_FORMAT: 'See {help}.',
  CLI_OPTION_MISSING: 'See {help}.',
  CLI_OUT_PASSPHRASE_MISSING:
    'Add --out-passphrase-env VARIABLE or --out-passphrase-file FILE; or --no-passphrase, which protects nothing. See {help}.',
  CLI_VARIABLE_MISSING: 'Set it (export NAME=…); the option wants the name of the variable, not the passphrase.',
}
