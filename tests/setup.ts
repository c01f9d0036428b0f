/** @module Sets how often each property runs: `PIXKIT_RUNS`, 1,000 by default and 10,000 under `npm test`. */
import fc from 'fast-check'

fc.configureGlobal({ numRuns: Number(process.env['PIXKIT_RUNS'] ?? 1_000) })
