/**
 * What is known of a bank, fact by fact.
 *
 * @module
 */
import type { OperationName, Resource } from './operations.ts'

export type Ambiente = 'producao' | 'homologacao'

/** Something that is known of a bank, and how well. */
export interface Fact<Value> {
  readonly value: Value
  /** Where it is written: document, version or date, section. */
  readonly source: string
  /** The bank's own documentation says so, and nothing contradicts it. Nothing was tried against a bank. */
  readonly confirmed: boolean
}

/** A header or a parameter of the query that every request carries, beside those of API Pix. */
export interface ExtraField {
  readonly name: string
  /** Which requests. */
  readonly on: 'token' | 'api' | 'both'
  readonly value:
    | { readonly kind: 'text'; readonly text: string }
    /** A fresh UUID for each request. */
    | { readonly kind: 'uuid' }
    /** The client id, or what stands in `credentials.extras` under this name. */
    | { readonly kind: 'credential'; readonly name: string; readonly optional?: true }
}

/** Where a bank answers, in one environment. */
export interface AmbienteFacts {
  readonly apiUrl: Fact<string>
  /** Absent where the token is a fixed text, `credentials.accessToken`. */
  readonly tokenUrl?: Fact<string> | undefined
  /** Which of the two demand a client certificate. */
  readonly mtls: Fact<'none' | 'token' | 'api' | 'both'>
  /** Resources that live elsewhere. */
  readonly resourceUrls?: Fact<Partial<Readonly<Record<Resource, string>>>> | undefined
  readonly headers?: Fact<readonly ExtraField[]> | undefined
}

export interface TokenFacts {
  /** How client id and secret travel: `Authorization: Basic`, in the body, or the id alone in the body. */
  readonly client: Fact<'basic' | 'body' | 'id-only'>
  readonly body: Fact<'form' | 'json'>
  readonly grantType: Fact<'body' | 'query' | 'omitted'>
  readonly sendsScope: Fact<boolean>
  /** `auto`: the `exp` of a JWT if the token is one, else seconds up to 86,400 and milliseconds above. */
  readonly expiresIn: Fact<'seconds' | 'milliseconds' | 'auto'>
}

export interface Profile {
  /** `sicredi`. */
  readonly id: string
  readonly name: string
  readonly ambientes: Partial<Readonly<Record<Ambiente, AmbienteFacts>>>
  readonly token: TokenFacts
  /** Scopes that are asked for when the caller names none. */
  readonly scopes: Fact<readonly string[]>
  /** What stands between the URL of the API and the path, `/v3`; of an operation before that of its resource, else nothing. */
  readonly prefixes?: Fact<Partial<Readonly<Record<Resource | OperationName, string>>>> | undefined
  /** Paths that are spelled differently from the norm's: `{ 'solicRec.create': '/SolicRec' }`. */
  readonly paths?: Fact<Partial<Readonly<Record<OperationName, string>>>> | undefined
  readonly headers?: Fact<readonly ExtraField[]> | undefined
  readonly query?: Fact<readonly ExtraField[]> | undefined
  /** Operations that the bank does not have. */
  readonly missing?: Fact<readonly OperationName[]> | undefined
  /** Members of answers by another name than the norm's: `{ brcode: 'pixCopiaECola' }`. */
  readonly aliases?: Fact<Readonly<Record<string, string>>> | undefined
  /** How the instants of a query are written; with milliseconds and `Z` by default. */
  readonly instants?: Fact<{ readonly milliseconds: boolean }> | undefined
  /** Longest period of a list, in days. */
  readonly listWindowDays?: Fact<number> | undefined
  readonly maxItensPorPagina?: Fact<number> | undefined
  /** Shapes of errors beside that of API Pix. */
  readonly errors?: Fact<readonly ('efi' | 'banco-do-brasil')[]> | undefined
  /** The provider that saque and troco must name. */
  readonly prestadorDoServicoDeSaque?: Fact<string> | undefined
}

/** Settings that are other than a profile says: a list or a record replaces the whole of the profile's, `token` member by member. */
export type ProfileOverrides = {
  readonly [Name in Exclude<keyof ProfileSettings, 'id' | 'name' | 'ambiente' | 'token' | 'unconfirmed'>]?:
    | ProfileSettings[Name]
    | undefined
} & {
  readonly token?: { readonly [Name in keyof TokenFacts]?: TokenFacts[Name]['value'] | undefined } | undefined
}

/** The settings of a profile for one environment, with what the caller overrides: facts without their sources. */
export interface ProfileSettings {
  readonly id: string
  readonly name: string
  readonly ambiente: Ambiente
  readonly apiUrl: string
  readonly tokenUrl: string | undefined
  readonly mtls: 'none' | 'token' | 'api' | 'both'
  readonly resourceUrls: Partial<Readonly<Record<Resource, string>>>
  readonly token: { readonly [Name in keyof TokenFacts]: TokenFacts[Name]['value'] }
  readonly scopes: readonly string[]
  readonly prefixes: Partial<Readonly<Record<Resource | OperationName, string>>>
  readonly paths: Partial<Readonly<Record<OperationName, string>>>
  readonly headers: readonly ExtraField[]
  readonly query: readonly ExtraField[]
  readonly missing: readonly OperationName[]
  readonly aliases: Readonly<Record<string, string>>
  readonly instants: { readonly milliseconds: boolean }
  readonly listWindowDays: number | undefined
  readonly maxItensPorPagina: number | undefined
  readonly errors: readonly ('efi' | 'banco-do-brasil')[]
  readonly prestadorDoServicoDeSaque: string | undefined
  /** Names of the facts in use that are not confirmed: `ambientes.homologacao.apiUrl`. */
  readonly unconfirmed: readonly string[]
}
