/**
 * The two languages of the element.
 *
 * @module
 */
import { texts as en } from './texts/en.ts'
import { texts as ptBr } from './texts/pt-br.ts'
import type { Texts } from './texts/texts.ts'

/** Language tags, as the attribute `lang` has them. */
export type Language = 'en' | 'pt-BR'

/** English where a tag says so, else Portuguese: Pix is Brazilian. */
export function languageOf(tag: string): Language {
  return /^en(?![a-z])/i.test(tag) ? 'en' : 'pt-BR'
}

/** The tag of the closest element that has one, the element itself included, also outside the shadow tree that it is in. */
export function closestLang(element: Element): string {
  const found = element.closest('[lang]')
  if (found !== null) return found.getAttribute('lang') ?? ''
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? closestLang(root.host) : ''
}

export function textsOf(language: Language): Texts {
  return language === 'en' ? en : ptBr
}
