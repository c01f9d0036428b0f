/**
 * Problems as Efí writes them.
 *
 * @module
 */
import type { Problema, Violacao } from '@pixkit/bacen/types'
import type { ApiAnswer } from '../api/call.ts'
import { PROBLEM_BASE } from '../api/problem-types.ts'

/** @see Efí, documentação da API Pix, Payload locations: `nome`, `mensagem`, and `erros` where a schema is broken. */
export interface EfiErro {
  readonly nome: string
  readonly mensagem: string
  readonly erros?: readonly { readonly caminho: string; readonly mensagem: string }[] | undefined
}

/** An answer of what only Efí has. */
export function erro(status: number, nome: string, mensagem: string): ApiAnswer {
  return { status, body: { nome, mensagem } satisfies EfiErro }
}

/** The same where Efí writes a problem as API Pix does. */
export function problema(status: number, type: string, title: string): ApiAnswer {
  return { status, body: { type: PROBLEM_BASE + type, title, status } satisfies Problema }
}

interface Name {
  readonly nome: string
  readonly status?: number | undefined
}

/** By last segment of the type. Efí writes the others as API Pix does. @see Efí, documentação da API Pix (2024), errors of the operations. */
const NAMES: Readonly<Record<string, Name | undefined>> = {
  CobNaoEncontrado: { nome: 'cobranca_nao_encontrada' },
  PayloadLocationNaoEncontrado: { nome: 'location_nao_encontrada', status: 400 },
}

/** Those in which a member of the request is wrong. */
const INVALID =
  /^(?:RequisicaoInvalida|(?:Cob|PayloadLocation|Webhook)OperacaoInvalida|PixDevolucaoInvalida|\w+ConsultaInvalida)$/

/** By the member that is wrong. */
const WRONG: Readonly<Record<string, Name | undefined>> = {
  'cob.chave': { nome: 'chave_invalida' },
  'cob.status': { nome: 'status_cobranca_invalido' },
  'webhook.webhookUrl': { nome: 'webhook_invalido' },
}

/** @returns Efí's error and its status; nothing when Efí writes the problem as API Pix does. */
export function efiErrorOf(problema: Problema): { readonly status: number; readonly body: EfiErro } | undefined {
  const { detail, status, title, violacoes = [] } = problema
  const type = problema.type.slice(problema.type.lastIndexOf('/') + 1)
  const known = NAMES[type] ?? (INVALID.test(type) ? nameOf(violacoes) : undefined)
  if (known === undefined) return undefined
  const erros = violacoes.map(({ propriedade, razao }) => ({
    caminho: `body.${propriedade ?? ''}`,
    mensagem: razao ?? title,
  }))
  return {
    status: known.status ?? status,
    body: {
      nome: known.nome,
      mensagem: violacoes[0]?.razao ?? detail ?? title,
      ...(erros.length === 0 ? {} : { erros }),
    },
  }
}

function nameOf(violacoes: readonly Violacao[]): Name {
  const named = violacoes.map(({ propriedade }) => WRONG[propriedade ?? '']).find((name) => name !== undefined)
  return named ?? { nome: 'valor_invalido' }
}
