import { failureOfAnswer } from '@pixkit/http/http-error'
import { describe, expect, test } from 'vitest'
import { type ErrorShape, problemReader } from './error-shapes.ts'

const answer = (body: unknown, status = 400) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode(JSON.stringify(body)),
})

const read = (shape: ErrorShape, body: unknown, status?: number) => problemReader([shape])?.(answer(body, status), body)

test('no shapes need no reader', () => {
  expect(problemReader([])).toBeUndefined()
})

describe('Efí', () => {
  test('a name and a message', () => {
    expect(read('efi', { nome: 'txid_duplicado', mensagem: 'já utilizado' }, 409)).toEqual({
      type: 'txid_duplicado',
      title: 'txid_duplicado',
      status: 409,
      detail: 'já utilizado',
    })
  })

  test('a list of members below the body', () => {
    const erros = [
      { chave: 'enum', caminho: '.body.tipoCob', mensagem: 'valor fora da lista' },
      { chave: 'required', caminho: '.body', mensagem: 'falta' },
    ]
    expect(read('efi', { nome: 'json_invalido', mensagem: 'inválido', erros })?.violacoes).toEqual([
      { razao: 'valor fora da lista', propriedade: 'tipoCob', path: ['tipoCob'] },
      { razao: 'falta' },
    ])
  })

  test('a problem of API Pix, or of OAuth, is left to the reader of all banks', () => {
    const problem = { type: 'https://pix.bcb.gov.br/api/v2/error/NaoEncontrado', title: 'x', status: 404 }
    expect(read('efi', problem)).toBeUndefined()
    expect(read('efi', { error: 'insufficient_scope' })).toBeUndefined()
  })
})

describe('Banco do Brasil', () => {
  test('a list of errors', () => {
    const erros = [
      { codigo: '4769515', versao: '1', mensagem: 'Campo inválido', ocorrencia: 'CHOM0001' },
      { codigo: '4769516', versao: '1', mensagem: 'Outro campo', ocorrencia: 'CHOM0002' },
    ]
    expect(read('banco-do-brasil', { erros })).toEqual({
      type: '4769515',
      title: 'Campo inválido',
      status: 400,
      correlationId: 'CHOM0001',
      violacoes: [{ razao: 'Campo inválido' }, { razao: 'Outro campo' }],
    })
  })

  test('what its gateway says', () => {
    const body = { statusCode: 401, error: 'Unauthorized', message: 'Bad Credentials', attributes: { error: 'x' } }
    expect(read('banco-do-brasil', body, 401)).toEqual({
      type: 'Unauthorized',
      title: 'Unauthorized',
      status: 401,
      detail: 'Bad Credentials',
    })
  })

  test('an error of OAuth is left to the reader of all banks', () => {
    expect(read('banco-do-brasil', { error: 'invalid_client', error_description: 'x' })).toBeUndefined()
  })
})

test.each([null, 'text', 7, [], {}, { erros: [] }, { erros: 'x' }, { erros: [null, 1] }, { nome: 7 }])(
  'makes nothing of %j',
  (body) => {
    const reader = problemReader(['efi', 'banco-do-brasil'])
    expect(reader?.(answer(body), body)).toBeUndefined()
  },
)

test('an error shows the name and the member, and not the message', () => {
  const body = {
    nome: 'json_invalido',
    mensagem: 'o valor maria@example.com é inválido',
    erros: [{ caminho: '.body.devedor.nome', mensagem: 'Maria' }],
  }
  const error = failureOfAnswer(answer(body), { operation: 'cob.create', readProblem: problemReader(['efi']) })
  expect(error.message).toBe('server refused cob.create: 400 json_invalido (devedor.nome)')
  expect(error.path).toEqual(['devedor', 'nome'])
  expect(error.problema?.detail).toContain('maria@example.com')
  expect(JSON.stringify(error)).not.toMatch(/maria/i)
})
