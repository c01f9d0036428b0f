/**
 * The sentences of everything that a payer may be told, in the language of who asks.
 *
 * @module
 */
import { messages as bacenEn, remedies as bacenRemediesEn } from '@pixkit/bacen/messages/en'
import { messages as bacenPt, remedies as bacenRemediesPt } from '@pixkit/bacen/messages/pt-br'
import { messages as brcodeEn, remedies as brcodeRemediesEn } from '@pixkit/brcode/messages/en'
import { messages as brcodePt, remedies as brcodeRemediesPt } from '@pixkit/brcode/messages/pt-br'
import type { Messages } from '@pixkit/core/issue'
import { messages as payloadEn, remedies as payloadRemediesEn } from '@pixkit/payload/messages/en'
import { messages as payloadPt, remedies as payloadRemediesPt } from '@pixkit/payload/messages/pt-br'
import { messages as qrEn, remedies as qrRemediesEn } from '@pixkit/qr/messages/en'
import { messages as qrPt, remedies as qrRemediesPt } from '@pixkit/qr/messages/pt-br'
import { messages as messagesEn, remedies as remediesEn } from '../../messages/en.ts'
import { messages as messagesPt, remedies as remediesPt } from '../../messages/pt-br.ts'

export interface Sentences {
  readonly messages: Messages
  readonly remedies: Messages
}

const PORTUGUESE: Sentences = {
  messages: { ...bacenPt, ...brcodePt, ...payloadPt, ...qrPt, ...messagesPt },
  remedies: { ...bacenRemediesPt, ...brcodeRemediesPt, ...payloadRemediesPt, ...qrRemediesPt, ...remediesPt },
}

const ENGLISH: Sentences = {
  messages: { ...bacenEn, ...brcodeEn, ...payloadEn, ...qrEn, ...messagesEn },
  remedies: { ...bacenRemediesEn, ...brcodeRemediesEn, ...payloadRemediesEn, ...qrRemediesEn, ...remediesEn },
}

/** English for who asks for it first. @param acceptLanguage - Of the request. */
export function sentencesFor(acceptLanguage: string | undefined): Sentences {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? ENGLISH : PORTUGUESE
}
