// Compiled only. What a consumer's editor must know about the packages, and must refuse.
import {
  type BrCode,
  buildBrCode,
  inspectBrCode,
  type ParsedBrCode,
  parseBrCode,
  safeParseBrCode,
} from '@pixkit/brcode'
import { messages, remedies } from '@pixkit/brcode/messages/pt-br'
import { isPixkitError, type PixkitError } from '@pixkit/core'
import { crc16 } from '@pixkit/emv/crc16'
import { fetchTransport, type Transport } from '@pixkit/http'
import { isPayable, type VerifiedBrCode, verifyBrCode, type VerifyLocationOptions } from '@pixkit/payload'
import { encodeQr, type QrMatrix, renderCanvas, renderSvg } from '@pixkit/qr'
import type { QrReading } from '@pixkit/qr/read'

export function describe(text: string): string {
  const result = safeParseBrCode(text)
  if (!result.ok) {
    const error: PixkitError = result.error
    return `${error.code}: ${messages[result.error.code]} ${remedies[result.error.code]}`
  }
  return whatItPays(result.value)
}

function whatItPays(code: ParsedBrCode): string {
  switch (code.kind) {
    case 'static':
      return code.transactionAmount ?? code.chave
    case 'dynamic':
      return `${code.locationKind} ${code.location}`
    case 'recurrence':
      return code.locationRec
  }
}

export const again: string = buildBrCode(parseBrCode('…'))
export const paths: readonly (readonly (string | number)[])[] = inspectBrCode('…').issues.map((issue) => issue.path)
export const checksum: string = crc16('…')

export const matrix: QrMatrix = encodeQr('…', { level: 'H' })
export const svg: string = renderSvg(matrix, { title: 'Pix' })
export const textsOf = (readings: readonly QrReading[]): string[] => readings.map(({ text }) => text)
renderCanvas(matrix, document.createElement('canvas'))
renderCanvas(matrix, new OffscreenCanvas(1, 1))

// @ts-expect-error there is no such level
encodeQr('…', { level: 'X' })

export function codeOf(error: unknown): string | undefined {
  return isPixkitError(error) ? error.code : undefined
}

// @ts-expect-error a dynamic code has a location, not a key
export const dynamic: BrCode = { kind: 'dynamic', chave: 'a@example.com', merchantName: 'A', merchantCity: 'B' }

// @ts-expect-error the key of a static code is required
export const keyless: BrCode = { kind: 'static', merchantName: 'A', merchantCity: 'B' }

export const transport: Transport = fetchTransport(fetch)
export const trust: VerifyLocationOptions = { transport, trustAnchors: [], now: Date.now() }

export async function charged(text: string): Promise<string | undefined> {
  const verified: VerifiedBrCode = await verifyBrCode(text, trust)
  if (verified.kind !== 'charge') return undefined
  const { charge } = verified
  if (isPayable(charge, { now: trust.now }).payable !== true) return undefined
  return charge.kind === 'cob' ? charge.payload.valor.original : charge.payload.valor.final
}

// @ts-expect-error whom to trust is never assumed
export const trusting: VerifyLocationOptions = { transport, now: Date.now() }

// @ts-expect-error there is no such tolerance
export const careless: VerifyLocationOptions = { ...trust, tolerate: ['everything'] }

// @ts-expect-error what is returned cannot be written to
parseBrCode('…').merchantName = 'B'
