import { httpFailure } from '@pixkit/http/failure'
import { failureOfAnswer } from '@pixkit/http/http-error'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainError } from './explain-error.ts'
import { explanations as en } from './explanations/en.ts'
import { explanations as ptBr } from './explanations/pt-br.ts'
import type { ExplanationKey } from './internal/explanation-keys.ts'
import { bacenFailure } from './internal/failure.ts'
import { problemReader } from './internal/error-shapes.ts'
import { EXPLANATION_RULES } from './internal/explanation-rules.ts'
import { sicredi } from './profiles/sicredi.ts'
import { resolveProfile } from './resolve-profile.ts'

const ERROR = 'https://pix.bcb.gov.br/api/v2/error'
const ANEXO_IV = 'Guia Técnico de Integrações API Pix Sicredi, anexo IV'

interface Refusal {
  readonly status: number
  readonly body?: unknown
  readonly token?: true
}

function refusal({ status, body, token }: Refusal): unknown {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  return failureOfAnswer(
    { status, headers: {}, body: new TextEncoder().encode(text) },
    {
      operation: token === true ? 'token' : 'cob.create',
      code: token === true ? 'HTTP_TOKEN' : 'HTTP_STATUS',
      readProblem: problemReader(['efi', 'banco-do-brasil']),
    },
  )
}

const problem = (type: string, more: object = {}) => ({ type: `${ERROR}/${type}`, title: type, ...more })
const keyOf = (error: unknown, profile?: string) => explainError(error, ptBr, { profile })?.key

describe('Sicredi', () => {
  test.each<readonly [ExplanationKey, string, Refusal]>([
    [
      'sicredi-escopo-vazio',
      'status 400',
      { status: 400, token: true, body: problem('RequisicaoInvalida', { detail: 'Escopo vazio (sem permissão)' }) },
    ],
    [
      'sicredi-escopo-negado',
      'status 400',
      { status: 400, token: true, body: problem('RequisicaoInvalida', { detail: 'Escopo negado: cobv.read' }) },
    ],
    [
      'sicredi-chave',
      'status 400',
      {
        status: 400,
        body: problem('CobOperacaoInvalida', {
          violacoes: [{ razao: 'Não foi localizada a chave informada', propriedade: 'cob.chave' }],
        }),
      },
    ],
    [
      'sicredi-thumbprint',
      'status 400',
      { status: 400, token: true, body: problem('RequisicaoInvalida', { detail: 'Thumbprint incorreto' }) },
    ],
    [
      'sicredi-token',
      'status 401',
      { status: 401, body: problem('X', { detail: 'Cannot convert access token to JSON' }) },
    ],
    ['sicredi-mtls', 'status 403', { status: 403, token: true, body: '<HTML><TITLE>Access Denied</TITLE></HTML>' }],
    ['sicredi-mtls', 'status 403', { status: 403, body: '<html><body>Access Denied</body></html>' }],
    [
      'sicredi-credenciais',
      'status 403',
      {
        status: 403,
        token: true,
        body: problem('AcessoNegado', { detail: 'Full authentication is required to access this resource' }),
      },
    ],
    ['sicredi-nao-encontrado', 'status 404', { status: 404, body: problem('NaoEncontrado') }],
    ['sicredi-condicao-inesperada', 'status 500', { status: 500, body: problem('ErroInternoDoServidor') }],
  ])('%s, annex IV, %s', (key, section, answer) => {
    const found = explainError(refusal(answer), ptBr, { profile: 'sicredi' })
    expect(found).toEqual({ key, ...ptBr[key], source: `${ANEXO_IV}, ${section}` })
  })

  test('a key that is malformed is no key that is missing', () => {
    const razao = 'cob.chave não respeita o schema'
    const body = problem('CobOperacaoInvalida', { violacoes: [{ razao, propriedade: 'cob.chave' }] })
    expect(keyOf(refusal({ status: 400, body }), 'sicredi')).toBe('requisicao')
  })

  test('its sentences are known without its name, its statuses are not', () => {
    const full = refusal({ status: 403, body: problem('AcessoNegado', { detail: 'Full authentication is required' }) })
    expect(keyOf(full)).toBe('sicredi-credenciais')
    expect(keyOf(full, 'inter')).toBe('acesso-negado')
    expect(keyOf(refusal({ status: 500, body: problem('ErroInternoDoServidor') }))).toBe('erro-do-banco')
    expect(keyOf(refusal({ status: 403, body: '<html></html>' }))).toBe('mtls')
  })

  test('a profile or settings name the bank, too', () => {
    const error = refusal({ status: 500 })
    const settings = resolveProfile(sicredi, 'producao')
    expect(explainError(error, en, { profile: sicredi })?.key).toBe('sicredi-condicao-inesperada')
    expect(explainError(error, en, { profile: settings })?.title).toBe(en['sicredi-condicao-inesperada'].title)
  })
})

test.each<readonly [ExplanationKey, string | undefined, Refusal]>([
  ['efi-balde', 'efi', { status: 429, body: problem('BaldeFichasVazio') }],
  ['efi-escopo', 'efi', { status: 403, body: { error: 'insufficient_scope' } }],
  ['efi-webhook', 'efi', { status: 400, body: { nome: 'webhook_invalido', mensagem: 'x' } }],
  ['efi-chave', 'efi', { status: 400, body: { nome: 'chave_invalida', mensagem: 'x' } }],
  ['efi-documento-bloqueado', 'efi', { status: 400, body: { nome: 'documento_bloqueado' } }],
  ['efi-cobranca', 'efi', { status: 400, body: { nome: 'cobranca_nao_encontrada' } }],
  ['efi-em-uso', 'efi', { status: 409, body: { nome: 'txid_duplicado' } }],
  ['efi-em-uso', 'efi', { status: 409, body: { nome: 'id_envio_duplicado' } }],
  ['efi-pagamento-negado', 'efi', { status: 422, body: { nome: 'pagamento_negado' } }],
  ['efi-limite-de-chaves', 'efi', { status: 400, body: { nome: 'limite_criacao_chave_atingido' } }],
  [
    'efi-homologacao',
    'efi',
    { status: 500, body: problem('QrcodeErroInterno', { detail: 'desabilitada em ambiente de homologação.' }) },
  ],
  ['inter-limite', 'inter', { status: 429 }],
  ['token-escopo', undefined, { status: 400, token: true, body: { error: 'invalid_scope' } }],
  ['token-escopo', 'c6', { status: 400, token: true, body: problem('X', { detail: 'Escopo não permitido' }) }],
  ['token-pedido', undefined, { status: 400, token: true, body: { error: 'unsupported_grant_type' } }],
  ['token-pedido', undefined, { status: 400, token: true }],
  ['token-credenciais', undefined, { status: 400, token: true, body: { error: 'invalid_client' } }],
  ['token-credenciais', undefined, { status: 401, token: true }],
  ['limite', undefined, { status: 429, token: true }],
  ['limite', undefined, { status: 429 }],
  ['mtls', undefined, { status: 403, body: '<html></html>' }],
  ['mtls', 'inter', { status: 403, token: true, body: '<html></html>' }],
  ['pagina', undefined, { status: 404, body: '<html></html>' }],
  ['escopo', undefined, { status: 403, body: { error: 'insufficient_scope' } }],
  ['acesso-negado', undefined, { status: 403, body: problem('AcessoNegado') }],
  ['token-recusado', undefined, { status: 401 }],
  ['consulta', undefined, { status: 400, body: problem('PixConsultaInvalida') }],
  ['webhook', undefined, { status: 400, body: problem('WebhookRecOperacaoInvalida') }],
  ['requisicao', undefined, { status: 400, body: problem('CobOperacaoInvalida') }],
  ['requisicao', undefined, { status: 422 }],
  ['nao-encontrado', undefined, { status: 404, body: problem('CobNaoEncontrado') }],
  ['nao-encontrado', undefined, { status: 404, body: problem('RecNaoEncontrada') }],
  ['caminho', undefined, { status: 404 }],
  ['caminho', undefined, { status: 405 }],
  ['em-uso', undefined, { status: 409 }],
  [
    'em-uso',
    undefined,
    { status: 400, body: problem('CobOperacaoInvalida', { violacoes: [{ propriedade: 'cob.txid' }] }) },
  ],
  ['em-uso', undefined, { status: 400, body: problem('CobOperacaoInvalida', { detail: 'O txid já está em uso.' }) }],
  ['removido', undefined, { status: 410 }],
  ['erro-do-banco', undefined, { status: 500 }],
  ['indisponivel', undefined, { status: 502 }],
  ['indisponivel', undefined, { status: 503 }],
  ['indisponivel', undefined, { status: 504 }],
])('%s, with profile %s: %j', (key, profile, answer) => {
  expect(keyOf(refusal(answer), profile)).toBe(key)
})

test.each<readonly [ExplanationKey | undefined, unknown]>([
  ['mtls', httpFailure('HTTP_TLS', { reason: 'client-certificate-missing' })],
  ['mtls', httpFailure('HTTP_TLS', { reason: 'handshake' })],
  ['certificado-do-servidor', httpFailure('HTTP_TLS', { reason: 'untrusted' })],
  ['sem-conexao', httpFailure('HTTP_CONNECT', { reason: 'refused' })],
  ['sem-resposta', httpFailure('HTTP_CONNECT', { reason: 'reset' })],
  ['sem-resposta', httpFailure('HTTP_PROTOCOL', { reason: 'truncated' })],
  ['mtls', httpFailure('HTTP_CONNECT', { reason: 'hung-up' })],
  ['sem-conexao', httpFailure('HTTP_DNS', { reason: 'temporary' })],
  ['sem-conexao', httpFailure('HTTP_TIMEOUT', { reason: 'connect' })],
  ['sem-conexao', httpFailure('HTTP_TIMEOUT', { reason: 'token' })],
  ['sem-resposta', httpFailure('HTTP_TIMEOUT', { reason: 'total' })],
  ['pagina', httpFailure('HTTP_ANSWER', { reason: 'html' })],
  ['em-uso', bacenFailure('BACEN_IN_USE', { reason: 'different' })],
  ['copia-e-cola', bacenFailure('BACEN_COPIA_E_COLA', { reason: 'host' })],
  [undefined, bacenFailure('BACEN_REQUEST', { reason: 'missing' })],
  [undefined, httpFailure('HTTP_ABORTED', { reason: 'signal' })],
  [undefined, httpFailure('HTTP_TLS', { reason: 'host-mismatch' })],
])('%s of a transport', (key, error) => {
  expect(keyOf(error)).toBe(key)
})

describe('whatever is thrown', () => {
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      },
    },
  )

  test.each([undefined, null, 7, 'text', Symbol('x'), [], {}, () => 1, new Error('x'), hostile, { code: 7 }])(
    'there is no explanation, and no error: case %#',
    (error) => {
      expect(explainError(error, en)).toBeUndefined()
    },
  )

  test('members of any type do no harm', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (params, problema) => {
        const error = { code: 'HTTP_STATUS', params, problema }
        const found = explainError(error, en, { profile: 'sicredi' })
        expect(found === undefined || found.key in en).toBe(true)
      }),
    )
  })

  test('an explanation repeats nothing of what the bank said', () => {
    const secret = 'Maria 12345678909'
    const body = problem('CobOperacaoInvalida', { detail: secret, violacoes: [{ razao: secret, valor: secret }] })
    expect(JSON.stringify(explainError(refusal({ status: 400, body }), ptBr))).not.toContain('Maria')
  })
})

describe('explanations', () => {
  const keys = Object.keys(ptBr).toSorted() as ExplanationKey[]

  test('have the same keys in both languages, each with a rule', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys)
    expect([...new Set(EXPLANATION_RULES.map(({ key }) => key))].toSorted()).toEqual(keys)
  })

  test.each(keys)('say as much in both languages: %s', (key) => {
    const [one, other] = [ptBr[key], en[key]]
    expect(one.title).not.toBe(other.title)
    expect(one.causes).toHaveLength(other.causes.length)
    expect(one.steps).toHaveLength(other.steps.length)
    for (const { title, causes, steps } of [one, other]) {
      expect(title).toMatch(/^(?:\p{Ll}|Efí|Sicredi).*[^.]$/u)
      expect(causes.length).toBeGreaterThan(0)
      expect(steps.length).toBeGreaterThan(0)
      for (const sentence of [...causes, ...steps]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  test('of one bank belong to its profile', () => {
    for (const { key, profile } of EXPLANATION_RULES) {
      const bank = /^(?:sicredi|efi|inter)(?=-)/.exec(key)?.[0]
      expect([bank, key === 'efi-balde' ? 'efi' : profile]).toEqual([bank, bank])
    }
  })

  test('name their source', () => {
    expect(EXPLANATION_RULES.filter(({ source }) => source === '')).toEqual([])
  })
})
