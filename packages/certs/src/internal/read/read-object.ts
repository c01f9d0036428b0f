/**
 * Reads one object of ASN.1, whatever it is.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { CredentialsFormat, PrivateKey } from '../../credentials.ts'
import { type DerNode, readFirstDer } from '../der/read-der.ts'
import { berToDer } from './ber-to-der.ts'
import { addCertificate, addRequest, type Context, inFormat } from './context.ts'
import { readEncryptedKey, takeEncryptedKey } from './encrypted.ts'
import { damaged, unsupported } from './errors.ts'
import { identify, type ObjectKind } from './identify.ts'
import { readPkcs12 } from './pkcs12.ts'
import { readPkcs7 } from './pkcs7.ts'
import { readPkcs1, readPkcs8, readSec1 } from './private-key.ts'

export interface ReadObjectOptions {
  /** Curve for a SEC1 key that names none. */
  readonly parameters?: Uint8Array | undefined
  /** Whether more may follow the object: openssl's trust settings follow a certificate. */
  readonly hasMore?: boolean | undefined
}

/** Formats by kind; absent: the file as a whole is nothing to read. */
const FORMATS: Readonly<Partial<Record<ObjectKind, CredentialsFormat>>> = {
  certificate: 'der-certificate',
  request: 'der-request',
  pkcs8: 'der-private-key',
  'encrypted-pkcs8': 'der-private-key',
  pkcs1: 'der-private-key',
  sec1: 'der-private-key',
  pkcs12: 'pkcs12',
  pkcs7: 'pkcs7',
}

/**
 * Reads an object into the context.
 *
 * @param bytes - DER or BER; zeros and line ends after it are ignored.
 * @returns The format of a file that holds just this; `undefined` when it is nothing to read here, which is noted.
 * @throws {PixkitError} `CERTS_FILE_DAMAGED`, `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_KEY_INVALID`, `CERTS_ITERATIONS_TOO_MANY`,
 *   `CERTS_OBJECTS_TOO_MANY`, `CERTS_X509_…`.
 */
export function readObject(
  bytes: Uint8Array,
  context: Context,
  path: Path,
  options: ReadObjectOptions = {},
): CredentialsFormat | undefined {
  const node = inFormat('DER', [], () => firstObject(berToDer(bytes), path, options.hasMore === true))
  const kind = inFormat('DER', [], () => identify(node))
  readKind(kind, node, context, path, options)
  return FORMATS[kind]
}

function firstObject(bytes: Uint8Array, path: Path, hasMore: boolean): DerNode {
  const node = { ...readFirstDer(bytes), path }
  const rest = bytes.subarray(node.bytes.length)
  if (!hasMore && rest.some((octet) => octet !== 0 && octet !== 10 && octet !== 13)) throw damaged('DER', path)
  return node
}

function readKind(kind: ObjectKind, node: DerNode, context: Context, path: Path, options: ReadObjectOptions): void {
  context.budget.count()
  switch (kind) {
    case 'certificate':
      return addCertificate(context, node.bytes, path)
    case 'request':
      return addRequest(context, node.bytes, path)
    case 'pkcs12':
      return inFormat('PKCS#12', [], () => readPkcs12(node, context))
    case 'pkcs7':
      return inFormat('PKCS#7', [], () => readPkcs7(node, context))
    case 'encrypted-pkcs8':
      return inFormat('PKCS#8', [], () => takeEncryptedKey(readEncryptedKey(node, context), context, 'PKCS#8'))
    case 'pkcs8':
    case 'pkcs1':
    case 'sec1':
      context.privateKeys.push(readKey(kind, node.bytes, path, context, options))
      return
    case 'dsa':
      throw unsupported('DSA', path)
    case 'crl':
    case 'public-key':
    case 'unknown':
      context.notes.add(kind === 'unknown' ? 'asn1' : kind)
  }
}

function readKey(
  kind: 'pkcs8' | 'pkcs1' | 'sec1',
  der: Uint8Array,
  path: Path,
  { budget }: Context,
  { parameters }: ReadObjectOptions,
): PrivateKey {
  if (kind === 'pkcs8') return inFormat('PKCS#8', [], () => readPkcs8(der, path, budget))
  if (kind === 'pkcs1') return inFormat('PKCS#1', [], () => readPkcs1(der, path, budget))
  return inFormat('SEC1', [], () => readSec1(der, parameters, path, budget))
}
