import { problemReader } from '../../../../bacen/src/internal/error-shapes.ts'
import { describe, expect, it } from 'vitest'
import { efiErrorOf } from './efi-errors.ts'

const BASE = 'https://pix.bcb.gov.br/api/v2/error/'
const problema = (type: string, status: number, violacoes?: readonly { razao: string; propriedade: string }[]) => ({
  type: BASE + type,
  title: 'Título',
  status,
  violacoes,
})

describe('efiErrorOf', () => {
  it.each([
    ['CobNaoEncontrado', 404, 404, 'cobranca_nao_encontrada'],
    ['PayloadLocationNaoEncontrado', 404, 400, 'location_nao_encontrada'],
    ['CobConsultaInvalida', 400, 400, 'valor_invalido'],
    ['RequisicaoInvalida', 400, 400, 'valor_invalido'],
  ])('writes %s (%i) as %i %s', (type, status, expected, nome) => {
    expect(efiErrorOf(problema(type, status))).toEqual({ status: expected, body: { nome, mensagem: 'Título' } })
  })

  it('leaves the others as API Pix writes them', () => {
    expect(efiErrorOf(problema('CobVNaoEncontrada', 404))).toBeUndefined()
    expect(efiErrorOf(problema('RecOperacaoInvalida', 400))).toBeUndefined()
  })

  it('names what is wrong, and lists it as the client of Efí reads it', () => {
    const violacoes = [{ razao: 'A chave não é da conta.', propriedade: 'cob.chave' }]
    const error = efiErrorOf(problema('CobOperacaoInvalida', 400, violacoes))
    expect(error?.body).toEqual({
      nome: 'chave_invalida',
      mensagem: 'A chave não é da conta.',
      erros: [{ caminho: 'body.cob.chave', mensagem: 'A chave não é da conta.' }],
    })
    const answer = { status: 400, headers: {}, body: new Uint8Array() }
    expect(problemReader(['efi'])?.(answer as never, error?.body)).toMatchObject({ type: 'chave_invalida', violacoes })
  })
})
