/**
 * English words of the element.
 *
 * @module
 */
import type { Texts } from './texts.ts'

export const texts: Texts = {
  payment: 'Pix payment',
  picture: 'Pix QR code, to be read with a banking app',
  amountLabel: 'Amount',
  payer: 'You choose when paying',
  bank: 'Kept by the bank, not in this code: see it in your app',
  saque: 'Pix Saque: you get the amount in cash.',
  recurrence: 'Pix Automático: this code proposes recurring payments.',
  receiverLabel: 'Receiver',
  codeLabel: 'Pix copia e cola',
  copy: 'Copy Pix code',
  copied: 'Copied!',
  copiedHelp: 'Now paste it in your banking app, under Pix copia e cola.',
  copyFailed: 'The browser did not let it be copied. The code is selected: copy it with Ctrl+C or the menu.',
  hint: 'Before you pay, check the name of the receiver in your banking app.',
  empty: 'No Pix code.',
  refused: 'This Pix code cannot be used',
  unexplained: 'Copy the code again, whole, or ask for another one.',
}
