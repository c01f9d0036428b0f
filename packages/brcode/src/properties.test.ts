/** @module What holds for every code and every text, not only for the published ones. */
import { isPixkitError } from '@pixkit/core/error'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildBrCode } from './build-brcode.ts'
import { inspectBrCode } from './inspect-brcode.ts'
import { messages as en, remedies as enRemedies } from './messages/en.ts'
import { messages as ptBr, remedies as ptBrRemedies } from './messages/pt-br.ts'
import { parseBrCode, safeParseBrCode } from './parse-brcode.ts'
import type { BrCode, ParsedBrCode } from './types.ts'

const EX01 =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const DIGITS = '0123456789'
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SMALL = CAPITALS.toLowerCase()

function textOf(alphabet: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
}

/** Appends the two check digits of a CPF (`longest` 11) or a CNPJ (`longest` 9), by the rule of the Receita Federal. */
function withCheckDigits(base: string, longest: number): string {
  let text = base
  for (let round = 0; round < 2; round += 1) {
    let sum = 0
    for (let i = 0; i < text.length; i += 1) {
      sum += (text.charCodeAt(text.length - 1 - i) - 48) * (2 + (i % (longest - 1)))
    }
    const rest = sum % 11
    text += rest < 2 ? 0 : 11 - rest
  }
  return text
}

const cpf = textOf(DIGITS, 9)
  .filter((base) => new Set(base).size > 1)
  .map((base) => withCheckDigits(base, 11))
const cnpj = textOf(DIGITS + CAPITALS, 12)
  .filter((base) => new Set(base).size > 1)
  .map((base) => withCheckDigits(base, 9))
const telefone = fc
  .tuple(fc.constantFrom('11', '61', '99'), textOf(DIGITS, 8))
  .map(([ddd, rest]) => `+55${ddd}9${rest}`)
const email = fc
  .tuple(textOf(`${SMALL}${DIGITS}.!#$'*+/=?^_{|}~-`, 1, 40), textOf(SMALL, 1, 30))
  .map(([user, host]) => `${user}@${host}.br`)
const evp = fc.uuid({ version: [1, 4, 7] })
const chave = fc.oneof(cpf, cnpj, telefone, email, evp)

const ascii = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.nat(0x5e).map((code) => String.fromCharCode(0x20 + code)), minLength: 1, maxLength })
/** Any text that NFC leaves alone, counted in code points. */
const unicode = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('ã', 'ç', '😀', 'e')),
      minLength: 1,
      maxLength,
    })
    // Controls and marks that turn the direction of writing are refused.
    .map((text) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, 'x').normalize('NFC'))
    .filter((text) => [...text].length <= maxLength)

const token = textOf(`${DIGITS}${CAPITALS}${SMALL}._~-`, 1, 30).filter((text) => !/^\.{1,2}$/.test(text))
const host = textOf(SMALL, 1, 10).map((label) => `pix-h.${label}.com.br`)
const amount = fc
  .tuple(fc.nat(9_999_999_999), fc.nat(99))
  .map(([reais, centavos]) => `${reais}.${String(centavos).padStart(2, '0')}`)
  .filter((text) => text !== '0.00')
const txid = textOf(DIGITS + CAPITALS + SMALL, 1, 25)

/** Fields of every kind, with the texts of the given alphabet. */
function codes(text: (maxLength: number) => fc.Arbitrary<string>): fc.Arbitrary<BrCode> {
  const merchant = {
    merchantName: text(25),
    merchantCity: text(15),
    postalCode: text(10),
    merchantCategoryCode: textOf(DIGITS, 4).filter((category) => category !== '0000'),
    pointOfInitiationMethod: fc.constantFrom('11', '12'),
  }
  const requiredKeys = ['kind', 'merchantName', 'merchantCity'] as const
  const payment = fc
    .record(
      {
        kind: fc.constant('static'),
        ...merchant,
        chave,
        infoAdicional: ascii(72),
        fss: textOf(DIGITS + CAPITALS, 8),
        transactionAmount: amount,
        txid,
      },
      { requiredKeys: [...requiredKeys, 'chave'] },
    )
    .filter(
      ({ chave: key, infoAdicional: info, fss }) =>
        22 + key.length + (info ? 4 + info.length : 0) + (fss ? 12 : 0) <= 99,
    )
  const staticWithRec = fc.record(
    {
      kind: fc.constant('static'),
      ...merchant,
      chave,
      transactionAmount: amount,
      txid,
      locationRec: fc.tuple(host, token).map(([at, end]) => `${at}/rec/${end}`),
    },
    { requiredKeys: [...requiredKeys, 'chave', 'locationRec'] },
  )
  const location = fc.tuple(fc.constantFrom('', '/cob', '/cobv', '/qr/v2/cobv', '/v2'), token)
  const dynamic = fc
    .tuple(
      fc.record({ kind: fc.constant('dynamic'), ...merchant, rec: token }, { requiredKeys: [...requiredKeys] }),
      host,
      location,
    )
    .map(([{ rec, ...fields }, at, [folder, end]]) => ({
      ...fields,
      location: `${at}${folder}/${end}`,
      ...(rec === undefined ? {} : { locationRec: `${at}/rec/${rec}` }),
    }))
  const recurrence = fc
    .tuple(
      fc.record({ kind: fc.constant('recurrence'), ...merchant }, { requiredKeys: [...requiredKeys] }),
      host,
      token,
    )
    .map(([fields, at, end]) => ({ ...fields, locationRec: `${at}/rec/${end}` }))
  return fc.oneof(payment, staticWithRec, dynamic, recurrence) as fc.Arbitrary<BrCode>
}

const anyCode = codes(ascii)
const anyCodeText = fc.oneof(
  anyCode.map((code) => buildBrCode(code)),
  codes(unicode).map((code) => buildBrCode(code, { profile: 'utf8' })),
)

/** The fields of the code, without what the reader adds. */
function fieldsOf(code: ParsedBrCode): object {
  const added = ['warnings', 'crc', 'chaveTipo', 'locationKind']
  return Object.fromEntries(Object.entries(code).filter(([field]) => !added.includes(field)))
}

/** A code with some of its characters removed, doubled, replaced or moved. */
const mutated = fc
  .tuple(
    anyCodeText,
    fc.array(
      fc.tuple(
        fc.nat(600),
        fc.nat(4),
        fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [index, removed, inserted]) => {
      const at = index % before.length
      return before.slice(0, at) + inserted + before.slice(at + removed) || '0'
    }, text),
  )

const anything = fc.oneof(
  mutated,
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  fc.string(),
)

describe('buildBrCode and parseBrCode', () => {
  test('give back the fields of every code', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const read = parseBrCode(buildBrCode(code), { strict: true })
        expect(fieldsOf(read)).toEqual(code)
      }),
    )
  })

  test('give back the fields of every code in any script', () => {
    fc.assert(
      fc.property(codes(unicode), (code) => {
        const read = parseBrCode(buildBrCode(code, { profile: 'utf8' }))
        expect(fieldsOf(read)).toEqual(code)
        expect(read.warnings.filter(({ code: name }) => name !== 'BRCODE_CHARSET')).toEqual([])
      }),
    )
  })

  test('give back the text of every code', () => {
    fc.assert(
      fc.property(anyCodeText, (text) => {
        expect(buildBrCode(parseBrCode(text), { profile: 'utf8' })).toBe(text)
      }),
    )
  })

  test('write codes of at most 512 bytes with no template above 99 characters', () => {
    fc.assert(
      fc.property(anyCodeText, (text) => {
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(512)
        expect(text).toMatch(/^000201.*6304[0-9A-F]{4}$/s)
      }),
    )
  })
})

describe('parseBrCode', () => {
  test('gives a value or a PixkitError for every string, and nothing else', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = safeParseBrCode(text)
        const inspected = inspectBrCode(text)
        expect(result.ok || isPixkitError(result.error)).toBe(true)
        expect(inspected.issues.some(({ severity }) => severity === 'error')).toBe(!result.ok)
      }),
    )
  })

  test('accepts no code with one ASCII character before the checksum replaced by another', () => {
    fc.assert(
      fc.property(anyCodeText, fc.nat(600), fc.nat(127), (text, index, replacement) => {
        const places = [...text.slice(0, -4).matchAll(/[\0-\x7f]/g)].map((match) => match.index)
        const at = places[index % places.length] as number
        fc.pre(text.charCodeAt(at) !== replacement)
        const changed = text.slice(0, at) + String.fromCharCode(replacement) + text.slice(at + 1)
        expect(safeParseBrCode(changed).ok).toBe(false)
      }),
    )
  })

  test('accepts none of the codes that differ from a published one in one ASCII character', () => {
    const accepted: string[] = []
    for (let at = 0; at < EX01.length - 4; at += 1) {
      for (let unit = 0; unit < 128; unit += 1) {
        const changed = EX01.slice(0, at) + String.fromCharCode(unit) + EX01.slice(at + 1)
        if (changed !== EX01 && safeParseBrCode(changed).ok) accepted.push(changed)
      }
    }
    expect(accepted).toEqual([])
  })
})

describe('findings', () => {
  const secret = {
    email: textOf('ghjkqvwxyz', 12).map((user) => `${user}@example.com`),
    text: textOf('GHJKQVWXYZ', 12),
  }
  const person = fc.record({
    kind: fc.constant('static'),
    chave: fc.oneof(cpf, secret.email, evp),
    merchantName: secret.text,
    merchantCity: secret.text,
    txid: secret.text,
    infoAdicional: secret.text,
  })

  /** Stretches of seven characters, longer than any number or word of the sentences that could be met by chance. */
  function piecesOf(values: string[]): string[] {
    return values.flatMap((value) => [...value].slice(6).map((_, start) => value.slice(start, start + 7)))
  }

  /** What of the values an issue or its sentences hold. */
  function leaksOf(values: string[], issue: Omit<Issue, 'severity'>): string[] {
    const said = [en, enRemedies, ptBr, ptBrRemedies].map((catalogue) => formatMessage(issue, catalogue))
    const all = JSON.stringify([issue, said, issue instanceof Error ? [issue.message, issue.cause] : ''])
    return piecesOf(values).filter((piece) => all.includes(piece))
  }

  test('hold no key, name, city, txid or text of the code that is read', () => {
    const edit = fc.tuple(
      fc.nat(300),
      fc.nat(2),
      fc.string({ unit: fc.constantFrom('-', '0', '1', '9', 'é', '\ud800'), maxLength: 2 }),
    )
    fc.assert(
      fc.property(person, edit, (fields, [index, removed, inserted]) => {
        const { kind: _, ...values } = fields
        const text = buildBrCode(fields as BrCode)
        const at = index % text.length
        const changed = text.slice(0, at) + inserted + text.slice(at + removed)
        const result = safeParseBrCode(changed)
        const findings = [...inspectBrCode(changed).issues, ...(result.ok ? [] : [result.error])]
        expect(findings.flatMap((finding) => leaksOf(Object.values(values), finding))).toEqual([])
      }),
    )
  })

  test('hold nothing of the fields that are written', () => {
    const spoil = fc.constantFrom(
      (text: string) => `${text}!`,
      (text: string) => text.repeat(9),
      (text: string) => `https://${text}`,
      (text: string) => [text],
      (text: string) => `${text}\ud800`,
    )
    const field = fc.constantFrom(
      'kind',
      'chave',
      'merchantName',
      'merchantCity',
      'txid',
      'fss',
      'infoAdicional',
      'transactionAmount',
      'location',
      'locationRec',
      'merchantCategoryCode',
      'postalCode',
    )
    fc.assert(
      fc.property(person, field, spoil, secret.text, (fields, name, spoiled, value) => {
        const spoilt = { ...fields, [name]: spoiled((fields as Record<string, string>)[name] ?? value) }
        const { kind: _, ...values } = fields
        let refused: unknown
        try {
          buildBrCode(spoilt as unknown as BrCode, { profile: 'utf8' })
        } catch (error) {
          refused = error
        }
        expect(refused === undefined || isPixkitError(refused)).toBe(true)
        const findings = isPixkitError(refused) ? [refused] : []
        expect(findings.flatMap((finding) => leaksOf([...Object.values(values), value], finding))).toEqual([])
      }),
    )
  })
})
