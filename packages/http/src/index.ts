/**
 * The seam between pixkit and the network.
 *
 * @module
 */
export type { HttpErrorCode, HttpReason, TimeoutPhase } from './codes.ts'
export { type Fetch, fetchTransport, type FetchTransportOptions } from './fetch-transport.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
