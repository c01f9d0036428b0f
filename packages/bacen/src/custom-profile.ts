/**
 * A profile of one's own, for a bank that pixkit does not know.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { confirmed } from './internal/fact.ts'
import type { Ambiente, AmbienteFacts, Fact, Profile, TokenFacts } from './profile.ts'
import { bacen } from './profiles/bacen.ts'
import { resolveProfile } from './resolve-profile.ts'

/** The values of facts, without sources; every one may be absent. */
type Plain<Facts> = {
  readonly [Name in keyof Facts]?: Facts[Name] extends Fact<infer Value> | undefined ? Value | undefined : never
}

/** As {@link AmbienteFacts}; both token and API demand a client certificate unless `mtls` says otherwise. */
export interface CustomAmbiente extends Plain<Omit<AmbienteFacts, 'apiUrl'>> {
  readonly apiUrl: string
}

/** As {@link Profile}; what is absent is as in the norm. */
export interface CustomProfile extends Plain<Omit<Profile, 'id' | 'name' | 'ambientes' | 'token'>> {
  readonly id: string
  readonly name: string
  readonly ambientes: { readonly [Name in Ambiente]?: CustomAmbiente | undefined }
  readonly token?: Plain<TokenFacts> | undefined
}

const SOURCE = 'customProfile: said by the caller'

/**
 * Makes a profile of plain values; what the caller says counts as confirmed.
 *
 * For a bank that pixkit knows and that changed one thing, `overrides` of the client are shorter.
 *
 * @throws {PixkitError} `BACEN_SETTINGS`, as `resolveProfile` does, for any of the environments.
 * @throws {TypeError} `id` or `name` is not a string, or there is no environment.
 *
 * @example
 * ```ts
 * import { customProfile, resolveProfile } from '@pixkit/bacen'
 *
 * const bank = customProfile({
 *   id: 'example',
 *   name: 'Banco Exemplo',
 *   ambientes: {
 *     producao: { apiUrl: 'https://pix.example.com/api', tokenUrl: 'https://pix.example.com/oauth/token' },
 *   },
 *   token: { body: 'json', sendsScope: false },
 *   prefixes: { cob: '/v2' },
 * })
 * resolveProfile(bank, 'producao').token.body // 'json'
 * resolveProfile(bank, 'producao').token.client // 'basic'
 * ```
 */
export function customProfile(profile: CustomProfile): Profile {
  const { id, name, ambientes, token = {}, ...rest } = profile
  assertString(id, 'id')
  assertString(name, 'name')
  const names = (['producao', 'homologacao'] as const).filter((ambiente) => ambientes?.[ambiente] !== undefined)
  if (names.length === 0) throw new TypeError('"ambientes" must have producao or homologacao')

  const made = {
    ...bacen,
    ...factsOf(rest),
    id,
    name,
    token: { ...bacen.token, ...factsOf(token) },
    ambientes: Object.fromEntries(
      names.map((ambiente) => [ambiente, factsOf({ mtls: 'both', ...withoutAbsent(ambientes[ambiente]) })]),
    ),
  } as Profile
  for (const ambiente of names) resolveProfile(made, ambiente)
  return made
}

const factsOf = (values: object): Readonly<Record<string, Fact<unknown>>> =>
  Object.fromEntries(Object.entries(withoutAbsent(values)).map(([name, value]) => [name, confirmed(value, SOURCE)]))

const withoutAbsent = (values: object = {}): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
