/**
 * What the package has for Node alone.
 *
 * @module
 */
import { rootCertificates } from 'node:tls'
import { readCredentials } from '@pixkit/certs/read-credentials'
import type { Certificate } from '@pixkit/certs/x509'

let anchors: readonly Certificate[] | undefined

/**
 * Returns Mozilla's roots as this version of Node has them; read once.
 *
 * @returns Trust anchors for `verifyPayload` and its like.
 */
export function mozillaTrustAnchors(): readonly Certificate[] {
  anchors ??= rootCertificates.flatMap((pem) => readCredentials(pem).certificates)
  return anchors
}
