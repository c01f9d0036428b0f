import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { parseCertificate } from './parse-certificate.ts'

test.each(rootCertificates.map((pem) => [new X509Certificate(pem)] as const))(
  'agrees with Node about a root: %#',
  (theirs) => {
    const ours = parseCertificate(theirs.raw)
    expect(ours.notAfter).toBe(Date.parse(theirs.validTo))
  },
)
