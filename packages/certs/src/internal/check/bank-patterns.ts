/**
 * By what a certificate shows which bank made it, and for which environment.
 *
 * Only what names show is here. A certificate of Sicredi serves both environments, so it shows none.
 *
 * @module
 */
import type { Name, NameAttribute } from '../x509/certificate.ts'
import { withoutUndefined } from './without-undefined.ts'

/** Bank that issued a certificate, where its names show it. */
export type Banco = 'efi' | 'sicredi'

/** Environment of API Pix: production, or homologation (test). */
export type Ambiente = 'producao' | 'homologacao'

interface BankPattern {
  readonly banco?: Banco | undefined
  readonly ambiente?: Ambiente | undefined
  readonly name: 'issuer' | 'subject'
  readonly attribute: 'CN' | 'O' | 'OU'
  /** Matches the value without accents, whatever its case. */
  readonly pattern: RegExp
  readonly source: string
  /** `published`: by the bank itself; `observed`: in examples of certificates. */
  readonly certainty: 'published' | 'observed'
}

const BANK_PATTERNS: readonly BankPattern[] = [
  {
    banco: 'efi',
    ambiente: 'producao',
    name: 'issuer',
    attribute: 'CN',
    pattern: /^(?:apis\.sejaefi|apis\.efipay|api-pix\.gerencianet)\.com\.br$/i,
    source: 'github.com/efipay/sdk-php-apis-efi, src/Efi/Request.php, which refuses it in homologation',
    certainty: 'published',
  },
  {
    banco: 'efi',
    ambiente: 'homologacao',
    name: 'issuer',
    attribute: 'CN',
    pattern: /^(?:apis-h\.sejaefi|apis-h\.efipay|api-pix-h\.gerencianet)\.com\.br$/i,
    source: 'github.com/efipay/sdk-php-apis-efi, src/Efi/Request.php, which refuses it in production',
    certainty: 'published',
  },
  {
    banco: 'sicredi',
    name: 'issuer',
    attribute: 'CN',
    pattern: /^Autoridade Certificadora Subordinada Sicredi\b/i,
    source: 'Guia API Pix Sicredi, pictures of annexes II and VI',
    certainty: 'observed',
  },
  {
    banco: 'sicredi',
    name: 'subject',
    attribute: 'OU',
    pattern: /^API Pix Sicredi$/i,
    source: 'Guia API Pix Sicredi, annex V, step 2',
    certainty: 'published',
  },
  {
    banco: 'sicredi',
    name: 'subject',
    attribute: 'O',
    pattern: /^Confederacao Interestadual das Cooperativas Ligadas ao Sicredi$/i,
    source: 'Guia API Pix Sicredi, annex V, step 2',
    certainty: 'published',
  },
  {
    ambiente: 'homologacao',
    name: 'issuer',
    attribute: 'CN',
    pattern: /^Open Banking SANDBOX Issuing CA\b/i,
    source:
      'Open Finance Brasil, Dynamic Client Registration 1.0 ID3, section 7.1, item 1, and the example of its issuer',
    certainty: 'published',
  },
]

export interface BankHints {
  readonly banco?: Banco | undefined
  readonly ambiente?: Ambiente | undefined
}

/** What the names of a certificate or request show; nothing where they show nothing, or two different things. */
export function bankHints({
  issuer,
  subject,
}: {
  readonly issuer?: Name | undefined
  readonly subject: Name
}): BankHints {
  const names = { issuer: shownBy(issuer), subject: shownBy(subject) }
  const found = BANK_PATTERNS.filter(({ attribute, name, pattern }) =>
    names[name].some(({ type, value }) => type === attribute && pattern.test(value)),
  )
  return withoutUndefined({
    banco: onlyOne(found.map((pattern) => pattern.banco)),
    ambiente: onlyOne(found.map((pattern) => pattern.ambiente)),
  })
}

/** No pattern matches a longer value; and to take its accents off costs the square of their number. */
const MAX_VALUE = 256

function shownBy(name: Name | undefined): readonly Pick<NameAttribute, 'type' | 'value'>[] {
  const attributes = name?.rdns.flat() ?? []
  return attributes
    .filter(({ value }) => value.length <= MAX_VALUE)
    .map(({ type, value }) => ({ type, value: withoutAccents(value.trim()) }))
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
}

function onlyOne<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first, ...others] = new Set(values.filter((value) => value !== undefined))
  return others.length === 0 ? first : undefined
}
