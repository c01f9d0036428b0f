/**
 * Who may call what needs a scope.
 *
 * @module
 */
import { plainProblem, refusalAnswer } from '../api/problem-answer.ts'
import type { World } from '../world.ts'
import type { Connection } from './caller.ts'
import type { Tokens } from './tokens.ts'

/** @returns The refusal, or nothing. @see RFC 6750, section 3.1; RFC 8705, section 3; API Pix 2.9.0, AcessoNegado. */
export function authorise(
  { world, tokens }: { readonly world: World; readonly tokens: Tokens },
  scope: string,
  authorization: string | undefined,
  { certificateSha256, demandsCertificate }: Connection,
): Response | undefined {
  if (demandsCertificate && certificateSha256 === undefined) {
    return refusalAnswer(world, 'AcessoNegado', { detail: 'Apresente o certificado de cliente do sandbox.' })
  }
  const [, accessToken] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '') ?? []
  if (accessToken === undefined) {
    return plainProblem(world, 401, 'Falta o token de acesso.', { 'www-authenticate': 'Bearer realm="sandbox"' })
  }
  const token = tokens.find(accessToken)
  const isForeign =
    demandsCertificate && token?.certificateSha256 !== undefined && token.certificateSha256 !== certificateSha256
  if (token === undefined || isForeign) {
    const title = isForeign ? 'O token é de outro certificado.' : 'O token é desconhecido ou expirou.'
    return plainProblem(world, 401, title, { 'www-authenticate': 'Bearer realm="sandbox", error="invalid_token"' })
  }
  if (token.scopes.has(scope)) return undefined
  const challenge = `Bearer realm="sandbox", error="insufficient_scope", scope="${scope}"`
  const detail = `A operação exige o escopo ${scope}.`
  return refusalAnswer(world, 'AcessoNegado', { detail }, { 'www-authenticate': challenge })
}
