import { format, inspect } from 'node:util'
import { formatMessage } from '@pixkit/core/issue'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOfAnswer, isPixkitHttpError, PixkitHttpError } from './http-error.ts'
import { messages, remedies } from './messages/pt-br.ts'

const ERRORS = 'https://pix.bcb.gov.br/api/v2/error/'

function failure(status: number, body?: unknown, headers: Record<string, string> = {}) {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return failureOfAnswer({ status, headers, body: new TextEncoder().encode(text) }, { operation: 'cob.create', now: 0 })
}

/** All that a log may print by itself. */
function printed(error: unknown): string {
  return [
    inspect(error, { depth: 9 }),
    format('%s %j', error, error),
    JSON.stringify(error),
    String(error),
    (error as Error).stack,
  ].join('\n')
}

describe('failureOfAnswer', () => {
  test('says who refused what, where, and why', () => {
    const error = failure(
      400,
      {
        type: `${ERRORS}CobOperacaoInvalida`,
        title: 'Cobrança inválida.',
        status: 400,
        detail: 'Não respeita o schema.',
        violacoes: [
          { razao: 'Zero.', propriedade: 'cob.valor.original', valor: '0.00' },
          { razao: 'Não é deste recebedor.', propriedade: 'cob.chave', valor: 'maria@example.com' },
        ],
      },
      { 'content-type': 'application/problem+json', 'x-request-id': 'r-1', 'retry-after': '3' },
    )
    expect(error).toBeInstanceOf(PixkitHttpError)
    expect(error).toMatchObject({
      name: 'PixkitHttpError',
      message: 'server refused cob.create: 400 CobOperacaoInvalida (cob.valor.original, cob.chave)',
      code: 'HTTP_STATUS',
      path: ['cob', 'valor', 'original'],
      params: {
        operation: 'cob.create',
        status: 400,
        reason: 'bad-request',
        refusal: '400 CobOperacaoInvalida (cob.valor.original, cob.chave)',
        type: 'CobOperacaoInvalida',
        properties: 'cob.valor.original, cob.chave',
        body: 'json',
        attempts: 1,
      },
      status: 400,
      requestId: 'r-1',
      retryAfterMs: 3_000,
    })
    expect(error.problema).toMatchObject({
      title: 'Cobrança inválida.',
      violacoes: [{ razao: 'Zero.' }, { path: ['cob', 'chave'] }],
    })
    expect(error.answer).toMatchObject({ contentType: 'application/problem+json', body: { status: 400 } })
    expect(formatMessage(error, messages)).toContain('o servidor recusou cob.create: 400 CobOperacaoInvalida')
  })

  test.each([
    [303, 'unexpected'],
    [400, 'bad-request'],
    [401, 'unauthorized'],
    [402, 'client-error'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'method'],
    [408, 'timed-out'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'too-large'],
    [415, 'unsupported-media-type'],
    [422, 'unprocessable'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
    [501, 'not-implemented'],
    [502, 'gateway'],
    [503, 'unavailable'],
    [504, 'gateway'],
    [599, 'server-error'],
  ])('%i is %s, with a sentence and a remedy', (status, reason) => {
    const error = failure(status)
    expect(error).toMatchObject({ path: [], params: { status, reason, body: 'empty' }, problema: undefined })
    expect(error.answer.body).toBeUndefined()
    expect(messages).toHaveProperty([`HTTP_STATUS:${reason}`])
    expect(remedies).toHaveProperty([`HTTP_STATUS:${reason}`])
  })

  test.each([
    [400, 'edge-certificate'],
    [403, 'edge-certificate'],
    [404, 'edge-html'],
    [413, 'edge-html'],
    [502, 'gateway'],
    [503, 'unavailable'],
  ])('a page with status %i is %s', (status, reason) => {
    const page = '<html><head><title>No required SSL certificate was sent</title></head></html>'
    const error = failure(status, page, { 'content-type': 'text/html' })
    expect(error).toMatchObject({ params: { reason, body: 'html', refusal: String(status) }, problema: undefined })
    expect(error.answer).toEqual({ contentType: 'text/html', body: page })
  })

  test.each<[string, string, string[], string]>([
    ['split over type and members', 'segredo', ['daloja'], '400'],
    ['split over members', 'Invalido', ['segr', 'edod', 'aloja'], '400'],
    ['with a line between', 'segredo_da_loja', ['valor'], '400 (valor)'],
    ['with a dot between', 'Invalido', ['segredo.daloja', 'valor'], '400 Invalido (valor)'],
    ['not at all', 'segredo', ['valor'], '400 segredo (valor)'],
  ])('shows no secret that is quoted %s', (_how, type, properties, refusal) => {
    const violacoes = properties.map((propriedade) => ({ propriedade }))
    const body = new TextEncoder().encode(JSON.stringify({ type, title: 'x', status: 400, violacoes }))
    const answer = { status: 400, headers: {}, body }
    const error = failureOfAnswer(answer, { operation: 'cob.create', secrets: ['segredodaloja'] })
    expect(error.params['refusal']).toBe(refusal)
  })

  test('reads errors of OAuth', () => {
    const error = failure(401, { error: 'invalid_client', error_description: 'segredo errado' })
    expect(error).toMatchObject({ params: { type: 'invalid_client', refusal: '401 invalid_client' } })
    expect(error.problema).toMatchObject({ detail: 'segredo errado' })
  })

  test('reads the shape of the bank first, its own where that fails', () => {
    const answer = { status: 400, headers: {}, body: new TextEncoder().encode('{"nome":"valor_invalido"}') }
    const problema = { type: 'valor_invalido', title: 'Valor', status: 400 }
    const own = failureOfAnswer(answer, {
      operation: 'cob.create',
      readProblem: ({ status }, body) => ({ ...problema, detail: `${status} ${JSON.stringify(body)}` }),
    })
    expect(own.problema).toEqual({ ...problema, detail: '400 {"nome":"valor_invalido"}' })
    expect(own.params['type']).toBe('valor_invalido')

    const broken = failureOfAnswer(
      { ...answer, body: new TextEncoder().encode('{"title":"Erro"}') },
      {
        operation: 'cob.create',
        readProblem: () => {
          throw new Error('bug')
        },
      },
    )
    expect(broken.problema).toMatchObject({ title: 'Erro' })
  })

  test('takes another code, reason and count', () => {
    const answer = { status: 400, headers: {}, body: new Uint8Array(0) }
    const error = failureOfAnswer(answer, { code: 'HTTP_TOKEN', operation: 'token', attempts: 3 })
    expect(error).toMatchObject({ code: 'HTTP_TOKEN', params: { reason: 'bad-request', attempts: 3 } })
    expect(failureOfAnswer(answer, { operation: 'x', reason: 'gone' }).params['reason']).toBe('gone')
  })

  test('takes the id of the problem when no header has one', () => {
    expect(failure(500, { title: 'Erro', correlationId: 'c-9' }).requestId).toBe('c-9')
    expect(failure(500, { title: 'Erro', correlationId: 'c 9' }).requestId).toBeUndefined()
    expect(failure(500, { title: 'Erro', correlationId: 'c-9' }, { 'x-request-id': 'r-1' }).requestId).toBe('r-1')
  })

  test('keeps what came, up to a size', () => {
    expect(failure(500, 'x'.repeat(9_999)).answer.body).toBe('x'.repeat(2_048))
    expect(failure(500, { a: 'x'.repeat(300_000) }).answer.body).toBeUndefined()
    expect(failure(500, [1]).answer.body).toEqual([1])
    expect(failureOfAnswer({ status: 500, headers: {}, body: Uint8Array.of(255) }, { operation: 'x' })).toMatchObject({
      params: { body: 'binary' },
      answer: { body: undefined },
    })
  })

  test.each([
    ['cob.e2eid', 'cob.e2eid'],
    ['cob.infoAdicionais[12].nome', 'cob.infoAdicionais[12].nome'],
    ['cob.infoAdicionais.0.nome', 'cob.infoAdicionais.0.nome'],
    ['12345678909', undefined],
    ['cob.123.456.789.09', undefined],
    ['cob.devedor.cpf12345678909', undefined],
    ['maria@example.com', undefined],
    ['7d9f0335-8dcc-4054-9bf9-0dbd61d36906', undefined],
    ['chave 1', undefined],
    ['a'.repeat(41), undefined],
    [`a${'.b'.repeat(60)}`, undefined],
    ['', undefined],
  ])('shows names of members alone: %s', (propriedade, shown) => {
    const error = failure(400, { title: 'Erro', violacoes: [{ propriedade }] })
    expect(error.params['properties']).toBe(shown)
    expect(error.problema?.violacoes?.[0]?.propriedade ?? '').toBe(propriedade)
  })

  test('shows five members at most, each once', () => {
    const violacoes = ['a', 'b', 'a', 'c', 'd', 'e', 'f'].map((propriedade) => ({ propriedade }))
    expect(failure(400, { title: 'Erro', violacoes }).params['properties']).toBe('a, b, c, d, e')
  })

  test.each([
    [`${ERRORS}CobOperacaoInvalida/`, 'CobOperacaoInvalida'],
    ['urn:bank:CobInvalida', 'CobInvalida'],
    ['CobInvalida', 'CobInvalida'],
    ['about:blank', undefined],
    [`${ERRORS}7d9f0335`, undefined],
    ['https://bank.example.com/?cpf=12345678909', undefined],
    ['a'.repeat(61), undefined],
  ])('shows the last segment of a type, if it is a name: %s', (type, shown) => {
    expect(failure(400, { type, title: 'Erro' }).params['type']).toBe(shown)
  })

  test('prints nothing of what the server said, whatever it said', () => {
    // Long enough, and with digits, so that it is no word of the error itself.
    const secrets = fc.stringMatching(/^[A-Za-z]{3}[0-9]{5}[A-Za-z0-9@. -]{8,40}$/)
    const bodies = secrets.chain((secret) =>
      fc.tuple(
        fc.constant(secret),
        fc.oneof(
          fc.constant(secret),
          fc.constant(`<html>${secret}</html>`),
          fc.constant({ [secret]: 1 }),
          fc.record({
            type: fc.constantFrom(secret, ERRORS + secret, `${ERRORS}X`),
            title: fc.constant(secret),
            detail: fc.constant(secret),
            violacoes: fc.array(
              fc.record({
                razao: fc.constant(secret),
                propriedade: fc.constantFrom(secret, `cob.${secret}`, `cob[${secret}]`, 'cob.chave'),
                valor: fc.constant(secret),
              }),
              { maxLength: 9 },
            ),
          }),
          fc.record({ error: fc.constant(secret), error_description: fc.constant(secret) }),
        ),
      ),
    )
    fc.assert(
      fc.property(bodies, fc.constantFrom(400, 401, 403, 500), ([secret, body], status) => {
        const error = failure(status, body, { 'content-type': secret })
        expect(printed(error)).not.toContain(secret)
        expect(JSON.stringify([error.problema, error.answer])).toContain(secret)
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 5) },
    )
  })
})

describe('isPixkitHttpError', () => {
  test('knows the class, from any copy, and its codes', () => {
    const error = failure(404)
    const copy = { [Symbol.for('pixkit.http-error')]: true, code: 'HTTP_STATUS' }
    expect([error, copy].map((value) => isPixkitHttpError(value))).toEqual([true, true])
    expect(isPixkitHttpError(error, 'HTTP_STATUS')).toBe(true)
    expect(isPixkitHttpError(error, 'HTTP_TOKEN')).toBe(false)
  })

  test.each([undefined, null, 'x', new Error('x'), { status: 404 }])('knows no other: %s', (value) => {
    expect(isPixkitHttpError(value)).toBe(false)
  })
})
