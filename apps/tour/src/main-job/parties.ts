/**
 * Who talks to the bank of the main job: a shop, and a payer.
 *
 * @module
 */
import { type BacenClient, createBacenClient } from '@pixkit/bacen'
import { bacen } from '@pixkit/bacen/profiles/bacen'
import {
  createGuardedTransport,
  createNodeTransport,
  type GuardedTransport,
  type NodeTransport,
} from '@pixkit/http-node'
import type { Sandbox } from '@pixkit/sandbox'
import type { SecureListening } from './certificates.ts'
import { listenTo, type Wire } from './wire.ts'

export interface Shop {
  readonly client: BacenClient
  readonly wire: Wire
  readonly network: NodeTransport
}

export interface Payer {
  readonly wire: Wire
  readonly network: GuardedTransport
}

/** A client as a shop has it, with the certificate and credentials that the bank gave it. */
export function openShop(sandbox: Sandbox, { apiUrl, tokenUrl, certificates }: SecureListening): Shop {
  const network = createNodeTransport({ ...certificates.client, ca: [certificates.ca] })
  const wire = listenTo(network)
  const { ambiente, credentials, clock } = sandbox
  const options = {
    profile: bacen,
    ambiente,
    overrides: { apiUrl, tokenUrl },
    credentials,
    transport: wire.transport,
    clock: () => clock.now(),
  }
  return { client: createBacenClient(options), wire, network }
}

/** The network of a payer's bank, which follows addresses of strangers. Here the one that it meets is on this machine. */
export function openPayer({ origin, certificates }: SecureListening): Payer {
  const address = '127.0.0.1'
  const network = createGuardedTransport({
    ca: [certificates.ca],
    resolver: async () => [{ address, family: 4 }],
    dangerouslyAllowForTests: { addresses: [address], port: Number(new URL(origin).port) },
  })
  return { wire: listenTo(network), network }
}
