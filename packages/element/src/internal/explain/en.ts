/**
 * English sentences, in a file that is loaded only where a code is bad.
 *
 * @module
 */
import { messages, remedies } from '@pixkit/brcode/messages/en'
import { type Explain, explainBy } from './explain.ts'

export const explain: Explain = /* @__PURE__ */ explainBy(messages, remedies)
