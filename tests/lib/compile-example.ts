/** @module Turns `expression // value` into an assertion. */
import { parseSync } from 'oxc-parser'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/**
 * Turns a block into a module that asserts what its comments promise, without moving a line.
 *
 * A comment on the last line of an expression or of `const name = …` is its value when it reads as a literal. One that
 * only begins like a literal is refused: it would look checked.
 *
 * @param code - The block.
 * @param helper - Specifier of the module that exports `assertValue`.
 * @throws {SyntaxError} The block, or a value that a comment promises, does not parse.
 */
export function compileExample(code: string, helper: string): { code: string; assertions: number } {
  const { comments, errors, program } = parseSync('example.ts', code, { sourceType: 'module' })
  const [error] = errors
  if (error !== undefined) throw new SyntaxError(error.codeframe ?? error.message)

  const edits: { at: number; text: string }[] = []
  let assertions = 0
  for (const statement of statementsOf(program as unknown as Node)) {
    const comment = comments.find(({ start, type }) => type === 'Line' && isTrailing(code, statement, start))
    const literal = comment === undefined ? undefined : literalIn(comment.value.trim())
    if (literal === undefined) continue
    assertions += 1
    if (statement.type === 'ExpressionStatement') {
      const { end, start } = statement['expression'] as Node
      edits.push({ at: start, text: ';assertValue(' }, { at: end, text: `, ${literal})` })
    } else {
      edits.push({ at: statement.end, text: `; assertValue(${declaredName(statement)}, ${literal})` })
    }
  }

  let result = code
  for (const { at, text } of edits.toSorted((a, b) => b.at - a.at)) {
    result = result.slice(0, at) + text + result.slice(at)
  }
  return { code: `import { assertValue } from '${helper}'; ${result}\n`, assertions }
}

/** The statements, at any depth, whose value can be asserted: expressions, and declarations of one name. */
function* statementsOf(node: Node): Generator<Node> {
  if (node.type === 'ExpressionStatement' || declaredName(node) !== undefined) yield node
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) yield* statementsOf(child as Node)
  }
}

function declaredName(node: Node): string | undefined {
  if (node.type !== 'VariableDeclaration') return undefined
  const [declarator, another] = node['declarations'] as { id: Node; init: unknown }[]
  const isName = declarator?.id.type === 'Identifier' && declarator.init !== null && another === undefined
  return isName ? (declarator.id['name'] as string) : undefined
}

function isTrailing(code: string, statement: Node, comment: number): boolean {
  return comment >= statement.end && /^[;\t ]*$/.test(code.slice(statement.end, comment))
}

/** The text of a comment when it is a literal, ready to stand in code. */
function literalIn(text: string): string | undefined {
  const looksLikeOne = /^(?:['"`[{]|[-+]?\d|(?:true|false|null|undefined|NaN|-?Infinity)\b)/.test(text)
  const { errors, program } = parseSync('value.ts', `(${text})`)
  const [statement, another] = program.body
  if (errors.length === 0 && statement?.type === 'ExpressionStatement' && another === undefined) {
    if (isLiteral(statement.expression as unknown as Node)) return `(${text})`
  }
  if (looksLikeOne) throw new SyntaxError(`"// ${text}" looks like a value but is no literal`)
  return undefined
}

function isLiteral(node: Node | null): boolean {
  if (node === null) return false
  switch (node.type) {
    case 'Literal':
      return true
    case 'ParenthesizedExpression':
      return isLiteral(node['expression'] as Node)
    case 'Identifier':
      return ['undefined', 'NaN', 'Infinity'].includes(node['name'] as string)
    case 'UnaryExpression':
      return ['-', '+'].includes(node['operator'] as string) && isLiteral(node['argument'] as Node)
    case 'TemplateLiteral':
      return (node['expressions'] as Node[]).length === 0
    case 'ArrayExpression':
      return (node['elements'] as (Node | null)[]).every(isLiteral)
    case 'ObjectExpression':
      return (node['properties'] as Node[]).every(
        (property) => property.type === 'Property' && !property['computed'] && isLiteral(property['value'] as Node),
      )
    default:
      return false
  }
}
