/**
 * What can be wrong with a Pix code.
 *
 * @module
 */
import type { ChaveErrorCode } from '@pixkit/core/inspect-chave'
import type { EmvErrorCode } from '@pixkit/emv/tlv'

/** Codes of this package, plus those that come up from the key (`CHAVE_…`) and from the objects (`EMV_…`). */
export type BrCodeErrorCode =
  | ChaveErrorCode
  | EmvErrorCode
  | 'BRCODE_AMOUNT_FORMAT'
  | 'BRCODE_AMOUNT_NOT_CANONICAL'
  | 'BRCODE_AMOUNT_ZERO'
  | 'BRCODE_CHARSET'
  | 'BRCODE_CHAVE_AND_LOCATION'
  | 'BRCODE_CRC_FORMAT'
  | 'BRCODE_CRC_MISMATCH'
  | 'BRCODE_CRC_MISSING'
  | 'BRCODE_CRC_NOT_LAST'
  | 'BRCODE_CURRENCY'
  | 'BRCODE_EMPTY'
  | 'BRCODE_FIELD_FORMAT'
  | 'BRCODE_FIELD_IGNORED'
  | 'BRCODE_FIELD_MISSING'
  | 'BRCODE_FIELD_UNKNOWN'
  | 'BRCODE_FIELD_TOO_LONG'
  | 'BRCODE_FIELD_TYPE'
  | 'BRCODE_FSS_IN_COMPOSITE'
  | 'BRCODE_KIND_UNKNOWN'
  | 'BRCODE_LENGTH_AMBIGUOUS'
  | 'BRCODE_LENGTH_UNIT'
  | 'BRCODE_LOCATION_HOST'
  | 'BRCODE_LOCATION_HOSTS_DIFFER'
  | 'BRCODE_LOCATION_KIND'
  | 'BRCODE_LOCATION_NOT_CANONICAL'
  | 'BRCODE_LOCATION_PATH'
  | 'BRCODE_LOCATION_SCHEME'
  | 'BRCODE_NOTHING_TO_PAY'
  | 'BRCODE_NOT_PIX'
  | 'BRCODE_PAYLOAD_FORMAT'
  | 'BRCODE_PIX_DUPLICATED'
  | 'BRCODE_TOO_LONG'
  | 'BRCODE_TXID_CHARSET'
