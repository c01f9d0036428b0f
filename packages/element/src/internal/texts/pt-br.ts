/**
 * Portuguese words of the element.
 *
 * @module
 */
import type { Texts } from './texts.ts'

export const texts: Texts = {
  payment: 'Pagamento com Pix',
  picture: 'QR Code do Pix, para ler com o aplicativo do banco',
  amountLabel: 'Valor',
  payer: 'Você escolhe ao pagar',
  bank: 'Está no banco, não neste código: veja no aplicativo',
  saque: 'Pix Saque: você recebe o valor em dinheiro.',
  recurrence: 'Pix Automático: este código propõe pagamentos recorrentes.',
  receiverLabel: 'Recebedor',
  codeLabel: 'Pix copia e cola',
  copy: 'Copiar código Pix',
  copied: 'Copiado!',
  copiedHelp: 'Agora cole no aplicativo do banco, em Pix copia e cola.',
  copyFailed: 'O navegador não deixou copiar. O código está selecionado: copie com Ctrl+C ou pelo menu.',
  hint: 'Antes de pagar, confira no aplicativo do banco o nome de quem recebe.',
  empty: 'Nenhum código Pix.',
  refused: 'Este código Pix não pode ser usado',
  unexplained: 'Copie o código de novo, inteiro, ou peça outro a quem cobra.',
}
