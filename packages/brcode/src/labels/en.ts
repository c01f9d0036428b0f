/**
 * English names of the objects of a code.
 *
 * @module
 */
import type { Labels } from '../label-of.ts'

export const labels: Labels = {
  '00': 'Payload format indicator',
  '01': 'Point of initiation method',
  '52': 'Merchant category code',
  '53': 'Transaction currency',
  '54': 'Transaction amount',
  '55': 'Tip or convenience indicator',
  '56': 'Convenience fee, fixed',
  '57': 'Convenience fee, percentage',
  '58': 'Country',
  '59': 'Merchant name',
  '60': 'Merchant city',
  '61': 'Postal code',
  '62': 'Additional data',
  '62-01': 'Bill number',
  '62-02': 'Mobile number',
  '62-03': 'Store label',
  '62-04': 'Loyalty number',
  '62-05': 'Reference label (txid)',
  '62-06': 'Customer label',
  '62-07': 'Terminal label',
  '62-08': 'Purpose of transaction',
  '62-09': 'Additional consumer data request',
  '63': 'CRC',
  '64': 'Merchant information, other language',
  '64-00': 'Language',
  '64-01': 'Merchant name',
  '64-02': 'Merchant city',
  card: 'Card scheme',
  other: 'Other arrangement',
  'other-00': 'GUI',
  pix: 'Pix payment',
  'pix-00': 'GUI',
  'pix-01': 'Pix key (chave)',
  'pix-02': 'Additional information',
  'pix-03': 'Saque facilitator (ISPB)',
  'pix-25': 'Location of the charge',
  rec: 'Pix Automático (recurrence)',
  'rec-00': 'GUI',
  'rec-25': 'Location of the recurrence',
  unknown: 'Unknown object',
}
