/**
 * `pix cert`: certificates and keys of banks.
 *
 * @module
 */
import type { CommandGroup } from '../../internal/command.ts'
import { chain } from './chain.ts'
import { convert } from './convert.ts'
import { csr } from './csr.ts'
import { expiry } from './expiry.ts'
import { inspect } from './inspect.ts'
import { match } from './match.ts'
import { newCa } from './new-ca.ts'

export const cert: CommandGroup = {
  name: 'cert',
  summary: 'certSummary',
  details: 'certDetails',
  commands: [inspect, convert, match, chain, csr, newCa, expiry],
}
