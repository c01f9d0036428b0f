/**
 * Charges, payments, returns and Pix Automático through API Pix.
 *
 * @module
 */
export type { BacenClientOptions, BacenCredentials, OperationOptions } from './client-options.ts'
export type { BacenErrorCode, BacenReason } from './codes.ts'
export { type Operation, type OperationName, operations, type Resource } from './operations.ts'
export type { Ambiente, Fact, Profile, ProfileSettings } from './profile.ts'
