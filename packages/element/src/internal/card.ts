/**
 * What stands in the shadow of the element. The nodes stay and their texts change, so that focus and live regions survive.
 *
 * @module
 */
import type { QrLevel } from '@pixkit/qr/encode-qr'
import { createCopying } from './copying.ts'
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

/** Characters beyond which an amount is set smaller. */
const LONG_AMOUNT = 13

/**
 * Fills a shadow root.
 *
 * @param onCopy - Called when the code is on the clipboard.
 */
export function createCard(root: ShadowRoot, onCopy: () => void): Card {
  const path = svg('path')
  const picture = svg('svg')
  picture.append(path)
  const qr = part('div', 'qr', picture)
  const amountLabel = part('dt', 'label')
  const amount = part('dd', 'amount')
  const receiverLabel = part('dt', 'label')
  // Names are claims of the code, in whatever script.
  const receiver = document.createElement('bdi')
  const city = document.createElement('bdi')
  const receiverRow = part('div', 'row', receiverLabel, part('dd', 'receiver', receiver), part('dd', 'city', city))
  const details = part('dl', 'details', part('div', 'row', amountLabel, amount), receiverRow)
  const note = part('p', 'note')
  const button = part('button', 'button')
  const codeLabel = part('span', 'label')
  const field = part('textarea', 'code')
  const printed = part('span', 'printed')
  const code = part('label', 'field', codeLabel, field, printed)
  const status = part('p', 'status')
  const hint = part('p', 'hint')
  const ready = part('div', 'ready', qr, details, note, button, code, part('div', 'foot', status, hint))
  const refused = part('p', 'error-title')
  const list = part('ul', 'issues')
  const error = part('div', 'error', refused, list)
  const slot = document.createElement('slot')
  const card = part('div', 'card', part('div', 'empty', slot), error, ready)
  root.append(card)

  setAttributes(card, { role: 'group', dir: 'ltr' })
  setAttributes(picture, { role: 'img', 'shape-rendering': 'crispEdges' })
  setAttributes(error, { role: 'alert' })
  setAttributes(status, { role: 'status' })
  button.type = 'button'
  field.readOnly = true
  field.rows = 1
  field.spellcheck = false

  const speak = createCopying({ button, field, status }, onCopy)
  let texts = textsOf('pt-BR')
  /** Counts views, so that sentences that arrive late can be told. */
  let shown = 0

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
    const { knownBy } = view
    const said = knownBy === 'code' ? formatAmount(view.amount, language) : texts[knownBy]
    amountLabel.textContent = texts.amountLabel
    amount.textContent = said
    amount.toggleAttribute('data-said', knownBy !== 'code')
    // An amount that is broken over two lines could be misread.
    amount.toggleAttribute('data-long', said.length > LONG_AMOUNT)
    receiverLabel.textContent = texts.receiverLabel
    receiver.textContent = view.receiver
    city.textContent = view.city
    receiverRow.hidden = view.receiver === ''
    note.textContent = view.notes.map((name) => texts[name]).join(' ')
    note.hidden = view.notes.length === 0
    codeLabel.textContent = texts.codeLabel
    hint.textContent = texts.hint
  }

  return {
    rest: () => speak(texts),
    show(view, language, level) {
      shown++
      texts = textsOf(language)
      speak(texts)
      setAttributes(card, { lang: language, 'aria-label': texts.payment, 'data-state': view.state })
      slot.textContent = texts.empty
      refused.textContent = view.state === 'error' ? texts.refused : ''
      list.replaceChildren()
      // Nobody must find the code of before in what is hidden.
      const text = view.state === 'ready' ? view.text : ''
      field.value = text
      printed.textContent = text
      if (view.state === 'ready') present(view, language, level)
      else if (view.state === 'error') void explain(view, language)
    },
  }
}
