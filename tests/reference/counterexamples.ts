/** @module Codes on which a reader once disagreed with the reference, each with the rule at stake. */
import { referenceCrc } from './crc.ts'

const seal = (body: string): string => `${body}6304${referenceCrc(`${body}6304`)}`
const KEY = '26330014br.gov.bcb.pix011112345678909'
const TELEPHONE = '26370014br.gov.bcb.pix0115+55/61912345678'
const OTHER = '26160012BR.COM.OUTRO'
const COMMON = '5204000053039865802BR5913FULANO DE TAL6008BRASILIA'
const TXID = '62070503***'
const REC = '0014br.gov.bcb.pix2526pix.example.com/rec/2353c7'

export const counterexamples: readonly { rule: string; input: string }[] = [
  {
    rule: 'a checksum that field 61 swallows does not close the code',
    input: seal(`000201${KEY}${COMMON}${TXID}611670074900`),
  },
  { rule: 'the language template is no recurrence', input: seal(`000201${KEY}${COMMON}${TXID}6448${REC}`) },
  { rule: 'the additional data are no recurrence', input: seal(`000201${KEY}${COMMON}62550503***${REC}`) },
  {
    rule: 'the language template is never ignored aloud',
    input: seal(`000201${KEY}${COMMON}${TXID}64180014br.gov.bcb.pix`),
  },
  {
    rule: 'a code that is not Pix is judged no further: 80 without location',
    input: seal(`000201${OTHER}${COMMON}${TXID}80180014br.gov.bcb.pix`),
  },
  {
    rule: 'a code that is not Pix is judged no further: two recurrences',
    input: seal(`000201${OTHER}${COMMON}${TXID}8048${REC}8148${REC}`),
  },
  { rule: 'a slash is no punctuation of telephones', input: seal(`000201${TELEPHONE}${COMMON}${TXID}`) },
  {
    rule: 'a lone surrogate is no Unicode, whatever unit the lengths have',
    input: seal(`000201${KEY}${COMMON}${TXID}6101\uDC00`),
  },
  {
    rule: 'a lone surrogate after the checksum is still no Unicode',
    input: `${seal(`000201${KEY}${COMMON}${TXID}`)}\uDC00`,
  },
  { rule: 'objects after the checksum are refused', input: `${seal(`000201${KEY}${COMMON}${TXID}`)}6101A` },
  { rule: 'a second checksum is refused', input: seal(seal(`000201${KEY}${COMMON}${TXID}`)) },
]
