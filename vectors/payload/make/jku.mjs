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
    'other-host': ['https://chaves.banco.example/jwks', 'Another host'],
    'parent-host': ['https://banco.example/jwks', 'The parent domain'],
    'sub-host': [`https://a.${HOST}/jwks`, 'A sub-domain'],
    'evil-host': ['https://evil.example/jwks', "The attacker's host"],
    http: [`http://${HOST}/jwks`, 'http'],
    ftp: [`ftp://${HOST}/jwks`, 'ftp'],
    data: ['data:application/json,{"keys":[]}', 'Data in the address'],
    port: [`https://${HOST}:8443/jwks`, 'Another port'],
    'port-22': [`https://${HOST}:22/jwks`, 'Port 22'],
    user: [`https://user@${HOST}/jwks`, 'With a user'],
    password: [`https://user:pass@${HOST}/jwks`, 'With user and password'],
    'user-trick': [`https://${HOST}@evil.example/jwks`, 'The host as a user of another'],
    'user-trick-backslash': [`https://evil.example\\@${HOST}/jwks`, 'The host behind a backslash'],
    fragment: [`https://${HOST}/jwks#key`, 'With a fragment'],
    'no-scheme': [`${HOST}/jwks`, 'Without a scheme: seen, and refused'],
    'scheme-relative': [`//${HOST}/jwks`, 'Relative to a scheme'],
    relative: ['/jwks', 'Relative'],
    'look-alike': ['https://pix.banc0.example/jwks', 'A look-alike'],
    cyrillic: ['https://pix.b\u0430nco.example/jwks', 'A Cyrillic letter in the host'],
    'full-width': ['https://pix\uff0ebanco.example/jwks', 'A full-width dot in the host'],
    punycode: ['https://pix.xn--bnco-53d.example/jwks', 'Punycode'],
    suffix: [`https://${HOST}.evil.example/jwks`, 'The host as a prefix of another'],
    prefix: [`https://evil${HOST}/jwks`, 'The host as a suffix of another'],
    'percent-encoded': ['https://pix%2Ebanco.example/jwks', 'Percent-encoded'],
    'percent-encoded-letter': ['https://%70ix.banco.example/jwks', 'A letter percent-encoded'],
    backslash: [`https:\\\\${HOST}\\jwks`, 'Backslashes'],
    'one-slash': [`https:/${HOST}/jwks`, 'One slash'],
    'three-slashes': [`https:///${HOST}/jwks`, 'Three slashes'],
    tab: [`https://pix\t.banco.example/jwks`, 'A tab'],
    newline: [`https://${HOST}/jwks\n`, 'A line break behind'],
    space: [` https://${HOST}/jwks`, 'A space before'],
    ipv4: ['https://127.0.0.1/jwks', 'An address'],
    'ipv4-decimal': ['https://2130706433/jwks', 'An address as a number'],
    ipv6: ['https://[::1]/jwks', 'An IPv6 address'],
    'dot-segments': [`https://${HOST}/a/../jwks`, 'Dot segments'],
    text: ['jwks', 'A word'],
  }
  for (const [id, [jku = '', about = '']] of Object.entries(bad)) fails(`jku-${id}`, about, given(jku), 'JKU')

  const leaf = makeCertificate('leaf-two-hosts', honest.key, '/CN=Assinatura de Teste', {
    issuer: intermediate,
    dns: [HOST, 'chaves.banco.example'],
  })
  const both = { ...honest, chain: [leaf, intermediate, root] }
  const elsewhere = given('https://chaves.banco.example/jwks')
  const together = { authorisedHosts: [[HOST, 'chaves.banco.example']] }
  fails(
    'jku-host-by-default',
    'Another name of the same registered certificate',
    { ...given('https://chaves.banco.example/jwks', both), jwks: keySet(jwk(both)), options: together },
    'JKU',
  )
  ok(
    'jku-host-tolerated',
    'Another name of the same registered certificate, tolerated',
    {
      ...given('https://chaves.banco.example/jwks', both),
      jwks: keySet(jwk(both)),
      options: { ...together, tolerate: ['jku-host'] },
    },
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
  fails(
    'jku-host-without-list',
    'Tolerated, and nobody says whose host it is',
    { ...elsewhere, options: { tolerate: ['jku-host'] } },
    'JKU',
  )
  ok('jku-host-not-needed', 'A tolerance that is not needed says nothing', {
    ...given(`https://${HOST}/jwks`),
    options: { ...together, tolerate: ['jku-host'] },
  })
})
