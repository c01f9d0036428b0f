/** @module Steps 20 to 23: rules, status, expiry, age. */
import { cob, COBV, cobv, REC, rec } from './cast.mjs'
import { makeFile } from './collect.mjs'

makeFile('rules', 'Steps 20 to 23: rules of the payload, status, expiry, age', ({ ok, fails }) => {
  const valor = (/** @type {any} */ changes) => ({ payload: cob({ valor: changes }) })
  const cash = (/** @type {any} */ changes = {}) => ({
    valor: '50.00',
    modalidadeAgente: 'AGTEC',
    prestadorDoServicoDeSaque: '12345678',
    ...changes,
  })

  // Step 20, cob
  fails('cob-zero', 'Amount zero that nobody may change', valor({ original: '0.00' }), 'RULES', ['valor', 'original'])
  ok('cob-zero-to-be-typed', 'Amount zero that the payer types', valor({ original: '0.00', modalidadeAlteracao: 1 }))
  ok('cob-suggestion', 'Amount that the payer may change', valor({ modalidadeAlteracao: 1 }))
  ok('cob-modalidade-0', 'modalidadeAlteracao 0, the default', valor({ modalidadeAlteracao: 0 }))
  ok('saque', 'Withdrawal', valor({ original: '0.00', retirada: { saque: cash() } }))
  for (const agent of ['AGTOT', 'AGPSS', 'AGFSS'])
    ok(
      `saque-${agent.toLowerCase()}`,
      `Withdrawal at ${agent}`,
      valor({ original: '0.00', retirada: { saque: cash({ modalidadeAgente: agent }) } }),
    )
  ok(
    'saque-to-be-typed',
    'Withdrawal whose amount the payer types',
    valor({ original: '0.00', retirada: { saque: cash({ valor: '0.00', modalidadeAlteracao: 1 }) } }),
  )
  fails(
    'saque-with-original',
    'Withdrawal with an amount to pay',
    valor({ original: '10.00', retirada: { saque: cash() } }),
    'RULES',
  )
  fails(
    'saque-with-change',
    'Withdrawal with modalidadeAlteracao 1 outside',
    valor({ original: '0.00', modalidadeAlteracao: 1, retirada: { saque: cash() } }),
    'RULES',
  )
  fails(
    'saque-zero',
    'Withdrawal of nothing',
    valor({ original: '0.00', retirada: { saque: cash({ valor: '0.00' }) } }),
    'RULES',
  )
  ok('troco', 'Purchase with cash', valor({ retirada: { troco: cash() } }))
  ok('troco-agtot', 'Purchase with cash at AGTOT', valor({ retirada: { troco: cash({ modalidadeAgente: 'AGTOT' }) } }))
  fails(
    'troco-without-purchase',
    'Purchase with cash without a purchase',
    valor({ original: '0.00', retirada: { troco: cash() } }),
    'RULES',
  )
  fails(
    'troco-with-change',
    'Purchase with cash with modalidadeAlteracao 1',
    valor({ modalidadeAlteracao: 1, retirada: { troco: cash() } }),
    'RULES',
  )
  fails('troco-zero', 'Purchase with no cash', valor({ retirada: { troco: cash({ valor: '0.00' }) } }), 'RULES')
  for (const agent of ['AGPSS', 'AGFSS'])
    fails(
      `troco-${agent.toLowerCase()}`,
      `Purchase with cash at ${agent}`,
      valor({ retirada: { troco: cash({ modalidadeAgente: agent }) } }),
      'RULES',
    )
  fails(
    'saque-and-troco',
    'Withdrawal and purchase with cash',
    valor({ retirada: { saque: cash(), troco: cash() } }),
    'RULES',
  )
  fails(
    'composite-with-cash',
    'Withdrawal in a composite code',
    { ...valor({ original: '0.00', retirada: { saque: cash() } }), options: { composite: true } },
    'RULES',
  )
  fails(
    'composite-with-troco',
    'Purchase with cash in a composite code',
    { ...valor({ retirada: { troco: cash() } }), options: { composite: true } },
    'RULES',
  )
  ok('composite', 'A charge in a composite code', { payload: cob(), options: { composite: true } })
  fails(
    'cob-cpf-and-cnpj',
    'devedor with CPF and CNPJ',
    { payload: cob({ devedor: { cnpj: '12345678000195' } }) },
    'RULES',
    ['devedor'],
  )
  fails('cob-no-document', 'devedor without CPF and CNPJ', { payload: cob({ devedor: { cpf: undefined } }) }, 'RULES', [
    'devedor',
  ])

  fails('retirada-empty', 'retirada without saque and troco', valor({ retirada: {} }), 'RULES', ['valor', 'retirada'])
  const doubtful = (/** @type {string} */ reason) => ({
    kind: /** @type {const} */ ('cob'),
    warnings: [`PAYLOAD_RULES:${reason}`],
  })
  ok(
    'cob-cpf-check-digits',
    'CPF whose check digits are wrong',
    { payload: cob({ devedor: { cpf: '12345678900' } }) },
    doubtful('check-digits'),
  )
  ok(
    'cob-cnpj-check-digits',
    'CNPJ whose check digits are wrong',
    { payload: cob({ devedor: { cpf: undefined, cnpj: '12345678000190' } }) },
    doubtful('check-digits'),
  )
  ok('cob-chave-form', 'A key of no kind that is known', { payload: cob({ chave: 'padaria' }) }, doubtful('chave-form'))
  ok(
    'cob-hidden-direction',
    'A mark that turns the direction of the text',
    { payload: cob({ infoAdicionais: [{ nome: 'Total', valor: 'R$ \u202e00,1' }] }) },
    doubtful('hidden-characters'),
  )
  ok(
    'cob-hidden-zero-width',
    'A space without width',
    { payload: cob({ devedor: { nome: 'Maria\u200bda Silva' } }) },
    doubtful('hidden-characters'),
  )
  ok(
    'cob-hidden-control',
    'A control character in escapes',
    { payload: cob({ solicitacaoPagador: 'a\u0007b' }) },
    doubtful('hidden-characters'),
  )
  const looks = {
    'right-to-left': ['R$ \u0661\u0660,00', 'Digits that are written from right to left'],
    braille: ['a\u2800b', 'A cell of Braille without dots'],
    space: ['a\u2003b', 'A space as wide as a letter'],
    variations: ['a\ufe0f\ufe0fb', 'Variations of nothing'],
    marks: ['a\u0300\u0301\u0302\u0303', 'Four marks on one letter'],
  }
  for (const [id, [solicitacaoPagador, about = '']] of Object.entries(looks))
    ok(`cob-hidden-${id}`, about, { payload: cob({ solicitacaoPagador }) }, doubtful('hidden-characters'))
  ok('cob-emoji-keycap', 'An emoji with its variation, a keycap, two marks on a letter', {
    payload: cob({ solicitacaoPagador: '\u2764\ufe0f 1\ufe0f\u20e3 e\u0302\u0323' }),
  })
  const created = (/** @type {string} */ criacao) => ({ payload: cob({ calendario: { criacao } }) })
  ok('cob-created-by-a-fast-clock', 'Created in thirty seconds: clocks differ', created('2026-11-25T15:00:30Z'))
  ok(
    'cob-created-in-the-future',
    'Created in thirty-one seconds',
    created('2026-11-25T15:00:31Z'),
    doubtful('future-date'),
  )
  ok('cob-created-in-9999', 'Created in the year 9999: never ends', created('9999-12-31T23:59:59Z'), doubtful('future-date'))
  fails(
    'cob-created-in-the-future-strict',
    'Created in thirty-one seconds, for a strict reader',
    { ...created('2026-11-25T15:00:31Z'), options: { strict: true } },
    'RULES',
  )

  // Step 20, cobv
  const day = { location: COBV }
  ok('cobv-parts', 'final is the sum of its parts', { ...day, payload: cobv() })
  ok('cobv-final-alone', 'final and nothing else', { ...day, payload: { ...cobv(), valor: { final: '87.50' } } })
  ok('cobv-original-alone', 'original and final equal', {
    ...day,
    payload: { ...cobv(), valor: { original: '87.50', final: '87.50' } },
  })
  fails(
    'cobv-final-more',
    'final is more than its parts',
    { ...day, payload: cobv({ valor: { final: '87.51' } }) },
    'RULES',
    ['valor', 'final'],
  )
  fails(
    'cobv-final-less',
    'final is less than its parts',
    { ...day, payload: cobv({ valor: { final: '1.00' } }) },
    'RULES',
    ['valor', 'final'],
  )
  fails(
    'cobv-final-zero',
    'final is zero',
    { ...day, payload: { ...cobv(), valor: { original: '10.00', desconto: '10.00', final: '0.00' } } },
    'RULES',
    ['valor', 'final'],
  )
  for (const [name, changes] of Object.entries({
    expiracao: { calendario: { expiracao: 3600 } },
    modalidadeAlteracao: { valor: { modalidadeAlteracao: 1 } },
    retirada: { valor: { retirada: { saque: cash() } } },
  })) {
    fails(`cobv-with-${name}`, `${name} in a charge with a due date`, { ...day, payload: cobv(changes) }, 'RULES')
  }
  ok(
    'cobv-no-original',
    'Parts without original: nobody can add them up',
    { ...day, payload: cobv({ valor: { original: undefined } }) },
    { kind: 'cobv', warnings: ['PAYLOAD_RULES:no-original'] },
  )
  fails(
    'rec-end-before-begin',
    'dataFinal before dataInicial',
    { location: REC, payload: rec({ calendario: { dataFinal: '2026-12-09' } }) },
    'RULES',
    ['calendario', 'dataFinal'],
  )
  fails('rec-zero', 'valorRec is zero', { location: REC, payload: rec({ valor: { valorRec: '0.00' } }) }, 'RULES', [
    'valor',
    'valorRec',
  ])
  ok(
    'rec-id-layout',
    'idRec with a date that does not exist',
    { location: REC, payload: rec({ idRec: 'RN1234567820261325abcdefghijk' }) },
    { kind: 'rec', warnings: ['PAYLOAD_RULES:id-layout'] },
  )
  fails(
    'cobv-float',
    'Parts that floats would add up wrongly, a cent off',
    { ...day, payload: { ...cobv(), valor: { original: '0.10', juros: '0.20', final: '0.31' } } },
    'RULES',
    ['valor', 'final'],
  )
  ok('cobv-cents', 'Parts that floats would add up wrongly', {
    ...day,
    payload: { ...cobv(), valor: { original: '0.10', juros: '0.20', final: '0.30' } },
  })
  ok('cobv-large', 'Parts beyond what floats hold', {
    ...day,
    payload: { ...cobv(), valor: { original: '9999999998.99', multa: '1.00', final: '9999999999.99' } },
  })
  fails(
    'cobv-cpf-and-cnpj',
    'devedor with CPF and CNPJ',
    { ...day, payload: cobv({ devedor: { cpf: '12345678909' } }) },
    'RULES',
    ['devedor'],
  )
  fails(
    'cobv-receiver-cpf-and-cnpj',
    'recebedor with CPF and CNPJ',
    { ...day, payload: cobv({ recebedor: { cpf: '12345678909' } }) },
    'RULES',
    ['recebedor'],
  )
  fails(
    'rec-two-amounts',
    'valorRec and valorMinimoRecebedor',
    { location: REC, payload: rec({ valor: { valorMinimoRecebedor: '10.00' } }) },
    'RULES',
    ['valor'],
  )
  fails(
    'rec-cpf-and-cnpj',
    'devedor with CPF and CNPJ',
    { location: REC, payload: rec({ vinculo: { devedor: { cnpj: '12345678000195' } } }) },
    'RULES',
    ['vinculo', 'devedor'],
  )
  fails(
    'rec-no-update',
    'atualizacao without an entry',
    { location: REC, payload: rec({ atualizacao: [] }) },
    'RULES',
    ['atualizacao'],
  )
  const politica = { kind: /** @type {const} */ ('rec'), warnings: ['PAYLOAD_RULES:politica'] }
  ok(
    'rec-policy-and-id',
    'idRec says that there are no retries, politicaRetentativa that there are',
    { location: REC, payload: rec({ politicaRetentativa: 'PERMITE_3R_7D' }) },
    politica,
  )
  ok('rec-minimum', 'valorMinimoRecebedor', {
    location: REC,
    payload: rec({ valor: { valorRec: undefined, valorMinimoRecebedor: '10.00' } }),
  })

  // Step 21
  for (const status of [
    'CONCLUIDA',
    'CONCLUÍDA',
    'REMOVIDA_PELO_USUARIO_RECEBEDOR',
    'REMOVIDO_PELO_USUARIO_RECEBEDOR',
    'REMOVIDA_PELO_PSP',
    'REMOVIDO_PELO_PSP',
  ]) {
    fails(`cob-${status}`, `cob is ${status}`, { payload: cob({ status }) }, 'STATUS', ['status'])
    fails(`cobv-${status}`, `cobv is ${status}`, { ...day, payload: cobv({ status }) }, 'STATUS', ['status'])
  }
  for (const status of ['APROVADA', 'REJEITADA', 'EXPIRADA', 'CANCELADA']) {
    const later = [
      { status: 'CRIADA', data: '2026-11-20T10:00:00Z' },
      { status, data: '2026-11-21T10:00:00Z' },
    ]
    fails(`rec-${status}`, `rec is ${status}`, { location: REC, payload: rec({ atualizacao: later }) }, 'STATUS')
    fails(
      `rec-${status}-first`,
      `rec is ${status}, and the list has the newest first`,
      { location: REC, payload: rec({ atualizacao: later.toReversed() }) },
      'STATUS',
    )
  }
  fails(
    'rec-offsets',
    'The later of two instants has the smaller text',
    {
      location: REC,
      payload: rec({
        atualizacao: [
          { status: 'CRIADA', data: '2026-11-20T10:00:00Z' },
          { status: 'CANCELADA', data: '2026-11-20T09:00:00-03:00' },
        ],
      }),
    },
    'STATUS',
  )
  const opened = { status: 'CRIADA', data: '2099-01-01T00:00:00Z' }
  fails(
    'rec-reopened-in-the-future',
    'An entry from the future does not open what was cancelled',
    { location: REC, payload: rec({ atualizacao: [{ status: 'CANCELADA', data: '2026-11-21T10:00:00Z' }, opened] }) },
    'STATUS',
  )
  ok(
    'rec-created-in-the-future',
    'The only entry is from the future',
    { location: REC, payload: rec({ atualizacao: [opened] }) },
    { kind: 'rec', warnings: ['PAYLOAD_RULES:future-date'] },
  )
  ok('rec-created-again', 'The latest entry is CRIADA', {
    location: REC,
    payload: rec({
      atualizacao: [
        { status: 'CRIADA', data: '2026-11-22T10:00:00Z' },
        { status: 'REJEITADA', data: '2026-11-21T10:00:00Z' },
      ],
    }),
  })

  // Step 22
  const calendario = (/** @type {any} */ changes) => ({ payload: cob({ calendario: changes }) })
  fails('cob-expired', 'Expired an hour ago', calendario({ criacao: '2026-11-25T13:00:00Z' }), 'EXPIRED')
  ok('cob-last-second', 'Its last second', calendario({ criacao: '2026-11-25T14:00:00Z' }))
  ok('cob-within-tolerance', 'Thirty seconds late: clocks differ', calendario({ criacao: '2026-11-25T13:59:30Z' }))
  fails('cob-beyond-tolerance', 'Thirty-one seconds late', calendario({ criacao: '2026-11-25T13:59:29Z' }), 'EXPIRED')
  fails(
    'cob-no-tolerance',
    'A second late, and clocks may not differ',
    { ...calendario({ criacao: '2026-11-25T13:59:59Z' }), options: { clockToleranceSeconds: 0 } },
    'EXPIRED',
  )
  ok(
    'cob-default-expiry',
    'Without expiracao, a day less a second',
    calendario({ criacao: '2026-11-24T15:00:01Z', expiracao: undefined }),
  )
  fails(
    'cob-default-expiry-over',
    'Without expiracao, a day and a minute',
    calendario({ criacao: '2026-11-24T14:59:00Z', expiracao: undefined }),
    'EXPIRED',
  )
  ok(
    'cob-long-expiry',
    '955,583 seconds, as seen at iugu',
    calendario({ criacao: '2026-11-20T15:00:00Z', expiracao: 955_583 }),
  )
  const due = (
    /** @type {string} */ dataDeVencimento,
    /** @type {number} */ validadeAposVencimento,
    /** @type {string} */ dpp,
    /** @type {string[] | undefined} */ holidays = undefined,
  ) => ({
    ...day,
    payload: cobv({ calendario: { dataDeVencimento, validadeAposVencimento } }),
    options: { dpp, ...(holidays === undefined ? {} : { holidays }) },
  })
  ok('cobv-on-due-date', 'To be paid on the due date', due('2026-12-10', 30, '2026-12-10'))
  ok('cobv-before-due-date', 'To be paid before', due('2026-12-10', 30, '2026-11-30'))
  ok('cobv-within-validity', 'To be paid within the validity', due('2026-12-01', 10, '2026-12-10'))
  ok('cobv-last-day', 'To be paid on the last day, a Friday', due('2026-12-01', 10, '2026-12-11'))
  fails('cobv-long-after', 'To be paid long after the last day', due('2026-12-01', 10, '2026-12-31'), 'EXPIRED')
  fails('cobv-no-validity', 'Without days after the due date', due('2026-12-01', 0, '2026-12-31'), 'EXPIRED')
  ok(
    'cobv-day-after-holidays-unknown',
    'The day after the last: the payer may have a holiday',
    due('2026-12-01', 10, '2026-12-14'),
    {
      kind: 'cobv',
      warnings: ['PAYLOAD_EXPIRED:holidays'],
    },
  )
  fails('cobv-day-after', 'The day after the last, and no holidays', due('2026-12-01', 10, '2026-12-14', []), 'EXPIRED')
  ok('cobv-last-day-is-holiday', 'The last day is a holiday', due('2026-12-01', 10, '2026-12-14', ['2026-12-11']))
  ok('cobv-due-on-holiday', 'Due on Christmas', due('2026-12-25', 0, '2026-12-28', ['2026-12-25']))
  fails(
    'cobv-due-on-holiday-late',
    'Due on Christmas, a day too late',
    due('2026-12-25', 0, '2026-12-29', ['2026-12-25']),
    'EXPIRED',
  )
  fails('cobv-dpp-past', 'To be paid yesterday', due('2026-12-01', 10, '2026-11-24'), 'EXPIRED')
  fails('cobv-dpp-form', 'A day as Brazilians write it', due('2026-12-01', 10, '01/12/2026'), 'EXPIRED')
  ok('cobv-without-dpp', 'Without the intended day', { ...day, payload: cobv() })
  ok('cobv-due-on-saturday', 'Due on a Saturday, to be paid on Monday', due('2026-11-28', 0, '2026-11-30'))
  ok('cobv-last-day-on-sunday', 'The last day is a Sunday, to be paid on Monday', due('2026-12-01', 5, '2026-12-07'))
  fails(
    'cobv-overdue-long-ago',
    'Overdue for a year',
    { ...day, payload: cobv({ calendario: { dataDeVencimento: '2025-12-01' } }) },
    'EXPIRED',
  )
  const unlimited = { ...day, payload: cobv({ calendario: { validadeAposVencimento: undefined } }) }
  const assumed = /** @type {const} */ ({ kind: 'cobv', warnings: ['PAYLOAD_EXPIRED:validity-assumed'] })
  ok('cobv-validity-absent', 'Without validadeAposVencimento, which API Pix requires: 30 days', unlimited, assumed)
  fails(
    'cobv-validity-absent-strict',
    'Without validadeAposVencimento, for a strict reader',
    { ...unlimited, options: { strict: true } },
    'EXPIRED:validity-assumed',
    ['calendario', 'validadeAposVencimento'],
  )
  ok('rec-never-expires', 'A recurrence has no such date', { location: REC, payload: rec() })

  // Step 23
  const shown = (/** @type {string} */ apresentacao) => calendario({ apresentacao })
  const stale = { kind: /** @type {const} */ ('cob'), warnings: ['PAYLOAD_STALE:presentation'] }
  ok('presented-now', 'Made for this request', shown('2026-11-25T15:00:00Z'))
  ok('presented-four-minutes-ago', 'Made four minutes ago', shown('2026-11-25T14:56:00Z'))
  ok('presented-half-an-hour-ago', 'Made half an hour ago', shown('2026-11-25T14:31:00Z'), stale)
  ok('presented-in-the-future', 'Made in half an hour', shown('2026-11-25T15:30:00Z'), {
    kind: 'cob',
    warnings: ['PAYLOAD_STALE:presentation'],
  })
  fails(
    'presented-long-ago-strict',
    'Made half an hour ago, for a strict reader',
    { ...shown('2026-11-25T14:31:00Z'), options: { strict: true } },
    'STALE',
  )
  ok(
    'revisao-lower',
    'A revision below one that was seen',
    { payload: cob({ revisao: 3 }), options: { seen: { revisao: 4, digest: 'x', closed: false } } },
    { kind: 'cob', warnings: ['PAYLOAD_STALE:older-revision'] },
  )
  ok(
    'revisao-same-other-content',
    'A revision that was seen with other content',
    { payload: cob({ revisao: 4 }), options: { seen: { revisao: 4, digest: 'x', closed: false } } },
    { kind: 'cob', warnings: ['PAYLOAD_STALE:changed-content'] },
  )
  ok('revisao-higher', 'A revision above one that was seen', {
    payload: cob({ revisao: 5 }),
    options: { seen: { revisao: 4, digest: 'x', closed: false } },
  })
  const reopened = { payload: cob({ revisao: 4 }), options: { seen: { revisao: 4, digest: 'x', closed: true } } }
  ok('closed-before', 'An open charge that was seen paid or removed', reopened, {
    kind: 'cob',
    warnings: ['PAYLOAD_STALE:closed-before'],
  })
  fails(
    'closed-before-strict',
    'An open charge that was seen paid or removed, for a strict reader',
    { ...reopened, options: { ...reopened.options, strict: true } },
    'STALE',
  )
  fails(
    'revisao-lower-strict',
    'A revision below one that was seen, for a strict reader',
    { payload: cob({ revisao: 3 }), options: { seen: { revisao: 4, digest: 'x', closed: false }, strict: true } },
    'STALE',
  )
})
