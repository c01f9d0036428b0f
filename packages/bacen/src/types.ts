/**
 * What goes to the bank and what comes back, with the names of API Pix.
 *
 * Money is a decimal text such as `'10.00'`, days are `YYYY-MM-DD` in America/Sao_Paulo, instants are RFC 3339. Requests have the members of
 * the norm and no others. Answers may have more members, and enumerations more values ({@link Aberto}), than this version knows.
 *
 * @module
 */
export type { Problema, Violacao } from '@pixkit/http/problema'
export type * from './internal/types/bodies.ts'
export type * from './internal/types/cob.ts'
export type * from './internal/types/cobr.ts'
export type * from './internal/types/cobv.ts'
export type * from './internal/types/loc-rec.ts'
export type * from './internal/types/loc.ts'
export type * from './internal/types/lote-cobv.ts'
export type * from './internal/types/pix.ts'
export type * from './internal/types/rec-parts.ts'
export type * from './internal/types/rec.ts'
export type * from './internal/types/shared.ts'
export type * from './internal/types/solic-rec.ts'
export type * from './internal/types/webhook-cobr.ts'
export type * from './internal/types/webhook-rec.ts'
export type * from './internal/types/webhook.ts'
