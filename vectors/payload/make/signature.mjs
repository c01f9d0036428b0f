/** @module Step 18: the signature. */
import { cob, evil, honest, honestRsa, honestSet, rsaSet, signers } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { base64url, jwk, jws, keySet } from './jose.mjs'
import { sign } from './openssl.mjs'

makeFile('signature', 'Step 18: the signature', ({ ok, fails }) => {
  for (const alg of ['RS256', 'PS384', 'ES256', 'ES512']) {
    const signer = /** @type {import('./jose.mjs').Signer} */ (signers[alg])
    const jwks = keySet(jwk(signer))
    const name = alg.toLowerCase()
    const right = jws(signer, cob())
    const [head = '', payload = '', signature = ''] = right.split('.')
    const bytes = Buffer.from(signature, 'base64url')
    const withSignature = (/** @type {Uint8Array} */ changed) => ({
      jws: `${head}.${payload}.${base64url(changed)}`,
      jwks,
    })
    ok(`${name}-right`, `${alg}`, { jws: right, jwks })
    for (const [where, at] of Object.entries({ first: 0, middle: bytes.length >> 1, last: bytes.length - 1 })) {
      fails(
        `${name}-flipped-${where}`,
        `${alg}, one bit of the ${where} byte changed`,
        withSignature(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))),
        'SIGNATURE',
      )
    }
    fails(
      `${name}-of-another-payload`,
      `${alg}, signature of another amount`,
      { jws: `${head}.${base64url(JSON.stringify(cob({ valor: { original: '1.00' } })))}.${signature}`, jwks },
      'SIGNATURE',
    )
    fails(
      `${name}-other-spelling`,
      `${alg}, the same JSON with a space more`,
      { jws: `${head}.${base64url(`${JSON.stringify(cob())} `)}.${signature}`, jwks },
      'SIGNATURE',
    )
    fails(
      `${name}-other-header`,
      `${alg}, the same header with a member more`,
      {
        jws: `${base64url(Buffer.from(head, 'base64url').toString().replace('{', '{"typ":"JWS",'))}.${payload}.${signature}`,
        jwks,
      },
      'SIGNATURE',
    )
    fails(`${name}-short`, `${alg}, a byte less`, withSignature(bytes.subarray(0, -1)), 'SIGNATURE')
    fails(`${name}-long`, `${alg}, a byte more`, withSignature(Buffer.concat([bytes, Buffer.from([0])])), 'SIGNATURE')
    fails(`${name}-zeros`, `${alg}, zeros`, withSignature(Buffer.alloc(bytes.length)), 'SIGNATURE')
  }
  const es256 = (/** @type {(input: string) => Uint8Array} */ signing) => ({
    jws: jws(honest, cob(), {}, signing),
    jwks: honestSet,
  })
  const raw = (/** @type {string} */ input) => sign('ES256', honest.key, input)
  const [zero, order] = [
    Buffer.alloc(32),
    Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex'),
  ]
  fails(
    'es256-der',
    'ES256 in DER, as other protocols have it',
    es256((input) => sign('ES256', honest.key, input, { der: true })),
    'SIGNATURE',
  )
  fails(
    'es256-r-zero',
    'ES256 with R = 0',
    es256((input) => Buffer.concat([zero, raw(input).subarray(32)])),
    'SIGNATURE',
  )
  fails(
    'es256-s-zero',
    'ES256 with S = 0',
    es256((input) => Buffer.concat([raw(input).subarray(0, 32), zero])),
    'SIGNATURE',
  )
  fails(
    'es256-r-order',
    'ES256 with R = n',
    es256((input) => Buffer.concat([order, raw(input).subarray(32)])),
    'SIGNATURE',
  )
  fails(
    'es256-swapped',
    'ES256 with S before R',
    es256((input) => Buffer.concat([raw(input).subarray(32), raw(input).subarray(0, 32)])),
    'SIGNATURE',
  )
  ok(
    'es256-other-s',
    'ES256 with n - S: as good a signature',
    es256((input) => otherS(raw(input), order)),
  )
  fails(
    'es256-of-attacker',
    'Signed by the attacker',
    es256((input) => sign('ES256', evil.key, input)),
    'SIGNATURE',
  )
  fails(
    'es256-with-sha384',
    'ES256 over SHA-384',
    es256((input) => sign('ES384', honest.key, input).subarray(-64)),
    'SIGNATURE',
  )

  const rsa = (/** @type {string} */ alg, /** @type {(input: string) => Uint8Array} */ signing) => ({
    jws: jws({ ...honestRsa, alg }, cob(), {}, signing),
    jwks: alg === 'RS256' ? rsaSet : keySet(jwk({ ...honestRsa, alg })),
  })
  fails(
    'rs256-with-sha512',
    'RS256 over SHA-512',
    rsa('RS256', (input) => sign('RS512', honestRsa.key, input)),
    'SIGNATURE',
  )
  fails(
    'rs256-as-ps256',
    'RS256 with the padding of PS256',
    rsa('RS256', (input) => sign('PS256', honestRsa.key, input)),
    'SIGNATURE',
  )
  fails(
    'ps256-as-rs256',
    'PS256 with the padding of RS256',
    rsa('PS256', (input) => sign('RS256', honestRsa.key, input)),
    'SIGNATURE',
  )
  fails(
    'ps256-salt-20',
    'PS256 with a salt of 20 bytes',
    rsa('PS256', (input) => sign('PS256', honestRsa.key, input, { saltLength: '20' })),
    'SIGNATURE',
  )
  fails(
    'ps256-salt-0',
    'PS256 without salt',
    rsa('PS256', (input) => sign('PS256', honestRsa.key, input, { saltLength: '0' })),
    'SIGNATURE',
  )
  fails(
    'ps256-salt-max',
    'PS256 with the longest salt',
    rsa('PS256', (input) => sign('PS256', honestRsa.key, input, { saltLength: 'max' })),
    'SIGNATURE',
  )
  fails(
    'ps256-with-sha384',
    'PS256 over SHA-384',
    rsa('PS256', (input) => sign('PS384', honestRsa.key, input)),
    'SIGNATURE',
  )
})

/** @param {Buffer} signature @param {Buffer} order */
function otherS(signature, order) {
  const s = BigInt(`0x${order.toString('hex')}`) - BigInt(`0x${signature.subarray(32).toString('hex')}`)
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
}
