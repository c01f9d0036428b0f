/**
 * `pix verify`: what a location charges, proven before it is shown.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { StepReport } from '@pixkit/payload'
import { type Command, type Context, writeJson, writeLines } from '../internal/command.ts'
import { issueOf } from '../internal/failure.ts'
import { jsonIssue } from '../internal/json-issue.ts'
import { jsonIssues, refuse } from '../internal/report-error.ts'
import { readVerifyCall } from '../internal/verify/call.ts'
import { readSettings } from '../internal/verify/read-options.ts'
import type { Proven } from '../internal/verify/proven.ts'
import { runVerification } from '../internal/verify/run-verification.ts'
import { readTrust } from '../internal/verify/trust.ts'
import { describeProven, describeRefusal, describeSteps } from '../render/describe-verification.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'verifySummary',
  details: 'verifyDetails',
  usage: ({ argumentCode, argumentFile, argumentJwks, argumentJws, argumentLocation }) =>
    `[--ca ${argumentFile}] [--host-list ${argumentFile}] [${argumentCode} | ${argumentLocation} | -] [--offline ${argumentJws} ${argumentJwks}]`,
  options: {
    ca: { type: 'string', value: 'argumentFile', text: 'optionVerifyCa' },
    'host-list': { type: 'string', value: 'argumentFile', text: 'optionHostList' },
    intermediates: { type: 'string', value: 'argumentFile', text: 'optionIntermediates' },
    dpp: { type: 'string', value: 'argumentDate', text: 'optionDpp' },
    'cod-mun': { type: 'string', value: 'argumentMunicipality', text: 'optionCodMun' },
    at: { type: 'string', value: 'argumentMoment', text: 'optionAt' },
    tolerate: { type: 'string', value: 'argumentTolerances', text: 'optionTolerate' },
    strict: { type: 'boolean', text: 'optionVerifyStrict' },
    offline: { type: 'boolean', text: 'optionOffline' },
  },
  examples: [
    { text: 'exampleVerify', call: "pix verify '00020101021226…6304ABCD'" },
    {
      text: 'exampleVerifyDpp',
      call: 'pix verify pix.example.com/cobv/8b3da2f39a4140d1a91abd93113bd441 --dpp 2026-12-01 --cod-mun 3550308',
    },
    {
      text: 'exampleVerifyOffline',
      call: 'pix verify pix.example.com/8b3da2f39a4140d1a91abd93113bd441 --offline jws.txt jwks.json --at 2026-11-25T12:00:00Z',
    },
  ],

  async run(context) {
    const settings = readSettings(context)
    const call = await readVerifyCall(context)
    const { trust, issues } = await readTrust(context)
    if (issues.length > 0) return refuse(context, issues)

    const steps: StepReport[] = []
    let proven: Proven | undefined
    let refusal: Issue | undefined
    try {
      proven = await runVerification(context, call, { ...trust, ...settings, onStep: (step) => steps.push(step) })
    } catch (error) {
      if (!isPixkitError(error) || error.code.startsWith('CLI_')) throw error
      refusal = issueOf(error)
    }
    const ok = proven !== undefined && proven.parts.length > 0
    if (context.json) writeJson(context, documentOf(context, ok, steps, proven, refusal))
    else report(context, steps, proven, refusal, settings.now)
    return ok ? 0 : 1
  },
}

function report(
  { io, stdout, stderr }: Context,
  steps: readonly StepReport[],
  proven: Proven | undefined,
  refusal: Issue | undefined,
  now: number,
): void {
  writeLines(io.stdout, describeSteps(steps, stdout))
  if (proven !== undefined) writeLines(io.stdout, describeProven(proven, steps, now, stdout))
  if (refusal !== undefined) writeLines(io.stderr, describeRefusal(refusal, steps, stderr))
}

function documentOf(
  { language }: Context,
  ok: boolean,
  steps: readonly StepReport[],
  proven: Proven | undefined,
  refusal: Issue | undefined,
): unknown {
  return {
    ok,
    parts: proven?.parts ?? [],
    warnings: jsonIssues(proven?.warnings ?? [], language, {}),
    offerLost: proven?.offerLost && jsonIssue(proven.offerLost, language),
    remaining: (proven?.remaining ?? []).map((check) => ({ check, sentence: language.remaining[check] })),
    steps: steps.map(({ step, outcome, subject, issues }) => ({
      step,
      subject,
      outcome,
      issues: issues.map((issue) => jsonIssue(issue, language)),
    })),
    issues: jsonIssues(refusal === undefined ? [] : [refusal], language, {}),
  }
}
