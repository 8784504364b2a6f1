import type { CheckContext } from '../../domain/check.ts'
import { findAmounts } from '../../formats/amounts.ts'
import { lookAgain } from '../look-again.ts'
import type { Operand, Relation } from './relation.ts'

/**
 * Whether every amount of a wrong sum, looked at again closely, is surely what was read: then it is the slip that is wrong
 * and not the reading. Amounts in the text of a PDF are exact.
 */
export async function seenAgain(context: Pick<CheckContext, 'reread'>, { operands }: Relation): Promise<boolean> {
  for (const operand of operands) {
    if (operand.source !== 'texte-pdf' && !(await isSeen(context, operand))) return false
  }
  return true
}

async function isSeen(context: Pick<CheckContext, 'reread'>, operand: Operand): Promise<boolean> {
  const verdict = await lookAgain(context, 'doute', operand, text => {
    const found = findAmounts(text).find(a => a.valeur === operand.valeur)
    return found ? { value: 'printed', start: found.start, end: found.end } : null
  })
  return verdict === 'desaccord'
}
