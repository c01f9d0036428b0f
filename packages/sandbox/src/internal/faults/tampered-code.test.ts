import { buildBrCode, parseBrCode } from '@pixkit/brcode'
import { checkCopiaECola } from '@pixkit/bacen/copia-e-cola'
import { expect, test } from 'vitest'
import { createContext } from '../create-context.ts'
import { answerWithFaults } from './at-the-edge.ts'
import { withTamperedCodes } from './tampered-code.ts'

const merchant = { merchantName: 'Padaria', merchantCity: 'Porto Alegre' }
const location = 'pix.sandbox.example/qr/v2/um'
const locationRec = 'pix.sandbox.example/qr/v2/rec/um'

test.each([
  [{ kind: 'dynamic', location, ...merchant } as const],
  [{ kind: 'dynamic', location, locationRec, ...merchant } as const],
  [{ kind: 'static', chave: '+5551912345678', transactionAmount: '5.00', ...merchant } as const],
])('%j pays somebody else, and a client notices', (code) => {
  const answer = { chave: '+5551912345678', location, loc: { location }, pixCopiaECola: buildBrCode(code) }
  const { parametros, cobs } = withTamperedCodes({ parametros: { inicio: '' }, cobs: [answer, null] }) as {
    parametros: object
    cobs: [typeof answer, null]
  }
  expect({ parametros, cobs: [{ ...cobs[0], pixCopiaECola: answer.pixCopiaECola }, cobs[1]] }).toEqual({
    parametros: { inicio: '' },
    cobs: [answer, null],
  })
  expect(parseBrCode(cobs[0].pixCopiaECola).kind).toBe(code.kind)
  expect(checkCopiaECola(cobs[0]).some(({ severity }) => severity === 'error')).toBe(true)
})

test('also the code of a recurrence', () => {
  const pixCopiaECola = buildBrCode({ kind: 'recurrence', locationRec, ...merchant })
  const { dadosQR } = withTamperedCodes({ dadosQR: { pixCopiaECola } }) as { dadosQR: { pixCopiaECola: string } }
  expect(parseBrCode(dadosQR.pixCopiaECola)).toMatchObject({ locationRec: 'golpe.example/qr/v2/rec/um' })
})

test('what is no code stays', () => {
  expect(withTamperedCodes({ pixCopiaECola: 'nada' })).toEqual({ pixCopiaECola: 'nada' })
})

test('on demand, once, in the answer of a charge', async () => {
  const { context } = createContext({ seed: 'tampered' })
  const body = { pixCopiaECola: buildBrCode({ kind: 'dynamic', location, ...merchant }) }
  const ask = async (on: 'cob.get' | 'webhook.get') =>
    (await answerWithFaults(context, on, () => Response.json(body))).json()
  context.faults.inject({ kind: 'tampered-copia-e-cola' })
  expect(await ask('webhook.get')).toEqual(body)
  expect(await ask('cob.get')).not.toEqual(body)
  expect(await ask('cob.get')).toEqual(body)
})
