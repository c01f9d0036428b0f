/**
 * Reads DER one level at a time: what nobody asks for is never looked into, so that depth costs nothing.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { x509Failure } from '../x509/failure.ts'

/** Identifier octets. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Identifier octet of a context-specific tag. */
export function contextTag(number: number, kind: 'primitive' | 'constructed' = 'constructed'): number {
  return (kind === 'constructed' ? 0xa0 : 0x80) | number
}

export interface DerNode {
  /** Identifier octet: class, constructed bit and number. */
  readonly tag: number
  /** Tag, length and content: a view of the input. */
  readonly bytes: Uint8Array
  /** Content alone: a view of the input. */
  readonly content: Uint8Array
  /** Names of the fields that lead here. */
  readonly path: Path
}

/** More than this in one object is no certificate, no key and no chain that anybody uses. */
const MAX_ELEMENTS = 10_000
const MAX_LENGTH_OCTETS = 4

/**
 * Reads one object that fills the input.
 *
 * @param bytes - DER.
 * @param name - What the object is, for errors.
 * @throws {PixkitError} `CERTS_DER_LENGTH`, `CERTS_DER_TRUNCATED`, `CERTS_DER_TAG`, `CERTS_DER_TRAILING`.
 *
 * @see ITU-T X.690 (02/2021), sections 8.1 and 10.1
 */
export function readDer(bytes: Uint8Array, name: string | number = 'der', parent: Path = []): DerNode {
  const node = readElement(bytes, 0, [...parent, name])
  if (node.bytes.length !== bytes.length) {
    throw x509Failure('CERTS_DER_TRAILING', { bytes: bytes.length - node.bytes.length }, node.path)
  }
  return node
}

/** Reads the object at the beginning of the input; what follows it is left alone. */
export function readFirstDer(bytes: Uint8Array, name: string = 'der'): DerNode {
  return readElement(bytes, 0, [name])
}

/** Objects inside a constructed one. */
export function childrenOf({ content, path }: DerNode): DerNode[] {
  const children: DerNode[] = []
  for (let at = 0; at < content.length;) {
    if (children.length === MAX_ELEMENTS) throw x509Failure('CERTS_OBJECTS_TOO_MANY', { max: MAX_ELEMENTS }, path)
    const child = readElement(content, at, [...path, children.length])
    children.push(child)
    at += child.bytes.length
  }
  return children
}

/** Walks through the fields of a sequence in the order of the norm. */
export interface DerFields {
  /** The next field; an error when it is absent or has another tag than one of `tags` (none: any). */
  next(name: string, ...tags: readonly number[]): DerNode
  /** The next field when it has this tag (none: any). */
  optional(name: string, tag?: number): DerNode | undefined
  /** All that is left. */
  rest(): DerNode[]
  /** Makes sure that nothing is left. */
  end(): void
}

/**
 * Opens a constructed object, to read its fields in order.
 *
 * @param tag - The tag it must have.
 * @throws {PixkitError} `CERTS_DER_TAG`.
 */
export function fieldsOf(node: DerNode, tag: number = TAG.sequence): DerFields {
  assertTag(node, tag)
  const { content, path } = node
  let at = 0
  const peek = (name: string): DerNode | undefined =>
    at < content.length ? readElement(content, at, [...path, name]) : undefined
  const take = (found: DerNode): DerNode => {
    at += found.bytes.length
    return found
  }
  return {
    next(name, ...tags) {
      const found = peek(name)
      if (found === undefined) throw x509Failure('CERTS_DER_TRUNCATED', { missing: 1 }, [...path, name])
      if (tags.length > 0) assertTag(found, ...tags)
      return take(found)
    },
    optional(name, wanted) {
      const found = peek(name)
      return found !== undefined && (wanted === undefined || found.tag === wanted) ? take(found) : undefined
    },
    rest() {
      const rest = childrenOf({ ...node, content: content.subarray(at) })
      at = content.length
      return rest
    },
    end() {
      if (at < content.length) throw x509Failure('CERTS_DER_TRAILING', { bytes: content.length - at }, path)
    },
  }
}

/** @throws {PixkitError} `CERTS_DER_TAG`: the object has none of these tags. */
export function assertTag({ tag, path }: DerNode, ...tags: readonly number[]): void {
  if (tags.includes(tag)) return
  const expected = tags.map(hex).join(', ')
  throw x509Failure('CERTS_DER_TAG', { expected, found: hex(tag) }, path)
}

function readElement(bytes: Uint8Array, start: number, path: Path): DerNode {
  const tag = bytes[start]
  const first = bytes[start + 1]
  if (tag === undefined || first === undefined) throw x509Failure('CERTS_DER_TRUNCATED', { missing: 1 }, path)
  // Tag numbers above 30 occur in none of the formats read here.
  if ((tag & 0x1f) === 0x1f) throw x509Failure('CERTS_DER_TAG', { expected: '0x00…0xbe', found: hex(tag) }, path)
  const octets = first < 0x80 ? 0 : first & 0x7f
  const length = first < 0x80 ? first : readLength(bytes, start + 2, octets, path)
  const contentStart = start + 2 + octets
  const end = contentStart + length
  if (end > bytes.length) throw x509Failure('CERTS_DER_TRUNCATED', { missing: end - bytes.length }, path)
  return { tag, bytes: bytes.subarray(start, end), content: bytes.subarray(contentStart, end), path }
}

function readLength(bytes: Uint8Array, at: number, octets: number, path: Path): number {
  if (octets === 0 || octets > MAX_LENGTH_OCTETS) throw x509Failure('CERTS_DER_LENGTH', {}, path)
  const missing = at + octets - bytes.length
  if (missing > 0) throw x509Failure('CERTS_DER_TRUNCATED', { missing }, path)
  const length = bytes.subarray(at, at + octets).reduce((sum, octet) => sum * 256 + octet, 0)
  // DER: as few octets as will do.
  const isMinimal = length >= 0x80 && bytes[at] !== 0
  if (!isMinimal) throw x509Failure('CERTS_DER_LENGTH', {}, path)
  return length
}

function hex(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`
}
