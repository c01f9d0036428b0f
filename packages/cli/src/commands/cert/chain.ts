/**
 * `pix cert chain`: certificates in the order of TLS, and whether each was issued by the next.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { Issue } from '@pixkit/core/issue'
import { contentsOf } from '../../internal/cert/contents.ts'
import { judgeChain } from '../../internal/cert/judge-chain.ts'
import { filesOf, type LoadedFile, loadFiles } from '../../internal/cert/load-files.ts'
import { assertOutputs } from '../../internal/cert/options.ts'
import { PASSPHRASE_OPTIONS } from '../../internal/cert/passphrase.ts'
import {
  FORCE_OPTION,
  pemProduct,
  type Product,
  productJson,
  reportProducts,
  writeProducts,
} from '../../internal/cert/products.ts'
import { CERT_WORDING } from '../../internal/cert/wording.ts'
import { type Command, type Context, writeJson, writeLines } from '../../internal/command.ts'
import { failure } from '../../internal/failure.ts'
import { jsonIssues, refuse, reportText } from '../../internal/report-error.ts'
import { describeChain } from '../../render/describe-chain.ts'

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
    const { io, json, language, options, stderr } = context
    assertOptions(context)
    const anchorFile = options.values.get('ca')
    const { loaded, issues } = await loadFiles(context, filesOf(context))
    const anchors = await loadFiles(context, anchorFile === undefined ? [] : [anchorFile])
    const all = [...loaded, ...anchors.loaded]
    const problems = [...issues, ...anchors.issues, ...all.filter(isWithoutCertificate).map(certificateMissing)]
    if (problems.length > 0) return refuse(context, problems, CERT_WORDING)

    const trusted = contentsOf(anchors.loaded).certificates
    const { chain: found, loose } = orderChain<Certificate>(contentsOf(loaded).certificates)
    const verdict = await judgeChain(found, trusted, context.now)
    const { written, issues: failures } = await writeProducts(context, await productsOf(context, found))
    const findings = [...(verdict.issue === undefined ? [] : [verdict.issue]), ...failures]
    const ok = findings.length === 0
    if (json) {
      writeJson(context, {
        ok,
        chain: verdict.chain.map(certificateJson),
        loose: loose.map(certificateJson),
        anchored: verdict.isAnchored,
        missing: verdict.missing,
        files: written.map(productJson),
        issues: jsonIssues(findings, language, CERT_WORDING),
      })
    } else {
      writeLines(io.stdout, describeChain(verdict, loose, context.stdout))
      reportProducts(context, written)
      reportText(io, findings, stderr)
    }
    return ok ? 0 : 1
  },
}

function isWithoutCertificate({ credentials }: LoadedFile): boolean {
  return credentials.certificates.length === 0
}

/** A request in the place of the certificate would vanish without a word. */
function certificateMissing({ file, credentials }: LoadedFile): Issue {
  const isRequest = credentials.requests.length > 0
  return {
    code: isRequest ? 'CLI_REQUEST_ONLY' : 'CLI_CERTIFICATE_MISSING',
    severity: 'error',
    path: [file],
    params: {},
  }
}

/** Where the chain is to be written, of a call whose options go together. */
function assertOptions(context: Context): void {
  const { help, options } = context
  assertOutputs(context, ['out'])
  const split = options.values.get('split')
  if (split === '') throw failure('CLI_OPTION_VALUE_MISSING', { option: '--split', help })
  if (split !== undefined && options.values.has('out')) {
    throw failure('CLI_OPTION_CONFLICT', { option: '--out', other: '--split', help })
  }
}

async function productsOf({ options }: Context, found: readonly Certificate[]): Promise<Product[]> {
  const [out, split] = ['out', 'split'].map((name) => options.values.get(name))
  if (out !== undefined) return [await pemProduct(out, { certificates: found })]
  if (split === undefined) return []
  return Promise.all(found.map((one, index) => pemProduct(`${split}-${index + 1}.pem`, { certificates: [one] })))
}

function certificateJson({ issuer, notAfter, notBefore, subject }: Certificate): unknown {
  return {
    subject: subject.text,
    issuer: issuer.text,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
  }
}
