/**
 * The reader in WebAssembly: zxing-cpp, through zxing-wasm.
 *
 * That package would fetch its wasm from a CDN. Here it is instantiated only from what the caller hands over.
 *
 * @module
 */
import { prepareZXingModule } from 'zxing-wasm/reader'
import type { Threshold } from './attempts.ts'
import { readFailure } from './failure.ts'
import type { Luma } from './luma.ts'
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

interface Results {
  readonly size: () => number
  readonly get: (index: number) => RawReading
  readonly delete: () => void
}

/**
 * The module that Emscripten makes. It is used directly, because the functions of zxing-wasm fetch another as soon as
 * somebody purges this one, and want four bytes per pixel.
 */
interface Reader {
  readonly HEAPU8: Uint8Array
  readonly _malloc: (size: number) => number
  readonly _free: (address: number) => void
  readonly readBarcodesFromPixmap: (address: number, width: number, height: number, options: object) => Results
  readonly readBarcodesFromImage: (address: number, length: number, options: object) => Results
}

/** Bytes of memory that a reader keeps for the next picture. It cannot give any back. */
const MAX_KEPT = 256 * 2 ** 20

const BINARIZERS: Readonly<Record<Threshold, number>> = { local: 0, fixed: 2 }

/** By place in the library's tables: plain text, character set unknown. */
const OPTIONS = {
  formats: 'QRCodeModel2',
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: false,
  binarizer: BINARIZERS.local,
  isPure: false,
  downscaleFactor: 3,
  downscaleThreshold: 500,
  minLineCount: 2,
  // No limit.
  maxNumberOfSymbols: 0,
  validateOptionalChecksum: false,
  returnErrors: false,
  eanAddOnSymbol: 0,
  textMode: 0,
  characterSet: 0,
  tryCode39ExtendedMode: false,
}

/** What the library says of a file that it cannot decode. */
const UNDECODABLE = 'Failed to load image from memory'

/** Running readers, by the bytes or the module that they were made from. */
const readers = /* @__PURE__ */ new WeakMap<object, Promise<Reader>>()

/** Finds the codes in a picture. */
export async function findInLuma(
  wasm: unknown,
  { data, height, width }: Luma,
  threshold: Threshold,
): Promise<RawReading[]> {
  return run(wasm, data, (reader, address) =>
    reader.readBarcodesFromPixmap(address, width, height, { ...OPTIONS, binarizer: BINARIZERS[threshold] }),
  )
}

/** Finds the codes in a file that the library decodes itself. Undefined when it cannot. */
export async function findInFile(wasm: unknown, bytes: Uint8Array): Promise<RawReading[] | undefined> {
  const found = await run(wasm, bytes, (reader, address) =>
    reader.readBarcodesFromImage(address, bytes.length, OPTIONS),
  )
  return found.some(({ isValid }) => !isValid) ? undefined : found
}

async function run(
  wasm: unknown,
  bytes: Uint8Array,
  find: (reader: Reader, address: number) => Results,
): Promise<RawReading[]> {
  const reader = await readerOf(wasm)
  try {
    const address = reader._malloc(bytes.length)
    if (address === 0) throw new RangeError('no memory for the picture')
    reader.HEAPU8.set(bytes, address)
    const results = find(reader, address)
    const found = Array.from({ length: results.size() }, (_, index) => results.get(index))
    results.delete()
    const failed = found.find(({ error, isValid }) => !isValid && error !== UNDECODABLE)
    if (failed !== undefined) throw new Error(failed.error)
    reader._free(address)
    if (reader.HEAPU8.length > MAX_KEPT) readers.delete(wasm as object)
    return found
  } catch (cause) {
    // Out of memory, or worse: nobody knows what state it is in.
    readers.delete(wasm as object)
    throw readFailure('QR_READER_FAILED', { cause: cause instanceof Error ? cause : undefined })
  }
}

async function readerOf(wasm: unknown): Promise<Reader> {
  if (wasm === undefined || wasm === null) throw readFailure('QR_WASM_MISSING', { path: ['wasm'] })
  if (!isModule(wasm) && !isBytes(wasm)) throw new TypeError('"wasm" must be bytes or a WebAssembly.Module')
  const running = readers.get(wasm) ?? start(wasm)
  readers.set(wasm, running)
  try {
    return await running
  } catch (cause) {
    readers.delete(wasm)
    throw readFailure('QR_WASM_INVALID', { path: ['wasm'], cause })
  }
}

async function start(wasm: WebAssembly.Module | BufferSource): Promise<Reader> {
  const module = isModule(wasm) ? wasm : await WebAssembly.compile(wasm)
  return new Promise((resolve, reject) => {
    const overrides = {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(module, imports).then(receive).catch(reject)
        return {}
      },
      // What it would print is in the error that it throws.
      printErr() {},
    }
    prepareZXingModule({ overrides, equalityFn: () => false, fireImmediately: true }).then(
      (reader) => resolve(reader as unknown as Reader),
      reject,
    )
  })
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
