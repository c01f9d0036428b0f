/**
 * Name constraints: which names an authority may give.
 *
 * @module
 */
import { TAG } from '../der/read-der.ts'
import type { Certificate, GeneralName, NameConstraints } from './certificate.ts'
import { comparableBase, type ComparableName, comparableName, isInSubtree, mayTouch } from './comparable-name.ts'
import { attributeTexts } from './name.ts'

/** What comparing names may still cost, for a whole search. */
export interface NameBudget {
  /** Comparisons of a name with a subtree; one of directory names counts once more for each of their relative names. */
  comparisonsLeft: number
}

/**
 * Tells whether an authority may have given a certificate its names.
 *
 * Covers DNS, e-mail, URI, IP and directory names. As openssl does it: e-mail addresses of the subject count as well, and for
 * a leaf without DNS names those of its CN that look like one; an address of the subject that is no IA5String is refused, and
 * a CN with NUL in it. A kind that is constrained and not known here is refused, and a name that cannot be told.
 *
 * @param isLeaf - Whether the certificate is the one that the chain is built for.
 * @param budget - What the comparisons cost is taken off it.
 * @returns `undefined` when the budget does not suffice.
 *
 * @see RFC 5280, section 4.2.1.10
 */
export function satisfiesNameConstraints(
  certificate: Certificate,
  constraints: NameConstraints,
  isLeaf: boolean,
  budget: NameBudget,
): boolean | undefined {
  const { always, ofLeaf } = namesOf(certificate)
  const names = isLeaf ? [...always, ...ofLeaf] : always
  const { permitted, excluded } = subtreesOf(constraints)
  for (const name of names) {
    if (name === UNREADABLE) return false
    const [within, without] = [permitted.get(name.kind), excluded.get(name.kind)]
    budget.comparisonsLeft -= (within?.cost ?? 0) + (without?.cost ?? 0)
    if (budget.comparisonsLeft < 0) return undefined
    const isPermitted = within === undefined || within.bases.some((base) => isInSubtree(name, base) === true)
    if (!isPermitted || without?.bases.some((base) => mayTouch(name, base)) === true) return false
  }
  return true
}

interface Subtrees {
  readonly bases: ComparableName[]
  cost: number
}

/** By kind. */
type SubtreesByKind = ReadonlyMap<string, Subtrees>

/** The same authority stands above many paths of one search. */
const knownSubtrees = /* @__PURE__ */ new WeakMap<
  NameConstraints,
  { readonly permitted: SubtreesByKind; readonly excluded: SubtreesByKind }
>()

function subtreesOf(constraints: NameConstraints): { permitted: SubtreesByKind; excluded: SubtreesByKind } {
  const known = knownSubtrees.get(constraints)
  if (known !== undefined) return known
  const made = { permitted: byKind(constraints.permitted), excluded: byKind(constraints.excluded) }
  knownSubtrees.set(constraints, made)
  return made
}

function byKind(names: readonly GeneralName[]): SubtreesByKind {
  const kinds = new Map<string, Subtrees>()
  for (const base of names.map(comparableBase)) {
    const others = kinds.get(base.kind) ?? { bases: [], cost: 0 }
    kinds.set(base.kind, others)
    others.bases.push(base)
    others.cost += base.cost
  }
  return kinds
}

interface ConstrainedNames {
  readonly always: readonly (ComparableName | typeof UNREADABLE)[]
  /** Hosts in the CN: what is no leaf has none. */
  readonly ofLeaf: readonly (ComparableName | typeof UNREADABLE)[]
}

/** A name that is one thing for one program and something else for another. */
const UNREADABLE = 'unreadable'

/** A certificate stands in many paths of one search. */
const knownNames = /* @__PURE__ */ new WeakMap<Certificate, ConstrainedNames>()

function namesOf(certificate: Certificate): ConstrainedNames {
  const known = knownNames.get(certificate)
  if (known !== undefined) return known
  const { subject, subjectAltNames } = certificate
  const attributes = attributeTexts(subject)
  const emails = attributes
    .filter(({ type }) => type === 'emailAddress')
    // RFC 5280, section 4.1.2.6: an IA5String.
    .map(({ tag, text = '' }) => (tag === TAG.ia5String ? comparableName({ type: 'email', value: text }) : UNREADABLE))
  const hasDns = subjectAltNames.some(({ type }) => type === 'dns')
  const made = {
    always: [
      ...(attributes.length > 0 ? [comparableName({ type: 'directory', value: subject })] : []),
      ...emails,
      ...subjectAltNames.map(comparableName),
    ],
    ofLeaf: hasDns
      ? []
      : attributes.flatMap(({ type, text }) => (type === 'CN' && text !== undefined ? hostInCommonName(text) : [])),
  }
  knownNames.set(certificate, made)
  return made
}

/** Two labels or more: what could be taken for a host. */
const DNS_NAME = /^(\*\.)?[\w-]+(\.[\w-]+)+\.?$/

/** NUL at its end is left out, as openssl does; elsewhere, and where octets are no characters, nobody knows what is read. */
function hostInCommonName(text: string): readonly (ComparableName | typeof UNREADABLE)[] {
  let end = text.length
  while (text[end - 1] === '\0') end -= 1
  const value = text.slice(0, end)
  if (/[\0\ufffd]/.test(value)) return [UNREADABLE]
  return DNS_NAME.test(value) ? [comparableName({ type: 'dns', value })] : []
}
