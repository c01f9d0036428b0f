/** @module Steps 10 to 14: key set, key, its type, its certificate, thumbprints. */
import { cob, evil, evilRsa, honest, honestRsa, intermediate, other, root, signers } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { base64url, jwk, jws, keySet, leafOf, publicMembers, thumbprint, x5c } from './jose.mjs'
import { makeCertificate, makeKey, modulusOf } from './openssl.mjs'

const token = jws(honest, cob())
const rsaToken = jws(honestRsa, cob())
const key = jwk(honest)
const rsaKey = jwk(honestRsa)
const set = keySet(key)
const members = JSON.stringify(key).slice(1, -1)

makeFile(
  'key-set',
  'Steps 10 to 14: key set, choice of the key, its type, its certificate, thumbprints',
  ({ ok, fails }) => {
    const unreadable = {
      empty: ['', 'Nothing'],
      'no-json': ['<html></html>', 'Not JSON'],
      array: [`[${JSON.stringify(key)}]`, 'An array'],
      string: ['"keys"', 'A string'],
      null: ['null', 'null'],
      'no-keys': ['{}', 'Without keys'],
      'one-key': [JSON.stringify(key), 'A key instead of a set'],
      'keys-object': ['{"keys":{}}', 'keys is an object'],
      'keys-null': ['{"keys":null}', 'keys is null'],
      'keys-twice': [`{"keys":[],"keys":[${JSON.stringify(key)}]}`, 'keys twice'],
      'keys-twice-escaped': [`{"keys":[],"ke\\u0079s":[${JSON.stringify(key)}]}`, 'keys twice, once in escapes'],
      'duplicate-member': [`{"keys":[{${members},"kid":"x"}]}`, 'A member of a key twice'],
      proto: [`{"keys":[{${members},"__proto__":{}}]}`, '__proto__'],
      'too-many': [JSON.stringify({ keys: [key, ...Array.from({ length: 100 }, () => ({}))] }), '101 keys'],
      'trailing-data': [`${set}{}`, 'Something behind'],
      'byte-order-mark': [`\ufeff${set}`, 'A byte order mark'],
    }
    for (const [id, [jwks = '', about = '']] of Object.entries(unreadable))
      fails(`jwks-${id}`, about, { jws: token, jwks }, 'JWKS_FETCH')

    const keyed = (/** @type {any[]} */ ...keys) => ({ jws: token, jwks: keySet(...keys) })
    const keyedRsa = (/** @type {any[]} */ ...keys) => ({ jws: rsaToken, jwks: keySet(...keys) })

    ok('key-among-others', 'The key among others', keyed(jwk(other), key, jwk(honestRsa)))
    ok(
      'key-among-unknown-types',
      'The key among keys of other types',
      keyed({ kty: 'OKP', kid: 'a', crv: 'Ed25519', x: 'AAAA' }, { kty: 'AKP', kid: 'b' }, key),
    )
    ok(
      'key-unknown-members',
      'A key with members that nobody knows',
      keyed(jwk(honest, { nbf: 1, 'x-vendor': { a: [1] } })),
    )
    fails('key-set-empty', 'No key', keyed(), 'JWKS_FETCH')
    fails('key-kid-differs', 'No key with this kid', keyed(jwk(honest, { kid: 'outra' })), 'KEY_NOT_FOUND')
    fails(
      'key-kid-case',
      'kid in other capitals',
      keyed(jwk(honest, { kid: honest.kid.toUpperCase() })),
      'KEY_NOT_FOUND',
    )
    fails('key-kid-absent', 'A key without kid', keyed(jwk(honest, { kid: undefined })), 'KEY_NOT_FOUND')
    fails(
      'key-kid-number',
      'kid is a number',
      { jws: jws(honest, cob(), { kid: '1' }), jwks: keySet(jwk(honest, { kid: 1 })) },
      'KEY_NOT_FOUND',
    )
    fails(
      'key-x5t-differs',
      'kid fits, both thumbprints do not',
      keyed(jwk(other, { kid: honest.kid })),
      'KEY_NOT_FOUND',
    )
    fails(
      'key-x5t-differs-alone',
      'kid and SHA-256 fit, SHA-1 does not',
      keyed(jwk(honest, { x5t: thumbprint('sha1', leafOf(other)) })),
      'KEY_NOT_FOUND',
    )
    fails(
      'key-x5t-s256-differs-alone',
      'kid and SHA-1 fit, SHA-256 does not',
      keyed(jwk(honest, { 'x5t#S256': thumbprint('sha256', leafOf(other)) })),
      'KEY_NOT_FOUND',
    )
    fails(
      'key-without-thumbprints',
      'kid fits, and the key has no thumbprint',
      keyed(jwk(honest, { x5t: undefined, 'x5t#S256': undefined })),
      'KEY_NOT_FOUND',
    )
    ok('key-only-x5t', 'Key with x5t only, header with both', keyed(jwk(honest, { 'x5t#S256': undefined })))
    ok('key-only-x5t-s256', 'Key with x5t#S256 only, header with both', keyed(jwk(honest, { x5t: undefined })), {
      kind: 'cob',
      warnings: ['PAYLOAD_THUMBPRINT:x5t-absent'],
    })
    ok(
      'key-same-kid-other-thumbprint',
      'Two keys of one kid, told apart by thumbprints',
      keyed(jwk(other, { kid: honest.kid }), key),
    )
    fails('key-twice', 'The key twice', keyed(key, key), 'KEY_AMBIGUOUS')
    fails(
      'key-collision',
      'Two keys with one kid and one thumbprint',
      keyed(jwk(evil, { x5t: key.x5t, 'x5t#S256': key['x5t#S256'] }), key),
      'KEY_AMBIGUOUS',
    )

    // Step 12
    fails(
      'key-oct',
      'A symmetric key',
      keyed({ kty: 'oct', k: 'c2VjcmV0', kid: key.kid, x5t: key.x5t, 'x5t#S256': key['x5t#S256'], x5c: key.x5c }),
      'KEY_TYPE',
    )
    fails('key-no-kty', 'Without kty', keyed(jwk(honest, { kty: undefined })), 'KEY_TYPE')
    fails('key-kty-case', 'kty in small letters', keyedRsa(jwk(honestRsa, { kty: 'rsa' })), 'KEY_TYPE')
    fails(
      'key-rs256-of-ec',
      'RS256 with a key of a curve',
      { jws: jws(honest, cob(), { alg: 'RS256' }), jwks: keySet(jwk(honest, { alg: undefined })) },
      'KEY_TYPE',
    )
    fails(
      'key-es256-of-rsa',
      'ES256 with an RSA key',
      { jws: jws(honestRsa, cob(), { alg: 'ES256' }), jwks: keySet(jwk(honestRsa, { alg: undefined })) },
      'KEY_TYPE',
    )
    const p384 = /** @type {any} */ (signers['ES384'])
    fails(
      'key-es256-of-p384',
      'ES256 with P-384',
      { jws: jws(p384, cob(), { alg: 'ES256' }), jwks: keySet(jwk(p384, { alg: undefined })) },
      'KEY_TYPE',
    )
    const p521 = /** @type {any} */ (signers['ES512'])
    fails(
      'key-es384-of-p521',
      'ES384 with P-521',
      { jws: jws(p521, cob(), { alg: 'ES384' }), jwks: keySet(jwk(p521, { alg: undefined })) },
      'KEY_TYPE',
    )
    fails('key-crv-wrong', 'crv of another curve', keyed(jwk(honest, { crv: 'P-384' })), 'KEY_TYPE')
    const weak = makeCertificate('rsa1024', makeKey('rsa1024', 'rsa1024'), '/CN=Fraca', { issuer: intermediate })
    const weakSigner = { key: 'rsa1024', alg: 'RS256', kid: 'rsa1024', chain: [weak, intermediate, root] }
    fails(
      'key-rsa-1024',
      'RSA of 1,024 bits',
      { jws: jws(weakSigner, cob()), jwks: keySet(jwk(weakSigner)) },
      'KEY_TYPE',
    )
    fails('key-e-1', 'RSA with the exponent 1', keyedRsa(jwk(honestRsa, { e: 'AQ' })), 'KEY_TYPE')
    fails('key-e-2', 'RSA with an even exponent', keyedRsa(jwk(honestRsa, { e: 'Ag' })), 'KEY_TYPE')
    fails('key-no-n', 'RSA without n', keyedRsa(jwk(honestRsa, { n: undefined })), 'KEY_TYPE')
    fails('key-no-e', 'RSA without e', keyedRsa(jwk(honestRsa, { e: undefined })), 'KEY_TYPE')
    fails('key-n-number', 'n is a number', keyedRsa(jwk(honestRsa, { n: 65537 })), 'KEY_TYPE')
    fails('key-no-y', 'Curve without y', keyed(jwk(honest, { y: undefined })), 'KEY_TYPE')
    fails(
      'key-x-short',
      'x of 31 bytes',
      keyed(jwk(honest, { x: base64url(Buffer.from(key.x, 'base64url').subarray(1)) })),
      'KEY_TYPE',
    )
    fails(
      'key-off-curve',
      'A point that is not on the curve, which the certificate does not have',
      keyed(jwk(honest, { y: key.x })),
      'CERT_KEY_MISMATCH',
    )
    fails('key-x-padded', 'x padded', keyed(jwk(honest, { x: `${key.x}=` })), 'KEY_TYPE')
    fails(
      'key-alg-other',
      'alg of the key is another algorithm',
      keyedRsa(jwk(honestRsa, { alg: 'PS256' })),
      'KEY_TYPE',
    )
    fails('key-alg-none', 'alg of the key is none', keyedRsa(jwk(honestRsa, { alg: 'none' })), 'KEY_TYPE')
    ok('key-alg-absent', 'Key without alg', keyed(jwk(honest, { alg: undefined })))
    fails('key-alg-rsa', 'alg "RSA" (one PSP publishes it)', keyedRsa(jwk(honestRsa, { alg: 'RSA' })), 'KEY_TYPE')
    ok(
      'key-alg-rsa-tolerated',
      'alg "RSA", tolerated',
      { ...keyedRsa(jwk(honestRsa, { alg: 'RSA' })), options: { tolerate: ['jwk-alg'] } },
      { kind: 'cob', warnings: ['PAYLOAD_KEY_TYPE:alg-unknown'] },
    )
    fails(
      'key-alg-other-tolerant',
      'Another algorithm of JWA is never tolerated',
      { ...keyedRsa(jwk(honestRsa, { alg: 'PS256' })), options: { tolerate: ['jwk-alg'] } },
      'KEY_TYPE',
    )
    fails('key-use-enc', 'use is enc', keyed(jwk(honest, { use: 'enc' })), 'KEY_TYPE')
    ok('key-use-absent', 'Key without use and key_ops', keyed(jwk(honest, { use: undefined, key_ops: undefined })))
    fails('key-ops-sign', 'key_ops sign alone', keyed(jwk(honest, { key_ops: ['sign'] })), 'KEY_TYPE')
    fails('key-ops-empty', 'key_ops without verify', keyed(jwk(honest, { key_ops: [] })), 'KEY_TYPE')
    fails('key-ops-string', 'key_ops is a text', keyed(jwk(honest, { key_ops: 'verify' })), 'KEY_TYPE')
    fails(
      'key-private-ec',
      'The private key is published',
      keyed(jwk(honest, { d: base64url(Buffer.alloc(32, 7)) })),
      'KEY_TYPE',
    )
    fails(
      'key-private-rsa',
      'Parts of the private key are published',
      keyedRsa(jwk(honestRsa, { p: 'AQAB', q: 'AQAB' })),
      'KEY_TYPE',
    )

    fails(
      'key-too-large',
      'RSA of 16,392 bits',
      keyedRsa(jwk(honestRsa, { n: base64url(Buffer.alloc(2049, 0xff)) })),
      'KEY_TYPE',
    )

    // Step 13
    fails(
      'x5c-of-another-key',
      'An honest certificate and the key of the attacker',
      { jws: jws({ ...honest, key: evil.key }, cob()), jwks: keySet({ ...key, ...publicMembers(evil.key) }) },
      'CERT_KEY_MISMATCH',
    )
    fails(
      'x5c-of-another-rsa-key',
      'An honest certificate and n of the attacker',
      {
        jws: jws({ ...honestRsa, key: evilRsa.key }, cob()),
        jwks: keySet({ ...rsaKey, n: base64url(modulusOf(evilRsa.key)) }),
      },
      'CERT_KEY_MISMATCH',
    )
    fails(
      'x5c-other-exponent',
      'e is 3, the certificate has 65,537',
      keyedRsa(jwk(honestRsa, { e: 'Aw' })),
      'CERT_KEY_MISMATCH',
    )
    fails(
      'x5c-of-another-type',
      'Certificate of a curve, key of RSA',
      keyedRsa(jwk(honestRsa, { x5c: key.x5c })),
      'CERT_KEY_MISMATCH',
    )
    fails('x5c-absent', 'Without x5c', keyed(jwk(honest, { x5c: undefined })), 'CERT_KEY_MISMATCH')
    fails('x5c-empty', 'x5c without a certificate', keyed(jwk(honest, { x5c: [] })), 'CERT_KEY_MISMATCH')
    fails('x5c-string', 'x5c is a text', keyed(jwk(honest, { x5c: key.x5c[0] })), 'CERT_KEY_MISMATCH')
    fails('x5c-numbers', 'x5c holds numbers', keyed(jwk(honest, { x5c: [1] })), 'CERT_KEY_MISMATCH')
    fails('x5c-no-certificate', 'x5c holds something else', keyed(jwk(honest, { x5c: ['AAAA'] })), 'CERT_KEY_MISMATCH')
    fails(
      'x5c-base64url',
      'x5c in base64url',
      keyed(jwk(honest, { x5c: honest.chain.map(({ der }) => base64url(der)) })),
      'CERT_KEY_MISMATCH',
    )
    fails('x5c-pem', 'x5c in PEM', keyed(jwk(honest, { x5c: honest.chain.map(({ pem }) => pem) })), 'CERT_KEY_MISMATCH')
    fails(
      'x5c-too-many',
      'Seventeen certificates',
      keyed(
        jwk(honest, { x5c: [...x5c(honest.chain), ...Array.from({ length: 14 }, () => root.der.toString('base64'))] }),
      ),
      'CERT_KEY_MISMATCH',
    )
    fails(
      'x5c-trailing-bytes',
      'Something behind the certificate',
      keyed(
        jwk(honest, {
          x5c: [Buffer.concat([leafOf(honest).der, Buffer.from([0])]).toString('base64'), ...x5c([intermediate, root])],
        }),
      ),
      'CERT_KEY_MISMATCH',
    )
    const lines = x5c(honest.chain).map((text) => (text.match(/.{1,64}/g) ?? []).join('\n'))
    fails('x5c-line-breaks', 'Line breaks in x5c (iugu 2020)', keyed(jwk(honest, { x5c: lines })), 'CERT_KEY_MISMATCH')
    ok(
      'x5c-line-breaks-tolerated',
      'Line breaks in x5c, tolerated',
      { ...keyed(jwk(honest, { x5c: lines })), options: { tolerate: ['x5c-whitespace'] } },
      { kind: 'cob', warnings: ['PAYLOAD_CERT_KEY_MISMATCH:x5c-white-space'] },
    )

    // Step 14
    const [x5t = '', x5tS256 = ''] = [thumbprint('sha1', leafOf(other)), thumbprint('sha256', leafOf(other))]
    const both = (/** @type {any} */ changes, /** @type {any} */ signer = honest) => ({
      jws: jws(signer, cob(), changes),
      jwks: keySet(jwk(signer, changes)),
    })
    fails(
      'thumbprint-of-another',
      'Header and key agree on the thumbprints of another certificate',
      both({ x5t, 'x5t#S256': x5tS256 }),
      'THUMBPRINT',
    )
    fails('thumbprint-sha1-of-another', 'SHA-1 of another certificate', both({ x5t }), 'THUMBPRINT')
    fails(
      'thumbprint-sha256-of-another',
      'SHA-256 of another certificate, SHA-1 right',
      both({ 'x5t#S256': x5tS256 }),
      'THUMBPRINT',
    )
    fails(
      'thumbprint-only-sha256-of-another',
      'Only SHA-256, of another certificate',
      both({ x5t: undefined, 'x5t#S256': x5tS256 }),
      'THUMBPRINT',
    )
    fails(
      'thumbprint-key-of-another',
      'x5t#S256 of the key alone is of another certificate',
      { jws: jws(honest, cob(), { 'x5t#S256': undefined }), jwks: keySet(jwk(honest, { 'x5t#S256': x5tS256 })) },
      'THUMBPRINT',
    )
    fails(
      'thumbprint-rfc7638',
      'x5t is a thumbprint of the key, not of the certificate',
      both({
        x5t: thumbprint('sha1', { ...leafOf(honest), der: Buffer.from(JSON.stringify(publicMembers(honest.key))) }),
      }),
      'THUMBPRINT',
    )

    const inKey = (/** @type {string} */ word) =>
      Array.from({ length: 2 }, () => `PAYLOAD_KEY_NOT_FOUND:thumbprint-${word}`)
    const inBoth = (/** @type {string} */ word) => ({
      kind: /** @type {const} */ ('cob'),
      warnings: [...Array.from({ length: 2 }, () => `PAYLOAD_HEADER:thumbprint-${word}`), ...inKey(word)],
    })
    const padded = { x5t: `${key.x5t}=`, 'x5t#S256': `${key['x5t#S256']}=` }
    const tolerant = (/** @type {any} */ given, /** @type {string[]} */ ...tolerate) => ({
      ...given,
      options: { tolerate },
    })
    fails('thumbprint-padded', 'Thumbprints padded (Tesouro and Rendimento 2021)', both(padded), 'HEADER')
    ok(
      'thumbprint-padded-tolerated',
      'Thumbprints padded, tolerated',
      tolerant(both(padded), 'padded-thumbprint'),
      inBoth('padded'),
    )
    fails('thumbprint-padded-in-key', 'Padded in the key only', keyed(jwk(honest, padded)), 'KEY_NOT_FOUND')
    ok(
      'thumbprint-padded-in-key-tolerated',
      'Padded in the key only, tolerated: the bytes are the same',
      tolerant(keyed(jwk(honest, padded)), 'padded-thumbprint'),
      { kind: 'cob', warnings: inKey('padded') },
    )
    const plain = withPlainBase64()
    fails('thumbprint-base64', 'Thumbprints in plain base64', both(plain.changes, plain.signer), 'HEADER')
    ok(
      'thumbprint-base64-tolerated',
      'Thumbprints in plain base64, tolerated',
      tolerant(both(plain.changes, plain.signer), 'base64-thumbprint'),
      inBoth('base64'),
    )
    fails(
      'thumbprint-base64-padded-half-tolerated',
      'Plain base64 and padded, the one tolerated and the other not',
      tolerant(both({ x5t: `${plain.changes.x5t}=` }, plain.signer), 'base64-thumbprint'),
      'HEADER',
    )
    const hexText = both({ x5t: base64url(Buffer.from(key.x5t, 'base64url').toString('hex')), 'x5t#S256': undefined })
    const hex = both({ x5t: Buffer.from(key.x5t, 'base64url').toString('hex'), 'x5t#S256': undefined })
    const all = ['padded-thumbprint', 'base64-thumbprint', 'x5c-whitespace', 'x5c-order', 'jwk-alg', 'certificate-name']
    fails('thumbprint-hex-text', 'base64url of the hexadecimal text (BS2 2020)', hexText, 'HEADER')
    fails(
      'thumbprint-hex-text-never',
      'base64url of the hexadecimal text, whatever is tolerated',
      tolerant(hexText, ...all),
      'HEADER',
    )
    fails('thumbprint-hex', 'Hexadecimal, whatever is tolerated', tolerant(hex, ...all), 'HEADER')
    fails(
      'thumbprint-hex-text-in-key',
      'base64url of the hexadecimal text in the key alone, whatever is tolerated',
      tolerant(keyed(jwk(honest, { x5t: base64url(Buffer.from(key.x5t, 'base64url').toString('hex')) })), ...all),
      'KEY_NOT_FOUND',
    )
    fails(
      'thumbprint-two-pads',
      'Padded too much, whatever is tolerated',
      tolerant(both({ x5t: `${key.x5t}==` }), ...all),
      'HEADER',
    )
    fails(
      'thumbprint-trailing-bits',
      'The same bytes with other trailing bits, whatever is tolerated',
      tolerant(both({ x5t: otherBits(key.x5t) }), ...all),
      'HEADER',
    )
  },
)

/** A certificate both of whose thumbprints have `+` or `/` in plain base64. */
function withPlainBase64() {
  for (let count = 0; count < 200; count += 1) {
    const leaf = makeCertificate(`plain-${count}`, honest.key, '/CN=Assinatura de Teste', { issuer: intermediate })
    const signer = { ...honest, chain: [leaf, intermediate, root] }
    const changes = { x5t: plainOf(thumbprint('sha1', leaf)), 'x5t#S256': plainOf(thumbprint('sha256', leaf)) }
    if (Object.values(changes).every((text) => /[+/]/.test(text))) return { signer, changes }
  }
  throw new Error('No such certificate')
}

/** @param {string} text */
function plainOf(text) {
  return text.replaceAll('-', '+').replaceAll('_', '/')
}

/** @param {string} text */
function otherBits(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return text.slice(0, -1) + alphabet[alphabet.indexOf(text.at(-1) ?? '') + 1]
}
