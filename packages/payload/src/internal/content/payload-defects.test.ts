import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { recPayloadSchema } from '../../schema.ts'
import { payloadDefects } from './payload-defects.ts'

describe('payloadDefects', () => {
  test('lists the names of an object once, however much is wrong inside', () => {
    let lists = 0
    const entries = Array.from({ length: 500 }, () => ({}))
    const value = new Proxy<Record<string, unknown>>(
      { idRec: 'short', atualizacao: entries },
      {
        ownKeys(target) {
          lists += 1
          return Reflect.ownKeys(target)
        },
      },
    )
    const { issues = [] } = safeParse(recPayloadSchema, value)
    lists = 0
    const defects = payloadDefects(issues, { value, bytes: new Uint8Array(), nulls: [] })
    expect(defects.slice(0, 3)).toEqual([
      { reason: 'format', path: ['idRec'], form: '[a-zA-Z0-9]{29}' },
      { reason: 'missing', path: ['atualizacao', 0, 'status'] },
      { reason: 'missing', path: ['atualizacao', 0, 'data'] },
    ])
    expect(defects.at(-1)).toEqual({ reason: 'missing', path: ['politicaRetentativa'] })
    expect(lists).toBe(1)
  })
})
