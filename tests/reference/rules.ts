/** @module What a Pix reader must refuse or report, one line per rule (Manual de Padrões para Iniciação do Pix 2.10.0, section 2; EMVCo MPM 1.1). */
import type { Facts } from './facts.ts'
import type { ReferenceObject } from './structure.ts'

type Severity = 'error' | 'warning'
type Rule = [severity: Severity, code: string, path: (facts: Facts) => string, broken: (facts: Facts) => boolean]

const at = (path: string) => (): string => path
const inPix =
  (id: string) =>
  (facts: Facts): string =>
    `${facts.pix.id}-${id}`
const recLocation = (facts: Facts): string => `${facts.rec?.id}-25`
const size = (text: string | undefined): number => Array.from(text ?? '').length
const exotic = (text: string | undefined): boolean => /[^\x20-\x7e]/.test(text ?? '')
const amountIsReadable = (text: string): boolean =>
  text.length <= 13 && (/^[0-9]{1,13}$/.test(text) || /^[0-9]+\.[0-9]{0,2}$/.test(text))
const amountIsZero = (text: string): boolean => /^[0.]*$/.test(text)
const amountIsCanonical = (text: string): boolean => /^(?:0|[1-9][0-9]{0,9})\.[0-9]{2}$/.test(text)
const isStatic = (facts: Facts): boolean => facts.kind === 'static'
const isOther = (facts: Facts): boolean => facts.kind === 'dynamic' || facts.kind === 'recurrence'

/** Rules about the objects that every kind has. */
export const commonRules: Rule[] = [
  ['error', 'BRCODE_CURRENCY', at('53'), (f) => f.root.get('53') !== '986'],
  ...['52', '58', '59', '60', '62'].map((id): Rule => [
    'warning',
    'BRCODE_FIELD_MISSING',
    at(id),
    (f) => !f.root.has(id),
  ]),
  ['warning', 'BRCODE_FIELD_MISSING', at('62-05'), (f) => f.root.has('62') && !f.additional.has('05')],
  [
    'warning',
    'BRCODE_FIELD_FORMAT',
    at('01'),
    (f) => f.root.has('01') && !['11', '12'].includes(f.root.get('01') ?? ''),
  ],
  ['warning', 'BRCODE_FIELD_FORMAT', at('52'), (f) => f.root.has('52') && !/^[0-9]{4}$/.test(f.root.get('52') ?? '')],
  ['warning', 'BRCODE_FIELD_FORMAT', at('58'), (f) => f.root.has('58') && f.root.get('58') !== 'BR'],
  ['warning', 'BRCODE_FIELD_TOO_LONG', at('59'), (f) => size(f.root.get('59')) > 25],
  ['warning', 'BRCODE_FIELD_TOO_LONG', at('60'), (f) => size(f.root.get('60')) > 15],
  ['warning', 'BRCODE_FIELD_TOO_LONG', at('61'), (f) => size(f.root.get('61')) > 10],
  ['warning', 'BRCODE_FIELD_TOO_LONG', at('62-05'), (f) => size(f.additional.get('05')) > 25],
  ...['59', '60', '61'].map((id): Rule => ['warning', 'BRCODE_CHARSET', at(id), (f) => exotic(f.root.get(id))]),
]

/** Rules that leave a code without a kind. */
export const kindRules: Rule[] = [
  ['error', 'BRCODE_CHAVE_AND_LOCATION', (f) => f.pix.id, (f) => f.own.has('01') && f.own.has('25')],
  ['error', 'BRCODE_NOTHING_TO_PAY', (f) => f.pix.id, (f) => !f.own.has('01') && !f.own.has('25') && !f.rec],
]

/** Rules about what belongs to a kind. */
export const contentRules: Rule[] = [
  ['error', 'BRCODE_LOCATION_SCHEME', inPix('25'), (f) => f.charge?.fault === 'BRCODE_LOCATION_SCHEME'],
  ['error', 'BRCODE_LOCATION_HOST', inPix('25'), (f) => f.charge?.fault === 'BRCODE_LOCATION_HOST'],
  ['error', 'BRCODE_LOCATION_PATH', inPix('25'), (f) => f.charge?.fault === 'BRCODE_LOCATION_PATH'],
  ['error', 'BRCODE_LOCATION_SCHEME', recLocation, (f) => f.recurrence?.fault === 'BRCODE_LOCATION_SCHEME'],
  ['error', 'BRCODE_LOCATION_HOST', recLocation, (f) => f.recurrence?.fault === 'BRCODE_LOCATION_HOST'],
  ['error', 'BRCODE_LOCATION_PATH', recLocation, (f) => f.recurrence?.fault === 'BRCODE_LOCATION_PATH'],
  [
    'error',
    'BRCODE_LOCATION_HOSTS_DIFFER',
    recLocation,
    ({ charge, recurrence }) =>
      charge !== undefined &&
      !charge.fault &&
      recurrence !== undefined &&
      !recurrence.fault &&
      charge.host.toLowerCase() !== recurrence.host.toLowerCase(),
  ],
  ['error', 'BRCODE_FSS_IN_COMPOSITE', inPix('03'), (f) => f.own.has('03') && f.rec !== undefined],
  [
    'error',
    'BRCODE_AMOUNT_FORMAT',
    at('54'),
    (f) => isStatic(f) && f.root.has('54') && !amountIsReadable(f.root.get('54') ?? ''),
  ],
  [
    'warning',
    'BRCODE_FIELD_FORMAT',
    inPix('03'),
    (f) => isStatic(f) && f.own.has('03') && !/^[0-9A-Z]{8}$/.test(f.own.get('03') ?? ''),
  ],
  ['warning', 'BRCODE_CHARSET', inPix('02'), (f) => isStatic(f) && exotic(f.own.get('02'))],
  [
    'warning',
    'BRCODE_AMOUNT_ZERO',
    at('54'),
    (f) => isStatic(f) && amountIsReadable(f.root.get('54') ?? '') && amountIsZero(f.root.get('54') ?? ''),
  ],
  [
    'warning',
    'BRCODE_AMOUNT_NOT_CANONICAL',
    at('54'),
    (f) => {
      const amount = f.root.get('54') ?? ''
      return isStatic(f) && amountIsReadable(amount) && !amountIsZero(amount) && !amountIsCanonical(amount)
    },
  ],
  ['warning', 'BRCODE_FIELD_IGNORED', at('54'), (f) => isOther(f) && f.root.has('54')],
  [
    'warning',
    'BRCODE_FIELD_IGNORED',
    at('62-05'),
    (f) => isOther(f) && f.additional.has('05') && f.additional.get('05') !== '***',
  ],
  [
    'warning',
    'BRCODE_TXID_CHARSET',
    at('62-05'),
    (f) => {
      const txid = f.additional.get('05') ?? '***'
      return isStatic(f) && txid !== '***' && /[^A-Za-z0-9]/.test(Array.from(txid).slice(0, 25).join(''))
    },
  ],
  [
    'warning',
    'BRCODE_LOCATION_NOT_CANONICAL',
    inPix('25'),
    ({ charge }) => charge !== undefined && !charge.fault && !charge.canonical,
  ],
  [
    'warning',
    'BRCODE_LOCATION_NOT_CANONICAL',
    recLocation,
    ({ recurrence }) => recurrence !== undefined && !recurrence.fault && !recurrence.canonical,
  ],
  [
    'warning',
    'BRCODE_LOCATION_KIND',
    inPix('25'),
    ({ charge }) => charge !== undefined && !charge.fault && charge.resource === 'rec',
  ],
  [
    'warning',
    'BRCODE_LOCATION_KIND',
    recLocation,
    ({ recurrence }) => recurrence !== undefined && !recurrence.fault && recurrence.resource !== 'rec',
  ],
]

/** Objects that mean nothing: of the Pix templates by kind, and templates 80-99 without a location (these for certain). */
export function ignoredObjects(facts: Facts, templates: ReferenceObject[]): { path: string; certain: boolean }[] {
  const used = { static: ['00', '01', '02', '03'], dynamic: ['00', '25'], recurrence: ['00'] }
  const found: { path: string; certain: boolean }[] = []
  for (const { id } of facts.kind ? (facts.pix.children ?? []) : []) {
    const inComposite = id === '03' && facts.rec !== undefined
    if (facts.kind && !used[facts.kind].includes(id) && !inComposite) {
      found.push({ path: `${facts.pix.id}-${id}`, certain: false })
    }
  }
  for (const { id } of facts.rec?.children ?? []) {
    if (id !== '00' && id !== '25') found.push({ path: `${facts.rec?.id}-${id}`, certain: false })
  }
  for (const { id, children } of templates) {
    if (!children?.some((child) => child.id === '25')) found.push({ path: id, certain: true })
  }
  return found
}
