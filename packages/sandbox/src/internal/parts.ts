/**
 * What stands on a sandbox beside API Pix, each part one line.
 *
 * @module
 */
import type { Hono } from 'hono'
import { startEventLog } from './admin/event-log.ts'
import { adminRoutes as actRoutes } from './admin/routes.ts'
import type { SandboxContext } from './context.ts'
import { locationRoutes } from './locations/routes.ts'
import { payerPageRoutes } from './payer-page/routes.ts'
import { startOutbox } from './webhooks/outbox.ts'
import { deliveryRoutes } from './webhooks/routes.ts'

/** A sub-app, with its whole paths (`/qr/v2/:token`). */
export type Routes = (context: SandboxContext) => Hono

/** Open to everybody, without token or certificate: locations, key set, the page of the payer. */
export const publicRoutes: readonly Routes[] = [locationRoutes, payerPageRoutes]

/** All of them below `/sandbox/`: elsewhere than on this machine they need the admin token, which the edge sees to. */
export const adminRoutes: readonly Routes[] = [actRoutes, deliveryRoutes]

/** Called once, when a sandbox is made. */
export const starters: readonly ((context: SandboxContext) => void)[] = [startEventLog, startOutbox]
