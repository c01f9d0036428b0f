/** @module Step 9: the address of the key set, on the host of the location. */
import { cob, HOST, honest, intermediate, root } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { jwk, jws, keySet } from './jose.mjs'
import { makeCertificate } from './openssl.mjs'

makeFile('jku', 'Step 9: jku on the host of the location', ({ ok, fails }) => {
  const given = (/** @type {string} */ jku, signer = honest) => ({ jws: jws(signer, cob(), { jku }) })
  ok('jku-other-path', 'Another path', given(`https://${HOST}/rest/v1/jwks.json`))
  ok('jku-query', 'With a query: RFC 7515 does not forbid it', given(`https://${HOST}/jwks?tenant=1`))
  const bad = {
    'other-host': ['https://chaves.banco.example/jwks', 'Another host (T7)'],
    'parent-host': ['https://banco.example/jwks', 'The parent domain'],
    'sub-host': [`https://a.${HOST}/jwks`, 'A sub-domain'],
    'evil-host': ['https://evil.example/jwks', "The attacker's host (T7)"],
    http: [`http://${HOST}/jwks`, 'http'],
    ftp: [`ftp://${HOST}/jwks`, 'ftp'],
    data: ['data:application/json,{"keys":[]}', 'Data in the address'],
    port: [`https://${HOST}:8443/jwks`, 'Another port (T20)'],
    'port-22': [`https://${HOST}:22/jwks`, 'Port 22 (T20)'],
    user: [`https://user@${HOST}/jwks`, 'With a user (T19)'],
    password: [`https://user:pass@${HOST}/jwks`, 'With user and password (T19)'],
    'user-trick': [`https://${HOST}@evil.example/jwks`, 'The host as a user of another (T19)'],
    'user-trick-backslash': [`https://evil.example\\@${HOST}/jwks`, 'The host behind a backslash (T21)'],
    fragment: [`https://${HOST}/jwks#key`, 'With a fragment'],
    'no-scheme': [`${HOST}/jwks`, 'Without a scheme: seen, and refused'],
    'scheme-relative': [`//${HOST}/jwks`, 'Relative to a scheme'],
    relative: ['/jwks', 'Relative'],
    'look-alike': ['https://pix.banc0.example/jwks', 'A look-alike (T18)'],
    cyrillic: ['https://pix.b\u0430nco.example/jwks', 'A Cyrillic letter in the host (T18)'],
    'full-width': ['https://pix\uff0ebanco.example/jwks', 'A full-width dot in the host (T18)'],
    punycode: ['https://pix.xn--bnco-53d.example/jwks', 'Punycode (T18)'],
    suffix: [`https://${HOST}.evil.example/jwks`, 'The host as a prefix of another'],
    prefix: [`https://evil${HOST}/jwks`, 'The host as a suffix of another (T18)'],
    'percent-encoded': ['https://pix%2Ebanco.example/jwks', 'Percent-encoded (T21)'],
    'percent-encoded-letter': ['https://%70ix.banco.example/jwks', 'A letter percent-encoded (T21)'],
    backslash: [`https:\\\\${HOST}\\jwks`, 'Backslashes (T21)'],
    'one-slash': [`https:/${HOST}/jwks`, 'One slash (T21)'],
    'three-slashes': [`https:///${HOST}/jwks`, 'Three slashes (T21)'],
    tab: [`https://pix\t.banco.example/jwks`, 'A tab (T21)'],
    newline: [`https://${HOST}/jwks\n`, 'A line break behind (T21)'],
    space: [` https://${HOST}/jwks`, 'A space before (T21)'],
    ipv4: ['https://127.0.0.1/jwks', 'An address (T2)'],
    'ipv4-decimal': ['https://2130706433/jwks', 'An address as a number (T2)'],
    ipv6: ['https://[::1]/jwks', 'An IPv6 address (T2)'],
    'dot-segments': [`https://${HOST}/a/../jwks`, 'Dot segments (T21)'],
    text: ['jwks', 'A word'],
  }
  for (const [id, [jku = '', about = '']] of Object.entries(bad)) fails(`jku-${id}`, about, given(jku), 'JKU')

  const leaf = makeCertificate('leaf-two-hosts', honest.key, '/CN=Assinatura de Teste', { issuer: intermediate, dns: [HOST, 'chaves.banco.example'] })
  const both = { ...honest, chain: [leaf, intermediate, root] }
  const elsewhere = given('https://chaves.banco.example/jwks')
  const together = { authorisedHosts: [[HOST, 'chaves.banco.example']] }
  fails('jku-host-by-default', 'Another name of the same registered certificate', { ...given('https://chaves.banco.example/jwks', both), jwks: keySet(jwk(both)), options: together }, 'JKU')
  ok(
    'jku-host-tolerated',
    'Another name of the same registered certificate, tolerated',
    { ...given('https://chaves.banco.example/jwks', both), jwks: keySet(jwk(both)), options: { ...together, tolerate: ['jku-host'] } },
    { kind: 'cob', warnings: ['PAYLOAD_JKU:other-host'] },
  )
  fails(
    'jku-host-tolerated-name-differs',
    'Another name of the same registered certificate, tolerated, and the signer has no such name',
    { ...elsewhere, options: { ...together, tolerate: ['jku-host'] } },
    'CERT_NAME',
  )
  fails(
    'jku-host-of-another-certificate',
    'Another authorised host, of another certificate',
    { ...elsewhere, options: { authorisedHosts: [HOST, 'chaves.banco.example'], tolerate: ['jku-host'] } },
    'JKU',
  )
  fails('jku-host-without-list', 'Tolerated, and nobody says whose host it is', { ...elsewhere, options: { tolerate: ['jku-host'] } }, 'JKU')
  ok('jku-host-not-needed', 'A tolerance that is not needed says nothing', { ...given(`https://${HOST}/jwks`), options: { ...together, tolerate: ['jku-host'] } })
})
