/**
 * QR Codes that Efí draws.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import { checkCopiaECola } from '../../copia-e-cola.ts'
import { bacenFailure, bacenIssue } from '../failure.ts'
import { isMembers } from '../members.ts'
import { noteFailedCall } from '../note-failed-call.ts'
import type { EfiQrCode } from '../types/efi.ts'
import type { PayloadLocation } from '../types/loc.ts'
import { ask, type EfiClient } from './ask.ts'

export interface EfiLocMethods {
  /**
   * The QR Code of a location, as text and as an image. The text is compared with the location; what the image holds nobody checks:
   * `@pixkit/qr` draws the text, without asking.
   *
   * Scope `payloadlocation.read`.
   *
   * @param loc - `loc` of a charge, or what `client.loc.create` gave.
   * @throws {PixkitError} `BACEN_COPIA_E_COLA`: the code does not point to the location.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `location_nao_encontrada`.
   * @see Efí, Payload locations, GET /v2/loc/:id/qrcode.
   */
  qrCode(loc: Pick<PayloadLocation, 'id' | 'location'>, options?: OperationOptions): Promise<EfiQrCode>
}

const name = 'efi.loc.qrCode'

export function createLocMethods(client: EfiClient): EfiLocMethods {
  return {
    async qrCode(loc, options = {}) {
      assertLoc(loc)
      const { id, location } = loc
      const path = '/loc/{id}/qrcode'
      const request = { ...options, name, method: 'GET', path, params: { id } } as const
      const answer = await ask<EfiQrCode>(client, request, 'qrcode')
      const issues = checkCopiaECola({ location, pixCopiaECola: answer.qrcode })
        .filter(({ severity }) => severity === 'error')
        .map(({ params }) => bacenIssue('BACEN_COPIA_E_COLA', 'error', { path: ['qrcode'], params }))
      const [first] = issues
      if (first === undefined) return answer
      const error = bacenFailure('BACEN_COPIA_E_COLA', {
        ...first,
        params: { ...first.params, operation: name },
        issues,
      })
      throw noteFailedCall(error, { operation: name, params: { id }, mayBeDone: false, answer })
    },
  }
}

function assertLoc(loc: unknown): void {
  const { id, location } = isMembers(loc) ? loc : {}
  if (!Number.isSafeInteger(id) || typeof location !== 'string' || location === '') {
    throw new TypeError('"loc" must be a location, with its id and its location')
  }
}
