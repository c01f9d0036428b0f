import { describe, expect, test } from 'vitest'
import { forgeChain, type Links, NOW } from '../../../../../tests/lib/forge-chain.ts'
import type { Certificate } from './certificate.ts'
import { indexIssuers, isSelfIssued, mayHaveIssued } from './issuers.ts'
import { parseCertificate } from './parse-certificate.ts'

const NAME = 'C=BR, O=Forja, CN=Intermediária'

/** Names of the issuers that are found for the leaf. */
function found(links: Links, trusted: readonly string[], names: readonly string[]): readonly (string | undefined)[] {
  const forged = Object.entries(forgeChain(links)).map(([name, der]) => [name, parseCertificate(der)] as const)
  const of = (wanted: readonly string[]): Certificate[] =>
    wanted.flatMap((name) => forged.filter(([other]) => other === name).map(([, certificate]) => certificate))
  const [leaf] = of(['leaf'])
  if (leaf === undefined) throw new Error('There is no leaf')
  const issuers = indexIssuers(of(trusted), of(names), NOW)(leaf)
  return issuers.map(({ certificate, isAnchor }) => {
    const name = forged.find(([, other]) => other === certificate)?.[0]
    return isAnchor ? `${name}!` : name
  })
}

describe('indexIssuers', () => {
  const links: Links = {
    alike: { by: 'root', subject: NAME.toUpperCase().replace('Á', 'á'), key: 'ca', ca: true, from: -1 },
    expired: { by: 'root', subject: NAME, key: 'ca', ca: true, to: -1 },
    stranger: { by: 'root', subject: NAME, key: 'leaf', ca: true },
    nameless: { by: 'root', subject: NAME, key: 'leaf', ca: true, keyId: null, to: 1, from: 0 },
  }

  test('finds by name, leaves out other keys, and puts the likely first', () => {
    const names = ['stranger', 'nameless', 'expired', 'root', 'ca', 'alike']
    expect(found(links, [], names)).toEqual(['alike', 'ca', 'expired', 'nameless'])
    expect(found(links, ['nameless', 'root'], names)).toEqual(['nameless!', 'alike', 'ca', 'expired', 'nameless'])
  })

  test('finds nothing where there is nothing', () => {
    expect(found({}, ['root'], [])).toEqual([])
  })
})

describe('mayHaveIssued', () => {
  const of = (links: Links = {}) => {
    const forged = forgeChain(links)
    return (name: string): Certificate => parseCertificate(forged[name] ?? new Uint8Array())
  }

  test('goes by name and key identifier', () => {
    const chain = of()
    expect(mayHaveIssued(chain('ca'), chain('leaf'))).toBe(true)
    expect(mayHaveIssued(chain('root'), chain('leaf'))).toBe(false)
    expect(mayHaveIssued(chain('leaf'), chain('ca'))).toBe(false)
    expect(mayHaveIssued({ ...chain('ca'), subject: chain('root').subject }, chain('leaf'))).toBe(false)
    const namesake = of({ ca: { key: 'p2561' } })('ca')
    expect(mayHaveIssued(namesake, chain('leaf'))).toBe(false)
    const nameless = of({ ca: { key: 'p2561', keyId: null } })('ca')
    expect(mayHaveIssued(nameless, chain('leaf'))).toBe(true)
  })

  test('goes by the serial number and the issuer of the issuer where they are told', () => {
    const chain = of()
    const { serialNumber, issuer } = chain('ca')
    const leaf = { ...chain('leaf'), authorityCertIssuer: issuer, authorityCertSerialNumber: serialNumber }
    expect(mayHaveIssued(chain('ca'), leaf)).toBe(true)
    expect(mayHaveIssued({ ...chain('ca'), serialNumber: '02' }, leaf)).toBe(false)
    expect(mayHaveIssued({ ...chain('ca'), issuer: chain('leaf').subject }, leaf)).toBe(false)
  })

  test('finds a root to have issued itself', () => {
    const chain = of()
    expect(['root', 'ca', 'leaf'].map((name) => isSelfIssued(chain(name)))).toEqual([true, false, false])
    expect(mayHaveIssued(chain('root'), chain('root'))).toBe(true)
  })
})
