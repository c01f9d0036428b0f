/**
 * People in charges: CPF or CNPJ, name, address.
 *
 * @module
 */
import type { DevedorCobV, RecebedorCobV } from '../types/cobv.ts'
import type { Documento, InfoAdicional, Pessoa } from '../types/shared.ts'
import { closed, type MembersOf, open, optional, type Rule, type Schema } from './object.ts'
import { anyList, list } from './list.ts'
import { anyText, cnpj, cpf, text } from './shared.ts'

/** @see API Pix 2.9.0, CobSolicitada.devedor: `cpf` and `cnpj` never together; PessoaFisica and PessoaJuridica require one. */
export const oneDocument: Rule = (pessoa, report) => {
  const hasCpf = pessoa['cpf'] !== undefined
  const hasCnpj = pessoa['cnpj'] !== undefined
  if (hasCpf && hasCnpj) report('cpf-and-cnpj', [])
  if (!hasCpf && !hasCnpj) report('no-document', [])
}

/** CPF or CNPJ of a request. */
export const documento: MembersOf<Documento> = { cpf: optional(cpf), cnpj: optional(cnpj) }

/**
 * A person of a request.
 *
 * @param maxNome - 200 in charges, 140 in Pix Automático.
 */
export function pessoa(maxNome: number): Schema<Pessoa> {
  return closed<Pessoa>({ ...documento, nome: text(maxNome) }, oneDocument)
}

const endereco = {
  logradouro: optional(text(200)),
  cidade: optional(text(200)),
  uf: optional(text(2)),
  cep: optional(text(8)),
}

/** Who is to pay a charge with a due date. */
export const devedorCobV: Schema<DevedorCobV> = closed<DevedorCobV>(
  { ...documento, ...endereco, nome: text(200), email: optional(anyText) },
  oneDocument,
)

const pessoaGerada: MembersOf<Pessoa> = { cpf: optional(anyText), cnpj: optional(anyText), nome: anyText }

/** A person of an answer; some banks mask documents. */
export const anyPessoa: Schema<Pessoa> = open<Pessoa>(pessoaGerada)

export const anyDevedorCobV: Schema<DevedorCobV> = open<DevedorCobV>({
  ...pessoaGerada,
  email: optional(anyText),
  logradouro: optional(anyText),
  cidade: optional(anyText),
  uf: optional(anyText),
  cep: optional(anyText),
})

export const anyRecebedorCobV: Schema<RecebedorCobV> = open<RecebedorCobV>({
  ...pessoaGerada,
  nomeFantasia: optional(anyText),
  logradouro: anyText,
  cidade: anyText,
  uf: anyText,
  cep: anyText,
})

/** Lines for the payer. The limit of 50 is written `maximum` in API Pix, which means nothing on an array. */
export const infoAdicionais: Schema<readonly InfoAdicional[]> = list(
  closed<InfoAdicional>({ nome: text(50), valor: text(200) }),
  { max: 50 },
)

export const anyInfoAdicionais: Schema<readonly InfoAdicional[]> = anyList(
  open<InfoAdicional>({ nome: anyText, valor: anyText }),
)
