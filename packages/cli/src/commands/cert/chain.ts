/**
 * `pix cert chain`: certificates in the order of TLS, and whether each was issued by the next.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { Issue } from '@pixkit/core/issue'
import { type Command, type Context, writeJson, writeLines } from '../../internal/command.ts'
import { contentsOf } from '../../internal/cert/contents.ts'
import { filesOf, loadFiles } from '../../internal/cert/load-files.ts'
import { PASSPHRASE_OPTIONS } from '../../internal/cert/passphrase.ts'
import { finish, FORCE_OPTION, pemProduct, type Product } from '../../internal/cert/products.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { failure, issueOf } from '../../internal/failure.ts'
import { jsonIssues, refuse, reportText } from '../../internal/report-error.ts'
import { visible } from '../../render/visible.ts'
import { hang, wrapWords } from '../../render/wrap.ts'

export const chain: Command = {
  name: 'cert chain',
  summary: 'certChainSummary',
  details: 'certChainDetails',
  usage: ({ argumentFile }) =>
    `${argumentFile}… [--ca ${argumentFile}] [--out ${argumentFile} | --split ${argumentFile}]`,
  options: {
    ca: { type: 'string', value: 'argumentFile', text: 'optionCa' },
    out: { type: 'string', value: 'argumentFile', text: 'optionChainOut' },
    split: { type: 'string', value: 'argumentPrefix', text: 'optionSplit' },
    ...PASSPHRASE_OPTIONS,
    ...FORCE_OPTION,
  },
  examples: [
    { text: 'exampleCertChain', call: 'pix cert chain certificado.cer CadeiaCompletaSicredi.cer --out completo.pem' },
    { text: 'exampleCertChainSplit', call: 'pix cert chain CadeiaCompletaSicredi.cer --split cadeia' },
  ],

  async run(context) {
    const { orderChain } = await import('@pixkit/certs/order-chain')
    const { io, json, options } = context
    const anchorFile = options.values.get('ca')
    const { loaded, issues } = await loadFiles(context, filesOf(context))
    const anchors = await loadFiles(context, anchorFile === undefined ? [] : [anchorFile])
    if (issues.length + anchors.issues.length > 0) return refuse(context, [...issues, ...anchors.issues], CERT_WORDING)

    const trusted = contentsOf(anchors.loaded).certificates
    const { chain: found, loose } = orderChain(contentsOf(loaded).certificates)
    const [leaf] = found
    if (leaf === undefined) {
      return refuse(context, [{ code: 'CLI_CERTIFICATE_MISSING', severity: 'error', path: [], params: {} }])
    }
    const verdict = await judge(found, trusted, io.now?.() ?? Date.now())
    const products = await productsOf(context, found)
    if (json && products.length === 0) {
      writeJson(context, {
        ok: verdict.issue === undefined,
        chain: verdict.chain.map(toJson),
        loose: loose.map(toJson),
        anchored: verdict.isAnchored,
        issues: jsonIssues(verdict.issue === undefined ? [] : [verdict.issue], context.language, {}),
      })
    } else if (!json) show(context, verdict, loose)
    const exitCode = verdict.issue === undefined ? 0 : 1
    return products.length === 0 ? exitCode : Math.max(exitCode, await finish(context, products))
  },
}

interface Verdict {
  readonly chain: readonly Certificate[]
  /** Whether it ends in a certificate that the call trusts. */
  readonly isAnchored: boolean
  readonly issue: Issue | undefined
}

/** Without anchors of the call, the last certificate found stands for one: each link is proven, the end is not. */
async function judge(found: readonly Certificate[], trusted: readonly Certificate[], now: number): Promise<Verdict> {
  const { safeBuildChain } = await import('@pixkit/certs/x509')
  const [leaf, ...intermediates] = found
  const isAnchored = trusted.length > 0
  const trustAnchors = isAnchored ? trusted : found.slice(-1)
  const result = await safeBuildChain(leaf as Certificate, { intermediates, trustAnchors, now })
  if (!result.ok) return { chain: found, isAnchored: false, issue: issueOf(result.error) }
  const last = result.value.at(-1)
  const isWhole = isAnchored || last?.subject.text === last?.issuer.text
  const missing: Issue = {
    code: 'CERTS_CHAIN_INCOMPLETE',
    severity: 'error',
    path: [],
    params: { index: result.value.length - 1 },
  }
  return { chain: result.value, isAnchored, issue: isWhole ? undefined : missing }
}

async function productsOf({ options, help }: Context, found: readonly Certificate[]): Promise<Product[]> {
  const [out, split] = ['out', 'split'].map((name) => options.values.get(name))
  if (out !== undefined && split !== undefined) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--out', other: '--split', help })
  }
  if (out !== undefined) return [await pemProduct(out, { certificates: found })]
  if (split === undefined) return []
  return Promise.all(found.map((one, index) => pemProduct(`${split}-${index + 1}.pem`, { certificates: [one] })))
}

function show(
  { io, stdout, stderr }: Context,
  { chain: links, isAnchored, issue }: Verdict,
  loose: readonly Certificate[],
): void {
  const { texts } = stdout.language
  const row = (head: string, { notAfter, subject }: Certificate): string[] => {
    const until = new Date(notAfter).toISOString().slice(0, 10)
    return hang(head, wrapWords(`${visible(subject.text)} (${until})`, stdout.columns - head.length), head.length)
  }
  writeLines(
    io.stdout,
    links.flatMap((link, index) => row(`${index}  `, link)),
  )
  if (loose.length > 0) {
    writeLines(io.stdout, ['', stdout.style('yellow', texts.chainLoose), ...loose.flatMap((one) => row('-  ', one))])
  }
  writeLines(io.stdout, [''])
  if (issue !== undefined) reportText(io, [issue], stderr)
  else writeLines(io.stdout, [stdout.style('green', `✓ ${isAnchored ? texts.chainAnchored : texts.chainHolds}`)])
}

function toJson({ issuer, notAfter, notBefore, subject }: Certificate): unknown {
  return {
    subject: subject.text,
    issuer: issuer.text,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
  }
}
