/**
 * What can be seen in a JPEG file without decoding it.
 *
 * @module
 */
import { damaged } from './header.ts'

/** More than any encoder writes; each costs a walk over the picture. */
const MAX_SCANS = 100

/** Whether the file goes on to its last marker. */
export function looksWhole(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 1; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/**
 * Refuses a file that would keep a decoder busy for minutes.
 *
 * @throws {PixkitError} `QR_IMAGE_DAMAGED`.
 */
export function assertFewScans(bytes: Uint8Array): void {
  let scans = 0
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xda && ++scans > MAX_SCANS) throw damaged('JPEG')
  }
}
