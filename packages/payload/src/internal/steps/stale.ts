/**
 * Step 23: the payload is of now, and the newest that was seen.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import { formatThumbprint } from '@pixkit/certs/x509'
import type { CobPayload, CobVPayload } from '../../types.ts'
import type { Revision, RevisionMemory } from '../../revision-memory.ts'
import { instantMs } from '@pixkit/core/dates'
import type { Verification } from '../verification.ts'

type Charge =
  | { readonly kind: 'cob'; readonly payload: CobPayload }
  | { readonly kind: 'cobv'; readonly payload: CobVPayload }

/** Seconds between the making of a payload and its reading: a choice of pixkit. */
const MAX_AGE_S = 300

/**
 * Warns of a payload that was made long ago, or is from the future.
 *
 * @see API Pix 2.9.0, CobApresentacao: the instant at which the payload was fetched.
 */
export function checkPresentation({ payload }: Charge, verification: Verification): void {
  const { now } = verification.options
  const seconds = Math.abs(Math.round((now - instantMs(payload.calendario.apresentacao)) / 1000))
  if (seconds <= MAX_AGE_S) return
  verification.warn('PAYLOAD_STALE', {
    reason: 'presentation',
    path: ['calendario', 'apresentacao'],
    params: { seconds },
  })
}

/** A revision that was read, and what was kept of its charge before. */
export interface Remembered {
  readonly revision: Revision
  readonly before: Revision | undefined
}

/**
 * Keeps the revision, so early that one is also known that the next steps refuse: whoever shows an older one afterwards is found
 * out. Nothing is judged yet.
 */
export async function rememberRevision(
  charge: Charge,
  { host, path }: Location,
  revisions: RevisionMemory,
): Promise<Remembered> {
  const { revisao, status, txid } = charge.payload
  const revision: Revision = { revisao, digest: await digestOf(charge), closed: status !== 'ATIVA' }
  return { revision, before: await revisions.remember(`${host}${plainPath(path)} ${txid}`, revision) }
}

/** One spelling for those that servers may take for the same: nobody signed the path. */
function plainPath(path: string): string {
  return path
    .replace(/;[^/]*/g, '')
    .replace(/%[0-7][\da-f]/gi, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)))
    .toLowerCase()
}

/**
 * Warns of a revision older than one that was seen, of one that charges something else than before, and of a charge that was
 * closed before, as this one is open.
 *
 * @see API Pix 2.9.0, Revisao: any change but that of `loc` adds one; errors of `PUT` and `PATCH /cob/{txid}`: a charge that is
 *   not ATIVA does not change any more.
 */
export function checkRevision({ revision, before }: Remembered, { warn }: Pick<Verification, 'warn'>): void {
  if (before === undefined) return
  const { digest, revisao } = revision
  const path = ['revisao']
  if (revisao < before.revisao) {
    warn('PAYLOAD_STALE', { reason: 'older-revision', path, params: { revisao, seen: before.revisao } })
  } else if (before.closed) {
    warn('PAYLOAD_STALE', { reason: 'closed-before', path: ['status'], params: { revisao, seen: before.revisao } })
  } else if (revisao === before.revisao && digest !== before.digest) {
    warn('PAYLOAD_STALE', { reason: 'changed-content', path, params: { revisao } })
  }
}

/** SHA-256, base64url, over what the revision charges. */
async function digestOf(charge: Charge): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(commercialContent(charge)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return formatThumbprint(digest).base64url
}

/**
 * What may not change without a new revision, in one order, whatever that of the document. Of a cobv not what depends on the day
 * of payment (`desconto`, `juros`, `multa`, `final`), nor members that no norm names: they may differ each time.
 */
function commercialContent({ kind, payload }: Charge): unknown[] {
  const { txid, chave, devedor, solicitacaoPagador, infoAdicionais } = payload
  return [
    kind,
    txid,
    chave,
    [devedor?.cpf, devedor?.cnpj, devedor?.nome],
    solicitacaoPagador,
    infoAdicionais?.map(({ nome, valor }) => [nome, valor]),
    payload.calendario.criacao,
    ...(kind === 'cob' ? cobContent(payload) : cobVContent(payload)),
  ]
}

function cobContent({ calendario, valor }: CobPayload): unknown[] {
  const { original, modalidadeAlteracao = 0, retirada } = valor
  const cash = [retirada?.saque, retirada?.troco].map((each) => [
    each?.valor,
    each?.modalidadeAlteracao,
    each?.modalidadeAgente,
    each?.prestadorDoServicoDeSaque,
  ])
  return [calendario.expiracao, original, modalidadeAlteracao, ...cash]
}

function cobVContent({ calendario, recebedor, valor }: CobVPayload): unknown[] {
  const { cpf, cnpj, nome, nomeFantasia, logradouro, cidade, uf, cep } = recebedor
  return [
    calendario.dataDeVencimento,
    calendario.validadeAposVencimento,
    valor.original,
    valor.abatimento,
    [cpf, cnpj, nome, nomeFantasia, logradouro, cidade, uf, cep],
  ]
}
