/**
 * What goes to the bank and what comes back, with the names of API Pix.
 *
 * Money is a decimal text such as `'10.00'`, days are `YYYY-MM-DD` in America/Sao_Paulo, instants are RFC 3339. Requests have the members of
 * the norm and no others. Answers may have more members, and enumerations more values ({@link Aberto}), than this version knows.
 *
 * @module
 */
export type { Problema, Violacao } from '@pixkit/http/problema'
export type * from './types/bodies.ts'
export type * from './types/cob.ts'
export type * from './types/cobr.ts'
export type * from './types/cobv.ts'
export type * from './types/loc-rec.ts'
export type * from './types/loc.ts'
export type * from './types/lote-cobv.ts'
export type * from './types/pix.ts'
export type * from './types/rec.ts'
export type * from './types/shared.ts'
export type * from './types/solic-rec.ts'
export type * from './types/webhook-cobr.ts'
export type * from './types/webhook-rec.ts'
export type * from './types/webhook.ts'
