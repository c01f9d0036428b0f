/** @module Holds the verifier against vectors that openssl and independent code made; and the vectors against the codes. */
import { readdirSync, readFileSync } from 'node:fs'
import * as x509 from '@pixkit/certs/x509'
import { verifyPayload } from '@pixkit/payload/verify-payload'
import { describe, expect, test } from 'vitest'
import { expectedOf, judge, type VectorFile } from '../environments/payload-suite.mjs'

const library = { ...x509, verifyPayload }
const folder = new URL('../vectors/payload/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, file: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile }))
const cases = files.flatMap(({ file, name }) => file.cases.map((vector) => ({ id: `${name} ${vector.id}`, file, vector })))

describe('verifyPayload', () => {
  test.each(cases)('$id', async ({ file, vector }) => {
    expect(await judge(library, file, vector)).toEqual(expectedOf(vector))
  })

  test.each(cases)('$id, as bytes', async ({ file, vector }) => {
    expect(await judge(library, file, vector, (jws) => new TextEncoder().encode(jws))).toEqual(expectedOf(vector))
  })
})
