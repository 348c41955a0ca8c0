/** What a person's change is written as. */
export const CHANGES: readonly string[] = [
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
]

export const MOVE_STARTS: readonly string[] = ['w:moveFromRangeStart', 'w:moveToRangeStart']
