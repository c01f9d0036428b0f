/**
 * Names for the copies that a diagnosis offers.
 *
 * @module
 */
import type { FileFacts } from './file-facts.ts'

export interface Offers {
  /**
   * A base name for a copy of a file: one that no file and no other copy has, and the same whenever the same is asked for.
   *
   * @param content - A text that is equal for copies with the same content.
   */
  nameFor(file: FileFacts, extension: string, content: string): string
}

/** @param given - Names of the files. */
export function createOffers(given: readonly string[]): Offers {
  const taken = new Set(given.map((name) => baseName(name).toLowerCase()))
  const counts = new Map<string, number>()
  const names = new Map<FileFacts, Map<string, string>>()

  const freeName = (stem: string, extension: string): string => {
    const wanted = `${stem}.${extension}`.toLowerCase()
    for (let count = counts.get(wanted) ?? 0; ; count++) {
      const name = `${stem}${suffixOf(count)}.${extension}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      counts.set(wanted, count + 1)
      return name
    }
  }

  return {
    nameFor(file, extension, content) {
      const ofFile = names.get(file) ?? new Map<string, string>()
      const key = `${extension} ${content}`
      const name = ofFile.get(key) ?? freeName(safeStem(file.stem), extension)
      names.set(file, ofFile.set(key, name))
      return name
    },
  }
}

function suffixOf(count: number): string {
  return ['', '-pixkit'][count] ?? `-pixkit-${count}`
}

/** Names come with folders of either kind. */
function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
}

/** With an extension and a number behind it, at most 255 octets, as file systems have it. */
const MAX_CHARACTERS = 56
/** What some file system or terminal takes for something else. */
const UNSAFE = /[\p{C}<>:"|?*]/gu

/** A name without folders, control characters and dots in front, whatever the name of the file was. */
function safeStem(stem: string): string {
  const characters = Array.from(baseName(stem).slice(0, MAX_CHARACTERS * 2)).slice(0, MAX_CHARACTERS)
  const safe = characters
    .join('')
    .replaceAll(UNSAFE, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
  return safe === '' ? 'pixkit' : safe
}
