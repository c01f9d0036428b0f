/**
 * Certificates and keys as banks hand them out: read, convert, make, check, diagnose.
 *
 * @module
 */
export type { Credentials, CredentialsFormat, PrivateKey, StoredCertificate } from './credentials.ts'
