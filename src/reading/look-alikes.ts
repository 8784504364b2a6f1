import { fold } from '../formats/text.ts'

/** Signs that OCR takes for one another, each brought to the first of its kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/[ODQ°]/g, '0'],
  [/[IL|!/\\[\]]/g, '1'],
  [/Z/g, '2'],
  [/S/g, '5'],
  [/[GB]/g, '8'],
  [/6/g, '8'],
]

/** Letters and digits alone, without accents and case, look-alikes taken as one. */
export const plainSigns = (text: string): string =>
  KINDS.reduce((folded, [kind, first]) => folded.replace(kind, first), fold(text)).replace(/[^0-9A-Z]/g, '')
