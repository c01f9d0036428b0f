/**
 * Schemas of charges with a due date.
 *
 * @see API Pix 2.9.0, schemas named `CobV…`; info, tag CobV, CobVOperacaoInvalida.
 *
 * @module
 */
import type {
  Abatimento,
  CobDataDeVencimento,
  CobsVConsultadas,
  CobVCompleta,
  CobVGerada,
  CobVRevisada,
  CobVSolicitada,
  CobVValor,
  Desconto,
  DescontoDataFixa,
  DescontoGerado,
  Juros,
  ModalidadeValorPerc,
  Multa,
} from '../types/cobv.ts'
import type { CobVDoLote, CobVRevisadaDoLote } from '../types/lote-cobv.ts'
import { cobrancaStatus, parametrosConsultaCobSchema } from './cob.ts'
import { descontoBeforeDue, descontoMembers, lessThanAll, someOriginal } from './cobv-rules.ts'
import { locOf, payloadLocationDaCobrancaSchema } from './loc.ts'
import { anyDevedorCobV, anyInfoAdicionais, anyRecebedorCobV, devedorCobV, infoAdicionais } from './pessoas.ts'
import { pixSchema } from './pix.ts'
import { removalAlone } from './revisao.ts'
import { closed, type MembersOf, open, optional, type Schema } from './object.ts'
import { anyList, list } from './list.ts'
import { anyText, chave, data, instante, integer, oneOf, text, txid, valor } from './shared.ts'

const desconto = closed<{
  readonly modalidade: Desconto['modalidade']
  readonly descontoDataFixa?: readonly DescontoDataFixa[] | undefined
  readonly valorPerc?: string | undefined
}>(
  {
    modalidade: oneOf(1, 2, 3, 4, 5, 6),
    descontoDataFixa: optional(list(closed<DescontoDataFixa>({ data, valorPerc: valor }), { min: 1, max: 3 })),
    valorPerc: optional(valor),
  },
  descontoMembers,
) as Schema<Desconto>

const acrescimosEAbatimentos = {
  multa: optional(closed<Multa>({ modalidade: oneOf(1, 2), valorPerc: valor })),
  juros: optional(closed<Juros>({ modalidade: oneOf(1, 2, 3, 4, 5, 6, 7, 8), valorPerc: valor })),
  abatimento: optional(closed<Abatimento>({ modalidade: oneOf(1, 2), valorPerc: valor })),
  desconto: optional(desconto),
}

const cobvValor = closed<CobVValor>({ original: valor, ...acrescimosEAbatimentos }, someOriginal, lessThanAll)

const cobvValorRevisado = closed<Partial<CobVValor>>(
  { original: optional(valor), ...acrescimosEAbatimentos },
  someOriginal,
  lessThanAll,
)

const calendario = closed<CobDataDeVencimento>({
  dataDeVencimento: data,
  validadeAposVencimento: optional(integer(0)),
})

const solicitada: MembersOf<CobVSolicitada> = {
  calendario,
  devedor: devedorCobV,
  loc: optional(locOf('cobv')),
  valor: cobvValor,
  chave,
  solicitacaoPagador: optional(text(140)),
  infoAdicionais: optional(infoAdicionais),
}

const revisada: MembersOf<CobVRevisada> = {
  calendario: optional(calendario),
  devedor: optional(devedorCobV),
  loc: optional(locOf('cobv')),
  status: optional(oneOf('REMOVIDA_PELO_USUARIO_RECEBEDOR')),
  valor: optional(cobvValorRevisado),
  chave: optional(chave),
  solicitacaoPagador: optional(text(140)),
  infoAdicionais: optional(infoAdicionais),
}

/** Creates a charge with a due date. */
export const cobVSolicitadaSchema: Schema<CobVSolicitada> = closed<CobVSolicitada>(solicitada, descontoBeforeDue)

/** Changes a charge with a due date, or removes it. */
export const cobVRevisadaSchema: Schema<CobVRevisada> = closed<CobVRevisada>(revisada, descontoBeforeDue, removalAlone)

/** A charge of a batch: as it would be alone, with its txid. */
export const cobVDoLoteSchema: Schema<CobVDoLote> = closed<CobVDoLote>({ ...solicitada, txid }, descontoBeforeDue)

export const cobVRevisadaDoLoteSchema: Schema<CobVRevisadaDoLote> = closed<CobVRevisadaDoLote>(
  { ...revisada, txid },
  descontoBeforeDue,
  removalAlone,
)

const anyModalidade = optional(open<ModalidadeValorPerc>({ modalidade: integer(), valorPerc: valor }))

const gerada: MembersOf<CobVGerada> = {
  calendario: open<CobVGerada['calendario']>({
    criacao: instante,
    dataDeVencimento: data,
    validadeAposVencimento: integer(),
  }),
  txid: anyText,
  revisao: integer(),
  devedor: anyDevedorCobV,
  recebedor: anyRecebedorCobV,
  loc: optional(payloadLocationDaCobrancaSchema),
  status: cobrancaStatus,
  valor: open<CobVGerada['valor']>({
    original: valor,
    multa: anyModalidade,
    juros: anyModalidade,
    abatimento: anyModalidade,
    desconto: optional(
      open<DescontoGerado>({
        modalidade: integer(),
        descontoDataFixa: optional(anyList(open<DescontoDataFixa>({ data, valorPerc: valor }))),
        valorPerc: optional(valor),
      }),
    ),
  }),
  chave: anyText,
  solicitacaoPagador: optional(anyText),
  infoAdicionais: optional(anyInfoAdicionais),
  pixCopiaECola: optional(anyText),
}

export const cobVGeradaSchema: Schema<CobVGerada> = open<CobVGerada>(gerada)

export const cobVCompletaSchema: Schema<CobVCompleta> = open<CobVCompleta>({
  ...gerada,
  pix: optional(anyList(pixSchema)),
})

export const cobsVConsultadasSchema: Schema<CobsVConsultadas> = open<CobsVConsultadas>({
  parametros: parametrosConsultaCobSchema,
  cobs: anyList(cobVCompletaSchema),
})
