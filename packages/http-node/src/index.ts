/**
 * The network as Node reaches it.
 *
 * @module
 */
export { CHANNELS, diagnosticsHooks } from './diagnostics.ts'
export {
  createGuardedTransport,
  type GuardedTransport,
  type GuardedTransportOptions,
  type ResolvedAddress,
  type Resolver,
  type TestServer,
} from './guarded-transport.ts'
export {
  type CertificateOptions,
  createNodeTransport,
  type CredentialFile,
  type NodeTransport,
  type NodeTransportOptions,
} from './node-transport.ts'
