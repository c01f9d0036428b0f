import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capture, type Entry } from '../test/capture.ts'

const README = new URL('../README.md', import.meta.url)
const TRANSCRIPT = /```console\n\$ pix (.*)\n[^]*?```/g

describe('README', () => {
  // `npx vitest run packages/cli/src/readme.test.ts -u` writes the transcripts again.
  it('shows what the command prints', async () => {
    const readme = readFileSync(README, 'utf8')
    const printed = new Map<string, string>()
    // What one transcript writes, the next one reads.
    const files = new Map<string, Entry>()
    for (const [, call = ''] of readme.matchAll(TRANSCRIPT)) {
      const argv = Array.from(call.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
      const { stdout, stderr } = await capture(argv, { files })
      printed.set(call, stdout + stderr)
    }
    expect(printed.size).toBe(7)
    const actual = readme.replaceAll(
      TRANSCRIPT,
      (_, call: string) => `\`\`\`console\n$ pix ${call}\n${printed.get(call)}\`\`\``,
    )
    await expect(actual).toMatchFileSnapshot('../README.md')
  })
})
