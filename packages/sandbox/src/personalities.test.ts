import { type OperationName, operations } from '@pixkit/bacen'
import { describe, expect, it } from 'vitest'
import { bacen, efi, sicredi } from './personalities.ts'

const scopes = new Set(Object.values(operations).map(({ scope }) => scope))

describe('personalities', () => {
  it('have different ids', () => {
    expect(new Set([bacen, efi, sicredi].map(({ id }) => id)).size).toBe(3)
  })

  it('can be granted the scope of every operation', () => {
    for (const { scopes: granted } of [bacen, efi, sicredi]) {
      expect(granted).toEqual(expect.arrayContaining([...scopes]))
    }
  })

  it('have no two operations of the same method and path', () => {
    for (const { prefixes, paths } of [bacen, efi, sicredi]) {
      const names = Object.keys(operations) as OperationName[]
      const routes = names.map((name) => {
        const prefix = prefixes[name] ?? prefixes[name.split('.')[0] as keyof typeof prefixes] ?? ''
        return `${operations[name].method} ${prefix}${paths[name] ?? operations[name].path}`
      })
      expect(new Set(routes).size).toBe(names.length)
    }
  })

  it('have the versions of Sicredi', () => {
    expect([sicredi.prefixes.cob, sicredi.prefixes.cobv, sicredi.prefixes.rec]).toEqual(['/v3', '/v2', '/v1'])
    expect(sicredi.paths['solicRec.create']).toBe('/SolicRec')
  })
})
