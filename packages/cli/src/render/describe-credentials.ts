/**
 * What a file of a bank holds, in lines for people.
 *
 * @module
 */
import type { CertificateReport, Credentials, PrivateKey } from '@pixkit/certs'
import type { CertificateRequest } from '@pixkit/certs/x509'
import type { Texts } from '../texts/texts.ts'
import { fill } from '../internal/fill.ts'
import { layRows } from './rows.ts'
import type { Screen } from './screen.ts'

type TextRow = readonly [label: keyof Texts, value: string | undefined]

/** @param reports - Of the certificates, in their order. */
export function describeCredentials(
  { format, encryption, privateKeys, requests }: Credentials,
  reports: readonly CertificateReport[],
  screen: Screen,
): string[] {
  const { texts } = screen.language
  const blocks = [
    rowsOf([['certFormat', [format, ...encryption].join(', ')]], screen),
    ...reports.map((report) => block(texts.certificate, certificateRows(report, texts), screen)),
    ...privateKeys.map((key) => block(texts.privateKey, privateKeyRows(key), screen)),
    ...requests.map((request) => block(texts.request, requestRows(request), screen)),
  ]
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

/** How long a certificate lives yet, in words. */
export function validityText(
  { daysLeft, notAfter, notBefore, status }: CertificateReport['validity'],
  texts: Texts,
): string {
  if (status === 'not-yet-valid') return fill(texts.validFrom, { date: shortMoment(notBefore) })
  const text = status === 'expired' ? texts.expiredOn : texts.expiresOn
  return fill(text, { date: shortMoment(notAfter), days: Math.abs(daysLeft) })
}

function certificateRows(report: CertificateReport, texts: Texts): TextRow[] {
  const { titular, icpBrasil, banco, ambiente, keyUsage, extendedKeyUsage, thumbprints, validity } = report
  const { algorithm, bits, curve } = report.key
  return [
    ['certSubject', report.subject.text],
    ['certIssuer', report.isSelfSigned ? texts.selfSigned : report.issuer.text],
    ['certHolder', titular === undefined ? undefined : `${titular.tipo.toUpperCase()} ${titular.documento}`],
    ['certIcpBrasil', icpBrasil === undefined ? undefined : (icpBrasil.tipo ?? texts.yes)],
    ['certBank', [banco, ambiente].filter((word) => word !== undefined).join(', ')],
    ['certValidity', validityText(validity, texts)],
    ['certKey', keyText(algorithm, bits, curve)],
    ['certSignature', report.signature.algorithm],
    ['certUsage', [...(keyUsage ?? []), ...(extendedKeyUsage ?? [])].join(', ')],
    ['certHosts', report.hosts.join(', ')],
    ['certSerial', report.serialNumber.hex],
    ['certSha1', thumbprints.sha1.hex],
    ['certSha256', thumbprints.sha256.hex],
    ['certX5t', thumbprints.sha1.base64url],
    ['certX5tS256', thumbprints.sha256.base64url],
  ]
}

function privateKeyRows({ algorithm, bits, curve, friendlyName }: PrivateKey): TextRow[] {
  return [
    ['certKey', keyText(algorithm, bits, curve)],
    ['certFriendlyName', friendlyName],
  ]
}

function requestRows({ publicKey, signatureAlgorithm, subject }: CertificateRequest): TextRow[] {
  return [
    ['certSubject', subject.text],
    ['certKey', keyText(publicKey.algorithm, publicKey.bits, publicKey.curve)],
    ['certSignature', signatureAlgorithm.name],
  ]
}

function keyText(algorithm: string, bits: number, curve: string | undefined): string {
  return curve === undefined ? `${algorithm} ${bits}` : `${algorithm} ${curve}`
}

function block(title: string, rows: readonly TextRow[], screen: Screen): string[] {
  return [screen.style('bold', title), ...rowsOf(rows, screen)]
}

function rowsOf(rows: readonly TextRow[], screen: Screen): string[] {
  const { texts } = screen.language
  return layRows(
    rows.map(([label, value]) => [texts[label], value]),
    'cyan',
    screen,
  )
}

/** `2027-06-28T00:34:51.000Z` without its fractions. */
function shortMoment(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z')
}
