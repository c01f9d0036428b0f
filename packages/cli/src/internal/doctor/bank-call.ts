/**
 * Which bank a call of the doctor is about, and who asks.
 *
 * @module
 */
import type { Ambiente, BacenCredentials, Profile } from '@pixkit/bacen'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import type { Options } from '../parse-options.ts'
import { readSecrets, readVariable } from '../secrets.ts'
import { loadProfile, PROFILE_IDS } from './profiles.ts'

/** What goes with `--profile`, and is nothing without it. */
const BANK_OPTIONS = [
  'client-id',
  'client-secret-env',
  'client-secret-file',
  'extra-env',
  'scopes',
  'api-url',
  'token-url',
]

export const ONLINE_OPTIONS: Options = {
  profile: { type: 'string', choices: PROFILE_IDS, text: 'optionProfile' },
  'client-id': { type: 'string', value: 'argumentId', text: 'optionClientId' },
  'client-secret-env': { type: 'string', value: 'argumentVariable', text: 'optionClientSecretEnv' },
  'client-secret-file': { type: 'string', value: 'argumentFile', text: 'optionClientSecretFile' },
  'extra-env': { type: 'string', value: 'argumentPairs', text: 'optionExtraEnv' },
  scopes: { type: 'string', value: 'argumentScopes', text: 'optionScopes' },
  'api-url': { type: 'string', value: 'argumentUrl', text: 'optionApiUrl' },
  'token-url': { type: 'string', value: 'argumentUrl', text: 'optionTokenUrl' },
}

export interface BankCall {
  readonly profile: Profile
  readonly ambiente: Ambiente
  readonly credentials: BacenCredentials
  readonly scopes: readonly string[] | undefined
  readonly overrides: { readonly apiUrl?: string | undefined; readonly tokenUrl?: string | undefined }
}

/**
 * Reads the options of the online half.
 *
 * @returns `undefined` when no bank is named.
 * @throws {PixkitError} `CLI_OPTION_NEEDS`, `CLI_OPTION_MISSING`, `CLI_OPTION_CONFLICT`, `CLI_OPTION_FORMAT`, `CLI_VARIABLE_MISSING`.
 */
export async function readBankCall(context: Context): Promise<BankCall | undefined> {
  const { options, help } = context
  const { values } = options
  const id = values.get('profile')
  if (id === undefined) {
    const alone = BANK_OPTIONS.find((name) => values.has(name))
    if (alone === undefined) return undefined
    throw failure('CLI_OPTION_NEEDS', { option: `--${alone}`, needed: '--profile', help })
  }
  const ambiente = values.get('ambiente') as Ambiente | undefined
  if (ambiente === undefined) throw failure('CLI_OPTION_NEEDS', { option: '--profile', needed: '--ambiente', help })
  const clientId = values.get('client-id')
  if (clientId === undefined) throw failure('CLI_OPTION_NEEDS', { option: '--profile', needed: '--client-id', help })
  const profile = await loadProfile(id)
  return {
    profile,
    ambiente,
    credentials: { clientId, clientSecret: await readClientSecret(context, profile), extras: readExtras(context) },
    scopes: values
      .get('scopes')
      ?.split(/[\s,]+/)
      .filter((scope) => scope !== ''),
    overrides: { apiUrl: values.get('api-url'), tokenUrl: values.get('token-url') },
  }
}

async function readClientSecret(context: Context, { token }: Profile): Promise<string | undefined> {
  const [clientSecret] = await readSecrets(context, 'client-secret')
  if (clientSecret !== undefined || token.client.value === 'id-only') return clientSecret
  const { io, json, language } = context
  return json ? undefined : io.askSecret?.(language.texts.askClientSecret)
}

const PAIR = /^(\w+)=(\w+)$/

/** `appKey=BB_APP_KEY`: what it is called in the profile, and the variable that holds it. */
function readExtras(context: Context): Readonly<Record<string, string>> {
  const pairs = context.options.values.get('extra-env')?.split(',') ?? []
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, variable] = PAIR.exec(pair) ?? []
      if (name === undefined || variable === undefined) {
        throw failure('CLI_OPTION_FORMAT', { option: '--extra-env', expected: 'appKey=BB_APP_KEY', help: context.help })
      }
      return [name, readVariable(context, variable, '--extra-env')]
    }),
  )
}
