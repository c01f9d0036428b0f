/**
 * Reader and writer for the EMV merchant-presented QR text.
 *
 * @module
 */
export { buildObject } from './build-object.ts'
export { buildTlv } from './build-tlv.ts'
export { appendCrc, type Checksum, checksum, crc16, utf8Length } from './crc16.ts'
export { type InspectedTlv, inspectTlv } from './inspect-tlv.ts'
export { parseTlv, safeParseTlv } from './parse-tlv.ts'
export { pathOfTag, type ScannedTlv, scanTlv, type ScanTlvOptions } from './scan-tlv.ts'
export { treeOf } from './inspect-tlv.ts'
export { joinObject } from './tlv.ts'
export type { EmvErrorCode, LengthUnit, Tlv, TlvInput, TlvOptions, TlvPrimitive, TlvTemplate } from './tlv.ts'
