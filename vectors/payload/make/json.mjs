/** @module Step 19: the payload as JSON of the kind that the path names. */
import { cob, COBV, cobv, honest, REC, rec } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { jws } from './jose.mjs'

const text = JSON.stringify(cob())
const members = text.slice(1, -1)

makeFile('json', 'Step 19: the payload as JSON of the kind that the path names', ({ ok, fails }) => {
  const raw = (/** @type {Uint8Array | string} */ content) => ({ jws: jws(honest, content) })
  const bad = {
    'duplicate-member': [`{${members},"revisao":1}`, 'A member twice'],
    'duplicate-escaped': [
      text.replace('"status"', '"\\u0073tatus":"CONCLUIDA","status"'),
      'A member twice, once in escapes',
    ],
    'duplicate-inner': [
      text.replace('"original":"123.45"', '"original":"123.45","original":"1.00"'),
      'An amount twice',
    ],
    'duplicate-unknown': [`{${members},"a":{"b":1,"b":2}}`, 'A member that nobody knows twice'],
    proto: [`{${members},"__proto__":{"a":1}}`, '__proto__'],
    'proto-inner': [text.replace('"original"', '"__proto__":{"a":1},"original"'), '__proto__ within the amount'],
    'proto-escaped': [`{${members},"\\u005f_proto__":1}`, '__proto__ in escapes'],
    'byte-order-mark': [`\ufeff${text}`, 'A byte order mark'],
    'not-utf-8': [
      Buffer.concat([Buffer.from(`{${members},"a":"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      'Not UTF-8',
    ],
    latin1: [Buffer.from(text, 'latin1'), 'ISO-8859-1'],
    overlong: [
      Buffer.concat([Buffer.from(`{${members},"a":"`), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
      'UTF-8 with more bytes than it takes',
    ],
    'utf-8-surrogate': [
      Buffer.concat([Buffer.from(`{${members},"a":"`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
      'A surrogate in UTF-8',
    ],
    array: [`[${text}]`, 'An array'],
    null: ['null', 'null'],
    string: [JSON.stringify(text), 'JSON within JSON'],
    'no-json': ['pix', 'Not JSON'],
    truncated: [text.slice(0, -1), 'The end is missing'],
    'trailing-data': [`${text},`, 'Something behind'],
    comment: [`{/* a */${members}}`, 'A comment'],
    nan: [text.replace('"revisao":0', '"revisao":NaN'), 'NaN'],
    'deep-nesting': [`{${members},"a":${'['.repeat(3000)}${']'.repeat(3000)}}`, 'Nested without end'],
    'lone-surrogate': [text.replace('Pedido', '\\ud800'), 'Half a character in escapes'],
    'number-range': [`{${members},"a":1e999}`, 'A number that no platform holds'],
    'too-many-members': [`{${members},"a":[${'0,'.repeat(10_000)}0]}`, 'Ten thousand elements'],
    'control-character': [text.replace('Pedido', 'Ped\tido'), 'A tab within a text'],
  }
  for (const [id, [content, about]] of Object.entries(bad))
    fails(`json-${id}`, /** @type {string} */ (about), raw(/** @type {any} */ (content)), 'JSON')

  ok('json-unknown-member', 'Members that nobody knows pass', {
    payload: cob({ novidade: { a: 1 }, valor: { outra: 'x' } }),
  })
  ok('json-minimal', 'A charge with nothing optional', {
    payload: cob({ devedor: undefined, solicitacaoPagador: undefined, infoAdicionais: undefined }),
  })
  ok('json-escapes', 'Texts in escapes', raw(text.replace('Maria', '\\u004daria')))
  ok('json-emoji', 'Four bytes a character', {
    payload: cob({ infoAdicionais: [{ nome: '🧾'.repeat(50), valor: '💸'.repeat(200) }] }),
  })
  ok('json-50-items', 'Fifty items', {
    payload: cob({ infoAdicionais: Array.from({ length: 50 }, (_, index) => ({ nome: `Item ${index}`, valor: 'x' })) }),
  })
  ok('json-no-expiracao', 'Without expiracao: 86,400 seconds', {
    payload: cob({ calendario: { expiracao: undefined } }),
  })

  // T22: the path says what it is.
  fails('kind-cob-at-cobv', 'An immediate charge where the path says cobv', { location: COBV, payload: cob() }, 'JSON')
  fails('kind-cob-at-rec', 'An immediate charge where the path says rec', { location: REC, payload: cob() }, 'JSON')
  fails('kind-cobv-at-cob', 'A charge with a due date where the path says nothing', { payload: cobv() }, 'JSON')
  fails(
    'kind-cobv-at-rec',
    'A charge with a due date where the path says rec',
    { location: REC, payload: cobv() },
    'JSON',
  )
  fails('kind-rec-at-cob', 'A recurrence where the path says nothing', { payload: rec() }, 'JSON')
  fails('kind-rec-at-cobv', 'A recurrence where the path says cobv', { location: COBV, payload: rec() }, 'JSON')

  const missing = (/** @type {(c: any) => any} */ make, /** @type {string} */ dotted) =>
    make(dotted.split('.').reduceRight((/** @type {any} */ inner, name) => ({ [name]: inner }), undefined))
  const required = /** @type {const} */ ([
    [
      'cob',
      undefined,
      cob,
      [
        'revisao',
        'calendario',
        'calendario.criacao',
        'calendario.apresentacao',
        'valor',
        'valor.original',
        'chave',
        'txid',
        'status',
        'devedor.nome',
      ],
    ],
    [
      'cobv',
      COBV,
      cobv,
      [
        'revisao',
        'calendario.dataDeVencimento',
        'devedor',
        'recebedor',
        'recebedor.nome',
        'recebedor.logradouro',
        'recebedor.cidade',
        'recebedor.uf',
        'recebedor.cep',
        'valor.final',
        'chave',
        'txid',
        'status',
      ],
    ],
    [
      'rec',
      REC,
      rec,
      [
        'idRec',
        'vinculo',
        'vinculo.contrato',
        'vinculo.devedor',
        'calendario',
        'calendario.dataInicial',
        'calendario.periodicidade',
        'recebedor',
        'recebedor.cnpj',
        'recebedor.nome',
        'recebedor.ispbParticipante',
        'politicaRetentativa',
        'atualizacao',
      ],
    ],
  ])
  for (const [kind, location, make, names] of required) {
    for (const name of names) {
      // Without idRec nothing says that it is a recurrence.
      const path = name === 'idRec' ? [] : name.split('.')
      fails(
        `${kind}-no-${name}`,
        `${kind} without ${name}`,
        { ...(location === undefined ? {} : { location }), payload: missing(make, name) },
        'JSON',
        path,
      )
    }
  }

  const wrong = {
    'txid-short': [{ txid: 'a'.repeat(25) }, 'txid of 25 characters', ['txid']],
    'txid-long': [{ txid: 'a'.repeat(36) }, 'txid of 36 characters', ['txid']],
    'txid-hyphen': [{ txid: `${'a'.repeat(26)}-` }, 'txid with a hyphen', ['txid']],
    'chave-long': [{ chave: 'a'.repeat(78) }, 'chave of 78 characters', ['chave']],
    'chave-empty': [{ chave: '' }, 'chave is empty', ['chave']],
    'revisao-negative': [{ revisao: -1 }, 'revisao below 0', ['revisao']],
    'revisao-fraction': [{ revisao: 0.5 }, 'revisao is no whole number', ['revisao']],
    'revisao-boolean': [{ revisao: true }, 'revisao is true', ['revisao']],
    'expiracao-negative': [{ calendario: { expiracao: -1 } }, 'expiracao below 0', ['calendario', 'expiracao']],
    'original-no-decimals': [{ valor: { original: '97' } }, 'Amount without decimals', ['valor', 'original']],
    'original-one-decimal': [{ valor: { original: '39.9' } }, 'Amount with one decimal', ['valor', 'original']],
    'original-three-decimals': [{ valor: { original: '39.900' } }, 'Amount with three decimals', ['valor', 'original']],
    'original-comma': [{ valor: { original: '39,90' } }, 'Amount with a comma', ['valor', 'original']],
    'original-thousands': [
      { valor: { original: '1.000,00' } },
      'Amount with a point for thousands',
      ['valor', 'original'],
    ],
    'original-number': [{ valor: { original: 39.9 } }, 'Amount as a number', ['valor', 'original']],
    'original-negative': [{ valor: { original: '-1.00' } }, 'Amount below zero', ['valor', 'original']],
    'original-plus': [{ valor: { original: '+1.00' } }, 'Amount with a plus', ['valor', 'original']],
    'original-exponent': [{ valor: { original: '1e2' } }, 'Amount with an exponent', ['valor', 'original']],
    'original-space': [{ valor: { original: ' 1.00' } }, 'Amount with a space', ['valor', 'original']],
    'original-11-digits': [{ valor: { original: '12345678901.00' } }, 'Amount of eleven digits', ['valor', 'original']],
    'original-other-digits': [{ valor: { original: '١٢.٠٠' } }, 'Amount in other digits', ['valor', 'original']],
    'modalidade-2': [
      { valor: { modalidadeAlteracao: 2 } },
      'modalidadeAlteracao is 2',
      ['valor', 'modalidadeAlteracao'],
    ],
    'criacao-no-zone': [
      { calendario: { criacao: '2026-11-25T14:30:00' } },
      'Instant without zone',
      ['calendario', 'criacao'],
    ],
    'criacao-date': [
      { calendario: { criacao: '2026-11-25' } },
      'Date instead of an instant',
      ['calendario', 'criacao'],
    ],
    'criacao-month-13': [{ calendario: { criacao: '2026-13-25T14:30:00Z' } }, 'Month 13', ['calendario', 'criacao']],
    'criacao-hour-24': [
      { calendario: { criacao: '2026-11-24T24:00:00Z' } },
      'Hour 24, which RFC 3339 does not have',
      ['calendario', 'criacao'],
    ],
    'criacao-feb-30': [
      { calendario: { criacao: '2026-02-30T14:30:00Z' } },
      'The thirtieth of February',
      ['calendario', 'criacao'],
    ],
    'status-other': [{ status: 'PAGA' }, 'A status of nobody', ['status']],
    'status-small': [{ status: 'ativa' }, 'Status in small letters', ['status']],
    'items-51': [
      { infoAdicionais: Array.from({ length: 51 }, () => ({ nome: 'a', valor: 'b' })) },
      'Fifty-one items',
      ['infoAdicionais'],
    ],
    'item-name-long': [
      { infoAdicionais: [{ nome: 'a'.repeat(51), valor: 'b' }] },
      'Name of an item too long',
      ['infoAdicionais', 0, 'nome'],
    ],
    'item-value-long': [
      { infoAdicionais: [{ nome: 'a', valor: 'b'.repeat(201) }] },
      'Value of an item too long',
      ['infoAdicionais', 0, 'valor'],
    ],
    'item-no-value': [{ infoAdicionais: [{ nome: 'a' }] }, 'Item without value', ['infoAdicionais', 0, 'valor']],
    'items-object': [{ infoAdicionais: { nome: 'a', valor: 'b' } }, 'infoAdicionais is no array', ['infoAdicionais']],
    'prompt-long': [{ solicitacaoPagador: 'a'.repeat(141) }, 'solicitacaoPagador too long', ['solicitacaoPagador']],
    'cpf-10': [{ devedor: { cpf: '1234567890' } }, 'CPF of ten digits', ['devedor', 'cpf']],
    'cpf-number': [{ devedor: { cpf: 12345678909 } }, 'CPF as a number', ['devedor', 'cpf']],
    'saque-agent': [
      { valor: { original: '0.00', retirada: { saque: saque({ modalidadeAgente: 'AGENT' }) } } },
      'An agent of nobody',
      ['valor', 'retirada', 'saque', 'modalidadeAgente'],
    ],
    'saque-ispb': [
      { valor: { original: '0.00', retirada: { saque: saque({ prestadorDoServicoDeSaque: '1234567' }) } } },
      'ISPB of seven digits',
      ['valor', 'retirada', 'saque', 'prestadorDoServicoDeSaque'],
    ],
    'saque-no-agent': [
      { valor: { original: '0.00', retirada: { saque: saque({ modalidadeAgente: undefined }) } } },
      'Withdrawal without agent',
      ['valor', 'retirada', 'saque', 'modalidadeAgente'],
    ],
  }
  for (const [id, [changes, about, path]] of Object.entries(wrong))
    fails(`cob-${id}`, /** @type {string} */ (about), { payload: cob(changes) }, 'JSON', /** @type {any} */ (path))
  const wrongCobv = {
    'due-date-instant': [
      { calendario: { dataDeVencimento: '2026-12-10T00:00:00Z' } },
      'Due date as an instant',
      ['calendario', 'dataDeVencimento'],
    ],
    'due-date-brazilian': [
      { calendario: { dataDeVencimento: '10/12/2026' } },
      'Due date as Brazilians write it',
      ['calendario', 'dataDeVencimento'],
    ],
    'due-date-feb-30': [
      { calendario: { dataDeVencimento: '2026-02-30' } },
      'Due date that does not exist',
      ['calendario', 'dataDeVencimento'],
    ],
    'final-comma': [{ valor: { final: '87,50' } }, "Decimal comma, as in API Pix's own example", ['valor', 'final']],
  }
  for (const [id, [changes, about, path]] of Object.entries(wrongCobv))
    fails(
      `cobv-${id}`,
      /** @type {string} */ (about),
      { location: COBV, payload: cobv(changes) },
      'JSON',
      /** @type {any} */ (path),
    )
  const wrongRec = {
    'contrato-long': [{ vinculo: { contrato: 'a'.repeat(36) } }, 'contrato of 36 characters', ['vinculo', 'contrato']],
    'cnpj-13': [{ recebedor: { cnpj: '9876543200019' } }, 'CNPJ of 13 digits', ['recebedor', 'cnpj']],
    'periodicidade-other': [
      { calendario: { periodicidade: 'DIARIA' } },
      'A period of nobody',
      ['calendario', 'periodicidade'],
    ],
    'politica-other': [{ politicaRetentativa: 'SEMPRE' }, 'A policy of nobody', ['politicaRetentativa']],
    'atualizacao-status': [
      { atualizacao: [{ status: 'NOVA', data: '2026-11-20T10:00:00Z' }] },
      'A status of nobody',
      ['atualizacao', 0, 'status'],
    ],
    'atualizacao-no-date': [
      { atualizacao: [{ status: 'CRIADA' }] },
      'An entry without date',
      ['atualizacao', 0, 'data'],
    ],
  }
  for (const [id, [changes, about, path]] of Object.entries(wrongRec))
    fails(
      `rec-${id}`,
      /** @type {string} */ (about),
      { location: REC, payload: rec(changes) },
      'JSON',
      /** @type {any} */ (path),
    )
  ok('cob-cnpj-letters', 'CNPJ with letters', { payload: cob({ devedor: { cpf: undefined, cnpj: '12ABC34501DE35' } }) })
  ok('cob-largest-amount', 'Ten digits', { payload: cob({ valor: { original: '9999999999.99' } }) })
  ok('cob-instant-with-offset', 'Instant with the offset of Brasília', {
    payload: cob({ calendario: { criacao: '2026-11-25T11:30:00-03:00' } }),
  })
  ok('cob-instant-with-fraction', 'Instant with milliseconds', {
    payload: cob({ calendario: { criacao: '2026-11-25T14:30:00.123Z' } }),
  })
  ok('rec-without-amount', 'Recurrence without amount', { location: REC, payload: rec({ valor: undefined }) })
  ok('rec-without-end', 'Recurrence without end', {
    location: REC,
    payload: rec({ calendario: { dataFinal: undefined } }),
  })
  for (const periodicidade of ['SEMANAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL'])
    ok(`rec-${periodicidade.toLowerCase()}`, periodicidade, {
      location: REC,
      payload: rec({ calendario: { periodicidade } }),
    })
  ok('rec-retries', 'PERMITE_3R_7D, and an idRec that says so', {
    location: REC,
    payload: rec({ idRec: 'RR1234567820261125abcdefghijk', politicaRetentativa: 'PERMITE_3R_7D' }),
  })
})

/** @param {any} [changes] */
function saque(changes) {
  return { valor: '50.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678', ...changes }
}
