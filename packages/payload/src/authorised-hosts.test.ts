import { describe, expect, it } from 'vitest'
import { createCa } from '../../certs/src/create-ca.ts'
import { createServerIdentity } from '../../certs/src/create-identity.ts'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { hostsOfCertificates, parseHostList } from './authorised-hosts.ts'

describe('hostsOfCertificates', () => {
  it('lists the names of each certificate, without addresses, wildcards and CN', async () => {
    const ca = await createCa()
    const { certificate } = await createServerIdentity(ca, [
      'pix.banco.example',
      '*.banco.example',
      '127.0.0.1',
      'qr.banco.example',
    ])
    expect(hostsOfCertificates([certificate, ca.certificate])).toEqual([['pix.banco.example', 'qr.banco.example']])
  })

  it('lower-cases, and takes off one dot', () => {
    const names = { kind: 'certificate', subjectAltNames: [{ type: 'dns', value: 'PIX.Banco.example.' }] }
    expect(hostsOfCertificates([names as never])).toEqual([['pix.banco.example']])
  })

  it.each([['text'], [[{}]], [['pem']], [undefined]])('is a TypeError for %j', (value) => {
    expect(errorOf(() => hostsOfCertificates(value as never))).toBeInstanceOf(TypeError)
  })
})

describe('parseHostList', () => {
  it('reads lines, groups and comments', () => {
    const text =
      '# lista\npix.banco.example\r\n\r\n  QR.banco.example.  # homologação\na.example, b.example\tc.example\n'
    expect(parseHostList(text)).toEqual([
      'pix.banco.example',
      'qr.banco.example',
      ['a.example', 'b.example', 'c.example'],
    ])
  })

  it('is empty for nothing', () => {
    expect(parseHostList('')).toEqual([])
  })

  it('is a TypeError for what is no text', () => {
    expect(errorOf(() => parseHostList(['a.example'] as never))).toBeInstanceOf(TypeError)
  })
})
