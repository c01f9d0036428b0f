/**
 * The receiver of a sandbox that nobody described. It is invented.
 *
 * @module
 */
import type { Account } from '../options.ts'

export const defaultAccount: Account = {
  nome: 'Padaria do Bairro Ltda',
  cnpj: '12345678000195',
  cidade: 'Porto Alegre',
  uf: 'RS',
  cep: '90010000',
  logradouro: 'Rua das Flores, 100',
  agencia: '0001',
  conta: '1234567',
  ispb: '99999004',
  chaves: [
    '12345678000195',
    '+5551912345678',
    'pix@padaria.example',
    '71cdf9ba-c695-4e3c-b010-abb521a3f1be',
    '12345678909',
  ],
}
