/**
 * Rules about when a certificate is valid, and for which environment.
 *
 * @module
 */
import type { StoredCertificate } from '../../../credentials.ts'
import { daysLeft, expiresWithin } from '../../../expires-within.ts'
import { namesEqual } from '../../x509/name.ts'
import { bankHints } from '../bank-patterns.ts'
import type { Facts, Leaf } from '../facts.ts'
import type { Own } from '../file-facts.ts'
import { type Finding, finding, type FindingSeverity } from '../finding.ts'
import { dateOf, momentOf } from '../show.ts'
import { isValidAt, meant } from './meant.ts'
import type { Rule } from './rule.ts'

export const VALIDITY_RULES: readonly Rule[] = [validity, otherEnvironment]

function validity(facts: Facts): Finding[] {
  return meant(facts).flatMap(({ own, severity }) => {
    const { file, item } = own
    const { expiringDays, leaves, now } = facts
    if (now > item.notAfter) {
      const level: FindingSeverity = hasSuccessor(own, leaves, now) ? 'warning' : severity
      return finding('CERTS_FOUND_EXPIRED', level, file, { params: { date: dateOf(item.notAfter) } })
    }
    if (now < item.notBefore) {
      return finding('CERTS_FOUND_NOT_YET_VALID', severity, file, { params: { date: momentOf(item.notBefore) } })
    }
    const isSoon = expiresWithin(item, expiringDays, { now }) && !hasSuccessor(own, leaves, now, item.notAfter)
    const params = { days: daysLeft(item, { now }), date: dateOf(item.notAfter) }
    return isSoon ? finding('CERTS_FOUND_EXPIRING', 'warning', file, { params }) : []
  })
}

/** Whether another certificate of the same holder is valid now, and ends later than `after`. */
function hasSuccessor(
  { item: old }: Own<StoredCertificate>,
  leaves: readonly Leaf[],
  now: number,
  after: number = now,
): boolean {
  return leaves.some(({ item, key }) => {
    const isSame = item !== old && namesEqual(item.subject, old.subject)
    return isSame && key !== undefined && isValidAt(item, now) && item.notAfter > after
  })
}

const CODES = {
  homologacao: 'CERTS_FOUND_TEST_CERTIFICATE',
  producao: 'CERTS_FOUND_PRODUCTION_CERTIFICATE',
} as const

/** Only where the names show it, and the caller says what is wanted. */
function otherEnvironment(facts: Facts): Finding[] {
  const { ambiente: wanted } = facts
  return meant(facts).flatMap(({ own, severity }) => {
    const { ambiente } = bankHints(own.item)
    if (wanted === undefined || ambiente === undefined || ambiente === wanted) return []
    return finding(CODES[ambiente], severity, own.file)
  })
}
