import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenAmount, storedDifference } from './same-stored.ts'

const COB = { calendario: { expiracao: 3_600 }, valor: { original: '10.00' }, chave: 'a@example.com' }
const COBV = {
  calendario: { dataDeVencimento: '2027-01-31' },
  devedor: { cpf: '12345678909', nome: 'Fulana' },
  valor: { original: '100.00' },
  chave: 'a@example.com',
}
const DEVOLUCAO = { valor: '7.89' }

describe('storedDifference', () => {
  test.each<[string, object, object]>([
    ['what a bank adds', COB, { ...COB, status: 'ATIVA', revisao: 0, calendario: { ...COB.calendario, criacao: 'x' } }],
    [
      'its own texts',
      COB,
      { ...COB, solicitacaoPagador: 'x', loc: { id: 1 }, infoAdicionais: [{ nome: 'a', valor: 'b' }] },
    ],
    ['defaults', { ...COB, calendario: {} }, { ...COB, calendario: { expiracao: 86_400 } }],
    ['defaults as texts', COB, { ...COB, valor: { original: '10.00', modalidadeAlteracao: '0' } }],
    ['the default of validity', COBV, { ...COBV, calendario: { ...COBV.calendario, validadeAposVencimento: 30 } }],
    [
      'a fine of zero',
      COBV,
      { ...COBV, valor: { ...COBV.valor, multa: { modalidade: 2, valorPerc: '0.00' }, juros: null } },
    ],
    ['nobody', COB, { ...COB, devedor: { cpf: '', nome: null } }],
    ['the address of who pays', COBV, { ...COBV, devedor: { ...COBV.devedor, cidade: 'x', email: 'y' } }],
    ['a return as it is by default', DEVOLUCAO, { ...DEVOLUCAO, natureza: 'ORIGINAL', status: 'DEVOLVIDO' }],
    ['a return whose default is left out', { ...DEVOLUCAO, natureza: 'ORIGINAL' }, DEVOLUCAO],
    ['a validity whose default is left out', { calendario: { validadeAposVencimento: 30 } }, { calendario: {} }],
    ['a name that is cut', COBV, { ...COBV, devedor: { ...COBV.devedor, nome: 'FULA' } }],
    [
      'texts in another spelling',
      { ...COB, solicitacaoPagador: 'Serviço', infoAdicionais: [{ nome: 'a', valor: 'b' }] },
      { ...COB, solicitacaoPagador: 'SERVICO' },
    ],
    ['a location that is left out', { ...COB, loc: { id: 7 } }, COB],
    ['a payer who is left out', COBV, { ...COBV, devedor: undefined }],
    ['a payer under stars', COBV, { ...COBV, devedor: { cpf: '***456789**' } }],
    ['a reason of a return', { ...DEVOLUCAO, descricao: 'Troca' }, { ...DEVOLUCAO, descricao: 'TROCA' }],
    ['a kind of return that is left out', { ...DEVOLUCAO, natureza: 'RETIRADA' }, DEVOLUCAO],
    ['a life as long as the bank likes', { ...COB, calendario: {} }, { ...COB, calendario: { expiracao: 60 } }],
    [
      'an empty discount',
      COBV,
      { ...COBV, valor: { original: '100.00', desconto: { modalidade: 1, descontoDataFixa: [] } } },
    ],
    [
      'who pays the recurrence of a charge',
      { idRec: 'RR1', valor: { original: '1.00' } },
      { idRec: 'RR1', valor: { original: '1.00' }, devedor: { cpf: '12345678909' } },
    ],
    ['paid meanwhile', COB, { ...COB, status: 'CONCLUIDA' }],
  ])('none: %s', (_name, sent, stored) => {
    expect(storedDifference(sent, stored)).toBeUndefined()
  })

  test.each<[string, object, object, (string | number)[]]>([
    ['another amount', COB, { ...COB, valor: { original: '10.01' } }, ['valor', 'original']],
    [
      'the payer chooses',
      COB,
      { ...COB, valor: { original: '10.00', modalidadeAlteracao: 1 } },
      ['valor', 'modalidadeAlteracao'],
    ],
    [
      'cash',
      COB,
      { ...COB, valor: { original: '10.00', retirada: { saque: { valor: '30.00' } } } },
      ['valor', 'retirada'],
    ],
    [
      'a discount',
      COBV,
      { ...COBV, valor: { original: '100.00', desconto: { modalidade: 1, descontoDataFixa: [{ data: 'x' }] } } },
      ['valor', 'desconto'],
    ],
    [
      'an abatement',
      COBV,
      { ...COBV, valor: { original: '100.00', abatimento: { modalidade: 1, valorPerc: '30.00' } } },
      ['valor', 'abatimento'],
    ],
    [
      'interest',
      COBV,
      { ...COBV, valor: { original: '100.00', juros: { modalidade: 1, valorPerc: '30.00' } } },
      ['valor', 'juros'],
    ],
    ['who pays', COB, { ...COB, devedor: { cpf: '12345678909', nome: 'Fulana' } }, ['devedor', 'cpf']],
    ['a shorter life', COB, { ...COB, calendario: { expiracao: 60 } }, ['calendario', 'expiracao']],
    [
      'a longer validity',
      { ...COBV, calendario: { ...COBV.calendario, validadeAposVencimento: 30 } },
      { ...COBV, calendario: { ...COBV.calendario, validadeAposVencimento: 60 } },
      ['calendario', 'validadeAposVencimento'],
    ],
    [
      'another due date',
      COBV,
      { ...COBV, calendario: { dataDeVencimento: '2027-02-01' } },
      ['calendario', 'dataDeVencimento'],
    ],
    ['another payer', COBV, { ...COBV, devedor: { cpf: '12345678900' } }, ['devedor', 'cpf']],
    ['a payer of another kind', COBV, { ...COBV, devedor: { cnpj: '12345678000195' } }, ['devedor', 'cnpj']],
    ['a return of cash', DEVOLUCAO, { ...DEVOLUCAO, natureza: 'RETIRADA' }, ['natureza']],
    ['one discount more', { valor: { d: [{ a: 1 }] } }, { valor: { d: [{ a: 1 }, { a: 2 }] } }, ['valor', 'd']],
    [
      'more in a discount',
      { valor: { desconto: { modalidade: 1, valorPerc: '2.00' } } },
      { valor: { desconto: { modalidade: 1, valorPerc: '2.00', descontoDataFixa: [{ data: 'x' }] } } },
      ['valor', 'desconto', 'descontoDataFixa'],
    ],
    ['a removed charge', COB, { ...COB, status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }, ['status']],
    ['one that the bank removed', COB, { ...COB, status: 'REMOVIDA_PELO_PSP' }, ['status']],
    ['a cancelled one', COB, { ...COB, status: 'CANCELADA' }, ['status']],
    ['a return that was not made', DEVOLUCAO, { ...DEVOLUCAO, status: 'NAO_REALIZADO' }, ['status']],
  ])('%s', (_name, sent, stored, path) => {
    expect(storedDifference(sent, stored)).toEqual(path)
  })

  test('none between a charge and itself; any values can be compared', () => {
    const json = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(json, json, (sent, stored) => {
        const same = { valor: sent, devedor: sent }
        expect(storedDifference(same, structuredClone(same))).toBeUndefined()
        const path = storedDifference(sent, stored)
        expect(path === undefined || Array.isArray(path)).toBe(true)
      }),
    )
  })
})

describe('hiddenAmount', () => {
  const multa = { modalidade: 2, valorPerc: '2.00' }
  test.each<[string, object, object, (string | number)[] | undefined]>([
    ['everything is shown', COB, COB, undefined],
    ['nothing is shown', COB, {}, ['valor']],
    ['no amount', COB, { valor: {} }, ['valor', 'original']],
    ['no fine', { valor: { original: '1.00', multa } }, { valor: { original: '1.00' } }, ['valor', 'multa']],
    ['no fine of zero', { valor: { multa: { ...multa, valorPerc: '0.00' } } }, { valor: {} }, undefined],
    ['no default', { valor: { modalidadeAlteracao: 0 } }, { valor: {} }, undefined],
    ['no return', DEVOLUCAO, {}, ['valor']],
    ['nothing was sent', {}, {}, undefined],
  ])('%s', (_name, sent, stored, path) => {
    expect(hiddenAmount(sent, stored)).toEqual(path)
  })
})
