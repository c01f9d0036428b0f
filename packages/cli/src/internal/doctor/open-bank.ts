/**
 * The transport to a bank, with the certificate that the files hold.
 *
 * @module
 */
import type { GivenFile } from '@pixkit/certs'
import type { Transport } from '@pixkit/http/transport'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import type { BankCall } from './bank-call.ts'

/**
 * Opens it.
 *
 * @throws {PixkitError} `CERTS_…`: the files hold no certificate with its key; `CLI_NETWORK_MISSING`.
 */
export async function openBank(
  { io }: Context,
  { overrides }: BankCall,
  files: readonly GivenFile[],
): Promise<Transport & AsyncDisposable> {
  const { network } = io
  if (network === undefined) throw failure('CLI_NETWORK_MISSING')
  const { readCredentials, selectIdentity, toPem, toPemPair } = await import('@pixkit/certs')
  const read = files.map(({ bytes, passphrase, role }) => ({ role, ...readCredentials(bytes, { passphrase }) }))
  const ca = read.flatMap(({ role, certificates }) =>
    role === 'ca' ? certificates.map((certificate) => toPem(certificate)) : [],
  )
  const pair = read.some(({ privateKeys }) => privateKeys.length > 0) ? toPemPair(selectIdentity(read)) : {}
  const urls = [overrides.apiUrl, overrides.tokenUrl]
  return network.openBank({
    ...pair,
    ca: ca.length === 0 ? undefined : ca,
    allowInsecureRequests: urls.some((url) => url?.startsWith('http:')),
  })
}
