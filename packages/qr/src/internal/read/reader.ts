/**
 * Running readers: zxing-cpp in WebAssembly, through zxing-wasm.
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

/** By the bytes or the module that they were made from. */
const readers = /* @__PURE__ */ new WeakMap<object, Promise<Reader>>()

/**
 * The reader of this wasm, started when it is first asked for.
 *
 * @throws {PixkitError} `QR_WASM_MISSING`, `QR_WASM_INVALID`.
 * @throws {TypeError} `wasm` is neither bytes nor a module.
 */
export async function readerOf(wasm: unknown): Promise<Reader> {
  assertWasm(wasm)
  const running = readers.get(wasm) ?? newReader(wasm)
  readers.set(wasm, running)
  return running.catch((error: unknown) => {
    readers.delete(wasm)
    throw error
  })
}

/** The next call of {@link readerOf} starts another. */
export function dropReader(wasm: unknown): void {
  readers.delete(wasm as object)
}

/** Starts a reader with memory of its own, all zeros. Throws as {@link readerOf} does. */
export async function newReader(wasm: unknown): Promise<Reader> {
  assertWasm(wasm)
  try {
    if (isModule(wasm)) return await start(wasm)
    const module = modules.get(wasm) ?? WebAssembly.compile(wasm)
    modules.set(wasm, module)
    return await start(await module)
  } catch (cause) {
    modules.delete(wasm)
    throw readFailure('QR_WASM_INVALID', { path: ['wasm'], cause })
  }
}

async function start(module: WebAssembly.Module): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const overrides = {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(module, imports).then(receive).catch(reject)
        return {}
      },
      // What it would print is in the error that it throws.
      printErr() {},
    }
    const other = { overrides, equalityFn: () => false }
    prepareZXingModule({ ...other, fireImmediately: true }).then((reader) => {
      // So that zxing-wasm does not hold on to it.
      prepareZXingModule(other)
      resolve(reader as unknown as Reader)
    }, reject)
  })
}

function assertWasm(value: unknown): asserts value is WebAssembly.Module | BufferSource {
  if (value === undefined || value === null) throw readFailure('QR_WASM_MISSING', { path: ['wasm'] })
  if (!isModule(value) && !isBytes(value)) throw new TypeError('"wasm" must be bytes or a WebAssembly.Module')
}

// By their tags: `instanceof` fails for objects of another frame or test environment.

function isModule(value: unknown): value is WebAssembly.Module {
  return tagOf(value) === '[object WebAssembly.Module]'
}

function isBytes(value: unknown): value is BufferSource {
  return ['[object Uint8Array]', '[object ArrayBuffer]'].includes(tagOf(value))
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value)
}
