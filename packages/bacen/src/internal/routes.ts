/**
 * Where an operation lives at a bank.
 *
 * @module
 */
import { type Operation, type OperationName, operations, type Resource } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'

export interface Route extends Operation {
  /** Without parameters: what stands before the template, and the template as the bank spells it. */
  readonly base: string
  readonly template: string
  /** Of the template, as {@link partsOf}. */
  readonly parts: readonly string[]
}

export type PathParams = Readonly<Record<string, string | number>>

const BRACES = /\{(\w+)\}/

export function routeOf(settings: ProfileSettings, name: OperationName): Route {
  const operation = operations[name]
  const resource = resourceOf(name)
  const { apiUrl, resourceUrls, prefixes, paths } = settings
  const prefix = prefixes[name] ?? prefixes[resource] ?? ''
  const template = paths[name] ?? operation.path
  return {
    ...operation,
    base: `${resourceUrls[resource] ?? apiUrl}${prefix}`,
    template: `${prefix}${template}`,
    parts: partsOf(template),
  }
}

export function resourceOf(name: OperationName): Resource {
  return name.slice(0, name.indexOf('.')) as Resource
}

/** Puts the parameters in their places, percent-encoded. */
export function fillPath(parts: readonly string[], params: PathParams): string {
  let path = parts[0] ?? ''
  for (let index = 1; index < parts.length; index += 2) {
    path += encodeURIComponent(String(params[parts[index] ?? ''])) + (parts[index + 1] ?? '')
  }
  return path
}

/** A template between its braces: texts at even places, names at odd ones. */
export function partsOf(template: string): readonly string[] {
  return template.split(BRACES)
}
