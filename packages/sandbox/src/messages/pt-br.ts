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
  'SANDBOX_DATA:damaged': 'o estado na pasta está danificado',
  'SANDBOX_DATA:in-use': 'outro sandbox usa esta pasta',
  'SANDBOX_DATA:open': 'a pasta não pode ser criada nem aberta',
  'SANDBOX_DATA:version': 'outra versão do sandbox gravou o estado',
  'SANDBOX_DATA:write': 'o estado não pode ser gravado',
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
  'SANDBOX_DATA:damaged': 'Inicie com outra pasta; o que está nesta não pode ser lido.',
  'SANDBOX_DATA:in-use': 'Encerre o outro sandbox ou escolha outra pasta (--data).',
  'SANDBOX_DATA:open': 'Escolha uma pasta em que você possa gravar (--data).',
  'SANDBOX_DATA:version': 'Inicie com outra pasta ou com a versão que gravou esta.',
  'SANDBOX_DATA:write': 'Confira o espaço em disco e se a pasta ainda existe.',
  SANDBOX_LISTEN: 'Escolha outra porta (--port) ou encerre o que usa esta.',
  SANDBOX_OPTION: 'Veja a documentação da opção.',
  SANDBOX_PAYMENT: 'Veja o motivo.',
}
