/**
 * Finds the blocks of a PEM text, whatever stands around them.
 *
 * @module
 */
import { failure } from '../failure.ts'
import { decodeBase64 } from './base64.ts'

/** What a block is for: `object` is read, by its structure; the rest is a word for what is skipped or refused. */
export type PemUse = 'object' | 'trusted' | 'parameters' | 'skip' | 'refuse'

export interface PemBlock {
  /** As in the text; `PEM` when nobody knows it, since it goes into errors. */
  readonly label: string
  readonly use: PemUse
  /** Word for what it is, where it is not read. */
  readonly what: string
  /** The text of the block, header lines left out. */
  readonly base64: string
  /** Cipher and IV of the old encryption; absent when it is not encrypted that way. */
  readonly dek: { readonly cipher: string; readonly iv: string } | undefined
}

const BEGIN = '-----BEGIN '
const END = '-----END '
const DASHES = '-----'
const MAX_LABEL = 64
const MAX_BLOCKS = 2_000

type Label = readonly [use: PemUse, what: string]

const OBJECT: Label = ['object', '']

/** @see RFC 7468, and openssl's `pem.h` for the older ones */
const LABELS: ReadonlyMap<string, Label> = /* @__PURE__ */ new Map<string, Label>([
  ['CERTIFICATE', OBJECT],
  ['X509 CERTIFICATE', OBJECT],
  ['TRUSTED CERTIFICATE', ['trusted', '']],
  ['CERTIFICATE REQUEST', OBJECT],
  ['NEW CERTIFICATE REQUEST', OBJECT],
  ['PRIVATE KEY', OBJECT],
  ['ENCRYPTED PRIVATE KEY', OBJECT],
  ['RSA PRIVATE KEY', OBJECT],
  ['EC PRIVATE KEY', OBJECT],
  ['DSA PRIVATE KEY', OBJECT],
  ['ANY PRIVATE KEY', OBJECT],
  ['PKCS7', OBJECT],
  ['PKCS #7 SIGNED DATA', OBJECT],
  ['CMS', OBJECT],
  ['PKCS12', OBJECT],
  ['EC PARAMETERS', ['parameters', 'parameters']],
  ['DH PARAMETERS', ['skip', 'parameters']],
  ['X9.42 DH PARAMETERS', ['skip', 'parameters']],
  ['DSA PARAMETERS', ['skip', 'parameters']],
  ['PUBLIC KEY', ['skip', 'public-key']],
  ['RSA PUBLIC KEY', ['skip', 'public-key']],
  ['SSH2 PUBLIC KEY', ['skip', 'public-key']],
  ['X509 CRL', ['skip', 'crl']],
  ['ATTRIBUTE CERTIFICATE', ['skip', 'attribute-certificate']],
  ['OPENSSH PRIVATE KEY', ['refuse', 'openssh-key']],
  ['SSH2 ENCRYPTED PRIVATE KEY', ['refuse', 'openssh-key']],
])

export function hasPemBlock(text: string): boolean {
  return text.includes(BEGIN)
}

/**
 * Splits a text into its blocks. Linear in its length.
 *
 * @throws {PixkitError} `CERTS_PEM_UNFINISHED`, `CERTS_OBJECTS_TOO_MANY`.
 *
 * @see RFC 7468, sections 2 and 3: text outside the blocks is ignored
 */
export function readPemBlocks(text: string): PemBlock[] {
  // A variable of the environment often holds the two characters instead of the line end.
  const lines = text.includes('\\') ? text.replaceAll('\\r', '').replaceAll('\\n', '\n') : text
  const blocks: PemBlock[] = []
  for (let at = lines.indexOf(BEGIN); at !== -1; at = lines.indexOf(BEGIN, at)) {
    const labelStart = at + BEGIN.length
    const labelEnd = lines.indexOf(DASHES, labelStart)
    if (labelEnd === -1 || labelEnd - labelStart > MAX_LABEL) {
      at = labelStart
      continue
    }
    if (blocks.length === MAX_BLOCKS) throw failure('CERTS_OBJECTS_TOO_MANY', { max: MAX_BLOCKS })
    const written = lines.slice(labelStart, labelEnd).trim()
    const { label, use, what } = describeLabel(written)
    const bodyStart = labelEnd + DASHES.length
    const end = lines.indexOf(END, bodyStart)
    const body = end === -1 ? '' : lines.slice(bodyStart, end)
    const isFinished = end !== -1 && !body.includes(BEGIN) && isLabelAt(lines, end + END.length, written)
    if (!isFinished) throw failure('CERTS_PEM_UNFINISHED', { label }, [blocks.length])
    blocks.push({ label, use, what, ...splitHeaders(body) })
    at = end
  }
  return blocks
}

/**
 * Decodes the text of a block.
 *
 * @throws {PixkitError} `CERTS_PEM_BASE64`.
 */
export function decodeBlock({ base64, label }: PemBlock, index: number): Buffer {
  const bytes = decodeBase64(base64)
  if (bytes === undefined) throw failure('CERTS_PEM_BASE64', { label }, [index])
  return bytes
}

function describeLabel(written: string): { label: string; use: PemUse; what: string } {
  const known = LABELS.get(written)
  if (known !== undefined) return { label: written, use: known[0], what: known[1] }
  const isPgp = written.startsWith('PGP ')
  return { label: isPgp ? 'PGP' : 'PEM', use: isPgp ? 'refuse' : 'skip', what: isPgp ? 'pgp' : 'text' }
}

function isLabelAt(text: string, start: number, label: string): boolean {
  return text
    .slice(start, start + MAX_LABEL)
    .trimStart()
    .startsWith(label)
}

/** Both lines of the old encryption, also where line ends became spaces. */
const ENCRYPTED = /^\s*Proc-Type: ?4, ?ENCRYPTED\s+DEK-Info: ?([A-Za-z0-9-]{1,32}),([0-9A-Fa-f]{1,64})\s/

/** @see RFC 1421, section 4.6.1 */
function splitHeaders(body: string): Pick<PemBlock, 'base64' | 'dek'> {
  const encrypted = ENCRYPTED.exec(body)
  if (encrypted !== null) {
    const [whole, cipher = '', iv = ''] = encrypted
    return { base64: body.slice(whole.length), dek: { cipher: cipher.toUpperCase(), iv } }
  }
  if (!body.includes(':')) return { base64: body, dek: undefined }
  // Other header lines, and their continuations, end at an empty line or at the first line without a colon.
  const lines = body.split(/\r\n|\n|\r/)
  const isHeader = (line: string, index: number): boolean => line.includes(':') || (index > 1 && /^[ \t]/.test(line))
  const first = lines.findIndex((line, index) => index > 0 && !isHeader(line, index))
  return { base64: lines.slice(Math.max(0, first)).join('\n'), dek: undefined }
}
