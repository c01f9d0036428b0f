/**
 * What a certificate of ICP-Brasil says of its holder.
 *
 * @module
 */
import { isCnpj, isCpf } from '@pixkit/core/documento'
import { childrenOf, fieldsOf, readDer } from '../der/read-der.ts'
import { readOid } from '../der/values.ts'
import type { Certificate, CertificateRequest } from '../x509/certificate.ts'
import { EXTENSION } from '../x509/oids.ts'
import { withoutUndefined } from './without-undefined.ts'

/**
 * Type of an ICP-Brasil certificate. A1 and SE-S live in files; A3, A4 and SE-H in hardware, which hands out no key. A1, A2 and
 * S1 to S4 are not issued any more, and still in use (Resolução CG ICP-Brasil 211/2024, article 3). Not told: AE-S, AE-H,
 * A CF-e-SAT and OM-BR.
 */
export type IcpBrasilTipo = 'A1' | 'A2' | 'A3' | 'A4' | 'S1' | 'S2' | 'S3' | 'S4' | 'T3' | 'T4' | 'SE-S' | 'SE-H'

/**
 * The arc after 2.16.76.1.2 in the policy.
 *
 * @see DOC-ICP-04, version 8.1, section 1.2.2, table 3. SE-S and SE-H came with Resolução CG ICP-Brasil 211/2024; their
 * arcs are second-hand, from the constants of several open-source readers that agree. Those of AE-S and AE-H do not, and
 * are left out.
 */
const POLICY_ARCS: Readonly<Record<string, IcpBrasilTipo>> = {
  1: 'A1',
  2: 'A2',
  3: 'A3',
  4: 'A4',
  101: 'S1',
  102: 'S2',
  103: 'S3',
  104: 'S4',
  201: 'SE-S',
  202: 'SE-H',
  303: 'T3',
  304: 'T4',
}

const POLICY = /^2\.16\.76\.1\.2\.(\d+)\.\d+/
const MAX_POLICIES = 100

/** Fields `otherName` of the subject. @see DOC-ICP-04, version 8.1, section 7.1.2.3 */
const OTHER_NAME = {
  /** Person: birth date (8), CPF (11), NIS, RG … */
  pessoaFisica: '2.16.76.1.3.1',
  /** Name of who answers for the certificate of a company. */
  responsavelNome: '2.16.76.1.3.2',
  /** CNPJ (14). */
  cnpj: '2.16.76.1.3.3',
  /** Who answers for it: birth date (8), CPF (11), NIS, RG … */
  responsavel: '2.16.76.1.3.4',
  /** Name of the company, in certificates of equipment and applications. */
  nomeEmpresarial: '2.16.76.1.3.8',
} as const

const CPF_START = 8
const CPF_LENGTH = 11

export interface IcpBrasil {
  /** Absent when the policies do not say it. */
  readonly tipo?: IcpBrasilTipo | undefined
}

/** Holder, and who answers for a company's certificate, by the fields that ICP-Brasil defines. */
export interface IcpBrasilNames {
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly nomeEmpresarial?: string | undefined
  readonly responsavel?: { readonly nome?: string | undefined; readonly cpf?: string | undefined } | undefined
}

/** @returns `undefined` when neither a policy nor a name is of ICP-Brasil. */
export function readIcpBrasil(certificate: Certificate): IcpBrasil | undefined {
  const policies = policiesOf(certificate)
  const arcs = policies.flatMap((policy) => POLICY.exec(policy)?.[1] ?? [])
  const isNamed = certificate.subjectAltNames.some((name) => name.type === 'other' && name.oid.startsWith('2.16.76.1.'))
  if (arcs.length === 0 && !isNamed) return undefined
  const [tipo] = arcs.flatMap((arc) => POLICY_ARCS[arc] ?? [])
  return certificate.isCa || tipo === undefined ? {} : { tipo }
}

/** Reads what the fields hold; a number whose check digits are wrong (zeros stand for "not known") is left out. */
export function readIcpBrasilNames(subject: Pick<CertificateRequest, 'subjectAltNames'>): IcpBrasilNames {
  const cnpj = otherName(subject, OTHER_NAME.cnpj)
  const cpf = cpfOf(otherName(subject, OTHER_NAME.pessoaFisica))
  const responsavel = withoutUndefined({
    nome: otherName(subject, OTHER_NAME.responsavelNome),
    cpf: cpfOf(otherName(subject, OTHER_NAME.responsavel)),
  })
  return withoutUndefined({
    cpf,
    cnpj: cnpj !== undefined && isCnpj(cnpj) ? cnpj : undefined,
    nomeEmpresarial: otherName(subject, OTHER_NAME.nomeEmpresarial),
    responsavel: Object.keys(responsavel).length > 0 ? responsavel : undefined,
  })
}

function cpfOf(text: string = ''): string | undefined {
  const cpf = text.slice(CPF_START, CPF_START + CPF_LENGTH)
  return isCpf(cpf) ? cpf : undefined
}

function otherName({ subjectAltNames }: Pick<CertificateRequest, 'subjectAltNames'>, oid: string): string | undefined {
  const texts = subjectAltNames.flatMap((name) =>
    name.type === 'other' && name.oid === oid ? (name.text?.trim() ?? '') : [],
  )
  return texts.find((text) => text !== '')
}

/** @see RFC 5280, section 4.2.1.4 */
function policiesOf({ extensions }: Certificate): string[] {
  const extension = extensions.find(({ oid }) => oid === EXTENSION.certificatePolicies)
  if (extension === undefined) return []
  try {
    const policies = childrenOf(readDer(extension.value, 'certificatePolicies')).slice(0, MAX_POLICIES)
    return policies.map((policy) => readOid(fieldsOf(policy).next('policyIdentifier')))
  } catch {
    return []
  }
}
