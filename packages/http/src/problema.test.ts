import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProblem, violacaoPath } from './problema.ts'

const TYPE = 'https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida'

describe('readProblem', () => {
  test('reads a problem of API Pix', () => {
    const body = {
      type: TYPE,
      title: 'Cobrança inválida.',
      status: 400,
      detail: 'A requisição que busca alterar ou criar uma cobrança não respeita o schema.',
      correlationId: 'b1f3-17',
      violacoes: [
        { razao: 'Valor zero.', propriedade: 'cob.valor.original', valor: '0.00' },
        { razao: 'Campo ausente.', propriedade: 'cob.infoAdicionais[3].nome' },
      ],
    }
    expect(readProblem(body, 400)).toEqual({
      ...body,
      violacoes: [
        {
          razao: 'Valor zero.',
          propriedade: 'cob.valor.original',
          valor: '0.00',
          path: ['cob', 'valor', 'original'],
        },
        {
          razao: 'Campo ausente.',
          propriedade: 'cob.infoAdicionais[3].nome',
          path: ['cob', 'infoAdicionais', 3, 'nome'],
        },
      ],
    })
  })

  test.each([
    ['a title alone', { title: 'Erro' }, { type: 'about:blank', title: 'Erro', status: 422 }],
    ['a detail alone', { detail: 'Erro' }, { type: 'about:blank', title: '', status: 422, detail: 'Erro' }],
    ['a type alone', { type: TYPE }, { type: TYPE, title: '', status: 422 }],
    ['a status as text', { title: 'Erro', status: '400' }, { type: 'about:blank', title: 'Erro', status: 422 }],
    ['a status that is none', { title: 'Erro', status: 7 }, { type: 'about:blank', title: 'Erro', status: 422 }],
    ['its own status', { title: 'Erro', status: 404 }, { type: 'about:blank', title: 'Erro', status: 404 }],
    ['control characters', { title: ' a\r\nb\u001B[0m ' }, { type: 'about:blank', title: 'a  b [0m', status: 422 }],
    [
      'a single violation',
      { title: 'Erro', violacoes: { propriedade: 'a', valor: 3 } },
      { type: 'about:blank', title: 'Erro', status: 422, violacoes: [{ propriedade: 'a', path: ['a'], valor: '3' }] },
    ],
    [
      'violations alone, some of them none',
      { violacoes: [null, 'x', ['y'], { razao: true, valor: { cpf: 1 } }] },
      { type: 'about:blank', title: '', status: 422, violacoes: [{ razao: 'true' }] },
    ],
    [
      'an error of OAuth',
      { error: 'invalid_scope', error_description: 'escopo negado' },
      { type: 'invalid_scope', title: 'invalid_scope', status: 422, detail: 'escopo negado' },
    ],
    [
      'a problem that has an error, too',
      { title: 'Erro', error: 'x' },
      { type: 'about:blank', title: 'Erro', status: 422 },
    ],
  ])('reads %s', (_name, body, problem) => {
    expect(readProblem(body, 422)).toEqual(problem)
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'title'],
    ['a list', [{ title: 'Erro' }]],
    ['other members', { nome: 'x', mensagem: 'y' }],
    ['empty texts', { title: '', error: '' }],
    ['other types', { title: 7, error: {} }],
  ])('does not read %s', (_name, body) => {
    expect(readProblem(body, 400)).toBeUndefined()
  })

  test('is bounded, and cuts no character in half', () => {
    const problem = readProblem(
      {
        title: `${'a'.repeat(199)}😀`,
        detail: 'b'.repeat(9_999),
        violacoes: Array.from({ length: 99 }, () => ({ razao: 'c'.repeat(9_999), propriedade: 'd'.repeat(9_999) })),
      },
      400,
    )
    expect(problem?.title).toBe('a'.repeat(199))
    expect(problem?.detail).toHaveLength(2_000)
    expect(problem?.violacoes).toHaveLength(50)
    expect(problem?.violacoes?.[0]?.razao).toHaveLength(2_000)
    expect(problem?.violacoes?.[0]?.propriedade).toHaveLength(200)
  })

  test('gives a problem or nothing for any JSON', () => {
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { type: fc.jsonValue(), title: fc.jsonValue(), status: fc.jsonValue(), violacoes: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(bodies, (body) => {
        const problem = readProblem(body, 500)
        const { type = '', title = '', status = 500 } = problem ?? {}
        expect([typeof type, typeof title, typeof status]).toEqual(['string', 'string', 'number'])
      }),
    )
  })
})

describe('violacaoPath', () => {
  test.each([
    ['cob.valor.original', ['cob', 'valor', 'original']],
    ['cob.infoAdicionais[0].nome', ['cob', 'infoAdicionais', 0, 'nome']],
    ['cob.infoAdicionais.0.nome', ['cob', 'infoAdicionais', 0, 'nome']],
    ['/valor/original', ['valor', 'original']],
    ['$.valor', ['valor']],
    ['..a..', ['a']],
    ['', []],
    ['12345678909', ['12345678909']],
  ])('%s', (propriedade, path) => {
    expect(violacaoPath(propriedade)).toEqual(path)
  })

  test('undoes the joining of names and indices', () => {
    const names = fc.stringMatching(/^[a-z][a-zA-Z]{0,9}$/)
    const segments = fc.array(fc.oneof(names, fc.nat(999_999)), { maxLength: 8 })
    fc.assert(
      fc.property(segments, (path) => {
        expect(violacaoPath(path.join('.'))).toEqual(path)
        const bracketed = path.map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`)).join('')
        expect(violacaoPath(bracketed)).toEqual(path)
      }),
    )
  })
})
