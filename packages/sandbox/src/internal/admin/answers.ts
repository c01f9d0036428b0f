/**
 * How admin requests are read and answered.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { formatMessage } from '@pixkit/core/issue'
import type { Sentences } from './sentences.ts'

export type Members = Readonly<Record<string, unknown>>

/** What `errorAnswer` makes of a body that is not as it has to be. */
class WrongBody extends Error {}

export async function readMembers(request: Request): Promise<Members> {
  const body = await parsed(request)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new WrongBody('Envie um objeto JSON.')
  return body as Members
}

/** @throws What `errorAnswer` knows. */
export function textOf(members: Members, name: string): string {
  const text = optionalText(members, name)
  if (text === undefined) throw new WrongBody(`Falta "${name}".`)
  return text
}

export function optionalText(members: Members, name: string): string | undefined {
  const value = members[name] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw new WrongBody(`"${name}" deve ser um texto.`)
  return value
}

export function oneOf<const Text extends string>(
  members: Members,
  name: string,
  known: readonly Text[],
): Text | undefined {
  const text = optionalText(members, name)
  const found = known.find((one) => one === text)
  if (text !== undefined && found === undefined) {
    throw new WrongBody(`"${name}" deve ser um destes: ${known.join(', ')}.`)
  }
  return found
}

export function wrongBody(message: string): Error {
  return new WrongBody(message)
}

/** 400 with code and reason; anything that is a fault of the sandbox goes on. */
export function errorAnswer(error: unknown, { messages, remedies }: Sentences): Response {
  if (error instanceof WrongBody) {
    return Response.json({ code: 'SANDBOX_REQUEST', message: error.message }, { status: 400 })
  }
  if (!isPixkitError(error)) throw error
  const { code, params, path } = error
  const remedy = formatMessage(error, remedies)
  const body = {
    code,
    reason: params['reason'],
    path,
    message: formatMessage(error, messages),
    ...(remedy === code ? {} : { remedy }),
  }
  return Response.json(body, { status: 400 })
}

async function parsed(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown
  } catch {
    throw new WrongBody('O corpo não é JSON.')
  }
}
