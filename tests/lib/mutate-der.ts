/** @module Changes the objects inside of DER, and keeps the lengths around them right. For tests. */
import { TAG } from '../../packages/certs/src/internal/der/read-der.ts'
import { concat, writeDer } from '../../packages/certs/src/internal/der/write-der.ts'

/** One change; the numbers are taken modulo what there is. */
export interface Mutation {
  readonly place: number
  readonly kind: number
  readonly detail: number
}

interface Tree {
  tag: number
  content: Uint8Array
  /** Octets before the objects inside: the unused bits of a BIT STRING. */
  prefix: Uint8Array
  children: Tree[]
}

const TAGS = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1c, 0x1e, 0x30, 0x31]
const CONTEXT_TAGS = [0x80, 0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xbf]

/** Contents that break numbers, lengths and characters: among them 2^32, -1, and nothing. */
const CONTENTS: readonly (readonly number[])[] = [
  [],
  [0],
  [1],
  [0xff],
  [0x80],
  [0, 0],
  [0xd8, 0x3d],
  [1, 0, 0, 0, 0],
  [0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  Array<number>(300).fill(0x41),
]

/** Applies changes one after the other. */
export function mutateDer(der: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  const root: Tree = { tag: 0, content: der, prefix: new Uint8Array(), children: readAll(der) ?? [] }
  for (const mutation of mutations) mutate(root, mutation)
  return concat(...root.children.map(write))
}

function mutate(root: Tree, { place, kind, detail }: Mutation): void {
  const all = listed(root)
  const found = all[place % all.length]
  const other = all[detail % all.length]?.node
  if (found === undefined || other === undefined) return
  const { node, parent } = found
  const at = parent.children.indexOf(node)
  const changes: readonly (() => void)[] = [
    () => parent.children.splice(at, 1),
    () => parent.children.splice(at, 0, node),
    () => parent.children.splice(at, 1, copy(other)),
    () => node.children.push(copy(other)),
    () => node.children.reverse(),
    () => (node.tag = TAGS[detail % TAGS.length] ?? 0),
    () => (node.tag = CONTEXT_TAGS[detail % CONTEXT_TAGS.length] ?? 0),
    ...[0, 1].map(() => () => {
      node.children = []
      node.content = Uint8Array.from(CONTENTS[detail % CONTENTS.length] ?? [])
    }),
    () => {
      const { length } = node.content
      if (length > 0) node.content = node.content.with(detail % length, detail & 0xff)
    },
  ]
  changes[kind % changes.length]?.()
}

/** Every object with the one that it is in. */
function listed(parent: Tree): readonly { readonly node: Tree; readonly parent: Tree }[] {
  return parent.children.flatMap((node) => [{ node, parent }, ...listed(node)])
}

/** So that no object comes to be inside of itself. */
function copy(node: Tree): Tree {
  return { ...node, children: node.children.map(copy) }
}

function write({ tag, content, prefix, children }: Tree): Uint8Array {
  return children.length === 0 ? writeDer(tag, content) : writeDer(tag, prefix, ...children.map(write))
}

/** Objects one after the other; `undefined` where there is something else. */
function readAll(bytes: Uint8Array): Tree[] | undefined {
  const found: Tree[] = []
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, first = 0x80] = bytes.subarray(at)
    const octets = first < 0x80 ? 0 : first & 0x7f
    if (octets > 2 || first === 0x80) return undefined
    const start = at + 2 + octets
    const length = octets === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0)
    if (start + length > bytes.length) return undefined
    const content = bytes.subarray(start, start + length)
    const prefix = content.subarray(0, tag === TAG.bitString ? 1 : 0)
    const mayHold = (tag & 0x20) !== 0 || tag === TAG.octetString || (tag === TAG.bitString && content[0] === 0)
    const children = mayHold ? (readAll(content.subarray(prefix.length)) ?? []) : []
    found.push({ tag, content, prefix, children })
    at = start + length
  }
  return found
}
