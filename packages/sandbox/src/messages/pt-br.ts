/**
 * Sentences of this package: Portuguese.
 *
 * @module
 */
import type { SandboxErrorCode, SandboxReason } from '../codes.ts'

export const messages: Readonly<Record<SandboxErrorCode | SandboxReason, string>> = {
  SANDBOX_CLOCK: 'o tempo não anda assim',
  'SANDBOX_CLOCK:duration': 'esta duração não existe',
  'SANDBOX_CLOCK:past': 'o tempo só anda para a frente',
  SANDBOX_DATA: 'a pasta do estado não pode ser usada',
  SANDBOX_LISTEN: 'não é possível atender nesta porta',
  SANDBOX_OPTION: 'uma opção que não pode ser',
  SANDBOX_PAYMENT: 'não pode ser pago',
}

/** What to do next. */
export const remedies: Readonly<Record<SandboxErrorCode | SandboxReason, string>> = {
  SANDBOX_CLOCK: 'Avance uma duração como 2d, ou informe um instante posterior.',
  'SANDBOX_CLOCK:duration': 'Escreva 90s, 15m, 36h ou 2d, ou milissegundos.',
  'SANDBOX_CLOCK:past': 'Inicie outro sandbox para um instante anterior.',
  SANDBOX_DATA: 'Confira se ela pode ser gravada e se nenhum outro sandbox a usa.',
  SANDBOX_LISTEN: 'Escolha outra porta (--port) ou encerre o que usa esta.',
  SANDBOX_OPTION: 'Veja a documentação da opção.',
  SANDBOX_PAYMENT: 'Veja o motivo.',
}
