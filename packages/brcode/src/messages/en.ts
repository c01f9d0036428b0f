/**
 * English sentences for every code that `@pixkit/brcode` reports: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import { chaveMessages, chaveRemedies } from '@pixkit/core/messages/en'
import { messages as emvMessages, remedies as emvRemedies } from '@pixkit/emv/messages/en'
import type { BrCodeErrorCode } from '../codes.ts'

export const messages: Messages<BrCodeErrorCode> = /* @__PURE__ */ Object.assign(
  {
    BRCODE_AMOUNT_FORMAT: 'amount "{path}" must be digits, a dot and two decimals',
    BRCODE_AMOUNT_NOT_CANONICAL: 'amount "{path}" is written {found} instead of {expected}',
    BRCODE_AMOUNT_ZERO: 'amount "{path}" is zero',
    BRCODE_CHARSET: '"{path}" holds characters outside printable ASCII',
    BRCODE_CHAVE_AND_LOCATION: 'template "{path}" holds both a key (01) and a location (25)',
    BRCODE_CRC_FORMAT: 'checksum "{path}" must be four hexadecimal digits',
    BRCODE_CRC_MISMATCH: 'checksum is {found}, but the text gives {expected}',
    BRCODE_CRC_MISSING: 'code does not end in its checksum (6304…)',
    BRCODE_CRC_NOT_LAST: 'text follows the checksum ({found})',
    BRCODE_CURRENCY: 'currency "{path}" must be {expected} (BRL)',
    BRCODE_EMPTY: 'the text is empty',
    BRCODE_FIELD_FORMAT: '"{path}" must be {expected}',
    BRCODE_FIELD_IGNORED: '"{path}" does not belong in this kind of code',
    BRCODE_FIELD_MISSING: '"{path}" is missing, or holds nothing that can be written',
    BRCODE_FIELD_UNKNOWN: 'no code has a field "{path}"',
    BRCODE_FIELD_TOO_LONG: '"{path}" has {found} characters, {over} more than {max}',
    BRCODE_FIELD_TYPE: '"{path}" must be a string',
    BRCODE_FSS_IN_COMPOSITE: 'saque "{path}" is not allowed beside a recurrence',
    BRCODE_KIND_UNKNOWN: '"kind" must be static, dynamic or recurrence',
    BRCODE_LENGTH_AMBIGUOUS: 'readers that count lengths otherwise see another code',
    BRCODE_LENGTH_UNIT: 'lengths do not count characters ({unit})',
    BRCODE_LOCATION_HOST: 'host of location "{path}" must be a domain name with a dot, without a port',
    BRCODE_LOCATION_HOSTS_DIFFER: 'charge and recurrence "{path}" are on different hosts',
    BRCODE_LOCATION_KIND: 'only the location of a recurrence has /rec/ before the token: "{path}"',
    BRCODE_LOCATION_NOT_CANONICAL: 'location "{path}" has capitals in its host or unusual characters',
    BRCODE_LOCATION_PATH: 'path of location "{path}" must be segments without ? # . or ..',
    BRCODE_LOCATION_SCHEME: 'location "{path}" must not begin with https://',
    BRCODE_NOTHING_TO_PAY: 'template "{path}" holds no key and no location',
    BRCODE_NOT_PIX: 'no template 26 to 51 belongs to Pix (br.gov.bcb.pix)',
    BRCODE_PAYLOAD_FORMAT: 'code must begin with 000201',
    BRCODE_PIX_DUPLICATED: 'Pix stands in the code twice: "{path}"',
    BRCODE_TOO_LONG: 'code has {found} bytes, {over} more than {max}',
    BRCODE_TXID_CHARSET: 'txid "{path}" must be 1 to 25 letters and digits',
  },
  chaveMessages,
  emvMessages,
)

const COPY = 'Copy the code again, whole, from where it was issued.'
const ISSUER = 'It can be paid; tell the issuer, because some banks refuse it.'
const ASK = 'Do not pay it: ask the issuer for a new code.'

export const remedies: Messages<BrCodeErrorCode> = /* @__PURE__ */ Object.assign(
  {
    BRCODE_AMOUNT_FORMAT: 'Write 10.00: a dot, no comma, no thousands mark, no sign.',
    BRCODE_AMOUNT_NOT_CANONICAL: 'Write {expected}; some apps read it otherwise.',
    BRCODE_AMOUNT_ZERO: 'Leave the amount out: the payer then types it.',
    BRCODE_CHARSET: ISSUER,
    BRCODE_CHAVE_AND_LOCATION: ASK,
    BRCODE_CRC_FORMAT: COPY,
    BRCODE_CRC_MISMATCH: 'A character was lost or changed: copy the code again, whole.',
    BRCODE_CRC_MISSING: COPY,
    BRCODE_CRC_NOT_LAST: 'Remove what follows the checksum.',
    BRCODE_CURRENCY: 'It cannot be paid with Pix.',
    BRCODE_EMPTY: 'Paste the code.',
    BRCODE_FIELD_FORMAT: 'Issuers must write it as shown.',
    BRCODE_FIELD_IGNORED: 'Leave it out when issuing; readers pass over it.',
    BRCODE_FIELD_MISSING: 'Fill it in.',
    BRCODE_FIELD_UNKNOWN: 'Remove it, or check its spelling.',
    BRCODE_FIELD_TOO_LONG: 'Shorten it by {over}.',
    BRCODE_FIELD_TYPE: 'Give it as text, such as "10.00".',
    BRCODE_FSS_IN_COMPOSITE: 'Issue two codes.',
    BRCODE_KIND_UNKNOWN: 'Choose one of the three.',
    BRCODE_LENGTH_AMBIGUOUS: ASK,
    BRCODE_LENGTH_UNIT: 'The issuer should count characters.',
    BRCODE_LOCATION_HOST: ASK,
    BRCODE_LOCATION_HOSTS_DIFFER: ASK,
    BRCODE_LOCATION_KIND: 'Check that charge and recurrence were not swapped.',
    BRCODE_LOCATION_NOT_CANONICAL: ISSUER,
    BRCODE_LOCATION_PATH: ASK,
    BRCODE_LOCATION_SCHEME: 'Issuers must leave out https://.',
    BRCODE_NOTHING_TO_PAY: ASK,
    BRCODE_NOT_PIX: 'It may belong to another arrangement: pay it with the app of that one.',
    BRCODE_PAYLOAD_FORMAT: 'Remove what stands before 000201, or copy the code again.',
    BRCODE_PIX_DUPLICATED: ASK,
    BRCODE_TOO_LONG: 'Shorten it by {over} bytes.',
    BRCODE_TXID_CHARSET: 'Use letters without accents and digits only.',
  },
  chaveRemedies,
  emvRemedies,
)
