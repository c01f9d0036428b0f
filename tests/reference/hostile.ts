/** @module Values that readers stumble over: keys, locations and the values of other objects. */
import {
  AMOUNTS,
  CNPJS,
  CODES,
  CPFS,
  EMAILS,
  HOSTS,
  ISPBS,
  ODD_CHARACTERS,
  PATHS,
  SCHEMES,
  TELEPHONES,
  TEXTS,
  TXIDS,
} from './hostile-values.ts'
import type { Random } from './random.ts'

const DIGITS = '0123456789'
const HEX = '0123456789abcdef'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ANYTHING = [...AMOUNTS, ...TXIDS, ...TEXTS, ...CODES, ...HOSTS, ...PATHS]

/** A key of any of the five forms, or nearly so. */
export function hostileKey(random: Random): string {
  const { pick, text, int } = random
  const mobile = `${pick(['11', '61', '90', '01', '10'])}${pick(['9', '9', '8'])}${text(DIGITS, 8)}`
  const landline = `${pick(['11', '61', '20', '02'])}${pick(['2', '3', '4', '5', '1', '6'])}${text(DIGITS, 7)}`
  const uuid = [8, 4, 4, 4, 12].map((length) => text(HEX, length)).join('-')
  const forms = [
    () => pick(CPFS),
    () => text(DIGITS, 9 + int(7)),
    () => pick(CNPJS),
    () => text(DIGITS + UPPER, 12) + text(DIGITS, 2),
    () =>
      pick(['', '+', '+55', '55', '0', '055', '550', '+55 ', '(', '+1 ', '0055']) +
      pick([
        mobile,
        landline,
        mobile.replace(/^../, '($&) ').replace(/....$/, '-$&'),
        landline.replace(/^../, '($&) ').replace(/....$/, '.$&'),
      ]),
    () => `+${text(DIGITS, 1 + int(18))}`,
    () => pick(TELEPHONES),
    () => pick(EMAILS),
    () =>
      pick([
        uuid,
        uuid.toUpperCase(),
        uuid.replaceAll('-', ''),
        uuid.replaceAll('-', '').toUpperCase(),
        `{${uuid}}`,
        uuid.slice(1),
        uuid.replace('-', ''),
        uuid.replace(/.$/, 'g'),
        `urn:uuid:${uuid}`,
      ]),
    () =>
      pick([
        'x',
        '***',
        '43214833',
        'fulano',
        pick(ODD_CHARACTERS),
        text(HEX, 44),
        text(DIGITS, 32),
        text(`${DIGITS}.-/ ()`, 11 + int(8)),
      ]),
  ]
  return pick(forms)()
}

/** A location, as a rule with one fault. */
export function hostileLocation(random: Random): string {
  const { pick, chance } = random
  const host = chance(0.6) ? 'pix.example.com' : pick(HOSTS)
  const path = chance(0.3) ? pick(['/rec/2353c790', '/8b3da2f3', '/cobv/1e6c54d3']) : pick(PATHS)
  const plain = `${chance(0.06) ? pick(SCHEMES) : ''}${host}${path}`
  return chance(0.1) ? plain.replace(/(?=[^/]*$)/, pick(ODD_CHARACTERS)) : plain
}

/** A value of the kind that the object at `path` should hold, or of another kind. */
export function hostileValue(random: Random, path: string): string {
  const { pick, chance } = random
  if (chance(0.03)) return pick(ANYTHING)
  if (path === '54') return pick(AMOUNTS)
  if (path === '62-05') return pick(TXIDS)
  if (['00', '01', '52', '53', '58'].includes(path)) return pick(CODES)
  if (path.endsWith('-00')) {
    return pick([
      'br.gov.bcb.pix',
      'BR.GOV.BCB.PIX',
      'Br.Gov.Bcb.Pix',
      'br.gov.bcb.brcode',
      'br.com.outro',
      'br.gov.bcb.pix ',
      'br.gov.bcb.pıx',
    ])
  }
  if (path.endsWith('-01')) return hostileKey(random)
  if (path.endsWith('-25')) return hostileLocation(random)
  if (path.endsWith('-03')) return pick(ISPBS)
  return pick(TEXTS)
}
