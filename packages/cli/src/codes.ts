/**
 * What can be wrong with a call of the command, and with what it reads.
 *
 * @module
 */

/** The call is bad: exit code 2. */
export type UsageErrorCode =
  | 'CLI_ARGUMENT_MISSING'
  | 'CLI_ARGUMENT_UNEXPECTED'
  | 'CLI_COMMAND_MISSING'
  | 'CLI_COMMAND_UNKNOWN'
  | 'CLI_FILES_SWAPPED'
  | 'CLI_KIND_CONFLICT'
  | 'CLI_KIND_UNKNOWN'
  | 'CLI_LOCATION_AMBIGUOUS'
  | 'CLI_OPTION_CHOICE'
  | 'CLI_OPTION_CONFLICT'
  | 'CLI_OPTION_FORMAT'
  | 'CLI_OPTION_MISSING'
  | 'CLI_OPTION_NEEDS'
  | 'CLI_OPTION_REPEATED'
  | 'CLI_OPTION_UNKNOWN'
  | 'CLI_OPTION_VALUE_MISSING'
  | 'CLI_OPTION_VALUE_UNEXPECTED'
  | 'CLI_OUT_PASSPHRASE_MISSING'
  | 'CLI_PASSPHRASE_DIFFERS'
  | 'CLI_PASSPHRASE_EMPTY'
  | 'CLI_PICTURE_ON_TERMINAL'
  | 'CLI_SAME_FILE'
  | 'CLI_VARIABLE_MISSING'

/** What was read is bad, or a file cannot be read or written: exit code 1. */
export type InputErrorCode =
  | 'CLI_CERTIFICATE_MISSING'
  | 'CLI_CONVERT_SEVERAL'
  | 'CLI_FILE_EXISTS'
  | 'CLI_FILE_TOO_LARGE'
  | 'CLI_FILE_UNREADABLE'
  | 'CLI_FILE_UNWRITABLE'
  | 'CLI_INPUT_NOT_UTF8'
  | 'CLI_INPUT_TOO_LONG'
  | 'CLI_INPUT_TWICE'
  | 'CLI_INPUT_UNREADABLE'
  | 'CLI_JSON_NOT_OBJECT'
  | 'CLI_JSON_SYNTAX'
  | 'CLI_NETWORK_MISSING'
  | 'CLI_NOT_A_CODE'
  | 'CLI_NOT_A_LOCATION'
  | 'CLI_NOT_A_PICTURE'
  | 'CLI_NO_PIX_CODE'
  | 'CLI_NO_QR_CODE'
  | 'CLI_PASSPHRASE_UNREADABLE'
  | 'CLI_REQUEST_ONLY'

/** The code was written, but not with every character that was given: exit code 0. */
export type CliWarningCode = 'CLI_CHARACTERS_DROPPED'

export type CliErrorCode = UsageErrorCode | InputErrorCode
