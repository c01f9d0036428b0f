/** @module Runs `bundle.mjs`, which check-environments.mjs makes of `worker.mjs`, in workerd. */
import { readFileSync } from 'node:fs'
import { Miniflare } from 'miniflare'

const miniflare = new Miniflare({
  modules: [
    { type: 'ESModule', path: 'bundle.mjs', contents: readFileSync(new URL('bundle.mjs', import.meta.url), 'utf8') },
  ],
  compatibilityDate: '2026-04-01',
  // What it knows of the place of a request would be fetched otherwise.
  cf: false,
})
try {
  const response = await miniflare.dispatchFetch('http://worker.example/')
  console.log(await response.text())
  if (!response.ok) process.exitCode = 1
} finally {
  await miniflare.dispose()
}
