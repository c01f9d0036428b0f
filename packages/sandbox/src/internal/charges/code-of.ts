/**
 * The codes of charges.
 *
 * @module
 */
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import type { PayloadLocation } from '@pixkit/bacen/types'
import type { World } from '../world.ts'

/** Members of a charge that come from its location; none without one. */
export function locMembers(
  { account }: World,
  loc: PayloadLocation | undefined,
): { readonly loc?: PayloadLocation; readonly pixCopiaECola?: string } {
  if (loc === undefined) return {}
  const { id, location, tipoCob, criacao } = loc
  return {
    loc: { id, location, tipoCob, criacao },
    pixCopiaECola: buildBrCode(
      { kind: 'dynamic', location, merchantName: account.nome, merchantCity: account.cidade },
      { shorten: true },
    ),
  }
}
