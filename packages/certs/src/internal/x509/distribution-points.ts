/**
 * Where revocation lists are: looked at for its form alone, since nothing is fetched.
 *
 * @module
 */
import { contextTag, type DerNode, fieldsOf } from '../der/read-der.ts'
import { readBitString } from '../der/values.ts'
import { x509Failure } from './failure.ts'
import { readGeneralNames } from './general-name.ts'

const FULL_NAME = contextTag(0)
const RELATIVE_NAME = contextTag(1)

/**
 * Refuses what are no cRLDistributionPoints.
 *
 * @returns Nothing that a certificate says.
 *
 * @see RFC 5280, section 4.2.1.13
 */
export function checkDistributionPoints(value: DerNode): Readonly<Record<string, never>> {
  const points = fieldsOf(value).rest()
  if (points.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'CRLDistributionPoints' }, value.path)
  for (const point of points) checkPoint(point)
  return {}
}

/** A name or an issuer at least. */
function checkPoint(node: DerNode): void {
  const fields = fieldsOf(node)
  const name = fields.optional('distributionPoint', contextTag(0))
  const reasons = fields.optional('reasons', contextTag(1, 'primitive'))
  const issuer = fields.optional('cRLIssuer', contextTag(2))
  fields.end()
  if (name === undefined && issuer === undefined) {
    throw x509Failure('CERTS_DER_VALUE', { kind: 'DistributionPoint' }, node.path)
  }
  if (name !== undefined) checkName(name)
  if (reasons !== undefined) readBitString(reasons, reasons.tag)
  if (issuer !== undefined) readGeneralNames(issuer, issuer.tag)
}

/** Explicit, because it is a CHOICE (X.680, section 31.2.7). */
function checkName(node: DerNode): void {
  const fields = fieldsOf(node, node.tag)
  const name = fields.next('distributionPoint', FULL_NAME, RELATIVE_NAME)
  fields.end()
  if (name.tag === FULL_NAME) readGeneralNames(name, FULL_NAME)
}
