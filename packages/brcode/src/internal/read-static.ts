/**
 * The fields of a static code: key, additional information, saque, amount, txid.
 *
 * @module
 */
import { inspectChave } from '@pixkit/core/chave'
import { isIspb } from '@pixkit/core/ispb'
import type { Path } from '@pixkit/core/issue'
import type { TlvPrimitive, TlvTemplate } from '@pixkit/emv/tlv'
import type { ParsedStaticBrCode } from '../types.ts'
import { checkCharset } from './check-text.ts'
import type { Frame } from './frame.ts'
import { addWarning, type BrCodeIssue, findPrimitive, valueOffset } from './issues.ts'
import { readAmount } from './read-amount.ts'
import { readTxid } from './read-txid.ts'

type StaticFields = Pick<
  ParsedStaticBrCode,
  'kind' | 'chave' | 'chaveTipo' | 'infoAdicional' | 'fss' | 'transactionAmount' | 'txid'
>

/**
 * Reads the fields and warns of what the payer's bank may refuse. Check digits of keys are not mandatory when reading: the
 * manual's own examples fail them.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5.1 (keys) and 2.6.1 (objects of the template).
 */
export function readStatic(
  template: TlvTemplate,
  chaveObject: TlvPrimitive,
  txidObject: TlvPrimitive | undefined,
  frame: Frame,
  issues: BrCodeIssue[],
): StaticFields {
  const { valor, tipo, issue } = inspectChave(chaveObject.value)
  if (issue !== undefined) {
    addWarning(issues, issue.code, [template.id, '01'], valueOffset(chaveObject), issue.params)
  }
  const info = findPrimitive(template.children, '02')
  checkCharset([template.id, '02'], info, frame, issues)
  const fss = findPrimitive(template.children, '03')
  if (fss !== undefined && !isIspb(fss.value)) reportFss(fss, [template.id, '03'], issues)
  const transactionAmount = readAmount(findPrimitive(frame.tree, '54'), issues)
  const txid = readTxid(txidObject, issues)

  return {
    kind: 'static',
    chave: valor,
    ...(tipo && { chaveTipo: tipo }),
    ...(info && { infoAdicional: info.value }),
    ...(fss && { fss: fss.value }),
    ...(transactionAmount !== undefined && { transactionAmount }),
    ...(txid !== undefined && { txid }),
  }
}

function reportFss(fss: TlvPrimitive, path: Path, issues: BrCodeIssue[]): void {
  addWarning(issues, 'BRCODE_FIELD_FORMAT', path, valueOffset(fss), { expected: 'ISPB' })
}
