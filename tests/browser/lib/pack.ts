/** @module Packs once for all the files that drive a browser. */
import { dirname } from 'node:path'
import { packed } from '../../../scripts/lib/packed.mjs'

export async function setup(): Promise<void> {
  const { consumer } = await packed()
  process.env['PIXKIT_PACKED'] = dirname(consumer)
}
