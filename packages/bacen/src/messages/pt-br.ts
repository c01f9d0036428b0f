/**
 * Sentences of this package: pt-br.
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
}
