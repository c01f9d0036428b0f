/** @module What a schema says of a value, by Standard Schema: tests need no library of schemas. */

export interface Standard {
  readonly '~standard': { readonly validate: (value: unknown) => unknown }
}

/** The messages of its issues; those of `@pixkit/bacen/schema` are reasons. */
export function messagesOf(schema: Standard, value: unknown): readonly string[] {
  const { issues = [] } = schema['~standard'].validate(value) as { issues?: readonly { readonly message: string }[] }
  return issues.map(({ message }) => message)
}

export function isValid(schema: Standard, value: unknown): boolean {
  return messagesOf(schema, value).length === 0
}
