/**
 * Instances of the reader in WebAssembly: zxing-cpp, through zxing-wasm.
 *
 * That package would fetch its wasm from a CDN. Here it is instantiated only from what the caller hands over.
 *
 * @module
 */
import { prepareZXingModule } from 'zxing-wasm/reader'
import { readFailure } from './failure.ts'
import type { QrCorners } from './types.ts'

export interface RawReading {
  readonly isValid: boolean
  /** Why it is not valid. */
  readonly error: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly hasECI: boolean
  readonly isInverted: boolean
  readonly isMirrored: boolean
  readonly position: QrCorners
  /** Pieces of the sequence that it belongs to; -1 when it stands alone. */
  readonly sequenceSize: number
  readonly sequenceIndex: number
  /** An object as JSON. */
  readonly extra: string
}

export interface Results {
  readonly size: () => number
  readonly get: (index: number) => RawReading
  readonly delete: () => void
}

/**
 * The module that Emscripten makes. It is used directly, because the functions of zxing-wasm fetch another as soon as
 * somebody purges this one, and want four bytes per pixel.
 */
export interface Reader {
  readonly HEAPU8: Uint8Array
  readonly _malloc: (size: number) => number
  readonly _free: (address: number) => void
  readonly readBarcodesFromPixmap: (address: number, width: number, height: number, options: object) => Results
  readonly readBarcodesFromImage: (address: number, length: number, options: object) => Results
}

/** By the bytes that they were compiled from. */
const modules = /* @__PURE__ */ new WeakMap<object, Promise<WebAssembly.Module>>()

/** Running readers, by the bytes or the module that they were made from. */
const readers = /* @__PURE__ */ new WeakMap<object, Promise<Reader>>()

/**
 * Returns the reader of this wasm, which is started the first time.
 *
 * @throws {PixkitError} `QR_WASM_MISSING`, `QR_WASM_INVALID`.
 * @throws {TypeError} `wasm` is neither bytes nor a module.
 */
export async function readerOf(wasm: unknown): Promise<Reader> {
  return kept(readers, wasm, startReader)
}

/** Forgets the reader of this wasm. */
export function dropReader(wasm: unknown): void {
  readers.delete(wasm as object)
}

/** Starts a reader with memory of its own. Throws as {@link readerOf} does. */
export async function startReader(wasm: unknown): Promise<Reader> {
  const module = isModule(wasm) ? wasm : await kept(modules, wasm, async (bytes) => WebAssembly.compile(bytes as BufferSource))
  return kept(new WeakMap(), module, instantiate)
}

async function kept<Made>(
  made: WeakMap<object, Promise<Made>>,
  wasm: unknown,
  make: (wasm: BufferSource | WebAssembly.Module) => Promise<Made>,
): Promise<Made> {
  if (wasm === undefined || wasm === null) throw readFailure('QR_WASM_MISSING', { path: ['wasm'] })
  if (!isModule(wasm) && !isBytes(wasm)) throw new TypeError('"wasm" must be bytes or a WebAssembly.Module')
