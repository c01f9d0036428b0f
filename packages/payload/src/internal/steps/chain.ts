/**
 * Steps 15 and 16: the certificates are valid now, and lead to a root that the caller trusts.
 *
 * @module
 */
import { formatThumbprint, safeBuildChain, thumbprint } from '@pixkit/certs/x509'
import type { PixkitError } from '@pixkit/core/error'
import type { PayloadErrorCode, ReasonOf } from '../../codes.ts'
import { payloadFailure } from '../failure.ts'
import type { VerifyOptions } from '../../verify-options.ts'
import type { CertificateList, KeyEntry } from '../keys/key-entry.ts'
import { type ProvenChain, recallChain, rememberChain } from '../keys/proven-chain.ts'
import type { Later, Verification } from '../verification.ts'
import { reportOrder } from '../keys/chain-order.ts'

export type ChainOutcome = { readonly chain: ProvenChain } | { readonly refused: PixkitError<PayloadErrorCode> }

type ChainError = Extract<Awaited<ReturnType<typeof safeBuildChain>>, { readonly ok: false }>['error']

const VALIDITY_REASONS: Readonly<Partial<Record<ChainError['code'], ReasonOf<'PAYLOAD_CERT_VALIDITY'>>>> = {
  CERTS_CHAIN_EXPIRED: 'expired',
  CERTS_CHAIN_NOT_YET_VALID: 'not-yet-valid',
}

const CHAIN_REASONS: Readonly<Record<ChainError['code'], ReasonOf<'PAYLOAD_CHAIN'> | undefined>> = {
  CERTS_CHAIN_ALGORITHM: 'algorithm',
  CERTS_CHAIN_EXPIRED: undefined,
  CERTS_CHAIN_EXTENDED_KEY_USAGE: undefined,
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'extension',
  CERTS_CHAIN_INCOMPLETE: 'incomplete',
  CERTS_CHAIN_KEY_USAGE: 'not-authority',
  CERTS_CHAIN_KEY_WEAK: 'weak-key',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'names',
  CERTS_CHAIN_NOT_CA: 'not-authority',
  CERTS_CHAIN_NOT_YET_VALID: undefined,
  CERTS_CHAIN_PATH_LENGTH: 'not-authority',
  CERTS_CHAIN_SIGNATURE: 'signature',
  CERTS_CHAIN_TOO_COMPLEX: 'too-complex',
  CERTS_CHAIN_TOO_LONG: 'too-complex',
  CERTS_CHAIN_UNTRUSTED: 'untrusted',
}

/**
 * Step 15. Proves the chain, or finds it proven and its dates good; what is wrong but dates and usage, step 16 says. Certificates
 * get no tolerance of the clock (choice of pixkit): they are valid for months.
 *
 * KeyUsage, where there is one, must have `digitalSignature`. ExtendedKeyUsage is not judged: no text of the norm names one for
 * signers, PSPs sign with certificates of sites (serverAuth) and of the SPI (clientAuth), and one for e-mail or for programs
 * would still be a certificate of whom it names. What ties it to the host is its name, or TLS: `CERT_NAME`, and `check-origin`.
 *
 * @see Manual de Segurança do Pix, sections 4.2 and 5.1 (as quoted by its readers); RFC 5280, section 6
 */
export function proveChain(entry: KeyEntry, list: CertificateList, { options }: Verification): Later<ChainOutcome> {
  const known = recallChain(entry.memo.chains, options)
  return known === undefined ? buildProvenChain(entry, list, options) : { chain: known }
}

/** Step 16. */
export function checkChain(outcome: ChainOutcome, verification: Verification): ProvenChain {
  if ('refused' in outcome) throw outcome.refused
  outcome.chain.report(verification)
  return outcome.chain
}

async function buildProvenChain(
  { index, memo }: KeyEntry,
  { certificates }: CertificateList,
  options: VerifyOptions,
): Promise<ChainOutcome> {
  const { trustAnchors, intermediates, now } = options
  const [leaf, ...issuers] = certificates
  const result = await safeBuildChain(leaf, {
    trustAnchors,
    intermediates: intermediates === undefined ? issuers : [...issuers, ...intermediates],
    now,
    keyUsage: 'digitalSignature',
  })
  if (!result.ok) return refuse(result.error)
  const path = result.value
  const anchor = path.at(-1) ?? leaf
  const chain: ProvenChain = {
    trustAnchors,
    intermediates,
    certificates: path,
    borrowed: path.slice(1, -1).filter((certificate) => !certificates.includes(certificate)),
    notBefore: Math.max(...path.map(({ notBefore }) => notBefore)),
    notAfter: Math.min(...path.map(({ notAfter }) => notAfter)),
    anchorSha256: formatThumbprint(await thumbprint(anchor, 'SHA-256')).base64url,
    report: reportOrder(index, certificates, path),
  }
  memo.chains = rememberChain(memo.chains, chain)
  return { chain }
}

/** Dates and usage end step 15; what else is wrong with a chain is for step 16. */
function refuse(error: ChainError): ChainOutcome {
  const { code, params } = error
  const { index = 0, date } = params
  const shown = { index, ...(date === undefined ? {} : { date }) }
  const isOfSigner = code === 'CERTS_CHAIN_KEY_USAGE' && index === 0
  const validity = isOfSigner ? 'key-usage' : VALIDITY_REASONS[code]
  if (validity !== undefined) {
    throw payloadFailure('PAYLOAD_CERT_VALIDITY', { reason: validity, params: shown }, error)
  }
  return { refused: payloadFailure('PAYLOAD_CHAIN', { reason: CHAIN_REASONS[code], params: shown }, error) }
}
