import { isPixkitError } from '@pixkit/core'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { readGuardedUrl } from './guarded-url.ts'

const read = (url: string) => readGuardedUrl(url)

describe('readGuardedUrl', () => {
  test.each([
    'https://pix.example.com/',
    'https://pix.example.com/cob/8b3da2f39a4140d1a91abd93113bd441',
    'https://pix.example.com/qr/v2/cobv/8b3da2f3?DPP=2026-12-01&codMun=5300108',
    'https://a.b.c.example.com.br/x',
    'https://api.itau/pix',
    'https://pix-h.bank1.example/a.b_c~d-e/;x=1',
    'https://pix.example.com/%41%C3%A7',
    'https://1a.example/',
    'https://127.0.0.1.example.com/',
  ])('takes %s', (url) => {
    expect(read(url).href).toBe(url)
  })

  const ip = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '0',
    '0.0.0.0',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0X7F.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '0300.0250.1.1',
    '127.0.0.1.',
    '127.1.',
    '127.%30.0.1',
    '%31%32%37.0.0.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '8.8.8.8',
    '169.254.169.254',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:0:0:1]',
    '[64:ff9b::7f00:1]',
    '[2606:4700::1111]',
  ]
  test.each(ip)('refuses the address %s', (host) => {
    const error = errorOf(() => read(`https://${host}/`))
    expect(error).toMatchObject({ code: 'HTTP_ADDRESS_FORBIDDEN', params: { reason: 'ip-literal' } })
  })

  test.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'intranet',
    'router',
    'db.',
    'printer.local',
    'printer.local.',
    'vault.internal',
    'metadata.google.internal',
    'nas.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'nas.home',
    'nas.lan',
    'nas.localdomain',
    'mail.corp',
    'app.test',
    'a.invalid',
    'facebookcorewwwi.onion',
    'x.alt',
    'ｌocalhost',
    'a.Local',
  ])('refuses the local name %s', (host) => {
    const error = errorOf(() => read(`https://${host}/`))
    expect(error).toMatchObject({ code: 'HTTP_ADDRESS_FORBIDDEN', params: { reason: 'local-name' } })
  })

  test.each([
    ['syntax', ''],
    ['syntax', 'pix.example.com/a'],
    ['syntax', '/a'],
    ['syntax', '//pix.example.com/a'],
    ['syntax', 'https://'],
    ['syntax', 'https://1.2.3.4.5/'],
    ['syntax', 'https://0x100000000/'],
    ['syntax', 'https://256.1.1.1/'],
    ['syntax', 'https://[::1%25eth0]/'],
    ['syntax', 'https://[fe80::1%eth0]/'],
    ['syntax', 'https://[::1/'],
    ['syntax', 'https://pix.example.com:99999/'],
    ['syntax', 'https://pix.exa mple.com/'],
    ['syntax', 'https://pix.example.com%00.evil.example/'],
    ['syntax', 'https://pix.example.com%2f.evil.example/'],
    ['scheme', 'http://pix.example.com/'],
    ['scheme', 'ftp://pix.example.com/'],
    ['scheme', 'file:///etc/passwd'],
    ['scheme', 'data:text/plain,a'],
    ['scheme', 'wss://pix.example.com/'],
    ['user', 'https://a@pix.example.com/'],
    ['user', 'https://a:b@pix.example.com/'],
    ['user', 'https://@pix.example.com/'],
    ['user', 'https://:@pix.example.com/'],
    ['user', 'https://qr.bank.example@evil.example/'],
    ['port', 'https://pix.example.com:8443/'],
    ['port', 'https://pix.example.com:443/'],
    ['port', 'https://pix.example.com:22/'],
    ['port', 'https://pix.example.com:/'],
    ['port', 'https://pix.example.com:0/'],
    ['fragment', 'https://pix.example.com/a#b'],
    ['fragment', 'https://pix.example.com/a#'],
    ['fragment', 'https://pix.example.com/a?b#c'],
    ['host', 'https://pix.example.com./'],
    ['host', 'https://pix..example.com/'],
    ['host', 'https://.example.com/'],
    ['host', 'https://-pix.example.com/'],
    ['host', 'https://pix-.example.com/'],
    ['host', 'https://pix_1.example.com/'],
    ['host', "https://pix'.example.com/"],
    ['host', 'https://*.example.com/'],
    ['host', `https://${'a'.repeat(64)}.example.com/`],
    ['host', `https://${'a.'.repeat(127)}com/`],
    ['punycode', 'https://xn--it-nia.example/'],
    ['punycode', 'https://itaú.example/'],
    ['punycode', 'https://pix.xn--p1ai/'],
    ['spelling', 'https://pix.example.com'],
    ['spelling', 'https://PIX.example.com/'],
    ['spelling', 'HTTPS://pix.example.com/'],
    ['spelling', 'https:pix.example.com/'],
    ['spelling', 'https:/pix.example.com/'],
    ['spelling', 'https:///pix.example.com/'],
    ['spelling', 'https:\\\\pix.example.com/'],
    ['spelling', 'https://pix.example.com\\a'],
    ['spelling', 'https://pix.example.com/a\\b'],
    ['spelling', 'https://pix.example.com/a/../b'],
    ['spelling', 'https://pix.example.com/a/./b'],
    ['spelling', 'https://pix.example.com/a/%2e%2e/b'],
    ['spelling', 'https://pix.example.com/a/%2E./b'],
    ['spelling', 'https://pix.example.com/a b'],
    ['spelling', 'https://pix.example.com/a\tb'],
    ['spelling', 'https://pix.example.com/a\r\nb'],
    ['spelling', ' https://pix.example.com/'],
    ['spelling', 'https://pix.example.com/ '],
    ['spelling', 'https://pix.example.com/ç'],
    ['spelling', 'https://pix.%65xample.com/'],
    ['spelling', 'https://ｐix.example.com/'],
    ['path', 'https://pix.example.com//a'],
    ['path', 'https://pix.example.com/a//b'],
    ['path', 'https://pix.example.com/a%2fb'],
    ['path', 'https://pix.example.com/a%2Fb'],
    ['path', 'https://pix.example.com/a%5cb'],
    ['path', 'https://pix.example.com/a%00'],
    ['path', 'https://pix.example.com/a%0d%0ab'],
    ['path', 'https://pix.example.com/a%7f'],
    ['path', 'https://pix.example.com/a%2eb'],
    ['too-long', `https://pix.example.com/${'a'.repeat(2048)}`],
  ])('%s: refuses %j', (reason, url) => {
    expect(errorOf(() => read(url))).toMatchObject({ code: 'HTTP_URL', params: { reason } })
  })

  test('takes internationalized hosts when told so, spelt in ASCII', () => {
    expect(readGuardedUrl('https://xn--it-nia.example/', { allowPunycode: true }).hostname).toBe('xn--it-nia.example')
    expect(errorOf(() => readGuardedUrl('https://itú.example/', { allowPunycode: true }))).toMatchObject({
      code: 'HTTP_URL',
      params: { reason: 'spelling' },
    })
  })

  test('an error quotes nothing of the URL', () => {
    const error = errorOf(() => read('https://user:a1b2c3@10.11.12.13/a1b2c3'))
    const shown = inspect(error, { depth: 9, showHidden: true })
    expect(shown).not.toContain('a1b2c3')
    expect(shown).not.toContain('10.11.12.13')
  })

  test('any text gives a URL that says what it was given, or a PixkitError', () => {
    const piece = fc.constantFrom(
      'https://',
      'http:',
      '/',
      '\\',
      '@',
      ':',
      '443',
      '#',
      '?',
      '.',
      '..',
      '%2e',
      '[',
      ']',
      '::1',
      '127.1',
      'pix.example.com',
      'xn--',
      '\t',
      '\0',
      'ı',
    )
    const text = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.array(fc.oneof(piece, fc.string())).map((parts) => `https://${parts.join('')}`),
    )
    fc.assert(
      fc.property(text, (url) => {
        const error = errorOf(() => {
          const { href, protocol, port, username, password, hash, hostname } = read(url)
          expect({ href, protocol, port, username, password, hash }).toEqual({
            href: url,
            protocol: 'https:',
            port: '',
            username: '',
            password: '',
            hash: '',
          })
          expect(url.startsWith(`https://${hostname}/`)).toBe(true)
          expect(hostname).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
        })
        expect(error === undefined || isPixkitError(error)).toBe(true)
      }),
    )
  })
})
