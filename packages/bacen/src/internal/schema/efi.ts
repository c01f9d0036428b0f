/**
 * Schemas of what is sent to Efí beside API Pix.
 *
 * @see Efí, documentação da API Pix: Envio e Pagamento Pix, Split de pagamento Pix (2024).
 *
 * @module
 */
import type {
  EfiContaBanco,
  EfiEnvioSolicitado,
  EfiFavorecidoPorChave,
  EfiFavorecidoPorConta,
  EfiPagador,
  EfiParte,
  EfiRepasse,
  EfiSplit,
  EfiSplitSolicitado,
} from '../types/efi.ts'
import { documento, oneDocument } from './pessoas.ts'
import { isMembers } from '../members.ts'
import { closed, optional, type Rule, type Schema } from './object.ts'
import { list } from './list.ts'
import { centavosOf } from '../valor.ts'
import { anyText, boolean, chave, ispb, oneOf, text, txidPix, valor } from './shared.ts'

const notZero: Rule = (value, report) => {
  if (centavosOf(value['valor']) === 0) report('zero', ['valor'])
}

const notBoth: Rule = (value, report) => {
  if (value['cpf'] !== undefined && value['cnpj'] !== undefined) report('cpf-and-cnpj', [])
}

const favorecidoSchema: Schema<EfiEnvioSolicitado['favorecido']> = closed<
  Partial<EfiFavorecidoPorChave & EfiFavorecidoPorConta>
>(
  {
    ...documento,
    chave: optional(chave),
    contaBanco: optional(
      closed<EfiContaBanco>(
        {
          ...documento,
          nome: text(200),
          codigoBanco: ispb,
          agencia: text(10),
          conta: text(20),
          tipoConta: anyText,
        },
        oneDocument,
      ),
    ),
  },
  notBoth,
  (value, report) => {
    const [byChave, byConta] = [value['chave'] !== undefined, value['contaBanco'] !== undefined]
    if (byChave && byConta) report('chave-and-conta', [])
    if (!byChave && !byConta) report('missing', ['chave'])
  },
) as Schema<EfiEnvioSolicitado['favorecido']>

export const efiEnvioSolicitadoSchema: Schema<EfiEnvioSolicitado> = closed<EfiEnvioSolicitado>(
  {
    valor,
    pagador: closed<EfiPagador>({ chave, infoPagador: optional(text(140)) }),
    favorecido: favorecidoSchema,
  },
  notZero,
)

const parte = { tipo: oneOf('porcentagem', 'fixo'), valor }

const HUNDRED_PERCENT = 10_000
const MAX_REPASSES = 20

/** Where nothing is an amount, the percentages are everything. */
const whole: Rule = ({ minhaParte, repasses }, report) => {
  const partes: readonly unknown[] = [minhaParte, ...(Array.isArray(repasses) ? (repasses as unknown[]) : [])]
  let sum = 0
  for (const one of partes) {
    const share = isMembers(one) && one['tipo'] === 'porcentagem' ? centavosOf(one['valor']) : undefined
    if (share === undefined) return
    sum += share
  }
  if (sum !== HUNDRED_PERCENT) report('split-sum', ['repasses'])
}

export const efiSplitSolicitadoSchema: Schema<EfiSplitSolicitado> = closed<EfiSplitSolicitado>({
  descricao: optional(text(140)),
  txid: optional(txidPix),
  lancamento: closed<EfiSplitSolicitado['lancamento']>({ imediato: boolean }),
  split: closed<EfiSplit>(
    {
      divisaoTarifa: anyText,
      minhaParte: closed<EfiParte>(parte),
      repasses: list(
        closed<EfiRepasse>(
          {
            ...parte,
            favorecido: closed<EfiRepasse['favorecido']>({ ...documento, conta: text(20) }, oneDocument),
          },
          notZero,
        ),
        { min: 1, max: MAX_REPASSES },
      ),
    },
    whole,
  ),
})
