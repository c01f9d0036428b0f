/**
 * A chain in lines for people.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { ChainVerdict } from '../internal/cert/judge-chain.ts'
import { fill } from '../internal/fill.ts'
import type { Screen } from './screen.ts'
import { visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

/** @param loose - What belongs to another chain. */
export function describeChain(verdict: ChainVerdict, loose: readonly Certificate[], screen: Screen): string[] {
  const { chain, isAnchored, issue, missing } = verdict
  const { texts } = screen.language
  const sentence = (mark: string, text: string): string[] => hang(mark, wrapWords(text, screen.proseColumns - 2), 2)
  return [
    ...chain.flatMap((certificate, index) => row(`${index}  `, certificate, screen)),
    ...(loose.length === 0 ? [] : ['', screen.style('yellow', texts.chainLoose)]),
    ...loose.flatMap((certificate) => row('-  ', certificate, screen)),
    '',
    ...(issue === undefined
      ? sentence('✓ ', isAnchored ? texts.chainAnchored : texts.chainHolds).map((line) => screen.style('green', line))
      : []),
    ...(missing === undefined ? [] : sentence('  ', fill(texts.chainMissing, { name: visible(missing) }))),
  ]
}

function row(head: string, { notAfter, subject }: Certificate, { columns }: Screen): string[] {
  const until = new Date(notAfter).toISOString().slice(0, 10)
  return hang(head, wrapWords(`${visible(subject.text)} (${until})`, columns - head.length), head.length)
}
