/** @module Generators of payloads that the norm allows and that can be paid at a given moment. People in them are invented. */
import fc from 'fast-check'
import type { CobPayload, CobVPayload, ModalidadeAgente, RecPayload, Retirada } from '@pixkit/payload/types'

const DAY_MS = 86_400_000
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
const DIGITS = [...'0123456789']
const SHOWN = [...LETTERS, ...DIGITS, ...'ÁÂÃÇÉÊÍÓÔÕÚáâãçéêíóôõúºª ,.;:!?@#$%&*()-+=/"\\\'€你😀']

export const digits = (length: number): fc.Arbitrary<string> => characters(DIGITS, length, length)

export function characters(from: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...from), minLength, maxLength })
}

/** Any text that a payer may be shown, of at most that many code points. */
export const text = (maxLength: number): fc.Arbitrary<string> => characters(SHOWN, 0, maxLength)

/** CPF with right check digits. */
const anyCpf = (): fc.Arbitrary<string> =>
  digits(9)
    .filter((base) => new Set(base).size > 1)
    .map((base) => withCheckDigits(base, [10, 9, 8, 7, 6, 5, 4, 3, 2]))

/** CNPJ, numeric or alphanumeric, with right check digits. */
const anyCnpj = (): fc.Arbitrary<string> =>
  characters([...DIGITS, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], 12, 12)
    .filter((base) => new Set(base).size > 1)
    .map((base) => withCheckDigits(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]))

/** The second digit has one weight more in front: the one that follows the first. */
function withCheckDigits(base: string, weights: readonly number[]): string {
  const [first = 0] = weights
  const one = base + checkDigit(base, weights)
  return one + checkDigit(one, [first + 1, ...weights])
}

function checkDigit(base: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * (base.charCodeAt(index) - 48), 0)
  return String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
}

export const anyChave = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.uuid(),
    anyCpf(),
    anyCnpj(),
    digits(8).map((number) => `+55119${number}`),
    characters(LETTERS, 1, 20).map((name) => `${name.toLowerCase()}@example.com`),
  )

/** From 0.01 up to what the norm can write, mostly small. */
const anyCentavos = (min = 1): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min, max: 100_000 }), fc.integer({ min, max: 100_000_000_000 }))

const valor = (centavos: number): string => `${Math.floor(centavos / 100)}.${String(centavos % 100).padStart(2, '0')}`
export const anyValor = (min = 1): fc.Arbitrary<string> => anyCentavos(min).map(valor)

export const anyTxid = (): fc.Arbitrary<string> => characters([...LETTERS, ...DIGITS], 26, 35)
export const anyIspb = (): fc.Arbitrary<string> => characters([...DIGITS, ...'ABCXYZ'], 8, 8)
export const maybe = <Value>(key: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [key]: found }))

export const pessoa = (maxNome: number): fc.Arbitrary<CobVPayload['devedor']> =>
  fc.oneof(fc.record({ cpf: anyCpf(), nome: text(maxNome) }), fc.record({ cnpj: anyCnpj(), nome: text(maxNome) }))

/** All members in one object; parts that are absent are empty objects. */
export const merged = <Whole>(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Whole> =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as Whole)

const cobranca = (): fc.Arbitrary<object> =>
  merged(
    fc.record({ revisao: fc.nat({ max: 2_147_483_647 }), chave: anyChave(), txid: anyTxid() }),
    fc.constant({ status: 'ATIVA' }),
    maybe('solicitacaoPagador', text(140)),
    maybe(
      'infoAdicionais',
      fc.array(fc.record({ nome: text(50), valor: text(200) }), { maxLength: 50, size: 'small' }),
    ),
  )

/** `apresentacao` a little before, `criacao` earlier still. */
const instants = (now: number): fc.Arbitrary<{ criacao: string; apresentacao: string; ageMs: number }> =>
  fc.tuple(fc.integer({ min: 0, max: 30 * DAY_MS }), fc.integer({ min: 0, max: 299_000 })).map(([earlier, age]) => ({
    apresentacao: new Date(now - age).toISOString(),
    criacao: new Date(now - age - earlier).toISOString(),
    ageMs: age + earlier,
  }))

const retirada = (agents: readonly ModalidadeAgente[]): fc.Arbitrary<Retirada> =>
  merged(
    fc.oneof(
      fc.record({ valor: anyValor() }),
      fc.record({ valor: anyValor(), modalidadeAlteracao: fc.constant(0) }),
      fc.record({ valor: anyValor(0), modalidadeAlteracao: fc.constant(1) }),
    ),
    fc.record({ modalidadeAgente: fc.constantFrom(...agents), prestadorDoServicoDeSaque: anyIspb() }),
  )

/** An immediate charge that can be paid at `now`. */
export function anyCob(now: number, { composite = false }: { composite?: boolean } = {}): fc.Arbitrary<CobPayload> {
  const calendario = fc
    .tuple(instants(now), fc.integer({ min: 60, max: 10_000_000 }), fc.boolean())
    .map(([{ criacao, apresentacao, ageMs }, left, isDefault]) => {
      if (isDefault && ageMs < DAY_MS) return { criacao, apresentacao }
      return { criacao, apresentacao, expiracao: Math.ceil(ageMs / 1000) + left }
    })
  const plain = [
    fc.record({ original: anyValor() }),
    fc.record({ original: anyValor(), modalidadeAlteracao: fc.constant(0 as const) }),
    fc.record({ original: anyValor(0), modalidadeAlteracao: fc.constant(1 as const) }),
  ]
  const saque = retirada(['AGTEC', 'AGTOT', 'AGPSS', 'AGFSS']).map((cash) => ({
    original: '0.00',
    retirada: { saque: cash },
  }))
  const troco = fc
    .tuple(anyValor(), retirada(['AGTEC', 'AGTOT']))
    .map(([original, cash]) => ({ original, retirada: { troco: cash } }))
  return merged(
    cobranca(),
    fc.record({ calendario, valor: composite ? fc.oneof(...plain) : fc.oneof(...plain, saque, troco) }),
    maybe('devedor', pessoa(200)),
  )
}

/** A charge with a due date that can be paid on the day of `now` and on the day after. */
export function anyCobV(now: number): fc.Arbitrary<CobVPayload> {
  const calendario = fc
    .tuple(instants(now), fc.integer({ min: 1, max: 400 }), fc.nat({ max: 60 }))
    .map(([{ criacao, apresentacao }, days, validade]) => ({
      criacao,
      apresentacao,
      dataDeVencimento: new Date(now + days * DAY_MS).toISOString().slice(0, 10),
      validadeAposVencimento: validade,
    }))
  const parts = fc.record(
    { abatimento: anyCentavos(), desconto: anyCentavos(), juros: anyCentavos(), multa: anyCentavos() },
    { requiredKeys: [] },
  )
  const amounts = fc
    .tuple(anyCentavos(), parts)
    .map(([final, { abatimento = 0, desconto = 0, juros = 0, multa = 0 }]) => {
      // What is added stays below what is to be paid, so that nothing turns negative.
      const [added, fined] = [juros % final, final > 1 ? multa % Math.ceil(final / 2) : 0]
      const original = final + abatimento + desconto - Math.min(added, final - fined) - fined
      const named = { original, abatimento, desconto, juros: Math.min(added, final - fined), multa: fined, final }
      return Object.fromEntries(
        Object.entries(named)
          .filter(([name, centavos]) => centavos > 0 || name === 'original')
          .map(([name, centavos]) => [name, valor(centavos)]),
      )
    })
  const recebedor = merged<CobVPayload['recebedor']>(
    pessoa(200),
    fc.record({ logradouro: text(200), cidade: text(200), uf: fc.constantFrom('SP', 'MG', 'DF'), cep: digits(8) }),
    maybe('nomeFantasia', text(200)),
  )
  return merged(cobranca(), fc.record({ calendario, devedor: pessoa(200), recebedor, valor: amounts }))
}

/** A recurrence that can be authorised. */
export function anyRec(now: number): fc.Arbitrary<RecPayload> {
  const politica = fc.constantFrom('NAO_PERMITE' as const, 'PERMITE_3R_7D' as const)
  const base = fc
    .tuple(politica, anyIspb(), characters([...LETTERS, ...DIGITS], 11, 11))
    .map(([politicaRetentativa, ispb, sequencial]) => ({
      idRec: `R${politicaRetentativa === 'NAO_PERMITE' ? 'N' : 'R'}${ispb}20260115${sequencial}`,
      politicaRetentativa,
    }))
  const calendario = fc
    .tuple(
      fc.nat({ max: 400 }),
      fc.option(fc.nat({ max: 4_000 }), { nil: undefined }),
      fc.constantFrom('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL'),
    )
    .map(([days, more, periodicidade]) => ({
      dataInicial: dayAfter(now, days),
      ...(more === undefined ? {} : { dataFinal: dayAfter(now, days + more) }),
      periodicidade,
    }))
  const amounts = fc.oneof(
    fc.constant({}),
    fc.record({ valorRec: anyValor() }),
    fc.record({ valorMinimoRecebedor: anyValor(0) }),
  )
  const vinculo = merged(fc.record({ contrato: text(35), devedor: pessoa(140) }), maybe('objeto', text(35)))
  const recebedor = fc.record({ cnpj: anyCnpj(), nome: text(140), ispbParticipante: anyIspb() })
  const data = new Date(now - DAY_MS).toISOString()
  return merged(
    base,
    fc.record({ calendario, vinculo, recebedor, atualizacao: fc.constant([{ status: 'CRIADA', data }]) }),
    maybe('valor', amounts),
  )
}

function dayAfter(now: number, days: number): string {
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10)
}
