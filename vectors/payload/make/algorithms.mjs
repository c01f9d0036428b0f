/** @module Every algorithm with every kind of payload. */
import { cob, COBV, cobv, REC, rec, root, signers } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { jwk, jws, keySet, leafOf, thumbprint } from './jose.mjs'

makeFile('algorithms', 'The nine algorithms, each with the three kinds of payload', ({ ok }) => {
  for (const [alg, signer] of Object.entries(signers)) {
    const jwks = keySet(jwk(signer))
    const proof = {
      alg,
      kid: signer.kid,
      certificateSha256: thumbprint('sha256', leafOf(signer)),
      anchorSha256: thumbprint('sha256', root),
      hostAuthorised: 'not-checked',
      siteCertificateAuthorised: 'not-checked',
    }
    const name = alg.toLowerCase()
    ok(`${name}-cob`, `${alg}, an immediate charge`, { jws: jws(signer, cob()), jwks }, { kind: 'cob', proof })
    ok(
      `${name}-cobv`,
      `${alg}, a charge with a due date`,
      { location: COBV, jws: jws(signer, cobv()), jwks },
      { kind: 'cobv', proof },
    )
    ok(`${name}-rec`, `${alg}, a recurrence`, { location: REC, jws: jws(signer, rec()), jwks }, { kind: 'rec', proof })
  }
})
