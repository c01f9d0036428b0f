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
import { assertBankCall } from './assert-bank-call.ts'
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
  profile: { type: 'string', choices: PROFILE_IDS, text: 'optionBank' },
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
 * @throws {PixkitError} `CLI_OPTION_NEEDS`, `CLI_OPTION_MISSING`, `CLI_OPTION_CONFLICT`, `CLI_OPTION_FORMAT`, `CLI_VARIABLE_MISSING`,
 *   `CLI_PASSPHRASE_UNREADABLE`.
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
  const profile = await loadProfile(id)
  const [ambiente, clientId] = [values.get('ambiente') as Ambiente | undefined, values.get('client-id')]
  const missing = [
    ...(ambiente === undefined ? ['--ambiente'] : []),
    ...(clientId === undefined ? ['--client-id'] : []),
    ...(lacksSecret(context, profile) ? ['--client-secret-env'] : []),
  ]
  if (ambiente === undefined || clientId === undefined || missing.length > 0) {
    throw failure('CLI_OPTION_NEEDS', { option: '--profile', needed: missing.join(', '), help })
  }
  const call: BankCall = {
    profile,
    ambiente,
    credentials: { clientId, clientSecret: await readClientSecret(context, profile), extras: readExtras(context) },
    scopes: readScopes(context),
    overrides: { apiUrl: values.get('api-url'), tokenUrl: values.get('token-url') },
  }
  await assertBankCall(call, help)
  return call
}

/** Nothing names the secret, and nobody can be asked. */
function lacksSecret({ io, json, options: { values } }: Context, { token }: Profile): boolean {
  const isNamed = values.has('client-secret-env') || values.has('client-secret-file')
  return !isNamed && token.client.value !== 'id-only' && (json || io.askSecret === undefined)
}

async function readClientSecret(context: Context, { token }: Profile): Promise<string | undefined> {
  const [clientSecret] = await readSecrets(context, 'client-secret')
  if (clientSecret !== undefined || token.client.value === 'id-only') return clientSecret
  return context.io.askSecret?.(context.language.texts.askClientSecret)
}

/** RFC 6749, section 3.3: visible characters other than `"` and backslash. */
const SCOPE = /^[!#-[\]-~]+$/

function readScopes({ options, help }: Context): readonly string[] | undefined {
  const text = options.values.get('scopes')
  if (text === undefined) return undefined
  const scopes = text.split(/[\s,]+/).filter((scope) => scope !== '')
  if (scopes.length === 0 || !scopes.every((scope) => SCOPE.test(scope))) {
    throw failure('CLI_OPTION_FORMAT', { option: '--scopes', expected: 'cob.read,cob.write', help })
  }
  return scopes
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
