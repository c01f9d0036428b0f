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

  it('takes no notice of a byte order mark', () => {
    expect(parseHostList('\uFEFFpix.banco.example\r\n')).toEqual(['pix.banco.example'])
  })

  it.each(['', '\n\n', '# pix.banco.example', ' , '])('refuses a list without hosts: %j', (text) => {
    expect(errorOf(() => parseHostList(text))).toMatchObject({
      code: 'PAYLOAD_HOST_LIST',
      path: [],
      params: { reason: 'empty' },
    })
  })

  it.each([
    'https://pix.banco.example/',
    'pix.banco.example/qr',
    'pix.banco.example:443',
    '*.banco.example',
    'user@pix.banco.example',
    '192.0.2.1',
    'localhost',
    'pix..banco.example',
    '-pix.banco.example',
    'pão.example',
    'pix.banco.example;Banco',
    '-----BEGIN PRIVATE KEY-----',
    '{"hosts":["pix.banco.example"]}',
    'p\0i\0x\0.\0e\0x\0a\0m\0p\0l\0e\0',
    `${`${'a'.repeat(63)}.`.repeat(4)}example`,
  ])('refuses a line with what is no host, by its number and without its text: %s', (line) => {
    const error = errorOf(() => parseHostList(`# lista\r\na.example\r\nb.example ${line}\r\n`))
    expect(error).toMatchObject({ code: 'PAYLOAD_HOST_LIST', path: [], params: { reason: 'not-a-host', line: 3 } })
    expect(JSON.stringify([error, (error as Error).message])).not.toContain(line)
  })

  it('is a TypeError for what is no text', () => {
    expect(errorOf(() => parseHostList(['a.example'] as never))).toBeInstanceOf(TypeError)
  })
})
