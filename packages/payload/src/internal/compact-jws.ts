/**
 * What a location serves, as a text.
 *
 * @module
 */

/** Largest payload of the norm, about 75 KB as JWS, and room. A choice of pixkit: the norm sets none. */
export const MAX_BODY_BYTES: number = 128 * 1024

/** Three parts of the alphabet of base64url. @see RFC 7515, section 3.1 */
export const COMPACT_JWS: RegExp = /^[\w-]+\.[\w-]+\.[\w-]+$/
