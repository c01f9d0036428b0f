/**
 * Whose certificate it is: the CPF or CNPJ in its names.
 *
 * @module
 */
import { isCnpj, isCpf } from '@pixkit/core/documento'
import type { Certificate, CertificateRequest } from '../x509/certificate.ts'
import { findAttribute } from '../x509/name.ts'
import { type IcpBrasilNames, readIcpBrasilNames } from './icp-brasil.ts'
import { withoutUndefined } from './without-undefined.ts'

/** Holder of a certificate, by a number whose check digits hold. Personal data: keep it out of logs. */
export interface Titular {
  readonly tipo: 'cpf' | 'cnpj'
  /** Bare: 11 or 14 characters. */
  readonly documento: string
  /** Absent when the certificate does not say it beside the number. */
  readonly nome?: string | undefined
  /** Person who answers for the certificate of a company; only ICP-Brasil has it. */
  readonly responsavel?: IcpBrasilNames['responsavel']
}

type Named = Pick<Certificate | CertificateRequest, 'subject' | 'subjectAltNames'>

/** Places where a number stands, the most reliable first. */
const PLACES: readonly ((named: Named) => Titular | undefined)[] = [
  ofIcpBrasil,
  ofCommonNameWithDocument,
  ofSerialNumberUrn,
  ofSerialNumber,
  ofSicrediCommonName,
]

/** @returns `undefined` when no place has a number with right check digits. */
export function readTitular(named: Named): Titular | undefined {
  for (const place of PLACES) {
    const titular = place(named)
    if (titular !== undefined) return titular
  }
  return undefined
}

/** @see DOC-ICP-04, version 8.1, sections 7.1.2.3 (numbers) and 7.1.4.1 (CN: name of the person or company) */
function ofIcpBrasil(named: Named): Titular | undefined {
  const { cnpj, cpf, nomeEmpresarial, responsavel } = readIcpBrasilNames(named)
  const documento = cnpj ?? cpf
  if (documento === undefined) return undefined
  const nome = nomeEmpresarial ?? nameBesideDocument(findAttribute(named.subject, 'CN'))
  return titular(documento, nome, cnpj === undefined ? undefined : responsavel)
}

/** `NOME:CPF` or `NOME:CNPJ`. @see Leiaute dos Certificados Digitais da RFB, version 4.3, e-CPF and e-CNPJ */
function ofCommonNameWithDocument({ subject }: Named): Titular | undefined {
  const [, nome, documento = ''] = NAME_AND_DOCUMENT.exec(findAttribute(subject, 'CN') ?? '') ?? []
  return titular(documento, nome)
}

/** `urn:cpfcnpj:…`, or `urn:cnpj:…` as its prose says. @see Guia API Pix Sicredi, annex V, step 2 */
function ofSerialNumberUrn({ subject }: Named): Titular | undefined {
  const [, documento = ''] =
    /^urn:(?:cpfcnpj|cnpj|cpf):(\w+)$/i.exec(findAttribute(subject, 'serialNumber') ?? '') ?? []
  return titular(documento, undefined)
}

/**
 * The bare number, beside the name of the holder in O.
 *
 * @see Padrão de Certificados Open Finance Brasil 1.0, Certificado Cliente; DOC-ICP-04, version 8.1, section 7.1.4.4
 */
function ofSerialNumber({ subject }: Named): Titular | undefined {
  return titular(findAttribute(subject, 'serialNumber')?.trim() ?? '', findAttribute(subject, 'O'))
}

/** `api-pix-{CNPJ}`. @see Guia API Pix Sicredi, pictures of annex VI */
function ofSicrediCommonName({ subject }: Named): Titular | undefined {
  const [, documento = ''] = /^api-pix-(\w+)$/i.exec(findAttribute(subject, 'CN') ?? '') ?? []
  return titular(documento, undefined)
}

const NAME_AND_DOCUMENT = /^(.*\S)\s*:\s*(\w+)$/

function nameBesideDocument(commonName: string | undefined): string | undefined {
  const [, nome, documento = ''] = NAME_AND_DOCUMENT.exec(commonName ?? '') ?? []
  return isCpf(documento) || isCnpj(documento.toUpperCase()) ? nome : commonName
}

function titular(text: string, nome: string | undefined, responsavel?: Titular['responsavel']): Titular | undefined {
  const documento = text.toUpperCase()
  const tipo = documento.length === 11 && isCpf(documento) ? 'cpf' : isCnpj(documento) ? 'cnpj' : undefined
  if (tipo === undefined || documento.length !== (tipo === 'cpf' ? 11 : 14)) return undefined
  return withoutUndefined<Titular>({ tipo, documento, nome, responsavel })
}
