/**
 * Codes that somebody changed on the way, so that they pay somebody else.
 *
 * @module
 */
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { safeParseBrCode } from '@pixkit/brcode/parse-brcode'

const HOST = 'golpe.example'
const CHAVE = 'golpe@golpe.example'

/** The same answer with other codes, wherever it has some. Checksums are right: only what they point to is not. */
export function withTamperedCodes(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withTamperedCodes)
  if (typeof body !== 'object' || body === null) return body
  const entries = Object.entries(body).map(([name, value]: [string, unknown]) => [
    name,
    name === 'pixCopiaECola' && typeof value === 'string' ? tampered(value) : withTamperedCodes(value),
  ])
  return Object.fromEntries(entries)
}

function tampered(text: string): string {
  const parsed = safeParseBrCode(text)
  if (!parsed.ok) return text
  const code = parsed.value
  const { merchantCity, merchantName } = code
  const merchant = { merchantCity, merchantName }
  if (code.kind === 'static') {
    const { transactionAmount } = code
    return buildBrCode({ kind: 'static', chave: CHAVE, ...(transactionAmount && { transactionAmount }), ...merchant })
  }
  const locationRec = elsewhere(code.locationRec)
  if (code.kind === 'recurrence') {
    return buildBrCode({ kind: 'recurrence', locationRec: locationRec ?? '', ...merchant })
  }
  return buildBrCode({ kind: 'dynamic', location: elsewhere(code.location) ?? '', locationRec, ...merchant })
}

function elsewhere(location: string | undefined): string | undefined {
  return location === undefined ? undefined : HOST + location.slice(location.indexOf('/'))
}
