/**
 * Sentences of this package: pt-br.
 *
 * @module
 */
import type { BacenErrorCode, BacenReason } from '../codes.ts'

export const messages: Readonly<Record<BacenErrorCode | BacenReason, string>> = {
  BACEN_CALCULO: 'TODO',
  BACEN_COPIA_E_COLA: 'TODO',
  BACEN_IN_USE: 'TODO',
  BACEN_OPERATION: 'TODO',
  BACEN_PROFILE_UNCONFIRMED: 'TODO',
  BACEN_REQUEST: 'TODO',
  BACEN_RESPONSE: 'TODO',
  BACEN_SCOPES: 'TODO',
  BACEN_SETTINGS: 'TODO',
  'BACEN_SETTINGS:ambiente': 'o perfil não tem endereço para o ambiente {ambiente}',
  'BACEN_SETTINGS:header': '{field} não é um cabeçalho que um cliente possa acrescentar',
  'BACEN_SETTINGS:number': '{field} não é um número inteiro maior que zero',
  'BACEN_SETTINGS:path': '{field} não é um caminho desta operação',
  'BACEN_SETTINGS:prefix': '{field} não é um prefixo de caminhos',
  'BACEN_SETTINGS:query': '{field} não é um parâmetro que um cliente possa acrescentar',
  'BACEN_SETTINGS:url': '{field} não é o endereço de uma API',
}

/** What to do next. */
export const remedies: Readonly<Record<BacenErrorCode | BacenReason, string>> = {
  BACEN_CALCULO: 'TODO',
  BACEN_COPIA_E_COLA: 'TODO',
  BACEN_IN_USE: 'TODO',
  BACEN_OPERATION: 'TODO',
  BACEN_PROFILE_UNCONFIRMED: 'TODO',
  BACEN_REQUEST: 'TODO',
  BACEN_RESPONSE: 'TODO',
  BACEN_SCOPES: 'TODO',
  BACEN_SETTINGS: 'TODO',
  'BACEN_SETTINGS:ambiente': 'Use um ambiente que o banco tenha ou informe `apiUrl` e `tokenUrl` em `overrides`.',
  'BACEN_SETTINGS:header':
    'Escreva o nome em minúsculas, o valor em ASCII, e deixe authorization, host e os cabeçalhos do corpo com o cliente.',
  'BACEN_SETTINGS:number': 'Informe um inteiro a partir de 1 ou deixe a configuração de fora.',
  'BACEN_SETTINGS:path':
    'Comece com uma barra, termine sem ela e mantenha os nomes entre chaves que estão em `operations`.',
  'BACEN_SETTINGS:prefix': 'Comece com uma barra e termine sem ela, como em `/v2`; o texto vazio significa nenhum.',
  'BACEN_SETTINGS:query': 'Informe um nome que não seja vazio e um valor em ASCII.',
  'BACEN_SETTINGS:url': 'Escreva no formato https://host/caminho, sem usuário, consulta, fragmento ou barra no final.',
}
