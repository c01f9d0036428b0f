/**
 * Sentences of this package: en.
 *
 * @module
 */
import type { BacenErrorCode, BacenReason } from '../codes.ts'

export const messages: Readonly<Record<BacenErrorCode | BacenReason, string>> = {
  BACEN_CALCULO: 'TODO',
  BACEN_COPIA_E_COLA: 'TODO',
  BACEN_IN_USE: 'TODO',
  BACEN_OPERATION: 'TODO',
  BACEN_PROFILE_UNCONFIRMED: 'TODO',
  BACEN_REQUEST: 'TODO',
  BACEN_RESPONSE: 'TODO',
  BACEN_SCOPES: 'TODO',
  BACEN_SETTINGS: 'TODO',
  'BACEN_SETTINGS:ambiente': 'the profile has no address for the ambiente {ambiente}',
  'BACEN_SETTINGS:header': '{field} is not a header that a client may add',
  'BACEN_SETTINGS:number': '{field} is not a whole number above zero',
  'BACEN_SETTINGS:path': '{field} is not a path of this operation',
  'BACEN_SETTINGS:prefix': '{field} is not a prefix of paths',
  'BACEN_SETTINGS:query': '{field} is not a parameter that a client may add',
  'BACEN_SETTINGS:url': '{field} is not the address of an API',
}

/** What to do next. */
export const remedies: Readonly<Record<BacenErrorCode | BacenReason, string>> = {
  BACEN_CALCULO: 'TODO',
  BACEN_COPIA_E_COLA: 'TODO',
  BACEN_IN_USE: 'TODO',
  BACEN_OPERATION: 'TODO',
  BACEN_PROFILE_UNCONFIRMED: 'TODO',
  BACEN_REQUEST: 'TODO',
  BACEN_RESPONSE: 'TODO',
  BACEN_SCOPES: 'TODO',
  BACEN_SETTINGS: 'TODO',
  'BACEN_SETTINGS:ambiente': 'Take an ambiente that the bank has, or give `apiUrl` and `tokenUrl` in `overrides`.',
  'BACEN_SETTINGS:header':
    'Write the name in lower case, the value in ASCII, and leave authorization, host and content headers to the client.',
  'BACEN_SETTINGS:number': 'Give a whole number of 1 or more, or leave the setting out.',
  'BACEN_SETTINGS:path': 'Begin with a slash, end without one, and keep the names in braces that `operations` has.',
  'BACEN_SETTINGS:prefix': 'Begin with a slash, end without one, as in `/v2`; the empty text stands for none.',
  'BACEN_SETTINGS:query': 'Give a name that is not empty, and a value in ASCII.',
  'BACEN_SETTINGS:url': 'Write it as https://host/path without user, query, fragment or a slash at the end.',
}
