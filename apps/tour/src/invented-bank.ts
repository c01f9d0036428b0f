/**
 * A bank that serves one signed charge, and somebody who changes what it serves. In memory: the tour goes to no network.
 *
 * @module
 */
import { buildBrCode } from '@pixkit/brcode'
import { createCa, createServerIdentity, toPem } from '@pixkit/certs'
import type { Io } from '@pixkit/cli'
import { buildJwks, type CobPayload, signPayload } from '@pixkit/payload'
import { createSigningKeyFromIdentity } from '@pixkit/payload/node'

const HOST = 'pix.banco-inventado.com.br'
const LOCATION = `${HOST}/qr/v2/8b3da2f39a4140d1a91abd93113bd441`
const JKU = `https://${HOST}/jwks.json`

export interface InventedBank {
  readonly code: string
  /** Root of its authority, and the list of hosts that may serve charges. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly network: NonNullable<Io['network']>
  /** From now on the charge asks for less, under the old signature. */
  tamper(): void
}

export async function inventBank(now: number): Promise<InventedBank> {
  const authority = await createCa({ name: 'Autoridade Inventada' })
  const key = await createSigningKeyFromIdentity(await createServerIdentity(authority, [HOST]), { now })
  const charge = chargeOf(now)
  let jws = await signPayload(charge, { key, location: LOCATION, jku: JKU, now })
  const jwks = JSON.stringify(buildJwks([key]))
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const transport = async ({ url }: { readonly url: string }) => ({
    status: 200,
    headers: { 'content-type': 'application/jose' },
    body: bytes(url === JKU ? jwks : jws),
  })
  const open = async (): Promise<typeof transport & AsyncDisposable> =>
    Object.assign(transport, { [Symbol.asyncDispose]: async () => {} })
  return {
    code: buildBrCode({
      kind: 'dynamic',
      location: LOCATION,
      merchantName: 'Padaria do Bairro',
      merchantCity: 'São Paulo',
    }),
    files: new Map([
      ['raiz.pem', bytes(toPem(authority.certificate))],
      ['certqrc.txt', bytes(`${HOST}\n`)],
    ]),
    network: { open, openBank: open },
    tamper() {
      const [header = '', , signature = ''] = jws.split('.')
      const forged = JSON.stringify({ ...charge, chave: 'a4f1c2d3-0b9e-4c7d-8e5f-6a7b8c9d0e1f' })
      jws = [header, Buffer.from(forged).toString('base64url'), signature].join('.')
    },
  }
}

function chargeOf(now: number): CobPayload {
  const instant = new Date(now).toISOString()
  return {
    revisao: 0,
    calendario: { criacao: instant, apresentacao: instant, expiracao: 3600 },
    valor: { original: '25.90' },
    chave: 'c2a8a0f4-5d8b-4b1a-9d0e-3a7d1f6f2b11',
    txid: '33aa78afb4a64c1c9c2f3d0f7c1e2b54',
    solicitacaoPagador: 'Pedido 123',
    status: 'ATIVA',
  }
}
