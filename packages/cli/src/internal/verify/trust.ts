/**
 * Whom a verification trusts: roots, issuers, hosts.
 *
 * @module
 */
import type { VerifyOptions } from '@pixkit/payload'
import type { Certificate } from '@pixkit/certs/x509'
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { contentsOf } from '../cert/contents.ts'
import { loadFiles, MAX_FILE_BYTES } from '../cert/load-files.ts'
import type { Context } from '../command.ts'
import { issueOf } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'

export interface Trust extends Pick<VerifyOptions, 'authorisedHosts' | 'intermediates' | 'siteCertificates'> {
  /** Absent: Mozilla's roots. */
  readonly roots?: readonly Certificate[] | undefined
}

export interface ReadTrust {
  readonly trust: Trust
  /** What is wrong with the files; the file is the path. */
  readonly issues: readonly Issue[]
}

/** Reads the files that say whom to trust. */
export async function readTrust(context: Context): Promise<ReadTrust> {
  const roots = await readCertificates(context, 'ca')
  const intermediates = await readCertificates(context, 'intermediates')
  const hosts = await readHosts(context)
  return {
    trust: { roots: roots.certificates, intermediates: intermediates.certificates, ...hosts.trust },
    issues: [...roots.issues, ...intermediates.issues, ...hosts.issues],
  }
}

interface ReadCertificates {
  readonly certificates?: readonly Certificate[] | undefined
  readonly issues: readonly Issue[]
}

async function readCertificates(context: Context, option: string): Promise<ReadCertificates> {
  const file = context.options.values.get(option)
  if (file === undefined) return { issues: [] }
  const { loaded, issues } = await loadFiles(context, [file])
  const { certificates } = contentsOf(loaded)
  if (issues.length > 0 || certificates.length > 0) return { certificates, issues }
  return { issues: [{ code: 'CLI_CERTIFICATE_MISSING', severity: 'error', path: [file], params: {} }] }
}

/** The list as text, or the CERTQRC certificates themselves, which are then wanted of the server, too. */
async function readHosts(context: Context): Promise<ReadTrust> {
  const file = context.options.values.get('host-list')
  if (file === undefined) return { trust: {}, issues: [] }
  try {
    const bytes = await readBytes(context.io, file, MAX_FILE_BYTES)
    const text = new TextDecoder().decode(bytes)
    const { hostsOfCertificates, parseHostList } = await import('@pixkit/payload/authorised-hosts')
    if (!text.includes('-----BEGIN ') && !isDer(bytes)) {
      return { trust: { authorisedHosts: parseHostList(text) }, issues: [] }
    }
    const { readCredentials } = await import('@pixkit/certs/read-credentials')
    const { certificates } = readCredentials(bytes)
    if (hostsOfCertificates(certificates).length > 0) return { trust: { siteCertificates: certificates }, issues: [] }
    const nobody = { code: 'PAYLOAD_HOST_LIST', severity: 'error', path: [file], params: { reason: 'empty' } } as const
    return { trust: {}, issues: [nobody] }
  } catch (error) {
    if (!isPixkitError(error)) throw error
    return { trust: {}, issues: [{ ...issueOf(error), path: [file] }] }
  }
}

/** A SEQUENCE with a length of several bytes, which no text begins with. */
function isDer([tag, length = 0]: Uint8Array): boolean {
  return tag === 0x30 && length > 0x80
}
