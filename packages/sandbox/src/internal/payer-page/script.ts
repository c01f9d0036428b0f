/**
 * What the page does in the browser. It writes text alone, never markup.
 *
 * @module
 */

export const SCRIPT: string = String.raw`const TEXTS = {
  'pt-BR': {
    other: 'English', notice: '— nada aqui é dinheiro de verdade', title: 'Pagar um Pix', code: 'Pix copia e cola, location ou txid',
    picture: 'ou solte aqui a imagem do QR Code', token: 'Token de administração do sandbox', look: 'Ver', found: 'Conferido',
    steps: 'Passos da verificação', valor: 'Valor', pay: 'Pagar', approve: 'Autorizar a recorrência', reject: 'Rejeitar a recorrência',
    paid: 'Pago', approved: 'Recorrência autorizada', rejected: 'Recorrência rejeitada', none: 'Não há QR Code legível na imagem.',
    offline: 'O sandbox não responde.', nome: 'Recebedor', cnpj: 'CNPJ', chave: 'Chave', total: 'A pagar', txid: 'txid',
    vencimento: 'Vencimento', solicitacaoPagador: 'Mensagem', devedor: 'Devedor', idRec: 'Recorrência', objeto: 'Objeto',
    periodicidade: 'Periodicidade', dataInicial: 'Primeiro pagamento',
  },
  en: {
    other: 'Português', notice: '— nothing here is real money', title: 'Pay a Pix', code: 'Copy and paste code, location or txid',
    picture: 'or drop the picture of a QR code here', token: 'Admin token of the sandbox', look: 'Look', found: 'Verified',
    steps: 'Steps of the verification', valor: 'Amount', pay: 'Pay', approve: 'Authorise the recurrence', reject: 'Reject the recurrence',
    paid: 'Paid', approved: 'Recurrence authorised', rejected: 'Recurrence rejected', none: 'No QR code can be read in the picture.',
    offline: 'The sandbox does not answer.', nome: 'Receiver', cnpj: 'CNPJ', chave: 'Key', total: 'To pay', txid: 'txid',
    vencimento: 'Due date', solicitacaoPagador: 'Message', devedor: 'Debtor', idRec: 'Recurrence', objeto: 'Object',
    periodicidade: 'Period', dataInicial: 'First payment',
  },
}
const at = (id) => document.getElementById(id)
let language = navigator.language.startsWith('pt') ? 'pt-BR' : 'en'
let shown

function translate() {
  const texts = TEXTS[language]
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[element.dataset.text]
  at('language').textContent = texts.other
  if (shown) show()
}

async function ask(path, body) {
  at('error').textContent = ''
  at('done').textContent = ''
  const isPicture = body instanceof Blob
  const type = isPicture ? 'application/octet-stream' : 'application/json'
  const headers = { 'content-type': type, 'accept-language': language }
  const token = at('token').value
  if (token) headers.authorization = 'Bearer ' + token
  let response
  try {
    response = await fetch('/sandbox/' + path, { method: 'POST', headers, body: isPicture ? body : JSON.stringify(body) })
  } catch {
    return fail(TEXTS[language].offline)
  }
  const answer = await response.json().catch(() => ({}))
  if (response.ok) return answer
  if (response.status === 403) at('token-field').hidden = false
  return fail([answer.message ?? answer.detail ?? response.status, answer.remedy].filter(Boolean).join('. '))
}

function fail(text) {
  at('error').textContent = text
  return undefined
}

function items(parent, texts) {
  parent.replaceChildren(...texts.map((text) => {
    const item = document.createElement('li')
    item.textContent = text
    return item
  }))
}

function show() {
  const { charge = {}, recurrence, recebedor, valor, isValorFree, steps, warnings, kind } = shown
  const texts = TEXTS[language]
  const facts = {
    nome: recebedor.nome, cnpj: recebedor.cnpj, chave: recebedor.chave, total: valor && 'R$ ' + valor, txid: charge.txid,
    vencimento: charge.calendario?.dataDeVencimento, devedor: charge.devedor?.nome, solicitacaoPagador: charge.solicitacaoPagador,
    idRec: recurrence?.idRec, objeto: recurrence?.vinculo.objeto, periodicidade: recurrence?.calendario.periodicidade,
    dataInicial: recurrence?.calendario.dataInicial,
  }
  at('facts').replaceChildren(...Object.entries(facts).filter(([, value]) => value).flatMap(([name, value]) => {
    const term = document.createElement('dt')
    const detail = document.createElement('dd')
    term.textContent = texts[name]
    detail.textContent = value
    return [term, detail]
  }))
  items(at('warnings'), warnings)
  items(at('steps'), steps.map(({ step, subject, outcome }) => [subject, step, outcome].filter(Boolean).join(' · ')))
  at('valor-field').hidden = !isValorFree
  at('pay').hidden = kind === 'recurrence'
  at('approve').hidden = at('reject').hidden = !recurrence
  at('found').hidden = false
}

async function look() {
  at('found').hidden = true
  shown = await ask('read', { code: at('code').value })
  if (!shown) return
  at('valor').value = shown.valor ?? ''
  show()
}

async function readPicture(file) {
  if (!file) return
  const answer = await ask('picture', file)
  if (!answer) return
  if (answer.codes.length === 0) return fail(TEXTS[language].none)
  at('code').value = answer.codes[0]
  return look()
}

at('language').addEventListener('click', () => {
  language = language === 'en' ? 'pt-BR' : 'en'
  translate()
})
at('read').addEventListener('submit', (event) => {
  event.preventDefault()
  void look()
})
at('act').addEventListener('submit', async (event) => {
  event.preventDefault()
  const valor = shown.isValorFree ? at('valor').value.trim().replace(',', '.') : undefined
  const payment = await ask('pay', { code: at('code').value, valor })
  if (!payment) return
  at('found').hidden = true
  at('done').textContent = TEXTS[language].paid + ': R$ ' + payment.valor + ' · ' + payment.endToEndId
})
for (const act of ['approve', 'reject']) {
  at(act).addEventListener('click', async () => {
    const answer = await ask(act, { idRec: shown.recurrence.idRec })
    if (!answer) return
    at('found').hidden = true
    at('done').textContent = TEXTS[language][act === 'approve' ? 'approved' : 'rejected'] + ': ' + answer.idRec
  })
}
at('picture').addEventListener('change', () => void readPicture(at('picture').files[0]))
for (const name of ['dragover', 'dragleave', 'drop']) {
  at('drop').addEventListener(name, (event) => {
    event.preventDefault()
    at('drop').classList.toggle('over', name === 'dragover')
    if (name === 'drop') void readPicture(event.dataTransfer.files[0])
  })
}
translate()
`
