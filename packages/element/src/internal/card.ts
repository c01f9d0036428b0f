/**
 * What stands in the shadow of the element. The nodes stay and their texts change, so that focus and live regions survive.
 *
 * @module
 */
import type { QrLevel } from '@pixkit/qr/encode-qr'
import { copyText } from './copy-text.ts'
import { part, setAttributes, svg } from './dom.ts'
import { formatAmount } from './format-amount.ts'
import { type Language, textsOf } from './language.ts'
import { pictureOf } from './picture.ts'
import { sentencesOf } from './sentences.ts'
import type { ErrorView, ReadyView, View } from './view.ts'

export interface Card {
  /** Shows a view in place of the one before. */
  show(view: View, language: Language, level: QrLevel): void
  /** Takes back what was said of copying. */
  rest(): void
}

/** How long the button says that the code was copied. */
const FEEDBACK_MS = 4000

/**
 * Fills a shadow root.
 *
 * @param onCopy - Called when the code is on the clipboard, by the button or by hand.
 */
export function createCard(root: ShadowRoot, onCopy: () => void): Card {
  const path = svg('path')
  const picture = svg('svg')
  picture.append(path)
  const qr = part('div', 'qr', picture)
  const amountLabel = part('dt', 'label')
  const amount = part('dd', 'amount')
  const receiverLabel = part('dt', 'label')
  const receiver = document.createElement('bdi')
  const city = document.createElement('bdi')
  const receiverRow = part('div', 'row', receiverLabel, part('dd', 'receiver', receiver), part('dd', 'city', city))
  const note = part('p', 'note')
  const button = part('button', 'button')
  const codeLabel = part('span', 'label')
  const field = part('textarea', 'code')
  const status = part('p', 'status')
  const hint = part('p', 'hint')
  const ready = part(
    'div',
    'ready',
    qr,
    part('dl', 'details', part('div', 'row', amountLabel, amount), receiverRow),
    note,
    button,
    part('label', 'field', codeLabel, field),
    part('div', 'foot', status, hint),
  )
  const empty = document.createElement('slot')
  const refused = part('p', 'error-title')
  const list = part('ul', 'issues')
  const error = part('div', 'error', refused, list)
  const card = part('div', 'card', part('div', 'empty', empty), error, ready)
  root.append(card)

  setAttributes(card, { role: 'group', dir: 'ltr' })
  setAttributes(picture, { role: 'img', 'shape-rendering': 'crispEdges' })
  setAttributes(error, { role: 'alert' })
  setAttributes(status, { role: 'status' })
  button.type = 'button'
  field.readOnly = true
  field.rows = 2
  field.spellcheck = false

  let texts = textsOf('pt-BR')
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts views, so that sentences that arrive late can be told. */
  let shown = 0

  const rest = (): void => {
    clearTimeout(timer)
    button.textContent = texts.copy
    status.textContent = ''
  }
  const copied = (): void => {
    rest()
    button.textContent = texts.copied
    status.textContent = texts.copiedHelp
    timer = setTimeout(rest, FEEDBACK_MS)
    onCopy()
  }
  const copy = async (): Promise<void> => {
    const result = await copyText(field.value, field)
    if (result === 'done') copied()
    else if (result === 'asked') button.focus()
    else status.textContent = texts.copyFailed
  }
  button.addEventListener('click', () => void copy())
  field.addEventListener('click', () => field.select())
  field.addEventListener('focus', () => field.select())
  field.addEventListener('copy', () => {
    if (field.selectionEnd - field.selectionStart === field.value.length) copied()
  })

  const explain = async ({ issues }: ErrorView, language: Language): Promise<void> => {
    const turn = shown
    const sentences = await sentencesOf(issues, language)
    if (turn !== shown) return
    list.replaceChildren(
      ...sentences.map(({ defect, remedy }) => part('li', 'issue', part('span', 'defect', defect), ' ', remedy)),
    )
  }
  const present = (view: ReadyView, language: Language, level: QrLevel): void => {
    const drawn = pictureOf(view.text, level)
    qr.hidden = drawn === undefined
    setAttributes(path, { d: drawn?.path ?? '' })
    setAttributes(picture, { viewBox: `0 0 ${drawn?.size} ${drawn?.size}`, 'aria-label': texts.picture })
    amountLabel.textContent = texts.amountLabel
    amount.textContent = view.asks === 'amount' ? formatAmount(view.amount, language) : texts[view.asks]
    amount.toggleAttribute('data-said', view.asks !== 'amount')
    receiverLabel.textContent = texts.receiverLabel
    receiver.textContent = view.receiver
    city.textContent = view.city
    receiverRow.hidden = view.receiver === ''
    note.textContent = view.notes.map((name) => texts[name]).join(' ')
    note.hidden = view.notes.length === 0
    codeLabel.textContent = texts.codeLabel
    field.value = view.text
    hint.textContent = texts.hint
  }

  return {
    rest,
    show(view, language, level) {
      shown++
      texts = textsOf(language)
      rest()
      setAttributes(card, { lang: language, 'aria-label': texts.payment, 'data-state': view.state })
      empty.textContent = texts.empty
      refused.textContent = view.state === 'error' ? texts.refused : ''
      list.replaceChildren()
      if (view.state === 'error') void explain(view, language)
      if (view.state === 'ready') present(view, language, level)
      // A page must not find the code of before in what is hidden.
      else field.value = ''
    },
  }
}
