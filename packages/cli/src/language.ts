/**
 * The two languages of the command.
 *
 * @module
 */
import type { Labels } from '@pixkit/brcode/label-of'
import * as labelsEn from '@pixkit/brcode/labels/en'
import * as labelsPtBr from '@pixkit/brcode/labels/pt-br'
import * as brcodeEn from '@pixkit/brcode/messages/en'
import * as brcodePtBr from '@pixkit/brcode/messages/pt-br'
import * as certsEn from '@pixkit/certs/messages/en'
import * as certsPtBr from '@pixkit/certs/messages/pt-br'
import type { Messages } from '@pixkit/core/issue'
import * as qrEn from '@pixkit/qr/messages/en'
import * as qrPtBr from '@pixkit/qr/messages/pt-br'
import * as cliEn from './messages/en.ts'
import * as cliPtBr from './messages/pt-br.ts'
import { en as textsEn } from './texts/en.ts'
import { texts as textsPtBr } from './texts/pt-br.ts'
import type { Texts } from './texts/texts.ts'

export type LanguageTag = 'en' | 'pt-br'

export interface Language {
  readonly tag: LanguageTag
  readonly texts: Texts
  readonly messages: Messages
  readonly remedies: Messages
  readonly labels: Labels
}

export const LANGUAGES: Readonly<Record<LanguageTag, Language>> = {
  en: {
    tag: 'en',
    texts: textsEn,
    messages: { ...brcodeEn.messages, ...qrEn.messages, ...certsEn.messages, ...cliEn.messages },
    remedies: { ...brcodeEn.remedies, ...qrEn.remedies, ...certsEn.remedies, ...cliEn.remedies },
    labels: labelsEn.labels,
  },
  'pt-br': {
    tag: 'pt-br',
    texts: textsPtBr,
    messages: { ...brcodePtBr.messages, ...qrPtBr.messages, ...certsPtBr.messages, ...cliPtBr.messages },
    remedies: { ...brcodePtBr.remedies, ...qrPtBr.remedies, ...certsPtBr.remedies, ...cliPtBr.remedies },
    labels: labelsPtBr.labels,
  },
}

export const LANGUAGE_TAGS: readonly LanguageTag[] = ['en', 'pt-br']

/** The language asked for, else that of the environment when it is English, else Portuguese: Pix is Brazilian. */
export function chooseLanguage(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const tag = LANGUAGE_TAGS.find((known) => known === asked)
  if (tag !== undefined) return LANGUAGES[tag]
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return LANGUAGES[locale.toLowerCase().startsWith('en') ? 'en' : 'pt-br']
}
