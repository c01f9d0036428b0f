/** @module Step 6: the body is one compact JWS in canonical base64url. */
import { cob, honest } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { base64url, jws } from './jose.mjs'

const token = jws(honest, cob())
const [head = '', payload = '', signature = ''] = token.split('.')
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The same bytes with other trailing bits. @param {string} part */
function withTrailingBit(part) {
  if (part.length % 4 < 2) throw new Error('No trailing bits')
  return part.slice(0, -1) + ALPHABET[ALPHABET.indexOf(part.at(-1) ?? '') + 1]
}

/** JSON whose base64url has trailing bits. @param {any} json @param {string} text */
const uneven = (json, text = JSON.stringify(json)) => (Buffer.byteLength(text) % 3 === 0 ? `${text} ` : text)

makeFile('body', 'Step 6: one compact JWS, canonical base64url', ({ ok, fails }) => {
  const unevenPayload = jws(honest, uneven(cob()))
  const [h = '', p = '', s = ''] = unevenPayload.split('.')
  const unevenHeader = [base64url(uneven({ alg: 'ES256' })), payload, signature].join('.')
  ok('body-honest', 'A JWS', { jws: token })
  ok('body-white-space-in-json', 'White space within the signed JSON', { jws: unevenPayload })
  const bad = {
    empty: ['', 'Nothing'],
    'one-dot': [`${head}.${payload}`, 'Two parts'],
    'no-dot': [head, 'One part'],
    'three-dots': [`${token}.`, 'Four parts, the last one empty'],
    'four-parts': [`${token}.${signature}`, 'Four parts'],
    jwe: [`${head}.${signature}.${signature}.${payload}.${signature}`, 'Five parts: a JWE'],
    'empty-header': [`.${payload}.${signature}`, 'Header empty'],
    'empty-payload': [`${head}..${signature}`, 'Payload empty (detached)'],
    'empty-signature': [`${head}.${payload}.`, 'Signature empty'],
    'only-dots': ['..', 'Nothing but dots'],
    'padded-header': [`${base64url('{"alg":"ES256"}  ')}=.${payload}.${signature}`, 'Header padded'],
    'padded-payload': [`${h}.${p}${'='.repeat((4 - (p.length % 4)) % 4)}.${s}`, 'Payload padded'],
    'padded-signature': [`${token}==`, 'Signature padded'],
    'trailing-bits-header': [
      [withTrailingBit(unevenHeader.split('.')[0] ?? ''), payload, signature].join('.'),
      'Header with trailing bits',
    ],
    'trailing-bits-payload': [`${h}.${withTrailingBit(p)}.${s}`, 'Payload with trailing bits'],
    'trailing-bits-signature': [`${head}.${payload}.${withTrailingBit(signature)}`, 'Signature with trailing bits'],
    'impossible-length': [`${head}.${payload}.${signature.slice(0, 85)}`, 'A part of 4n + 1 characters'],
    'plain-base64': [`${head}.${payload}.${`+/${signature.slice(2)}`}`, 'Alphabet of plain base64'],
    'leading-space': [` ${token}`, 'A space before'],
    'trailing-space': [`${token} `, 'A space behind'],
    'trailing-newline': [`${token}\n`, 'A line break behind'],
    'inner-newline': [`${head}.\n${payload}.${signature}`, 'A line break within'],
    'inner-space': [`${head}.${payload.slice(0, 4)} ${payload.slice(4)}.${signature}`, 'A space within'],
    'byte-order-mark': [`\ufeff${token}`, 'A byte order mark before'],
    nul: [`${token}\u0000`, 'A NUL behind'],
    'non-ascii': [`${head}.${payload}.${signature.slice(0, -1)}\u00e9`, 'A letter outside ASCII'],
    quoted: [JSON.stringify(token), 'In quotes'],
    'two-tokens': [`${token}\n${token}`, 'Two of them'],
    json: [JSON.stringify({ payload, protected: head, signature }), 'JSON serialisation, flattened'],
    'json-general': [
      JSON.stringify({ payload, signatures: [{ protected: head, signature }] }),
      'JSON serialisation, general',
    ],
    html: ['<!doctype html><title>Erro</title>', 'A page'],
  }
  for (const [id, [text = '', about = '']] of Object.entries(bad)) fails(`body-${id}`, about, { jws: text }, 'BODY')
})
