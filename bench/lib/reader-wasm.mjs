/** The WebAssembly of the reader, as it is installed for `@pixkit/qr`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@pixkit/qr/package.json'))

export const readerWasm = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'))
