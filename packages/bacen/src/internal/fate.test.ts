import { httpFailure } from '@pixkit/http/failure'
import { failureOfAnswer } from '@pixkit/http/http-error'
import { describe, expect, test } from 'vitest'
import { saysNoneSuch, statusOf } from './fate.ts'
import { problemReader } from './error-shapes.ts'

const refusal = (status: number, body: unknown = {}, contentType = 'application/json') =>
  failureOfAnswer(
    {
      status,
      headers: { 'content-type': contentType },
      body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    },
    { operation: 'cob.get', attempts: 1, readProblem: problemReader(['efi']) },
  )

describe('saysNoneSuch', () => {
  test.each<[string, unknown]>([
    ['404 of API Pix', refusal(404, { type: 'https://pix.bcb.gov.br/api/v2/error/CobNaoEncontrado' })],
    ['400 of Efí', refusal(400, { nome: 'cobranca_nao_encontrada' })],
  ])('%s', (_name, error) => {
    expect(saysNoneSuch(error)).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a page of something before the bank', refusal(404, '<html></html>', 'text/html')],
    ['404 without a word', refusal(404)],
    ['a gateway without a route', refusal(404, { message: 'no Route matched with those values' })],
    ['a gateway in plain text', refusal(404, '404 page not found', 'text/plain')],
    ['another refusal', refusal(400, { nome: 'valor_invalido' })],
    ['no access', refusal(403)],
    ['a bank that is down', refusal(503, { nome: 'cobranca_nao_encontrada' })],
    ['no connection', httpFailure('HTTP_CONNECT', { reason: 'reset' })],
    ['another error', new Error('404')],
  ])('not %s', (_name, error) => {
    expect(saysNoneSuch(error)).toBe(false)
  })
})

test('statusOf', () => {
  expect(statusOf(refusal(409))).toBe(409)
  expect(statusOf(httpFailure('HTTP_DNS', { reason: 'not-found' }))).toBeUndefined()
  expect(statusOf(undefined)).toBeUndefined()
})
