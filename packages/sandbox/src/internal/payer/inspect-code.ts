/**
 * What a payer's application shows before anything is paid, all of it verified.
 *
 * @module
 */
import { safeParseLocation } from '@pixkit/brcode/location'
import { formatMessage, type Issue, type Messages } from '@pixkit/core/issue'
import { isTxid } from '@pixkit/core/txid'
import { centavosFromValor, valorFromCentavos } from '@pixkit/core/valor'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import {
  type CobPayload,
  type RecPayload,
  type StepReport,
  type Verified,
  verifyBrCode,
  verifyLocation,
  type VerifyLocationOptions,
} from '@pixkit/payload'
import type { SandboxContext } from '../context.ts'
import { locationRoutes } from '../locations/routes.ts'
import type { World } from '../world.ts'
import { refused } from './refused.ts'

export interface InspectedCode {
  readonly kind: 'charge' | 'static' | 'recurrence'
  /** What to pay now; absent where the payer has to say it, or where nothing is paid. */
  readonly valor?: string | undefined
  readonly isValorFree: boolean
  readonly recebedor: { readonly nome: string; readonly cnpj: string; readonly chave?: string | undefined }
  readonly charge?: Verified<'cob' | 'cobv'>['payload'] | undefined
  readonly recurrence?: RecPayload | undefined
  readonly steps: readonly Pick<StepReport, 'step' | 'subject' | 'outcome'>[]
  /** For people. */
  readonly warnings: readonly string[]
}

type Shown = Omit<InspectedCode, 'recebedor' | 'steps' | 'warnings'> & {
  readonly chave?: string | undefined
  readonly issues: readonly Issue[]
}

/**
 * @param text - As `pay` takes it.
 * @param messages - For warnings.
 * @throws {PixkitError} `SANDBOX_PAYMENT`; what `verifyBrCode` of `@pixkit/payload` throws.
 */
export async function inspectCode(context: SandboxContext, text: string, messages: Messages): Promise<InspectedCode> {
  const { account } = context.world
  const steps: InspectedCode['steps'][number][] = []
  const options = await optionsOf(context, ({ outcome, step, subject }) => steps.push({ step, subject, outcome }))
  const code = isTxid(text.trim()) ? codeOf(context.world, text.trim()) : text.trim()
  const location = code.replace(/^https:\/\//, '')
  const { chave, issues, ...shown } = safeParseLocation(location).ok
    ? ofVerified(await verifyLocation(location, options))
    : await ofCode(code, options)
  return {
    ...shown,
    recebedor: { nome: account.nome, cnpj: account.cnpj, chave },
    steps,
    warnings: issues.map((issue) => formatMessage(issue, messages)),
  }
}

/** Locations are asked without leaving the process; those of other banks answer nothing. */
async function optionsOf(
  context: SandboxContext,
  onStep: (report: StepReport) => void,
): Promise<VerifyLocationOptions> {
  const { world } = context
  const app = locationRoutes(context).onError((error) => {
    throw error
  })
  const transport = fetchTransport(async (url, init) =>
    new URL(url).hostname === world.locationHost
      ? app.fetch(new Request(url, init))
      : new Response(null, { status: 404 }),
  )
  const { ca } = await context.identities()
  return { trustAnchors: [ca.certificate], now: world.clock.now(), transport, onStep }
}

function codeOf({ cobs, cobvs }: World, txid: string): string {
  const charge = cobs.get(txid)?.revisoes.at(-1) ?? cobvs.get(txid)?.revisoes.at(-1)
  if (charge === undefined) throw refused('unknown')
  // One without a location can be paid by its txid alone.
  if (charge.pixCopiaECola === undefined) throw refused('nothing-shown')
  return charge.pixCopiaECola
}

async function ofCode(text: string, options: VerifyLocationOptions): Promise<Shown> {
  const verified = await verifyBrCode(text, options)
  const issues = verified.warnings
  switch (verified.kind) {
    case 'static': {
      const { chave, transactionAmount } = verified.code
      return { kind: 'static', valor: transactionAmount, isValorFree: transactionAmount === undefined, chave, issues }
    }
    case 'recurrence':
      return { ...ofVerified(verified.recurrence), issues }
    case 'charge':
      return { ...ofVerified(verified.charge), issues }
    case 'charge-with-recurrence':
    case 'charge-with-offer':
      return { ...ofVerified(verified.charge), recurrence: verified.recurrence?.payload, issues }
  }
}

function ofVerified(verified: Verified<'cob'> | Verified<'cobv'> | Verified<'rec'>): Shown {
  const { payload: shown, warnings: issues } = verified
  if (verified.kind === 'rec') return { kind: 'recurrence', isValorFree: false, recurrence: verified.payload, issues }
  const amount =
    verified.kind === 'cob' ? cobAmount(verified.payload) : { valor: verified.payload.valor.final, isValorFree: false }
  const charge = shown as Verified<'cob' | 'cobv'>['payload']
  return { kind: 'charge', ...amount, charge, chave: charge.chave, issues }
}

/** @see API Pix 2.9.0, CobPayloadValor. */
function cobAmount({ valor }: CobPayload): { readonly valor?: string | undefined; readonly isValorFree: boolean } {
  const { saque, troco } = valor.retirada ?? {}
  const cash = saque ?? troco
  const total = centavosFromValor(valor.original) + (cash === undefined ? 0 : centavosFromValor(cash.valor))
  const isValorFree = (cash ?? valor).modalidadeAlteracao === 1
  return { valor: total === 0 ? undefined : valorFromCentavos(total), isValorFree }
}
