/** @module Steps 1 and 2: the location, and whether its host is authorised. */
import { cob, HOST, honest, intermediate, TOKEN } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { makeCertificate, makeKey } from './openssl.mjs'
import { jws } from './jose.mjs'

const token = jws(honest, cob())
const site = makeKey('site', 'p256')
const siteCertificate = (/** @type {string} */ name, /** @type {string[]} */ dns) =>
  makeCertificate(name, site, '/CN=Site de Teste', { issuer: intermediate, dns })

makeFile('location', 'Steps 1 and 2: syntax of the location, authorised hosts', ({ ok, fails }) => {
  const bad = {
    scheme: [`https://${HOST}/qr/v2/${TOKEN}`, 'with a scheme'],
    'other-scheme': [`http://${HOST}/qr/v2/${TOKEN}`, 'with http'],
    port: [`${HOST}:443/qr/v2/${TOKEN}`, 'with a port'],
    'other-port': [`${HOST}:8443/qr/v2/${TOKEN}`, 'with another port'],
    user: [`${HOST}@evil.example/qr/v2/${TOKEN}`, 'with a user'],
    query: [`${HOST}/qr/v2/${TOKEN}?DPP=2026-12-01`, 'with a query'],
    fragment: [`${HOST}/qr/v2/${TOKEN}#a`, 'with a fragment'],
    ipv4: [`169.254.169.254/qr/v2/${TOKEN}`, 'an IPv4 address'],
    'ipv4-decimal': [`2130706433/qr/v2/${TOKEN}`, 'an IPv4 address as one number'],
    'ipv4-hex': [`0x7f.1/qr/v2/${TOKEN}`, 'an IPv4 address in hexadecimal'],
    'ipv4-octal': [`0177.0.0.1/qr/v2/${TOKEN}`, 'an IPv4 address in octal'],
    ipv6: [`[::1]/qr/v2/${TOKEN}`, 'an IPv6 address'],
    'no-dot': [`localhost/qr/v2/${TOKEN}`, 'a name without a dot'],
    'no-path': [HOST, 'without a path'],
    'no-token': [`${HOST}/`, 'without a token'],
    'empty-segment': [`${HOST}/qr//v2/${TOKEN}`, 'with an empty segment'],
    'dot-segment': [`${HOST}/qr/../${TOKEN}`, 'with a dot segment'],
    'encoded-dot-segment': [`${HOST}/qr/%2e%2E/${TOKEN}`, 'with an encoded dot segment'],
    'encoded-slash': [`${HOST}/qr%2fv2/${TOKEN}`, 'with an encoded slash'],
    'encoded-nul': [`${HOST}/qr/v2/${TOKEN}%00`, 'with an encoded NUL'],
    backslash: [`${HOST}\\qr\\v2\\${TOKEN}`, 'with backslashes'],
    space: [`${HOST}/qr v2/${TOKEN}`, 'with a space'],
    tab: [`${HOST}/qr\t/${TOKEN}`, 'with a tab'],
    newline: [`${HOST}/qr/v2/${TOKEN}\n`, 'with a line break at the end'],
    cyrillic: [`pix.b\u0430nco.example/qr/v2/${TOKEN}`, 'with a Cyrillic letter in the host'],
    'full-width-dot': [`pix\uff0ebanco.example/qr/v2/${TOKEN}`, 'with a full-width dot in the host'],
    'non-ascii-path': [`${HOST}/cobran\u00e7a/${TOKEN}`, 'outside ASCII in the path'],
    'too-long': [`${HOST}/qr/v2/${TOKEN}${'a'.repeat(28)}`, '84 characters'],
    empty: ['', 'nothing'],
  }
  for (const [id, [location = '', about = '']] of Object.entries(bad)) {
    fails(`location-${id}`, `Location ${about}`, { location, jws: token }, 'LOCATION_SYNTAX')
  }
  ok('location-upper-case-host', 'Host in capitals: the same host', {
    location: `PIX.Banco.EXAMPLE/qr/v2/${TOKEN}`,
    jws: token,
  })
  ok('location-77', 'Location of 77 characters', { location: `${HOST}/qr/v2/${TOKEN}${'a'.repeat(21)}`, jws: token })

  const authorised = {
    kind: /** @type {const} */ ('cob'),
    proof: { hostAuthorised: true, siteCertificateAuthorised: 'not-checked' },
  }
  ok('host-not-checked', 'Without a list', { jws: token }, { kind: 'cob', proof: { hostAuthorised: 'not-checked' } })
  ok(
    'host-listed',
    'Host on the list',
    { jws: token, options: { authorisedHosts: ['outro.example', HOST] } },
    authorised,
  )
  ok(
    'host-listed-with-others',
    'Host on the list, among the names of one certificate',
    { jws: token, options: { authorisedHosts: [['outro.example', HOST]] } },
    authorised,
  )
  ok(
    'host-listed-in-capitals',
    'List in capitals',
    { jws: token, options: { authorisedHosts: ['PIX.BANCO.EXAMPLE'] } },
    authorised,
  )
  const lists = {
    other: [['outro.example'], 'names another'],
    parent: [['banco.example'], 'names the parent domain'],
    child: [[`a.${HOST}`], 'names a sub-domain'],
    'look-alike': [['pix.banc0.example'], 'names a look-alike'],
  }
  for (const [id, [authorisedHosts, about]] of Object.entries(lists)) {
    fails(`host-${id}`, `The list ${about}`, { jws: token, options: { authorisedHosts } }, 'LOCATION_HOST_NOT_ALLOWED')
  }
  ok(
    'site-certificate-names-host',
    'A CERTQRC certificate names the host',
    { jws: token, siteCertificates: [siteCertificate('site-right', ['outro.example', HOST])] },
    authorised,
  )
  fails(
    'site-certificate-names-other',
    'The CERTQRC certificates name another host',
    { jws: token, siteCertificates: [siteCertificate('site-wrong', ['outro.example'])] },
    'LOCATION_HOST_NOT_ALLOWED',
  )
  fails(
    'site-certificate-wildcard',
    'The CERTQRC certificate has a wildcard: no reasoning about sub-domains',
    { jws: token, siteCertificates: [siteCertificate('site-wildcard', ['*.banco.example'])] },
    'LOCATION_HOST_NOT_ALLOWED',
  )
  fails(
    'location-punycode',
    'An internationalised host that nobody allowed',
    { location: `xn--pix-bnco-51a.example/qr/v2/${TOKEN}`, jws: token },
    'LOCATION_HOST_NOT_ALLOWED',
  )
})
