import { expect, test } from 'vitest'
import { isGroup } from '../internal/command.ts'
import type { Option } from '../internal/parse-options.ts'
import { COMMANDS } from './commands.ts'

test('no text of the help explains two different options', () => {
  const commands = COMMANDS.flatMap((entry) => (isGroup(entry) ? entry.commands : [entry]))
  const seen = new Map<string, string>()
  for (const { name, options } of commands) {
    for (const [option, { choices, text, type, value }] of Object.entries<Option>(options)) {
      const meaning = JSON.stringify({ option, type, value, choices })
      expect(seen.get(text) ?? meaning, `${name} --${option}: ${text}`).toBe(meaning)
      seen.set(text, meaning)
    }
  }
})
