/**
 * Files that are in memory only: the tour leaves nothing behind.
 *
 * @module
 */
import type { Io } from '@pixkit/cli'

type Files = NonNullable<Io['files']>

/** @param files - By name; what is written is put in here. */
export function memoryFiles(files: Map<string, Uint8Array>): Files {
  return {
    async *read(path) {
      const bytes = files.get(path)
      if (bytes === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      yield bytes
    },
    exists: async (path) => files.has(path),
    create: async (path, bytes) => void files.set(path, bytes),
    replace: async (path, bytes) => void files.set(path, bytes),
    makeFolder: async () => {},
  }
}
