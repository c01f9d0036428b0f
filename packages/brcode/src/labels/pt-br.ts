/**
 * Portuguese names of the objects of a code.
 *
 * @module
 */
import type { Labels } from '../label-of.ts'

export const labels: Labels = {
  '00': 'Indicador de formato',
  '01': 'Método de iniciação',
  '52': 'Categoria do recebedor (MCC)',
  '53': 'Moeda',
  '54': 'Valor',
  '55': 'Indicador de gorjeta ou taxa',
  '56': 'Taxa fixa',
  '57': 'Taxa percentual',
  '58': 'País',
  '59': 'Nome do recebedor',
  '60': 'Cidade do recebedor',
  '61': 'CEP',
  '62': 'Dados adicionais',
  '62-01': 'Número da conta',
  '62-02': 'Celular',
  '62-03': 'Loja',
  '62-04': 'Fidelidade',
  '62-05': 'Identificador (txid)',
  '62-06': 'Cliente',
  '62-07': 'Terminal',
  '62-08': 'Finalidade',
  '62-09': 'Dados pedidos ao pagador',
  '63': 'CRC',
  '64': 'Dados do recebedor em outro idioma',
  '64-00': 'Idioma',
  '64-01': 'Nome do recebedor',
  '64-02': 'Cidade do recebedor',
  card: 'Bandeira de cartão',
  other: 'Outro arranjo',
  'other-00': 'GUI',
  pix: 'Pagamento Pix',
  'pix-00': 'GUI',
  'pix-01': 'Chave Pix',
  'pix-02': 'Informação adicional',
  'pix-03': 'Facilitador de saque (ISPB)',
  'pix-25': 'Location da cobrança',
  rec: 'Pix Automático (recorrência)',
  'rec-00': 'GUI',
  'rec-25': 'Location da recorrência',
  unknown: 'Objeto desconhecido',
}
