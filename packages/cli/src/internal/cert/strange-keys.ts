/**
 * Private keys that belong to nothing else in a call: a mix-up that shows only when the bank says no.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { LoadedFile } from './load-files.ts'

/** Keys without a partner among certificates and requests, where there are some; the file is the path. */
export async function findStrangeKeys(loaded: readonly LoadedFile[]): Promise<readonly Issue[]> {
  const { matchKeyPair } = await import('@pixkit/certs/match-key-pair')
  const all = loaded.map(({ credentials }) => credentials)
  const partners = all.flatMap(({ certificates, requests }) => [...certificates, ...requests])
  // Authorities alone are a chain: their keys are somewhere else.
  if (partners.every((partner) => partner.kind === 'certificate' && partner.isCa)) return []
  return loaded.flatMap(({ file, credentials: { privateKeys } }) =>
    privateKeys.some((key) => !partners.some((partner) => matchKeyPair(partner, key)))
      ? [{ code: 'CERTS_KEY_MISMATCH', severity: 'error', path: [file], params: {} } as const]
      : [],
  )
}
