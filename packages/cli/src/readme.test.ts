import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capture, type Entry } from '../test/capture.ts'

const README = new URL('../README.md', import.meta.url)
const FILES = new URL('../test/files/', import.meta.url)
const NOW = Date.parse('2026-11-25T12:00:00Z')
const TRANSCRIPT = /```console\n\$ pix (.*)\n[^]*?```/g

describe('README', () => {
  // `npx vitest run packages/cli/src/readme.test.ts -u` writes the transcripts again.
  it('shows what the command prints', async () => {
    const readme = readFileSync(README, 'utf8')
    const printed = new Map<string, string>()
    // What one transcript writes, the next one reads.
    const files = new Map<string, Entry>(
      readdirSync(FILES).map((name) => [name, Uint8Array.from(readFileSync(new URL(name, FILES)))]),
    )
    for (const [, call = ''] of readme.matchAll(TRANSCRIPT)) {
      const argv = Array.from(call.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')
      const { stdout, stderr } = await capture(argv, { files, now: () => NOW })
      printed.set(call, stdout + stderr)
    }
    expect(printed.size).toBe(14)
    const actual = readme.replaceAll(
      TRANSCRIPT,
      (_, call: string) => `\`\`\`console\n$ pix ${call}\n${printed.get(call)}\`\`\``,
    )
    await expect(actual).toMatchFileSnapshot('../README.md')
  })
})
