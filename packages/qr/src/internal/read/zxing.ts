/**
 * How the library is asked.
 *
 * @module
 */
import type { Threshold } from './attempts.ts'
import { readFailure } from './failure.ts'
import type { Luma } from './luma.ts'
import { dropReader, newReader, type RawReading, type Reader, readerOf, type Results } from './reader.ts'

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

/** Finds the codes in a picture. */
export async function findInLuma(
  wasm: unknown,
  { data, height, width }: Luma,
  threshold: Threshold,
): Promise<RawReading[]> {
  const reader = await readerOf(wasm)
  try {
    const found = run(reader, data, (address) =>
      reader.readBarcodesFromPixmap(address, width, height, { ...OPTIONS, binarizer: BINARIZERS[threshold] }),
    )
    if (reader.HEAPU8.length > MAX_KEPT) dropReader(wasm)
    return found
  } catch (error) {
    // Out of memory, or worse: nobody knows what state it is in.
    dropReader(wasm)
    throw error
  }
}

/**
 * Finds the codes in a file that the library decodes itself. Undefined when it cannot.
 *
 * Where a file leaves pixels out, its decoder leaves memory as it is: an old reader would see what is left of other pictures.
 */
export async function findInFile(wasm: unknown, bytes: Uint8Array): Promise<RawReading[] | undefined> {
  const reader = await newReader(wasm)
  const found = run(reader, bytes, (address) => reader.readBarcodesFromImage(address, bytes.length, OPTIONS))
  return found.some(({ isValid }) => !isValid) ? undefined : found
}

function run(reader: Reader, bytes: Uint8Array, find: (address: number) => Results): RawReading[] {
  try {
    const address = reader._malloc(bytes.length)
    if (address === 0) throw new RangeError('no memory for the picture')
    reader.HEAPU8.set(bytes, address)
    const results = find(address)
    const found = Array.from({ length: results.size() }, (_, index) => results.get(index))
    results.delete()
    reader._free(address)
    const failed = found.find(({ error, isValid }) => !isValid && error !== UNDECODABLE)
    if (failed !== undefined) throw new Error(failed.error)
    return found
  } catch (cause) {
    throw readFailure('QR_READER_FAILED', { cause: cause instanceof Error ? cause : undefined })
  }
}
