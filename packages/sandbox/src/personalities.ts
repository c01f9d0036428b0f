/**
 * The banks that a sandbox can behave like.
 *
 * @module
 */
import { operations } from '@pixkit/bacen'
import type { Personality } from './personality.ts'

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
  scopes: [...new Set(Object.values(operations).map(({ scope }) => scope))].sort(),
  expiresIn: { seconds: 3_600, unit: 'seconds' },
  checksDigits: false,
  probesWebhooks: false,
}
