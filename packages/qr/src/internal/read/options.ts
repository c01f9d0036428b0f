/**
 * Options of the reading functions.
 *
 * @module
 */

/** 50 megapixels: the largest pictures that telephones take by default. */
const MAX_PIXELS = 50_000_000

export interface ReadQrOptions {
  /**
   * `zxing_reader.wasm` of the package zxing-wasm: its bytes, or what `WebAssembly.compile` made of them. Hand over the same
   * object each time: it is compiled and started once per object. It is never fetched.
   */
  readonly wasm: Uint8Array | ArrayBuffer | object
  /** Looks once instead of up to four times; `false` by default. For the frames of a camera: there will be another. */
  readonly quick?: boolean | undefined
  /** Larger pictures are refused; 50,000,000 by default. */
  readonly maxPixels?: number | undefined
}

export interface CheckedOptions {
  readonly wasm: unknown
  readonly quick: boolean
  readonly maxPixels: number
}

/** @throws {TypeError} An option has the wrong type. That of `wasm` is seen when it is used. */
export function checkOptions(options: Partial<ReadQrOptions> = {}): CheckedOptions {
  const { maxPixels = MAX_PIXELS, quick = false, wasm } = options
  if (typeof maxPixels !== 'number') throw new TypeError(`"maxPixels" must be a number, got ${typeof maxPixels}`)
  return { wasm, quick, maxPixels }
}
