/**
 * Reads, checks and writes Pix codes (BR Code).
 *
 * @module
 */
export { type BuildBrCodeOptions, buildBrCode, type TextProfile } from './build-brcode.ts'
export type { BrCodeErrorCode } from './codes.ts'
export { type InspectedBrCode, inspectBrCode } from './inspect-brcode.ts'
export {
  type Location,
  type LocationErrorCode,
  type LocationKind,
  parseLocation,
  safeParseLocation,
} from './location.ts'
export { parseBrCode, type ParseBrCodeOptions, safeParseBrCode } from './parse-brcode.ts'
export type {
  BrCode,
  DynamicBrCode,
  Merchant,
  Parsed,
  ParsedBrCode,
  ParsedDynamicBrCode,
  ParsedRecurrenceBrCode,
  ParsedStaticBrCode,
  RecurrenceBrCode,
  StaticBrCode,
} from './types.ts'
