/**
 * The MAC of a PKCS#12 file: proves that passphrase and content are right.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { digestOf, hmacOf } from '../pkcs/hashes.ts'
import { PKCS5 } from '../pkcs/oids.ts'
import { kdfRounds, pkcs12Kdf, PURPOSE } from '../pkcs/pkcs12-kdf.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/public-key.ts'
import type { Budget } from './budget.ts'
import { damaged, unsupported } from './errors.ts'
import { callCrypto } from './open.ts'
import type { Passphrase } from './passphrase.ts'
import { readPbkdf2 } from './pbes2.ts'
import { parametersOf, readIterations } from './scheme.ts'

/** A shorter key is easier to guess than a digest. @see RFC 9879, section 9 */
const MIN_PBMAC1_KEY = 20
/** The norm sets no limit; a longer one would only take time. */
const MAX_PBMAC1_KEY = 1024

interface Mac {
  readonly name: string
  readonly passwords: 'bmp' | 'octets'
  readonly rounds: number
  readonly digest: Uint8Array
  /** Who calls it spends the rounds. */
  compute(password: Uint8Array, content: Uint8Array): Uint8Array
}

/**
 * Looks for the form of the passphrase that the MAC was made with.
 *
 * @param macData - MacData.
 * @param content - What it protects: AuthenticatedSafe.
 * @returns The forms to go on with, the right one first; `undefined` when none fits.
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_ITERATIONS_TOO_MANY`, `CERTS_DER_…`.
 *
 * @see RFC 7292, section 5.1
 */
export function verifyMac(
  macData: DerNode,
  content: Uint8Array,
  passphrase: Passphrase,
  budget: Budget,
): Passphrase | undefined {
  const mac = readMac(macData)
  const forms = passphrase[mac.passwords]
  for (const [index, password] of forms.entries()) {
    // The limit is for what the file asks for, not for our guesses.
    if (index > 0 && !budget.allows(mac.rounds)) return undefined
    budget.spend(mac.rounds)
    const computed = callCrypto(mac.name, () => mac.compute(password, content))
    const isRight = computed.length === mac.digest.length && timingSafeEqual(computed, mac.digest)
    if (isRight) return { ...passphrase, [mac.passwords]: [password, ...forms.filter((form) => form !== password)] }
  }
  return undefined
}

function readMac(macData: DerNode): Mac {
  const fields = fieldsOf(macData)
  const info = fieldsOf(fields.next('mac', TAG.sequence))
  const algorithm = readAlgorithmIdentifier(info.next('digestAlgorithm', TAG.sequence))
  const digest = info.next('digest', TAG.octetString).content
  const salt = fields.next('macSalt', TAG.octetString).content
  const count = fields.optional('iterations', TAG.integer)
  fields.end()
  if (algorithm.oid === PKCS5.pbmac1) return readPbmac1(algorithm, digest)
  const iterations = count === undefined ? 1 : readIterations(count)
  const hash = digestOf(algorithm.oid)
  if (hash === undefined) throw unsupported(algorithm.oid, algorithm.path)
  return {
    name: `HMAC-${hash.name.toUpperCase()}`,
    passwords: 'bmp',
    rounds: kdfRounds(hash.size, hash.size, iterations),
    digest,
    compute(password, content) {
      const input = { purpose: PURPOSE.mac, password, salt, iterations, length: hash.size }
      const key = pkcs12Kdf(hash, input)
      return createHmac(hash.name, key).update(content).digest()
    },
  }
}

/** @see RFC 9879, sections 4 and 5 */
function readPbmac1(algorithm: AlgorithmIdentifier, digest: Uint8Array): Mac {
  const fields = parametersOf(algorithm)
  const derivation = readAlgorithmIdentifier(fields.next('keyDerivationFunc', TAG.sequence))
  const { oid, path } = readAlgorithmIdentifier(fields.next('messageAuthScheme', TAG.sequence))
  fields.end()
  if (derivation.oid !== PKCS5.pbkdf2) throw unsupported(derivation.oid, derivation.path)
  const { derive, length = 0, rounds } = readPbkdf2(derivation)
  const hash = hmacOf(oid)
  if (hash === undefined) throw unsupported(oid, path)
  // The length of the key must be there. @see RFC 9879, section 5
  if (length < MIN_PBMAC1_KEY || length > MAX_PBMAC1_KEY) throw damaged('DER', derivation.path)
  return {
    name: 'PBMAC1',
    passwords: 'octets',
    rounds: rounds(length),
    digest,
    compute: (password, content) => createHmac(hash.name, derive(password, length)).update(content).digest(),
  }
}
