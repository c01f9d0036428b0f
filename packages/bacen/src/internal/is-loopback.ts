/**
 * Names of the machine itself.
 *
 * @module
 */

/** Whether a hostname, as `URL` spells it, never leaves the machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
