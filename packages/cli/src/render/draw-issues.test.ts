import { inspectBrCode } from '@pixkit/brcode'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportRuns } from '../../test/capture.ts'
import { LANGUAGES } from '../language.ts'
import { describeCode } from './describe-code.ts'
import { drawIssues } from './draw-issues.ts'
import { drawTree } from './draw-tree.ts'
import { createScreen, type Screen } from './screen.ts'
import { widthOf } from './visible.ts'

const CODE =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304FB42'

function screen(columns: number): Screen {
  return createScreen({ write: () => {}, isTTY: true, columns }, LANGUAGES['pt-br'], false)
}

describe('drawIssues', () => {
  it.each([24, 40, 80, 400])('marks the first, a middle and the last characters in %s columns', (columns) => {
    for (const [text, fault] of [
      [`1${CODE.slice(1)}`, '100201'],
      [CODE.replace('5802', '58xx'), 'xx'],
      [CODE.replace(/.$/, '3'), 'FB43'],
    ] as const) {
      const lines = drawIssues(text, inspectBrCode(text), screen(columns))
      const marks = lines.flatMap((line, index) => {
        const carets = /^ *(\^+)$/.exec(line)
        return carets === null ? [] : [lines[index - 1]?.slice(line.indexOf('^'), line.length)]
      })
      expect(marks).toContain(fault)
    }
  })

  it('cuts the text with an ellipsis where it goes on', () => {
    const text = CODE.replace('5802', '58xx')
    const excerpt = drawIssues(text, inspectBrCode(text), screen(40)).find(
      (line) => line.includes('xx') && line.includes('…'),
    )
    expect(excerpt).toMatch(/^ {4}….*xx.*…$/)
  })
})

describe('the report', () => {
  const mutated = fc
    .tuple(
      fc.nat(CODE.length),
      fc.nat(4),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('北京', 'שלום', '🙂', '')),
    )
    .map(([index, removed, added]) => CODE.slice(0, index) + added + CODE.slice(index + removed))

  it('fits the terminal, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(mutated, fc.string({ unit: 'binary' })),
        fc.integer({ min: 24, max: 120 }),
        (text, columns) => {
          const inspected = inspectBrCode(text)
          const lines = [
            ...(inspected.code === undefined ? [] : describeCode(inspected.code, screen(columns))),
            ...drawTree(text, inspected, screen(columns)),
            ...drawIssues(text, inspected, screen(columns)),
          ]
          expect(lines.filter((line) => widthOf(line) > columns)).toEqual([])
        },
      ),
      reportRuns(),
    )
  })
})
