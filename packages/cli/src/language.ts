/**
 * The two languages of the command.
 *
 * @module
 */
import type { Explanations } from '@pixkit/bacen/explain-error'
import * as bacenEn from '@pixkit/bacen/messages/en'
import * as bacenPtBr from '@pixkit/bacen/messages/pt-br'
import { explanations as explanationsEn } from '@pixkit/bacen/explanations/en'
import { explanations as explanationsPtBr } from '@pixkit/bacen/explanations/pt-br'
import type { Labels } from '@pixkit/brcode/label-of'
import * as labelsEn from '@pixkit/brcode/labels/en'
import * as labelsPtBr from '@pixkit/brcode/labels/pt-br'
import type { Messages } from '@pixkit/core/issue'
import type { RemainingCheck, VerifyStep } from '@pixkit/payload'
import * as payloadEn from '@pixkit/payload/messages/en'
import * as payloadPtBr from '@pixkit/payload/messages/pt-br'
import * as qrEn from '@pixkit/qr/messages/en'
import * as qrPtBr from '@pixkit/qr/messages/pt-br'
import * as sandboxEn from '@pixkit/sandbox/messages/en'
import * as sandboxPtBr from '@pixkit/sandbox/messages/pt-br'
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
  /** What each step of a verification proves. */
  readonly steps: Messages<VerifyStep>
  /** What remains after a verification. */
  readonly remaining: Messages<RemainingCheck>
  /** What the documents of the banks say about errors. */
  readonly explanations: Explanations
}

/** Catalogues hold those of the packages that theirs stands on. */
export const LANGUAGES: Readonly<Record<LanguageTag, Language>> = {
  en: {
    tag: 'en',
    texts: textsEn,
    messages: {
      ...qrEn.messages,
      ...payloadEn.messages,
      ...bacenEn.messages,
      ...sandboxEn.messages,
      ...cliEn.messages,
    },
    remedies: {
      ...qrEn.remedies,
      ...payloadEn.remedies,
      ...bacenEn.remedies,
      ...sandboxEn.remedies,
      ...cliEn.remedies,
    },
    labels: labelsEn.labels,
    steps: payloadEn.steps,
    remaining: payloadEn.remaining,
    explanations: explanationsEn,
  },
  'pt-br': {
    tag: 'pt-br',
    texts: textsPtBr,
    messages: {
      ...qrPtBr.messages,
      ...payloadPtBr.messages,
      ...bacenPtBr.messages,
      ...sandboxPtBr.messages,
      ...cliPtBr.messages,
    },
    remedies: {
      ...qrPtBr.remedies,
      ...payloadPtBr.remedies,
      ...bacenPtBr.remedies,
      ...sandboxPtBr.remedies,
      ...cliPtBr.remedies,
    },
    labels: labelsPtBr.labels,
    steps: payloadPtBr.steps,
    remaining: payloadPtBr.remaining,
    explanations: explanationsPtBr,
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
