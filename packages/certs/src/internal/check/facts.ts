/**
 * What a diagnosis knows of a set of files before it judges.
 *
 * @module
 */
import type { PrivateKey, StoredCertificate } from '../../credentials.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { isSelfIssued } from '../x509/issuers.ts'
import { canonicalName } from '../x509/name.ts'
import type { Ambiente } from './bank-patterns.ts'
import {
  type FileFacts,
  type GivenFile,
  isBankFile,
  keyOf,
  mayHoldCertificate,
  mayHoldKey,
  type Own,
  readFile,
} from './file-facts.ts'
import { createChainFinder } from './issuer.ts'
import { createOffers, type Offers } from './offers.ts'
import { derText, uniqueBy } from './unique.ts'

/** A certificate that somebody means to use as a client. */
export interface Leaf extends Own<StoredCertificate> {
  /** The key that belongs to it, from the first of the files that has it. */
  readonly key: Own<PrivateKey> | undefined
  /** The certificate and its issuers, as far as they are among the files. */
  readonly chain: readonly StoredCertificate[]
  readonly isSelfSigned: boolean
  /** Whether the chain ends in a root. */
  readonly isComplete: boolean
}

export interface DiagnosisContext {
  readonly now: number
  readonly ambiente: Ambiente | undefined
  readonly expiringDays: number
}

export interface Facts extends DiagnosisContext {
  readonly files: readonly FileFacts[]
  /** Without those that occur twice. */
  readonly certificates: readonly Own<StoredCertificate>[]
  readonly keys: readonly Own<PrivateKey>[]
  readonly requests: readonly Own<CertificateRequest>[]
  /** The certificates in play: given as such; else those that have their key here; else those of no authority. */
  readonly leaves: readonly Leaf[]
  /** In a folder without roles: certificates of no authority that are not in play, since others have their key here. */
  readonly strays: readonly Own<StoredCertificate>[]
  /** Names of files that did not open and may hold the key that is missing. */
  readonly unopenedKeys: readonly string[]
  /** Whether a file that did not open may hold the certificate that is missing. */
  readonly mayHoldCertificate: boolean
  /** Names of the copies that are offered so far. */
  readonly offers: Offers
}

/** Nobody has so many certificates in one folder, and each is looked at with care. */
const MAX_LEAVES = 100
/** Rounds of key derivation for all files together: twice what one of them may ask for. */
const MAX_ROUNDS = 4_000_000

export function gatherFacts(
  given: readonly GivenFile[],
  context: DiagnosisContext,
  maxRounds: number = MAX_ROUNDS,
): Facts {
  const rounds = { left: maxRounds }
  const files = given.map((file) => readFile(file, rounds))
  const gathered = {
    ...context,
    files,
    certificates: uniqueBy(
      files.flatMap((file) => file.certificates),
      ({ item }) => derText(item),
    ),
    keys: uniqueBy(
      files.flatMap((file) => file.keys),
      ({ file, keyText = file }) => keyText,
    ),
    requests: uniqueBy(
      files.flatMap((file) => file.requests),
      ({ item }) => derText(item),
    ),
  }
  const played = certificatesInPlay(gathered)
  return {
    ...gathered,
    leaves: leavesOf(played.slice(0, MAX_LEAVES), gathered),
    strays: straysIn(gathered, played).slice(0, MAX_LEAVES),
    unopenedKeys: files.filter(mayHoldKey).map(({ name }) => name),
    mayHoldCertificate: files.some(mayHoldCertificate),
    offers: createOffers(files.map(({ name }) => name)),
  }
}

type Gathered = Pick<Facts, 'files' | 'certificates' | 'keys'>

function certificatesInPlay(gathered: Gathered): readonly Own<StoredCertificate>[] {
  const { files, keys } = gathered
  const hasKey = (own: Own<StoredCertificate>): boolean => keyOf(own, keys) !== undefined
  const given = files.filter((file) => file.given.role === 'certificate').flatMap((file) => file.certificates)
  if (given.length > 0) return given.filter((own) => !own.item.isCa || hasKey(own))
  const others = withoutSetAside(gathered)
  const keyed = others.filter(hasKey)
  const choices = [keyed.filter(({ item }) => !item.isCa), keyed, endEntities(others, gathered)]
  return choices.find((choice) => choice.length > 0) ?? []
}

function straysIn(gathered: Gathered, played: readonly Own<StoredCertificate>[]): readonly Own<StoredCertificate>[] {
  if (gathered.files.some((file) => file.given.role !== undefined)) return []
  const inPlay = new Set(played)
  return endEntities(withoutSetAside(gathered), gathered).filter((own) => !inPlay.has(own))
}

/** Without the chain that was given as such, and what a bank calls webhooks with. */
function withoutSetAside({ certificates, files, keys }: Gathered): readonly Own<StoredCertificate>[] {
  const setAside = files.filter((file) => file.given.role === 'ca' || isBankFile(file, keys))
  const names = new Set(setAside.map(({ name }) => name))
  return certificates.filter(({ file }) => !names.has(file))
}

/** Without authorities, and old roots that do not say that they are some. */
function endEntities(
  some: readonly Own<StoredCertificate>[],
  { certificates }: Gathered,
): readonly Own<StoredCertificate>[] {
  const issued = certificates.filter(({ item }) => !isSelfIssued(item))
  const issuers = new Set(issued.map(({ item }) => canonicalName(item.issuer)))
  return some.filter(({ item }) => !item.isCa && !issuers.has(canonicalName(item.subject)))
}

function leavesOf(played: readonly Own<StoredCertificate>[], { certificates, keys }: Gathered): readonly Leaf[] {
  const { chainAbove, isSelfSigned } = createChainFinder(certificates.map(({ item }) => item))
  return played.map((own) => {
    const chain = chainAbove(own.item)
    const last = chain.at(-1)
    return {
      ...own,
      key: keyOf(own, keys),
      chain,
      isSelfSigned: chain.length === 1 && isSelfSigned(own.item),
      isComplete: last !== undefined && isSelfSigned(last),
    }
  })
}
