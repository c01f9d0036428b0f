/**
 * Errors of banks that have a shape of their own, as problems of API Pix.
 *
 * @module
 */
import { type Problema, readProblem } from '@pixkit/http/problema'
import type { TransportResponse } from '@pixkit/http/transport'
import type { ProfileSettings } from '../profile.ts'
import { isMembers, type Members } from './members.ts'

export type ErrorShape = ProfileSettings['errors'][number]
export type ProblemReader = (answer: TransportResponse, body: unknown) => Problema | undefined

/** Makes the problem out of the members of a body, as API Pix would spell it; `readProblem` checks and cuts it. */
const SHAPES: Readonly<Record<ErrorShape, (body: Members) => Members | undefined>> = {
  efi: ({ nome, mensagem, erros }) =>
    typeof nome === 'string'
      ? { type: nome, title: nome, detail: mensagem, violacoes: membersOf(erros).map(violacaoOfEfi) }
      : undefined,
  'banco-do-brasil': (body) => listOfBancoDoBrasil(body) ?? gatewayOfBancoDoBrasil(body),
}

/**
 * Reads errors of these shapes; those of API Pix and of OAuth need no reader of their own.
 *
 * @returns `undefined` when there are no shapes.
 * @see Efí, documentação da API Pix, Payload locations (`nome`, `mensagem`, `erros`); ACBr, ACBrPIXPSPBancoDoBrasil (2026).
 */
export function problemReader(shapes: readonly ErrorShape[]): ProblemReader | undefined {
  if (shapes.length === 0) return undefined
  return ({ status }, body) => {
    if (!isMembers(body)) return undefined
    for (const shape of shapes) {
      const problem = SHAPES[shape](body)
      if (problem !== undefined) return readProblem(problem, status)
    }
    return undefined
  }
}

function violacaoOfEfi({ caminho, mensagem }: Members): Members {
  return { razao: mensagem, propriedade: typeof caminho === 'string' ? caminho.replace(/^\.?body\.?/, '') : undefined }
}

function listOfBancoDoBrasil({ erros }: Members): Members | undefined {
  const [first, ...others] = membersOf(erros)
  if (first === undefined) return undefined
  const { codigo, mensagem, ocorrencia } = first
  return {
    type: codigo,
    title: mensagem,
    correlationId: ocorrencia,
    violacoes: [first, ...others].map((erro) => ({ razao: erro['mensagem'] })),
  }
}

function gatewayOfBancoDoBrasil({ statusCode, error, message }: Members): Members | undefined {
  if (typeof error !== 'string' || (message === undefined && statusCode === undefined)) return undefined
  return { type: error, title: error, status: statusCode, detail: message }
}

const membersOf = (value: unknown): readonly Members[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isMembers) : []
