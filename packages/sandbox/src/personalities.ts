/**
 * The banks that a sandbox can behave like.
 *
 * @module
 */
import { operations } from '@pixkit/bacen'
import { efi as efiProfile } from '@pixkit/bacen/profiles/efi'
import { sicredi as sicrediProfile } from '@pixkit/bacen/profiles/sicredi'
import type { Personality } from './personality.ts'

const SCOPES: readonly string[] = /* @__PURE__ */ [
  ...new Set(Object.values(operations).map(({ scope }) => scope)),
].sort()

/** API Pix to the letter. */
export const bacen: Personality = {
  id: 'bacen',
  name: 'API Pix',
  apiPath: '/api/v2',
  tokenPath: '/oauth/token',
  tokenBody: 'either',
  prefixes: {},
  paths: {},
  errors: 'problema',
  statuses: {},
  scopes: SCOPES,
  expiresIn: { seconds: 3_600, unit: 'seconds' },
  checksDigits: false,
  probesWebhooks: false,
}

/**
 * Sicredi: a version for each resource, `expires_in` in milliseconds, and a token that is refused as a whole, with a problem of API Pix, when one
 * of its scopes was not contracted or the certificate is another one. All modalities are contracted here; `{ ...sicredi, scopes }` has fewer.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi (2025), section 8 and annexes II to IV; `@pixkit/bacen/profiles/sicredi`.
 */
export const sicredi: Personality = {
  ...bacen,
  id: 'sicredi',
  name: 'Sicredi',
  apiPath: '/api',
  tokenBody: 'form',
  tokenRefusals: 'problema',
  prefixes: sicrediProfile.prefixes?.value ?? {},
  paths: sicrediProfile.paths?.value ?? {},
  expiresIn: { seconds: 3_600, unit: 'milliseconds' },
}

/**
 * Efí: a token that is asked for with JSON and without scopes, errors of its own, webhooks that are asked twice when they are registered, and what
 * it has beside API Pix.
 *
 * @see Efí, documentação da API Pix (2024); `@pixkit/bacen/profiles/efi` and `@pixkit/bacen/efi`.
 */
export const efi: Personality = {
  ...bacen,
  id: 'efi',
  name: 'Efí',
  apiPath: '/v2',
  tokenBody: 'json',
  prefixes: efiProfile.prefixes?.value ?? {},
  errors: 'efi',
  statuses: { 'webhook.set': 201 },
  scopes: [
    ...SCOPES,
    'gn.balance.read',
    'gn.pix.evp.read',
    'gn.pix.evp.write',
    'gn.pix.send.read',
    'gn.split.read',
    'gn.split.write',
    'pix.send',
  ],
  probesWebhooks: true,
  extras: 'efi',
}
