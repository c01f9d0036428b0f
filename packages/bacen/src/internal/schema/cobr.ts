/**
 * Schemas of charges of a recurrence.
 *
 * @see API Pix 2.9.0, schemas named `CobR…`. Answers are asked for what their examples have: CobRGerada requires `cnpj` and `nome` of `recebedor`,
 *   CobRTentativas an `atualizacao`, and banks leave them out. CobRBase requires an `ajusteDiaUtil` that it has a default for: it is asked for.
 *
 * @module
 */
import type {
  AtualizacaoCobR,
  CobRCompleta,
  CobRGerada,
  CobRRevisada,
  CobRSolicitada,
  CobRStatusValor,
  CobsRConsultadas,
  CodigoRejeicaoCobR,
  DevedorCobR,
  DevolucaoPixAutomatico,
  EncerramentoCobR,
  ParametrosConsultaCobR,
  PixAutomatico,
  TentativaCobR,
} from '../types/cobr.ts'
import type { Aberto } from '../types/shared.ts'
import { consulta } from './consultas.ts'
import { convenio, politicaRetentativa } from './rec-parts.ts'
import { closed, type MembersOf, open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { aberto, anyText, boolean, data, idRec, instante, oneOf, text, valor } from './shared.ts'

export const cobRSolicitadaSchema: Schema<CobRSolicitada> = closed<CobRSolicitada>({
  idRec,
  infoAdicional: optional(text(140)),
  calendario: closed<CobRSolicitada['calendario']>({ dataDeVencimento: data }),
  valor: closed<CobRSolicitada['valor']>({ original: valor }),
  ajusteDiaUtil: boolean,
  recebedor: closed<CobRSolicitada['recebedor']>({
    agencia: optional(text(4)),
    conta: text(20),
    tipoConta: oneOf('CORRENTE', 'POUPANCA', 'PAGAMENTO'),
  }),
  devedor: optional(
    closed<DevedorCobR>({
      email: optional(anyText),
      logradouro: optional(text(200)),
      cidade: optional(text(200)),
      uf: optional(text(2)),
      cep: optional(text(8)),
    }),
  ),
})

export const cobRRevisadaSchema: Schema<CobRRevisada> = closed<CobRRevisada>({
  status: optional(oneOf('CANCELADA')),
})

export const statusCobR: Schema<Aberto<CobRStatusValor>> = aberto(
  'CRIADA',
  'ATIVA',
  'CONCLUIDA',
  'EXPIRADA',
  'REJEITADA',
  'CANCELADA',
)
const statusTentativa = aberto('SOLICITADA', 'AGENDADA', 'PAGA', 'CANCELADA', 'REJEITADA', 'EXPIRADA')
/** Why the bank of the payer rejects a try. @see API Pix 2.9.0, CobRTentativas.rejeicao.codigo */
export const codigosRejeicaoCobR: readonly CodigoRejeicaoCobR[] = [
  'AB10',
  'AC05',
  'AC06',
  'AM02',
  'AM09',
  'DENC',
  'DS27',
  'DTED',
  'DTNT',
  'FBRD',
  'IRNT',
  'MIDI',
  'MSUC',
  'NIEC',
  'NIPA',
  'NITX',
  'QUNT',
  'RC09',
  'UDEI',
]

const rejeicao = open<NonNullable<EncerramentoCobR['rejeicao']>>({
  codigo: aberto(...codigosRejeicaoCobR),
  descricao: anyText,
})

export const atualizacaoCobR: Schema<readonly AtualizacaoCobR[]> = anyList(
  open<AtualizacaoCobR>({ status: statusCobR, data: instante }),
)

export const encerramentoCobR: Schema<EncerramentoCobR> = open<EncerramentoCobR>({
  rejeicao: optional(rejeicao),
  cancelamento: optional(
    open<NonNullable<EncerramentoCobR['cancelamento']>>({
      solicitante: aberto('PSP_PAGADOR', 'USUARIO_PAGADOR', 'PSP_RECEBEDOR', 'USUARIO_RECEBEDOR'),
      codigo: aberto('ACCT', 'BLCK', 'CCLD', 'FAIL', 'OTHR', 'SLBD', 'SLCR'),
      descricao: anyText,
    }),
  ),
})

export const tentativasCobR: Schema<readonly TentativaCobR[]> = anyList(
  open<TentativaCobR>({
    dataLiquidacao: data,
    tipo: aberto('AGND', 'NTAG', 'RIFL'),
    status: statusTentativa,
    endToEndId: anyText,
    atualizacao: optional(
      anyList(open<NonNullable<TentativaCobR['atualizacao']>[number]>({ status: statusTentativa, data: instante })),
    ),
    rejeicao: optional(rejeicao),
  }),
)

export const pixAutomatico: Schema<readonly PixAutomatico[]> = anyList(
  open<PixAutomatico>({
    endToEndId: anyText,
    txid: anyText,
    valor,
    horario: instante,
    infoPagador: optional(anyText),
    devolucoes: optional(
      anyList(
        open<DevolucaoPixAutomatico>({
          id: anyText,
          rtrId: anyText,
          valor,
          natureza: optional(aberto('ORIGINAL', 'MED_PIX_AUTOMATICO', 'MED_FRAUDE')),
          descricao: optional(anyText),
          horario: open<DevolucaoPixAutomatico['horario']>({
            solicitacao: optional(instante),
            liquidacao: optional(instante),
          }),
          status: aberto('EM_PROCESSAMENTO', 'DEVOLVIDO', 'NAO_REALIZADO'),
          motivo: optional(anyText),
        }),
      ),
    ),
  }),
)

const gerada: MembersOf<CobRGerada> = {
  idRec: anyText,
  txid: anyText,
  infoAdicional: optional(anyText),
  calendario: open<CobRGerada['calendario']>({ criacao: data, dataDeVencimento: data }),
  valor: open<CobRGerada['valor']>({ original: valor }),
  ajusteDiaUtil: boolean,
  recebedor: open<CobRGerada['recebedor']>({
    cnpj: optional(anyText),
    nome: optional(anyText),
    agencia: optional(anyText),
    conta: anyText,
    tipoConta: aberto('CORRENTE', 'POUPANCA', 'PAGAMENTO'),
  }),
  status: statusCobR,
  devedor: optional(
    open<DevedorCobR>({
      email: optional(anyText),
      logradouro: optional(anyText),
      cidade: optional(anyText),
      uf: optional(anyText),
      cep: optional(anyText),
    }),
  ),
  politicaRetentativa: optional(politicaRetentativa),
  atualizacao: optional(atualizacaoCobR),
  encerramento: optional(encerramentoCobR),
  tentativas: optional(tentativasCobR),
}

export const cobRGeradaSchema: Schema<CobRGerada> = open(gerada)

export const cobRCompletaSchema: Schema<CobRCompleta> = open<CobRCompleta>({
  ...gerada,
  atualizacao: atualizacaoCobR,
  pix: optional(pixAutomatico),
})

export const cobsRConsultadasSchema: Schema<CobsRConsultadas> = open<CobsRConsultadas>({
  parametros: open<ParametrosConsultaCobR>({
    ...consulta,
    idRec: optional(anyText),
    cpf: optional(anyText),
    cnpj: optional(anyText),
    status: optional(anyText),
    recebedor: optional(convenio),
  }),
  cobsr: anyList(cobRCompletaSchema),
})
