/**
 * The list that the rules write their findings to.
 *
 * @module
 */
import type { Issue, Params, Path } from '@pixkit/core/issue'
import type { Tlv, TlvPrimitive } from '@pixkit/emv/tlv'
import type { BrCodeErrorCode } from '../codes.ts'

export type BrCodeIssue = Issue<BrCodeErrorCode>

const HEADER_LENGTH = 4

export function addError(
  issues: BrCodeIssue[],
  code: BrCodeErrorCode,
  path: Path,
  offset: number,
  params: Params = {},
): void {
  issues.push({ code, severity: 'error', path, offset, params })
}

export function addWarning(
  issues: BrCodeIssue[],
  code: BrCodeErrorCode,
  path: Path,
  offset: number,
  params: Params = {},
): void {
  issues.push({ code, severity: 'warning', path, offset, params })
}

/** Index where the value of an object begins: after two digits of id and two of length. */
export function valueOffset(object: Tlv): number {
  return object.offset + HEADER_LENGTH
}

export function findObject(objects: readonly Tlv[], id: string): Tlv | undefined {
  for (const object of objects) if (object.id === id) return object
  return undefined
}

/** Finds an object that holds a value, as all but the templates do. */
export function findPrimitive(objects: readonly Tlv[], id: string): TlvPrimitive | undefined {
  const object = findObject(objects, id)
  return object?.children === undefined ? object : undefined
}
