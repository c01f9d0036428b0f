import { PixkitError } from '@pixkit/core/error'
import { formatMessage } from '@pixkit/core/issue'
import { httpFailure } from '@pixkit/http/failure'
import { expect, test } from 'vitest'
import { describeCatalogues } from '../../../../tests/lib/describe-catalogues.ts'
import { bacenFailure } from '../internal/failure.ts'
import * as english from './en.ts'
import * as portuguese from './pt-br.ts'

describeCatalogues(english, portuguese)

test.each([
  bacenFailure('BACEN_IN_USE'),
  httpFailure('HTTP_DNS', { reason: 'temporary' }),
  new PixkitError('CERTS_PASSPHRASE_MISSING', 'x'),
  new PixkitError('BRCODE_CRC_MISMATCH', 'x'),
  new PixkitError('TXID_LENGTH', 'x'),
])('one catalogue has the sentence and the next step of $code', (error) => {
  for (const { messages, remedies } of [english, portuguese]) {
    expect(formatMessage(error, messages)).not.toBe(error.code)
    expect(formatMessage(error, remedies)).not.toBe(error.code)
  }
})
