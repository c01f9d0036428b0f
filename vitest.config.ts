import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('packages', import.meta.url))

export default defineConfig({
  resolve: {
    // Tests run on the sources: subpath `@pixkit/x/y` is the file packages/x/src/y.ts in every package.
    alias: [
      { find: /^@pixkit\/([^/]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@pixkit\/([^/]+)\/(.+)$/, replacement: `${packages}/$1/src/$2.ts` },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    // They need the packed packages and have a configuration of their own.
    exclude: ['tests/browser/**'],
    isolate: false,
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000,
    // Some make files with other programs, on a machine that has other work.
    hookTimeout: 300_000,
    reporters: ['default', './scripts/count-reporter.mjs'],
  },
})
