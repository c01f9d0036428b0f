/**
 * The button that copies the code, the field that holds it, and what is said of both.
 *
 * @module
 */
import { copyText } from './copy-text.ts'
import type { Texts } from './texts/texts.ts'

export interface CopyParts {
  readonly button: HTMLButtonElement
  /** Holds the code. */
  readonly field: HTMLTextAreaElement
  /** Live region. */
  readonly status: HTMLElement
}

/** How long the button says that the code was copied. */
const FEEDBACK_MS = 4000

/**
 * Makes the parts copy.
 *
 * @param onCopy - Called when the code is on the clipboard, by the button or by hand.
 * @returns Takes back what was said, and speaks the given language from then on.
 */
export function createCopying({ button, field, status }: CopyParts, onCopy: () => void): (texts: Texts) => void {
  let texts: Texts
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (label: string, words: string): void => {
    clearTimeout(timer)
    button.textContent = label
    button.toggleAttribute('data-copied', label === texts.copied)
    status.textContent = words
  }
  const rest = (): void => say(texts.copy, '')
  const copied = (): void => {
    say(texts.copied, texts.copiedHelp)
    timer = setTimeout(rest, FEEDBACK_MS)
    onCopy()
  }
  const copy = async (): Promise<void> => {
    const outcome = await copyText(field.value, field)
    if (outcome === 'done') copied()
    else if (outcome === 'asked') button.focus()
    else say(texts.copy, texts.copyFailed)
  }

  button.addEventListener('click', () => void copy())
  field.addEventListener('click', () => field.select())
  field.addEventListener('focus', () => field.select())
  field.addEventListener('copy', () => {
    if (field.selectionEnd - field.selectionStart === field.value.length) copied()
  })
  return (spoken) => {
    texts = spoken
    rest()
  }
}
