/**
 * Names of charges.
 *
 * @module
 */
import type { World } from '../world.ts'

/**
 * Whether a charge of any kind has this txid, or a batch has asked for it.
 *
 * @see API Pix 2.9.0, TxId: it is the receiver's only once, whatever the kind of the charge.
 */
export function isTxidTaken({ cobs, cobvs, cobrs, loteTxids }: World, txid: string): boolean {
  return [cobs, cobvs, cobrs, loteTxids].some((collection) => collection.get(txid) !== undefined)
}
