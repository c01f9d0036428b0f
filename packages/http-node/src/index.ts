/**
 * The network as Node reaches it.
 *
 * @module
 */
export {
  createGuardedTransport,
  type GuardedTransport,
  type GuardedTransportOptions,
  type ResolvedAddress,
  type Resolver,
  type TestServer,
} from './guarded-transport.ts'
