/**
 * Who registered a host, as far as its name tells.
 *
 * @module
 */

/**
 * Labels under a country's domain that are registries themselves, such as `com.mx`. Brazil has only such, `b.br` for banks among
 * them.
 */
const SECOND_LEVEL = /\.(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$|\.br$/

/**
 * Takes of a host the part that one must have registered, so that one owner's thousand names are counted as one owner's. A guess,
 * good enough to share out room, and nothing to trust by: the list of all registries (publicsuffix.org) is longer than this
 * package.
 */
export function zoneOf(host: string): string {
  return host
    .split('.')
    .slice(SECOND_LEVEL.test(host) ? -3 : -2)
    .join('.')
}
