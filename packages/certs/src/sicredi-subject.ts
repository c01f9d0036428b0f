/**
 * The name that Sicredi wants in a request for a certificate.
 *
 * @module
 */
import { isCnpj, isCpf } from '@pixkit/core/documento'
import { assertString } from '@pixkit/core/error'
import { assertChoice, assertObject } from './internal/arguments.ts'
import { invalidSubject, type Subject } from './internal/make/subject.ts'

export interface SicrediSubjectOptions {
  /**
   * Main part of the company's name, for an integration of its own; trade name, for a partner (parceiro). Lower-case letters
   * without accents, digits and hyphens, 1 to 38 of them, because it becomes part of a host name.
   */
  readonly nomeParceiro: string
  /** CPF or CNPJ of who will own the certificate, with or without punctuation. */
  readonly cpfCnpj: string
  /** What stands before the document; `urn:cpfcnpj` by default. `urn:cnpj` is for a CNPJ alone. */
  readonly prefixo?: 'urn:cpfcnpj' | 'urn:cnpj' | undefined
}

/** Of the 64 characters of a CN, `api-parceiros-` and `.sicredi.net` leave 38. */
const NOME_PARCEIRO = /^(?=.{1,38}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/**
 * Makes the subject of a request for API Pix of Sicredi: its eight attributes, in its order.
 *
 * The manual contradicts itself: its command writes `urn:cpfcnpj:` before the document, its note below speaks of
 * `urn:cnpj`. Here it is as in the command, unless `prefixo` says otherwise. It also wants "only digits" of the document, which is
 * older than the alphanumeric CNPJ (in use since July 2026): such a one is taken, with its letters, which is our choice and not the
 * manual's.
 *
 * @returns For `createCsr`.
 * @throws {PixkitError} `CERTS_SUBJECT_INVALID`, with path `['nomeParceiro']` or `['cpfCnpj']`; `CERTS_OPTION_INVALID`: no such `prefixo`.
 * @throws {TypeError} `options` is no object, or the name or the document is no string.
 *
 * @example
 * ```ts
 * import { sicrediSubject } from '@pixkit/certs/sicredi-subject'
 *
 * const subject = sicrediSubject({ nomeParceiro: 'padaria-central', cpfCnpj: '12.345.678/0001-95' })
 * subject.map(({ type }) => type).join(' ') // 'C O CN ST L jurisdictionCountryName OU serialNumber'
 * subject[2]?.value // 'api-parceiros-padaria-central.sicredi.net'
 * subject[7]?.value // 'urn:cpfcnpj:12345678000195'
 * ```
 *
 * @see Guia API Pix Sicredi, annex V, second step: the command `openssl req -new … -subj`, and the note below it
 */
export function sicrediSubject(options: SicrediSubjectOptions): Subject {
  assertObject(options, 'options')
  const { cpfCnpj, nomeParceiro, prefixo = 'urn:cpfcnpj' } = options
  assertString(nomeParceiro, 'nomeParceiro')
  assertString(cpfCnpj, 'cpfCnpj')
  if (!NOME_PARCEIRO.test(nomeParceiro)) throw invalidSubject(['nomeParceiro'], '[a-z0-9-]{1,38}')
  const documento = cpfCnpj.trim()
  assertChoice(prefixo, ['urn:cpfcnpj', 'urn:cnpj'], 'prefixo')
  const mayBeCpf = prefixo === 'urn:cpfcnpj'
  const isDocumento = isCnpj(documento) || (mayBeCpf && isCpf(documento))
  if (!isDocumento) throw invalidSubject(['cpfCnpj'], mayBeCpf ? 'CPF, CNPJ' : 'CNPJ')
  return [
    { type: 'C', value: 'BR' },
    { type: 'O', value: 'Confederacao Interestadual das Cooperativas Ligadas ao Sicredi' },
    { type: 'CN', value: `api-parceiros-${nomeParceiro}.sicredi.net` },
    { type: 'ST', value: 'RS' },
    { type: 'L', value: 'Porto Alegre' },
    { type: 'jurisdictionCountryName', value: 'BR' },
    { type: 'OU', value: 'API Pix Sicredi' },
    { type: 'serialNumber', value: `${prefixo}:${documento.replaceAll(/[./-]/g, '')}` },
  ]
}
