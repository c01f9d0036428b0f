/**
 * The locations and the key set, whatever name the sandbox is called by.
 *
 * @module
 */
import { keySetResponse } from '@pixkit/payload/payload-response'
import { safeParseLocation } from '@pixkit/brcode/location'
import { Hono } from 'hono'
import type { SandboxContext } from '../context.ts'
import { answerWithFaults } from '../faults/at-the-edge.ts'
import { answerLocation } from './answer-location.ts'
import { createPayloadSigner, PAYLOAD_FAULTS, type PayloadSigner } from './signer.ts'

/** Short, for faults put other keys in it. */
const KEY_SET_SECONDS = 60

const signers = new WeakMap<SandboxContext, Promise<PayloadSigner>>()

/** One for all that listen. */
async function signerOf(context: SandboxContext): Promise<PayloadSigner> {
  const { world } = context
  const made =
    signers.get(context) ??
    context.identities().then((identities) => createPayloadSigner(identities, world.locationHost, world.clock.now()))
  signers.set(context, made)
  return made
}

export function locationRoutes(context: SandboxContext): Hono {
  const { faults, world } = context
  return new Hono()
    .get('/jwks.json', () =>
      answerWithFaults(context, 'jwks', async () =>
        keySetResponse((await signerOf(context)).keySet(), { maxAgeSeconds: KEY_SET_SECONDS }),
      ),
    )
    .get('/qr/*', ({ req }) => {
      const { pathname, searchParams: query } = new URL(req.url)
      return answerWithFaults(context, 'location', async () => {
        if (!safeParseLocation(world.locationHost + pathname).ok) return new Response(null, { status: 404 })
        const [fault] = faults.take('location', PAYLOAD_FAULTS)
        return answerLocation(world, await signerOf(context), { path: pathname, query, fault: fault?.kind })
      })
    })
}
