import { describe, expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'
import { viewOf } from './view.ts'

const { issues } = viewOf(
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASÍLIA62070503***63041D3D',
)

describe('sentencesOf', () => {
  test('says what is wrong and what to do, in the language of the page, about errors only', async () => {
    expect(issues.map(({ severity }) => severity)).toEqual(['error', 'warning'])
    expect(await sentencesOf(issues, 'pt-BR')).toEqual([
      {
        defect: 'O CRC é 1D3D, mas o texto dá B4F6.',
        remedy: 'Um caractere se perdeu ou mudou: copie o código de novo, inteiro.',
      },
    ])
    expect(await sentencesOf(issues, 'en')).toEqual([
      {
        defect: 'Checksum is 1D3D, but the text gives B4F6.',
        remedy: 'A character was lost or changed: copy the code again, whole.',
      },
    ])
  })

  test('falls back on its own words and the codes where the sentences cannot be loaded', async () => {
    const load = () => Promise.reject(new TypeError('no such file'))
    expect(await sentencesOf(issues, 'pt-BR', load)).toEqual([
      { defect: 'Copie o código de novo, inteiro, ou peça outro a quem cobra.', remedy: 'BRCODE_CRC_MISMATCH' },
    ])
  })
})
