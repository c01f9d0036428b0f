/** @module The pages of `environments/`: <pix-qrcode> in plain HTML, React and Vue, at run time and for the compiler. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEngine } from '../../scripts/lib/engines.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { BAD_CODE, CODE } from './lib/pages.ts'
import { openStage, type Stage } from './lib/stage.ts'

const chromium = findEngine('chromium')

describe.skipIf(chromium === undefined)('pix-qrcode', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(chromium ?? '')
  })
  afterAll(() => stage.close())

  const open = (name: string) =>
    stage.open(`${stage.site.origin}/${name}/`, {
      permissions: ['clipboard-write'],
      viewport: { width: 480, height: 200 },
    })

  test.each(['plain', 'react', 'vue'])('works in the page %s', async (name) => {
    const page = await open(name)
    await page.getByText('R$ 10,00').waitFor()
    await page.screenshot({ path: stage.screen(`element-${name}`, name !== 'plain'), fullPage: true })
    await page.getByRole('button').click()
    await page.getByText('pix-copy').waitFor()
    expect(await page.getByRole('button').textContent()).toBe('Copiado!')
    stage.assertCalm()
  })

  test.each(['react', 'vue'])('takes another code from %s, and reports a bad one to it', async (name) => {
    const page = await open(name)
    const code = page.getByLabel('Código')
    expect(await code.inputValue()).toBe(CODE)
    await code.fill(BAD_CODE)
    await page.getByText('pix-error BRCODE_CRC_MISMATCH').waitFor()
    await page.getByText('Este código Pix não pode ser usado').waitFor()
    await code.fill(CODE)
    await page.getByText('R$ 10,00').waitFor()
    stage.assertCalm()
  })

  test.each(['react', 'vue'])('has types in %s', async (name) => {
    const oldest = join(stage.consumer, 'node_modules', 'typescript-oldest', 'bin', 'tsc')
    const results = await Promise.all([
      run('tsc', ['-p', name], { cwd: stage.consumer }),
      run(process.execPath, [oldest, '-p', name], { cwd: stage.consumer }),
    ])
    expect(results.map(({ output }) => output)).toEqual(['', ''])
  })
})
