/** @module Steps 15 to 17: validity, chain, name. */
import { cob, evil, HOST, honest, honestSet, intermediate, root } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { jwk, jws, keySet } from './jose.mjs'
import { makeCertificate, makeKey } from './openssl.mjs'

/** @typedef {import('./openssl.mjs').Certificate} Certificate */

makeFile('certificates', 'Steps 15 to 17: validity, chain, name of the certificate', ({ ok, fails }) => {
  const subject = '/CN=Assinatura de Teste'
  const leaf = (/** @type {string} */ name, /** @type {any} */ options = {}) =>
    makeCertificate(name, honest.key, options.subject ?? subject, { issuer: intermediate, dns: [HOST], ...options })
  const signed = (/** @type {readonly Certificate[]} */ chain) => {
    const signer = { ...honest, chain }
    return { jws: jws(signer, cob()), jwks: keySet(jwk(signer)) }
  }
  const upTo = (/** @type {Certificate} */ certificate) => [certificate, intermediate, root]
  ok('chain-honest', 'Leaf, intermediate, root', signed(honest.chain))

  // Step 15
  fails(
    'leaf-expired',
    'Leaf expired yesterday',
    signed(upTo(leaf('leaf-expired', { to: '20261124000000Z' }))),
    'CERT_VALIDITY',
  )
  fails(
    'leaf-not-yet-valid',
    'Leaf valid from tomorrow',
    signed(upTo(leaf('leaf-future', { from: '20261126000000Z' }))),
    'CERT_VALIDITY',
  )
  const oneSecond = leaf('leaf-one-second', { from: '20261125150000Z', to: '20261125150000Z' })
  ok('leaf-in-its-only-second', 'Leaf valid for this second alone', signed(upTo(oneSecond)))
  fails(
    'leaf-a-second-late',
    'The second after',
    { ...signed(upTo(oneSecond)), now: '2026-11-25T15:00:01Z' },
    'CERT_VALIDITY',
  )
  fails(
    'leaf-a-second-early',
    'The second before',
    { ...signed(upTo(oneSecond)), now: '2026-11-25T14:59:59Z' },
    'CERT_VALIDITY',
  )
  fails(
    'all-expired',
    'Thirty years later',
    { jws: jws(honest, cob()), jwks: honestSet, now: '2056-11-25T15:00:00Z' },
    'CERT_VALIDITY',
  )
  const oldIssuer = makeCertificate('intermediate-expired', 'intermediate', '/CN=Emissora de Teste', {
    issuer: root,
    ca: true,
    pathLength: 0,
    to: '20261124000000Z',
  })
  const old = leaf('leaf-of-expired', { issuer: oldIssuer })
  fails('intermediate-expired', 'Intermediate expired', signed([old, oldIssuer, root]), 'CERT_VALIDITY')
  const futureIssuer = makeCertificate('intermediate-future', 'intermediate', '/CN=Emissora de Teste', {
    issuer: root,
    ca: true,
    pathLength: 0,
    from: '20261126000000Z',
  })
  fails(
    'intermediate-not-yet-valid',
    'Intermediate valid from tomorrow',
    signed([leaf('leaf-of-future', { issuer: futureIssuer }), futureIssuer, root]),
    'CERT_VALIDITY',
  )
  const oldRoot = makeCertificate('root-expired', 'root', '/CN=Raiz de Teste', { ca: true, to: '20261124000000Z' })
  fails(
    'root-expired',
    'Anchor expired',
    { ...signed([...honest.chain.slice(0, 2), oldRoot]), trustAnchors: [oldRoot] },
    'CERT_VALIDITY',
  )
  fails(
    'usage-encipherment',
    'Leaf without digitalSignature',
    signed(upTo(leaf('leaf-encipherment', { keyUsage: 'critical,keyEncipherment' }))),
    'CERT_VALIDITY',
  )
  fails(
    'usage-non-repudiation',
    'Leaf with nonRepudiation alone',
    signed(upTo(leaf('leaf-repudiation', { keyUsage: 'critical,nonRepudiation' }))),
    'CERT_VALIDITY',
  )
  ok(
    'usage-both',
    'Leaf with digitalSignature and keyEncipherment',
    signed(upTo(leaf('leaf-both', { keyUsage: 'critical,digitalSignature,keyEncipherment' }))),
  )
  ok('usage-absent', 'Leaf without keyUsage', signed(upTo(leaf('leaf-no-usage', { keyUsage: 'none' }))))

  // Step 16
  const evilLeaf = makeCertificate('evil-leaf', honest.key, subject, {
    issuer: /** @type {Certificate} */ (evil.chain[1]),
    dns: [HOST],
  })
  const evilRoot = /** @type {Certificate} */ (evil.chain[1])
  fails('chain-self-made-root', 'A root of the same name that is in x5c alone', signed([evilLeaf, evilRoot]), 'CHAIN')
  fails(
    'chain-self-made-root-then-honest',
    'A chain to a self-made root, the honest root behind it',
    signed([evilLeaf, evilRoot, root]),
    'CHAIN',
  )
  fails(
    'chain-of-attacker',
    'Everything is of the attacker',
    { jws: jws(evil, cob()), jwks: keySet(jwk(evil)) },
    'CHAIN',
  )
  fails(
    'chain-self-signed',
    'A certificate that nobody issued',
    signed([makeCertificate('self-signed', honest.key, subject, { dns: [HOST] })]),
    'CHAIN',
  )
  fails('chain-no-anchor', 'Nobody is trusted', { ...signed(honest.chain), trustAnchors: [] }, 'CHAIN')
  fails(
    'chain-other-anchor',
    'Another root of the same name is trusted',
    { ...signed(honest.chain), trustAnchors: [evilRoot] },
    'CHAIN',
  )
  ok('chain-several-anchors', 'The root is one of several', { ...signed(honest.chain), trustAnchors: [evilRoot, root] })
  ok('chain-without-root', 'Root absent from x5c', signed(honest.chain.slice(0, 2)), {
    kind: 'cob',
    warnings: ['PAYLOAD_CHAIN:root-absent'],
  })
  fails(
    'chain-without-root-strict',
    'Root absent from x5c, for a strict reader',
    { ...signed(honest.chain.slice(0, 2)), options: { strict: true } },
    'CHAIN:root-absent',
  )
  fails('chain-without-intermediate', 'Intermediate missing', signed(honest.chain.slice(0, 1)), 'CHAIN')
  fails(
    'chain-root-without-intermediate',
    'Intermediate missing, root present',
    signed([honest.chain[0], root].filter((one) => one !== undefined)),
    'CHAIN',
  )
  ok(
    'chain-intermediate-given',
    'Intermediate missing, and given by the caller',
    { ...signed(honest.chain.slice(0, 1)), intermediates: [intermediate] },
    { kind: 'cob', warnings: ['PAYLOAD_CHAIN:intermediate-absent', 'PAYLOAD_CHAIN:root-absent'] },
  )
  const disordered = signed([/** @type {Certificate} */ (honest.chain[0]), root, intermediate])
  fails('chain-wrong-order', 'Root before intermediate', disordered, 'CHAIN')
  ok(
    'chain-wrong-order-tolerated',
    'Root before intermediate, tolerated',
    { ...disordered, options: { tolerate: ['x5c-order'] } },
    { kind: 'cob', warnings: ['PAYLOAD_CHAIN:x5c-order'] },
  )
  fails(
    'chain-leaf-last',
    'Leaf last: the first certificate is of another key',
    {
      ...disordered,
      jwks: keySet({ ...jwk(honest), x5c: jwk(honest)['x5c'].toReversed() }),
      options: { tolerate: ['x5c-order'] },
    },
    'CERT_KEY_MISMATCH',
  )
  const noAuthority = makeCertificate('no-authority', makeKey('no-authority', 'p256'), '/CN=Loja de Teste', {
    issuer: intermediate,
    dns: [HOST],
  })
  const subIssued = leaf('leaf-of-no-authority', { issuer: noAuthority })
  fails(
    'chain-issuer-no-authority',
    'Issued with a certificate that may not issue',
    signed([subIssued, noAuthority, intermediate, root]),
    'CHAIN',
  )
  const third = makeCertificate('third', makeKey('third', 'p256'), '/CN=Terceira de Teste', {
    issuer: intermediate,
    ca: true,
  })
  fails(
    'chain-path-length',
    'An authority more than the path length allows',
    signed([leaf('leaf-of-third', { issuer: third }), third, intermediate, root]),
    'CHAIN',
  )
  fails(
    'chain-name-right-key-wrong',
    'Name of the issuer right, signed by somebody else',
    signed(upTo(leaf('leaf-forged', { signWith: evil.key }))),
    'CHAIN',
  )
  fails(
    'chain-key-id-right-key-wrong',
    'Name and key identifier of the issuer right, signed by somebody else',
    signed(upTo(leaf('leaf-forged-id', { signWith: evil.key, claimKeyId: true }))),
    'CHAIN',
  )
  const forgedIssuer = makeCertificate('intermediate-forged', makeKey('forged', 'p256'), '/CN=Emissora de Teste', {
    issuer: root,
    signWith: evil.key,
    ca: true,
  })
  fails(
    'chain-intermediate-forged',
    'Intermediate signed by somebody else',
    signed([leaf('leaf-of-forged', { issuer: forgedIssuer }), forgedIssuer, root]),
    'CHAIN',
  )
  fails('chain-sha1', 'Leaf signed with SHA-1', signed(upTo(leaf('leaf-sha1', { hash: 'sha1' }))), 'CHAIN')
  const weakIssuer = makeCertificate('weak-issuer', makeKey('weak-issuer', 'rsa1024'), '/CN=Emissora Fraca', {
    issuer: root,
    ca: true,
  })
  fails(
    'chain-weak-authority',
    'Intermediate with RSA of 1,024 bits',
    signed([leaf('leaf-of-weak', { issuer: weakIssuer }), weakIssuer, root]),
    'CHAIN',
  )

  const stray = signed([...honest.chain, noAuthority])
  fails('chain-stray-behind-root', 'A certificate behind the root that has nothing to do there', stray, 'CHAIN')
  ok(
    'chain-stray-behind-root-tolerated',
    'A certificate behind the root, tolerated',
    { ...stray, options: { tolerate: ['x5c-order'] } },
    { kind: 'cob', warnings: ['PAYLOAD_CHAIN:x5c-order'] },
  )
  ok(
    'chain-anchor-below-root',
    'The intermediate is what is trusted, x5c has its issuer too',
    { ...signed(honest.chain), trustAnchors: [intermediate] },
    { kind: 'cob', warnings: ['PAYLOAD_CHAIN:beyond-anchor'] },
  )
  fails(
    'chain-critical-extension',
    'A critical extension that nobody knows',
    signed(upTo(leaf('leaf-extension', { extensions: ['1.3.6.1.4.1.55555.1 = critical,ASN1:UTF8String:pix'] }))),
    'CHAIN',
  )
  const limited = makeCertificate('limited', makeKey('limited', 'p256'), '/CN=Emissora Limitada', {
    issuer: root,
    ca: true,
    extensions: ['nameConstraints = critical,permitted;DNS:outro.example'],
  })
  fails(
    'chain-name-constraints',
    'Issued for a host that the issuer may not name',
    signed([leaf('leaf-of-limited', { issuer: limited }), limited, root]),
    'CHAIN',
  )
  const ladder = [root]
  for (let step = 1; step <= 8; step += 1) {
    ladder.unshift(
      makeCertificate(`ladder-${step}`, makeKey(`ladder-${step}`, 'p256'), `/CN=Degrau ${step}`, {
        issuer: /** @type {Certificate} */ (ladder[0]),
        ca: true,
      }),
    )
  }
  fails(
    'chain-long',
    'Ten certificates',
    { ...signed([leaf('leaf-of-ladder', { issuer: /** @type {Certificate} */ (ladder[0]) })]), intermediates: ladder },
    'CHAIN',
  )

  // Step 17
  const named = (/** @type {string} */ name, /** @type {string[]} */ dns) => signed(upTo(leaf(name, { dns })))
  ok('name-among-others', 'Host among the names', named('leaf-names', ['outro.example', HOST]))
  ok('name-wildcard', 'Wildcard of the host', named('leaf-wildcard', ['*.banco.example']))
  ok('name-none', 'No DNS names: an SPI certificate may sign', named('leaf-no-names', []))
  ok(
    'name-none-other-cn',
    'No DNS names, a host as CN',
    signed(upTo(leaf('leaf-cn', { dns: [], subject: '/CN=outro.example' }))),
  )
  const foreign = named('leaf-other-name', ['outro.example'])
  fails('name-other', 'DNS names of another host', foreign, 'CERT_NAME')
  ok(
    'name-other-tolerated',
    'DNS names of another host, tolerated',
    { ...foreign, options: { tolerate: ['certificate-name'] } },
    { kind: 'cob', warnings: ['PAYLOAD_CERT_NAME:other-host'] },
  )
  fails('name-suffix', 'DNS name that the host ends in', named('leaf-suffix', ['banco.example']), 'CERT_NAME')
  fails(
    'name-wildcard-too-high',
    'Wildcard one level too high',
    named('leaf-high-wildcard', ['*.example']),
    'CERT_NAME',
  )
  fails('name-partial-wildcard', 'Wildcard within a label', named('leaf-partial', ['p*.banco.example']), 'CERT_NAME')
})
