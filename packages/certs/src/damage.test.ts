/** Wrong passphrase, damaged file, hostile file: which is which, and nothing else comes out. */
import type { KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  CREDENTIAL_FILES,
  type CredentialFile,
  keyHash,
  makeCredentialFiles,
  sha256,
} from '../../../tests/lib/credential-files.ts'
import { openssl } from '../../../tests/lib/openssl.ts'
import type { Credentials } from './credentials.ts'
import { safeReadCredentials } from './read-credentials.ts'

let file: (name: string) => CredentialFile
beforeAll(async () => {
  file = await makeCredentialFiles()
}, 600_000)

const encrypted = CREDENTIAL_FILES.filter(({ passphrase }) => passphrase !== undefined)
/** Files that take long, though every change is tried on a few of each vintage. */
const quick = CREDENTIAL_FILES.filter(({ name }) => !name.includes('2048 rounds'))

type Change = (bytes: Buffer) => Buffer

const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: position, bit: fc.nat(7) }).map(flip) },
  { weight: 1, arbitrary: position.map(truncate) },
  {
    weight: 1,
    arbitrary: fc.record({ at: position, octets: fc.uint8Array({ minLength: 1, maxLength: 8 }) }).map(insert),
  },
  { weight: 1, arbitrary: fc.record({ at: position, octet: fc.nat(255) }).map(overwrite) },
)

describe.skipIf(openssl === undefined)('a changed file', () => {
  it('gives an error of ours or a reading of what it says, never anything else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...quick.map(({ name }) => name)), change, (name, apply) => {
        const whole = file(name)
        const { bytes, passphrase } = whole
        const result = safeReadCredentials(apply(bytes), { passphrase, maxIterations: 20_000 })
        const isFine = result.ok
          ? isWellFormed(result.value) && (!whole.isAuthenticated || isSame(result.value, whole))
          : isOurs(result.error)
        expect(isFine).toBe(true)
      }),
    )
  })
})

describe.skipIf(openssl === undefined)('a wrong passphrase', () => {
  it.each(encrypted)('is called one: $name', ({ name }) => {
    const { bytes, passphrase = '' } = file(name)
    const wrong = [`${passphrase}x`, passphrase.toUpperCase().replace(/x/i, 'z'), 'outra', `${passphrase} `, '']
    const others = wrong.filter((text) => text !== passphrase)
    expect(new Set(others.map((text) => codeOf(bytes, text)))).toEqual(new Set(['CERTS_PASSPHRASE_WRONG']))
    expect(codeOf(bytes, undefined)).toBe('CERTS_PASSPHRASE_MISSING')
  })
})

/** A file of each vintage. */
const vintages = encrypted.filter(
  ({ name, encryption }) =>
    encryption.length > 0 &&
    (name.endsWith('ascii') || name.startsWith('pkcs8') || name.includes('in PEM') || name.startsWith('node-forge')),
)

describe.skipIf(openssl === undefined)('a flipped bit of what is encrypted, with the right passphrase', () => {
  it.each(vintages)('is never called a wrong passphrase: $name', ({ name, passphrase }) => {
    const { start, bytes, rebuild } = ciphertextOf(file(name))
    const codes = new Set<string>()
    const step = Math.max(1, Math.floor((bytes.length - start) / 250))
    for (let at = start; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      codes.add(codeOf(rebuild(changed), passphrase))
    }
    expect(codes).not.toContain('CERTS_PASSPHRASE_WRONG')
    expect(codes).toContain('CERTS_FILE_DAMAGED')
  })
})

/** Where both certificate and key are encrypted, each part vouches for the passphrase when the other is damaged. */
const twoParts = CREDENTIAL_FILES.filter(
  ({ name, encryption, isAuthenticated }) =>
    isAuthenticated &&
    encryption.length > 0 &&
    name.startsWith('pkcs12') &&
    !name.includes('in the clear') &&
    name.endsWith('ascii'),
)

describe.skipIf(openssl === undefined)('a flipped bit anywhere in a PKCS#12 file with two encrypted parts', () => {
  it.each(twoParts)('is never called a wrong passphrase: $name', ({ name }) => {
    const { bytes, passphrase } = file(name)
    const codes = new Set<string>()
    const step = Math.max(1, Math.floor(bytes.length / 300))
    for (let at = 0; at < bytes.length; at += step) {
      codes.add(codeOf(flip({ at: at / bytes.length, bit: at % 8 })(bytes), passphrase))
    }
    expect(codes).not.toContain('CERTS_PASSPHRASE_WRONG')
    expect(codes).toContain('CERTS_FILE_DAMAGED')
  })
})

describe.skipIf(openssl === undefined)('secrets', () => {
  it.each(encrypted.slice(0, 40))('are in no error and no picture of what was read: $name', ({ name }) => {
    const { bytes, passphrase = '' } = file(name)
    const read = safeReadCredentials(bytes, { passphrase })
    const wrong = safeReadCredentials(bytes, { passphrase: `${passphrase}-errada` })
    const cut = safeReadCredentials(bytes.subarray(0, bytes.length - 20), { passphrase })
    const shown = [read, wrong, cut].map((result) =>
      inspect(result, { depth: Infinity, showHidden: true, maxArrayLength: Infinity, maxStringLength: Infinity }),
    )
    expect(shown.join()).not.toContain(passphrase)
    const [key] = read.ok ? read.value.privateKeys : []
    const secrets = key === undefined ? [] : secretsOf(key.key)
    expect(secrets.length).toBeGreaterThan(0)
    const numbers = shown.join().replaceAll(/[\s,]+/g, ' ')
    const isShown = ({ base64url, hex, numbers: decimal }: (typeof secrets)[number]): boolean =>
      [base64url, hex, decimal].some((text) => numbers.includes(text))
    expect(secrets.some(isShown)).toBe(false)
  })
})

/** Pieces of the secret numbers, as a program could print them. */
function secretsOf(key: KeyObject): { base64url: string; hex: string; numbers: string }[] {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
  const isRsa = key.asymmetricKeyType?.startsWith('rsa') === true
  // The end of an RSA key is its coefficient, its middle the private exponent or a factor.
  const pieces = isRsa
    ? [pkcs8.subarray(-16), pkcs8.subarray(600, 616)]
    : [Buffer.from(String(key.export({ format: 'jwk' }).d), 'base64url')]
  return pieces.map((piece) => {
    const bytes = piece.subarray(0, 16)
    return {
      base64url: bytes.toString('base64url').slice(0, 20),
      hex: bytes.toString('hex').replaceAll(/(..)/g, '$1 ').trim(),
      numbers: Array.from(bytes).join(' '),
    }
  })
}

function codeOf(bytes: Uint8Array, passphrase: string | undefined): string {
  const result = safeReadCredentials(bytes, { passphrase })
  return result.ok ? 'read' : result.error.code
}

function isOurs(error: PixkitError): boolean {
  return (
    isPixkitError(error) &&
    /^CERTS_[A-Z0-9_]+$/.test(error.code) &&
    error.message !== error.code &&
    !error.message.includes('{')
  )
}

function isWellFormed({ certificates, privateKeys, requests }: Credentials): boolean {
  const count = certificates.length + privateKeys.length + requests.length
  return (
    count > 0 &&
    certificates.every(({ kind, der, tbs }) => kind === 'certificate' && der[0] === 0x30 && tbs[0] === 0x30) &&
    requests.every(({ kind, der }) => kind === 'request' && der[0] === 0x30) &&
    privateKeys.every(({ key, bits }) => key.type === 'private' && bits >= 0)
  )
}

function isSame({ certificates, privateKeys }: Credentials, file: CredentialFile): boolean {
  return (
    certificates.map(({ der }) => sha256(der)).join() === file.certificates.join() &&
    privateKeys.map(({ key }) => keyHash(key)).join() === file.keys.join()
  )
}

function flip({ at, bit }: { at: number; bit: number }): Change {
  return (bytes) => {
    const changed = Buffer.from(bytes)
    const index = Math.round(at * bytes.length) % bytes.length
    changed[index] = (changed[index] ?? 0) ^ (1 << bit)
    return changed
  }
}

function overwrite({ at, octet }: { at: number; octet: number }): Change {
  return (bytes) => {
    const changed = Buffer.from(bytes)
    changed[Math.floor(at * bytes.length)] = octet
    return changed
  }
}

function truncate(at: number): Change {
  return (bytes) => bytes.subarray(0, Math.floor(at * bytes.length))
}

function insert({ at, octets }: { at: number; octets: Uint8Array }): Change {
  return (bytes) => {
    const index = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.subarray(0, index), octets, bytes.subarray(index)])
  }
}

/** The longest encrypted part. */
function ciphertextOf({ bytes, format }: CredentialFile): {
  start: number
  bytes: Buffer
  rebuild: (changed: Buffer) => Buffer
} {
  if (format !== 'pem') {
    const { start, end } = longestString(bytes)
    return { start, bytes: bytes.subarray(0, end), rebuild: (changed) => Buffer.concat([changed, bytes.subarray(end)]) }
  }
  const text = bytes.toString()
  const begin = text.includes('DEK-Info') ? text.search(/\r?\n\r?\n/) : text.indexOf('\n')
  const end = text.indexOf('-----END')
  const body = Buffer.from(text.slice(begin, end).replaceAll(/\s/g, ''), 'base64')
  return {
    start: text.includes('DEK-Info') ? 0 : longestString(body).start,
    bytes: body,
    rebuild: (changed) =>
      Buffer.from(`${text.slice(0, begin).trimEnd()}\n\n${changed.toString('base64')}\n${text.slice(end)}`),
  }
}

/** The longest string that holds no objects: what is encrypted. */
function longestString(bytes: Buffer): { start: number; end: number } {
  const found = stringsIn(bytes, 0, bytes.length)
  return found.reduce((best, next) => (next.end - next.start > best.end - best.start ? next : best), {
    start: 0,
    end: 0,
  })
}

function stringsIn(bytes: Buffer, from: number, to: number): { start: number; end: number }[] {
  const strings: { start: number; end: number }[] = []
  for (let at = from; at < to;) {
    const { start, end } = contentAt(bytes, at)
    const tag = bytes[at] ?? 0
    const isString = tag === 0x04 || tag === 0x80
    const isWrapped = isString && bytes[start] === 0x30 && contentAt(bytes, start).end === end
    if ((tag & 0x20) !== 0 || isWrapped) strings.push(...stringsIn(bytes, start, end))
    else if (isString) strings.push({ start, end })
    at = end
  }
  return strings
}

function contentAt(bytes: Buffer, at: number): { start: number; end: number } {
  const first = bytes[at + 1] ?? 0
  const octets = first < 0x80 ? 0 : Math.min(4, first & 0x7f)
  const start = at + 2 + octets
  return { start, end: start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets)) }
}
