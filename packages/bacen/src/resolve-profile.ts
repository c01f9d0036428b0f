/**
 * From what is known of a bank to the settings of one client.
 *
 * @module
 */
import { bacenFailure } from './internal/failure.ts'
import { checkSettings } from './internal/check-settings.ts'
import type { Ambiente, Fact, Profile, ProfileOverrides, ProfileSettings } from './profile.ts'

/**
 * Takes the facts of one environment, puts what the caller knows better in their place, and checks the outcome.
 *
 * URLs are `https`, without user, query or fragment; a slash at the end of those of the API is dropped, as banks print them with one.
 * `http` is taken for hosts of loopback alone, where a sandbox runs (a choice of pixkit): no token travels in the clear.
 *
 * @param overrides - Settings that are other than the profile says; a list or a record replaces the whole of the profile's, `token`
 *   member by member. A profile without hosts needs `apiUrl` and `tokenUrl` here.
 * @returns Settings, with the names of the facts among them that nobody confirmed.
 * @throws {PixkitError} `BACEN_SETTINGS`, with the path and the reason `ambiente` (the bank has none such), `url`, `prefix`, `path`,
 *   `header`, `query` or `number`.
 * @throws {TypeError} An argument has another type.
 *
 * @example
 * ```ts
 * import { sicredi } from '@pixkit/bacen/profiles/sicredi'
 * import { resolveProfile } from '@pixkit/bacen/resolve-profile'
 *
 * const settings = resolveProfile(sicredi, 'homologacao', { prefixes: { cob: '/v2' } })
 * settings.apiUrl // 'https://api-pix-h.sicredi.com.br/api'
 * settings.prefixes.cob // '/v2'
 * ```
 */
export function resolveProfile(
  profile: Profile,
  ambiente: Ambiente,
  overrides: ProfileOverrides = {},
): ProfileSettings {
  assertArguments(profile, ambiente, overrides)
  const facts = Object.hasOwn(profile.ambientes, ambiente) ? profile.ambientes[ambiente] : undefined
  const unconfirmed: string[] = []

  /** What the caller says, else the fact, which is noted when nobody confirmed it. */
  function pick<Value>(path: string, own: Value | undefined, fact: Fact<Value> | undefined): Value | undefined {
    if (own !== undefined) return own
    if (fact?.confirmed === false) unconfirmed.push(path)
    return fact?.value
  }
  const at = `ambientes.${ambiente}`
  const { token = {} } = overrides

  const apiUrl = pick(`${at}.apiUrl`, overrides.apiUrl, facts?.apiUrl)
  if (apiUrl === undefined) {
    throw bacenFailure('BACEN_SETTINGS', {
      reason: 'ambiente',
      path: ['ambiente'],
      params: { bank: profile.name, ambiente },
    })
  }
  const settings: ProfileSettings = {
    id: profile.id,
    name: profile.name,
    ambiente,
    apiUrl: withoutSlash(apiUrl),
    tokenUrl: pick(`${at}.tokenUrl`, overrides.tokenUrl, facts?.tokenUrl),
    mtls: pick(`${at}.mtls`, overrides.mtls, facts?.mtls) ?? 'both',
    resourceUrls: withoutSlashes(pick(`${at}.resourceUrls`, overrides.resourceUrls, facts?.resourceUrls) ?? {}),
    token: {
      client: pick('token.client', token.client, profile.token.client) ?? 'basic',
      body: pick('token.body', token.body, profile.token.body) ?? 'form',
      grantType: pick('token.grantType', token.grantType, profile.token.grantType) ?? 'body',
      sendsScope: pick('token.sendsScope', token.sendsScope, profile.token.sendsScope) ?? true,
      expiresIn: pick('token.expiresIn', token.expiresIn, profile.token.expiresIn) ?? 'auto',
    },
    scopes: pick('scopes', overrides.scopes, profile.scopes) ?? [],
    prefixes: pick('prefixes', overrides.prefixes, profile.prefixes) ?? {},
    paths: pick('paths', overrides.paths, profile.paths) ?? {},
    headers: overrides.headers ?? [
      ...(pick('headers', undefined, profile.headers) ?? []),
      ...(pick(`${at}.headers`, undefined, facts?.headers) ?? []),
    ],
    query: pick('query', overrides.query, profile.query) ?? [],
    missing: pick('missing', overrides.missing, profile.missing) ?? [],
    aliases: pick('aliases', overrides.aliases, profile.aliases) ?? {},
    instants: pick('instants', overrides.instants, profile.instants) ?? { milliseconds: true },
    listWindowDays: pick('listWindowDays', overrides.listWindowDays, profile.listWindowDays),
    maxItensPorPagina: pick('maxItensPorPagina', overrides.maxItensPorPagina, profile.maxItensPorPagina),
    errors: pick('errors', overrides.errors, profile.errors) ?? [],
    prestadorDoServicoDeSaque: pick(
      'prestadorDoServicoDeSaque',
      overrides.prestadorDoServicoDeSaque,
      profile.prestadorDoServicoDeSaque,
    ),
    unconfirmed,
  }
  checkSettings(settings)
  return settings
}

/** What is no text is refused after. */
const withoutSlash = (url: string): string => (typeof url === 'string' ? url.replace(/\/+$/, '') : url)

const withoutSlashes = <Urls extends Readonly<Record<string, string>>>(urls: Urls): Urls =>
  Object.fromEntries(Object.entries(urls).map(([resource, url]) => [resource, withoutSlash(url)])) as Urls

function assertArguments(profile: unknown, ambiente: unknown, overrides: unknown): void {
  const { ambientes, token } = (profile ?? {}) as Partial<Profile>
  if (typeof ambientes !== 'object' || typeof token !== 'object') {
    throw new TypeError('"profile" must be the object of a bank, from @pixkit/bacen/profiles/… or customProfile')
  }
  if (ambiente !== 'producao' && ambiente !== 'homologacao') {
    throw new TypeError('"ambiente" must be "producao" or "homologacao"')
  }
  if (typeof overrides !== 'object' || overrides === null) throw new TypeError('"overrides" must be an object')
}
