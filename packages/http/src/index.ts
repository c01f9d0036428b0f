/**
 * The seam between pixkit and the network.
 *
 * @module
 */
export type { HttpErrorCode } from './codes.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
