import { defineConfig } from 'vitest/config'

/** Tests that drive a browser over the packed packages: `npm test -- --only browser`. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/lib/pack.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './scripts/count-reporter.mjs'],
  },
})
