import { describe, expect, it } from 'vitest'
import { createPayloadWorld } from '../../../tests/lib/payload-fixture.ts'
import { verifyPayload } from './verify-payload.ts'

describe('verifyPayload', () => {
  it('proves', async () => {
    const world = await createPayloadWorld()
    const v = await verifyPayload(world.sign(), world.options())
    expect(v.kind).toBe('cob')
    expect(v.warnings).toEqual([])
  })
})
