/**
 * @module Makes the vectors of this folder anew, with new keys: JSON and base64url by hand; keys, certificates and signatures
 * by the command `openssl` (3.0). Nothing of pixkit and of jose is in it. No private key is kept.
 *
 *     node vectors/payload/make.mjs [FOLDER]   FOLDER keeps keys and certificates, for the next time
 */
import './make/algorithms.mjs'
import './make/location.mjs'
import './make/body.mjs'
import './make/header.mjs'
import './make/jku.mjs'
import './make/key-set.mjs'
import './make/certificates.mjs'
import './make/signature.mjs'
import './make/json.mjs'
import './make/rules.mjs'
import './make/issuers.mjs'
