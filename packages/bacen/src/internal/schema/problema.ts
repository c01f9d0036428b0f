/**
 * Problems inside of answers: why a charge of a batch was refused.
 *
 * @see RFC 7807; API Pix 2.9.0, Problema and Violacao.
 *
 * @module
 */
import type { Problema, Violacao } from '@pixkit/http/problema'
import { open, optional, type Schema } from './object.ts'
import { anyList } from './list.ts'
import { anyText, integer } from './shared.ts'

export const problemaSchema: Schema<Problema> = open<Problema>({
  type: anyText,
  title: anyText,
  status: integer(),
  detail: optional(anyText),
  correlationId: optional(anyText),
  violacoes: optional(
    anyList(
      open<Omit<Violacao, 'path'>>({
        razao: optional(anyText),
        propriedade: optional(anyText),
        valor: optional(anyText),
      }),
    ),
  ),
})
