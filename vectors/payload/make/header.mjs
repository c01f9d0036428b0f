/** @module Steps 7 and 8: the JOSE header and its algorithm. */
import { cob, evil, honest, honestRsa, rsaSet } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { header, jwk, jws, x5c } from './jose.mjs'
import { hmac, publicPemOf, sign } from './openssl.mjs'

const honestHeader = header(honest)
const text = JSON.stringify(honestHeader)
const members = text.slice(1, -1)

makeFile('header', 'Steps 7 and 8: JOSE header and algorithm', ({ ok, fails }) => {
  const given = (/** @type {any} */ head) => ({ jws: jws(honest, cob(), head) })
  ok('header-exact', 'What a careful PSP writes', given({}))
  ok('header-typ', 'typ JWS, as in the examples of API Pix', given({ typ: 'JWS' }))
  ok('header-typ-jose', 'typ JOSE', given({ typ: 'JOSE' }))
  ok('header-unknown-member', 'A member that nobody knows', given({ iat: 1_790_000_000 }))
  ok('header-only-x5t', 'Only x5t, as the manual has it', given({ 'x5t#S256': undefined }))
  ok('header-only-x5t-s256', "Only x5t#S256, as in Bacen's sandbox", given({ x5t: undefined }), {
    kind: 'cob',
    warnings: ['PAYLOAD_HEADER:x5t-absent'],
  })
  fails(
    'header-only-x5t-s256-strict',
    'Only x5t#S256, for a strict reader',
    { ...given({ x5t: undefined }), options: { strict: true } },
    'HEADER:x5t-absent',
  )
  ok(
    'header-embedded-honest-key',
    'A key in the header is not looked at',
    given({ jwk: jwk(evil), x5c: x5c(evil.chain) }),
    {
      kind: 'cob',
      warnings: ['PAYLOAD_HEADER:embedded-key', 'PAYLOAD_HEADER:embedded-key'],
    },
  )

  const bad = {
    'duplicate-member': [`{${members},"alg":"ES256"}`, 'A member twice'],
    'duplicate-unknown-member': [`{${members},"a":1,"a":1}`, 'A member that nobody knows twice'],
    'duplicate-escaped-member': [`{${members},"\\u0061lg":"none"}`, 'A member twice, once in escapes'],
    'duplicate-inner-member': [`{${members},"extra":{"a":1,"a":2}}`, 'A member twice, further in'],
    proto: [`{${members},"__proto__":{"alg":"none"}}`, 'A member called __proto__'],
    crit: [`{${members},"crit":["exp"],"exp":1}`, 'crit'],
    'crit-empty': [`{${members},"crit":[]}`, 'crit without a name'],
    b64: [`{${members},"b64":false,"crit":["b64"]}`, 'b64 false'],
    'b64-alone': [`{${members},"b64":true}`, 'b64 true'],
    array: [`[${text}]`, 'An array'],
    string: ['"alg"', 'A string'],
    number: ['1', 'A number'],
    null: ['null', 'null'],
    'no-json': ['{"alg"', 'Not JSON'],
    'single-quotes': ["{'alg':'ES256'}", 'Quotes of another language'],
    'trailing-comma': [`{${members},}`, 'A comma too many'],
    'trailing-data': [`${text}{}`, 'Something behind'],
    'byte-order-mark': [`\ufeff${text}`, 'A byte order mark'],
    'not-utf-8': [
      Buffer.concat([Buffer.from(`{${members},"a":"`), Buffer.from([0xff]), Buffer.from('"}')]),
      'Not UTF-8',
    ],
    'utf-16': [Buffer.from(text, 'utf16le'), 'UTF-16'],
    'deep-nesting': [`{${members},"a":${'['.repeat(2000)}${']'.repeat(2000)}}`, 'Nested without end'],
  }
  for (const [id, [head, about]] of Object.entries(bad))
    fails(`header-${id}`, /** @type {string} */ (about), given(head), 'HEADER')
  for (const name of ['alg', 'kid', 'jku']) {
    fails(`header-no-${name}`, `Without ${name}`, given({ [name]: undefined }), 'HEADER', [name])
    for (const [word, value] of Object.entries({ number: 1, null: null, array: ['ES256'], empty: '' })) {
      fails(`header-${name}-${word}`, `${name} is ${word}`, given({ [name]: value }), 'HEADER', [name])
    }
  }
  fails(
    'header-no-thumbprint',
    'Neither x5t nor x5t#S256',
    given({ x5t: undefined, 'x5t#S256': undefined }),
    'HEADER',
    ['x5t'],
  )
  fails('header-x5t-number', 'x5t is a number', given({ x5t: 1 }), 'HEADER', ['x5t'])
  fails('header-x5t-s256-null', 'x5t#S256 is null', given({ 'x5t#S256': null }), 'HEADER', ['x5t#S256'])

  fails('header-kid-long', 'kid of 513 characters', given({ kid: 'a'.repeat(513) }), 'HEADER', ['kid'])
  fails('header-long', 'A header of 8 KB', given({ a: 'a'.repeat(8192) }), 'HEADER')

  const none = (/** @type {string} */ alg) => ({ jws: jws(honest, cob(), { alg }, () => Buffer.from('none')) })
  for (const alg of ['none', 'None', 'NONE', 'nOnE'])
    fails(`alg-${alg}`, `alg ${alg} with something as signature`, none(alg), 'ALG')
  fails(
    'alg-none-unsigned',
    'alg none and no signature',
    { jws: jws(honest, cob(), { alg: 'none' }, () => Buffer.alloc(0)) },
    'BODY',
  )
  for (const alg of ['HS256', 'HS384', 'HS512']) {
    const secret = publicPemOf(honestRsa.key)
    fails(
      `alg-${alg.toLowerCase()}`,
      `${alg} with the public key as secret`,
      { jws: jws(honestRsa, cob(), { alg }, (input) => hmac(alg, secret, input)), jwks: rsaSet },
      'ALG',
    )
  }
  for (const alg of [
    'EdDSA',
    'Ed25519',
    'ES256K',
    'RS1',
    'RSA-OAEP',
    'A128GCM',
    'RS128',
    'ES521',
    'rs256',
    'es256',
    'Es256',
    ' ES256',
    'ES256 ',
    'ES256\u0000',
    '__proto__',
    'constructor',
    'toString',
  ]) {
    const id = alg.replaceAll(/[^A-Za-z0-9]/g, (mark) => `_${mark.charCodeAt(0).toString(16)}`)
    fails(`alg-name-${id}`, `alg ${JSON.stringify(alg)}`, given({ alg }), 'ALG')
  }
  fails(
    'header-embedded-evil-key',
    "Signed with the key in the header, which is the attacker's",
    { jws: jws(honest, cob(), { jwk: jwk(evil), x5c: x5c(evil.chain) }, (input) => sign('ES256', evil.key, input)) },
    'SIGNATURE',
  )
  fails(
    'header-x5u',
    'x5u instead of jku',
    given({ jku: undefined, x5u: 'https://pix.banco.example/certificado.pem' }),
    'HEADER',
    ['jku'],
  )
})
