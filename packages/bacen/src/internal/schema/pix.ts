/**
 * Schemas of payments and their returns.
 *
 * @see API Pix 2.9.0, schemas named `Pix…` and `Devolucao…`. PixConsultados requires `cobs` and means `pix`.
 *
 * @module
 */
import type {
  ComponentesValor,
  Devolucao,
  DevolucaoSolicitada,
  ParametrosConsultaPix,
  Pix,
  PixConsultados,
  PixValor,
  PixValorRetirada,
} from '../types/pix.ts'
import type { ModalidadeAgente } from '../types/shared.ts'
import { consulta } from './consultas.ts'
import { closed, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, boolean, instante, oneOf, text, valor } from './shared.ts'

export const devolucaoSolicitadaSchema: Schema<DevolucaoSolicitada> = closed<DevolucaoSolicitada>({
  valor,
  natureza: optional(oneOf('ORIGINAL', 'RETIRADA')),
  descricao: optional(text(140)),
})

export const devolucaoSchema: Schema<Devolucao> = open<Devolucao>({
  id: anyText,
  rtrId: anyText,
  valor,
  natureza: optional(aberto('ORIGINAL', 'RETIRADA', 'MED_OPERACIONAL', 'MED_FRAUDE', 'MED_PIX_AUTOMATICO')),
  descricao: optional(anyText),
  horario: open<Devolucao['horario']>({ solicitacao: optional(instante), liquidacao: optional(instante) }),
  status: aberto('EM_PROCESSAMENTO', 'DEVOLVIDO', 'NAO_REALIZADO'),
  motivo: optional(anyText),
})

const pixValor = optional(open<PixValor>({ valor }))

const pixRetirada = (...agentes: ModalidadeAgente[]): Schema<PixValorRetirada> =>
  open<PixValorRetirada>({
    valor,
    modalidadeAgente: aberto(...agentes),
    prestadorDoServicoDeSaque: optional(anyText),
    prestadorDeServicoDeSaque: optional(anyText),
  })

export const pixSchema: Schema<Pix> = open<Pix>({
  endToEndId: anyText,
  txid: optional(anyText),
  valor,
  componentesValor: optional(
    open<ComponentesValor>({
      original: pixValor,
      saque: optional(pixRetirada('AGTEC', 'AGTOT', 'AGPSS', 'AGFSS')),
      troco: optional(pixRetirada('AGTEC', 'AGTOT')),
      juros: pixValor,
      multa: pixValor,
      abatimento: pixValor,
      desconto: pixValor,
    }),
  ),
  chave: optional(anyText),
  horario: instante,
  infoPagador: optional(anyText),
  devolucoes: optional(anyList(devolucaoSchema)),
})

export const pixConsultadosSchema: Schema<PixConsultados> = open<PixConsultados>({
  parametros: open<ParametrosConsultaPix>({
    ...consulta,
    txid: optional(anyText),
    txIdPresente: optional(boolean),
    devolucaoPresente: optional(boolean),
    cpf: optional(anyText),
    cnpj: optional(anyText),
  }),
  pix: anyList(pixSchema),
})
