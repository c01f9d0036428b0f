/** @module What must hold wherever the packages are installed. The library comes in as a parameter: imported or required. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'

const GOOD =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const BAD = `${GOOD.slice(0, -4)}FFFF`

/**
 * Every subpath that the installed packages export.
 *
 * @returns {string[]}
 */
export function subpaths() {
  const scope = new URL('node_modules/@pixkit/', import.meta.url)
  return readdirSync(scope).flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(new URL(`${folder}/package.json`, scope), 'utf8'))
    return Object.keys(manifest.exports)
      .filter((subpath) => subpath !== './package.json')
      .map((subpath) => manifest.name + subpath.slice(1))
  })
}

/**
 * @param {(specifier: string) => any} load - `import` or `require`.
 */
export async function suite(load) {
  const brcode = await load('@pixkit/brcode')
  const core = await load('@pixkit/core')

  const code = brcode.parseBrCode(GOOD)
  assert.equal(code.kind, 'static')
  assert.equal(code.merchantName, 'Fulano de Tal')
  assert.deepEqual(code.warnings, [])
  assert.equal(brcode.buildBrCode(code), GOOD)

  const refused = brcode.safeParseBrCode(BAD)
  assert.equal(refused.ok, false)
  assert.equal(refused.error.code, 'BRCODE_CRC_MISMATCH')
  assert.equal(core.isPixkitError(refused.error), true)
  assert.equal(core.isPixkitError(refused.error, 'BRCODE_CRC_MISMATCH'), true)
  assert.equal(core.isPixkitError(new Error('other')), false)
  assert.ok(refused.error instanceof core.PixkitError, 'one copy of the error class')
  assert.throws(() => brcode.parseBrCode(BAD), { name: 'PixkitError', code: 'BRCODE_CRC_MISMATCH' })
  assert.throws(() => brcode.parseBrCode(undefined), TypeError)

  const { issues, tree } = brcode.inspectBrCode(BAD)
  assert.deepEqual(
    issues.map((issue) => issue.code),
    ['BRCODE_CRC_MISMATCH'],
  )
  assert.equal(tree.at(-1).value, 'FFFF')
  for (const language of ['en', 'pt-br']) {
    const { messages, remedies } = await load(`@pixkit/brcode/messages/${language}`)
    assert.match(core.formatMessage(issues[0], messages), /FFFF/, language)
    assert.equal(typeof remedies['BRCODE_CRC_MISMATCH'], 'string', language)
  }

  const qr = await load('@pixkit/qr')
  const { readQrImage } = await load('@pixkit/qr/read/node')
  const matrix = qr.encodeQr(GOOD)
  assert.match(qr.renderSvg(matrix), /^<svg/)
  assert.deepEqual(
    (await readQrImage(qr.renderPng(matrix))).map((/** @type {{ text: string }} */ { text }) => text),
    [GOOD],
  )
  assert.throws(() => qr.encodeQr(''), { name: 'PixkitError', code: 'QR_TEXT_EMPTY' })

  const certs = await load('@pixkit/certs')
  const { buildChain } = await load('@pixkit/certs/x509')
  const ca = await certs.createCa()
  const client = await certs.createClientIdentity(ca)
  const pfx = certs.toP12(client, { passphrase: 'sénha€' })
  const identity = certs.selectIdentity(certs.readCredentials(pfx, { passphrase: 'sénha€' }))
  assert.equal(certs.matchKeyPair(client.certificate, identity.privateKey), true)
  const chain = await buildChain(identity.certificate, { trustAnchors: [ca.certificate], now: Date.now() })
  assert.equal(chain.length, 2)
  assert.throws(() => certs.readCredentials(pfx, { passphrase: 'outra' }), {
    name: 'PixkitError',
    code: 'CERTS_PASSPHRASE_WRONG',
  })

  for (const specifier of subpaths()) {
    assert.equal(typeof (await load(specifier)), 'object', specifier)
  }
}
