/**
 * Checks of options that both transports have.
 *
 * @module
 */
import { X509Certificate } from 'node:crypto'

const PEM_CERTIFICATE = /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[^-]*-----END \1-----/g

/**
 * Reads the option `ca`. Node takes any text, finds no authority in it, and refuses every server later.
 *
 * @throws {TypeError} It is not PEM, or one of the texts has no certificate.
 */
export function authoritiesOf(ca: string | readonly string[]): string[] {
  const texts: readonly unknown[] = Array.isArray(ca) ? ca : [ca]
  const isRight = texts.length > 0 && texts.every((text) => typeof text === 'string' && holdsCertificates(text))
  if (!isRight) throw new TypeError('"ca" must be certificates in PEM, in one text or several')
  return texts as string[]
}

function holdsCertificates(text: string): boolean {
  const blocks = text.match(PEM_CERTIFICATE) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block)).length > 0
  } catch {
    return false
  }
}

/** @throws {TypeError} It is no value of a header. */
export function assertUserAgent(userAgent: unknown): asserts userAgent is string {
  if (typeof userAgent !== 'string' || !/^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(userAgent)) {
    throw new TypeError('"userAgent" must be visible ASCII')
  }
}
