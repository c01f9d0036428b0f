/**
 * Rules about dates.
 *
 * @module
 */
import { daysLeft, expiresWithin } from '../../../expires-within.ts'
import type { Certificate } from '../../x509/certificate.ts'
import type { Facts, Leaf } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'

export function expiry({ expiringDays, leaves, now }: Facts): Finding[] {
  return leaves.flatMap((leaf) => {
    const { file, item } = leaf
    if (now > item.notAfter) {
      const severity = hasSuccessor(leaf, leaves, now) ? 'warning' : 'error'
      return finding('CERTS_FOUND_EXPIRED', severity, file, { params: { date: dateOf(item.notAfter) } })
    }
    if (now < item.notBefore) {
      return finding('CERTS_FOUND_NOT_YET_VALID', 'error', file, { params: { date: momentOf(item.notBefore) } })
    }
    const isSoon = expiresWithin(item, expiringDays, { now }) && !hasSuccessor(leaf, leaves, now, item.notAfter)
    const params = { days: daysLeft(item, { now }), date: dateOf(item.notAfter) }
    return isSoon ? finding('CERTS_FOUND_EXPIRING', 'warning', file, { params }) : []
  })
}

export function expiredIssuers({ leaves, now }: Facts): Finding[] {
  return leaves.flatMap(({ chain, file }) => {
    const expired = chain.slice(1).find(({ notAfter }) => now > notAfter)
    const params = expired === undefined ? {} : { date: dateOf(expired.notAfter) }
    return expired === undefined ? [] : finding('CERTS_FOUND_ISSUER_EXPIRED', 'warning', file, { params })
  })
}

/** Whether another certificate of the same holder is valid now, and ends later than `after`. */
function hasSuccessor(leaf: Leaf, leaves: readonly Leaf[], now: number, after: number = now): boolean {
  return leaves.some(({ item, key }) => {
    const isSame = item.subject.text === leaf.item.subject.text && item !== leaf.item
    return isSame && key !== undefined && isValid(item, now) && item.notAfter > after
  })
}

function isValid({ notAfter, notBefore }: Certificate, now: number): boolean {
  return notBefore <= now && now <= notAfter
}

function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

/** With the time: a clock is often wrong by hours. */
function momentOf(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}
