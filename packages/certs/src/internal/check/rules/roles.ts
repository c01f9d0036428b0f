/**
 * Rules about files that are taken for what they are not.
 *
 * @module
 */
import { isSelfIssued } from '../../x509/issuers.ts'
import type { Facts } from '../facts.ts'
import { type FileFacts, isBankFile, keyOf } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import type { Rule } from './rule.ts'

export const ROLE_RULES: readonly Rule[] = [requestsAsCertificates, chainsAsCertificates, bankCertificates, wrongRoles]

/** @see Guia API Pix Sicredi, annex IV, status 403: the request in the place of the certificate */
function requestsAsCertificates({ files }: Facts): Finding[] {
  return files
    .filter((file) => isTakenForCertificate(file) && file.requests.length > 0 && file.certificates.length === 0)
    .map(({ name }) => finding('CERTS_FOUND_REQUEST_AS_CERTIFICATE', 'error', name))
}

/** @see Guia API Pix Sicredi, section 7.3: the portal hands out the chain beside the certificate */
function chainsAsCertificates(facts: Facts): Finding[] {
  const { files, leaves, mayHoldCertificate } = facts
  const given = files.filter((file) => file.given.role === 'certificate')
  const isTold = leaves.length > 0 || mayHoldCertificate || requestsAsCertificates(facts).length > 0
  const taken = given.length > 0 ? given : isTold ? [] : files.filter((file) => file.given.role === undefined)
  const chains = taken.filter((file) => isChain(file, facts))
  return (given.length > 0 ? chains : chains.slice(0, 1)).map(({ name }) =>
    finding('CERTS_FOUND_CHAIN_AS_CERTIFICATE', 'error', name),
  )
}

function isChain({ certificates }: FileFacts, { keys }: Facts): boolean {
  return certificates.length > 0 && certificates.every((own) => own.item.isCa && keyOf(own, keys) === undefined)
}

/** @see Guia API Pix Sicredi, section 7.3: webhook-sicredi.cer is there to authenticate the webhook */
function bankCertificates({ files, keys, leaves }: Facts): Finding[] {
  return files
    .filter((file) => isBankFile(file, keys))
    .map(({ given, name }) => {
      const isTaken = given.role === 'certificate' || (given.role === undefined && leaves.length === 0)
      return finding('CERTS_FOUND_BANK_CERTIFICATE', isTaken ? 'error' : 'info', name)
    })
}

const CODES = {
  certificate: 'CERTS_FOUND_NOT_CERTIFICATE',
  key: 'CERTS_FOUND_NOT_KEY',
  ca: 'CERTS_FOUND_NOT_CHAIN',
} as const

function wrongRoles({ files }: Facts): Finding[] {
  return files.flatMap((file) => {
    const { role } = file.given
    if (role === undefined || file.parts === undefined || fitsRole(file)) return []
    return finding(CODES[role], 'error', file.name)
  })
}

function fitsRole({ certificates, given, keys, parts, requests }: FileFacts): boolean {
  const isLocked = (parts?.locked.length ?? 0) > 0
  switch (given.role) {
    case 'certificate':
      // A request has a finding of its own.
      return certificates.length > 0 || requests.length > 0 || (isLocked && parts?.format === 'pkcs12')
    case 'key':
      return keys.length > 0 || isLocked
    case 'ca':
      // Old roots, and those of tests, do not say that they are authorities.
      return certificates.some(({ item }) => item.isCa || isSelfIssued(item)) || isLocked
    case undefined:
      return true
  }
}

function isTakenForCertificate({ extension, given }: FileFacts): boolean {
  return given.role === 'certificate' || (given.role === undefined && (extension === 'cer' || extension === 'crt'))
}
