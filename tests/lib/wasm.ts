/** @module The wasm of the reader, as it is installed for `@pixkit/qr`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(new URL('../../packages/qr/package.json', import.meta.url))

export const wasm: Uint8Array = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'))
