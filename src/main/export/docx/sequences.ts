/** Order of children in CT_PPr, of those that are written here (ECMA-376 part 1, 17.3.1.26). */
export const PARAGRAPH_PROPERTIES = ['w:pStyle', 'w:numPr', 'w:jc', 'w:rPr', 'w:pPrChange'] as const

/** CT_RPr and CT_ParaRPr (17.3.2.28, 17.3.1.29): in a paragraph mark what is tracked comes first. */
export const RUN_PROPERTIES = [
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:rStyle',
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:strike',
  'w:u',
  'w:vertAlign',
  'w:rPrChange',
] as const

/** CT_TrPr (17.4.81): what is tracked comes last. */
export const ROW_PROPERTIES = ['w:gridAfter', 'w:tblHeader', 'w:ins', 'w:del'] as const

/** CT_TcPr (17.4.69). */
export const CELL_PROPERTIES = [
  'w:cnfStyle',
  'w:tcW',
  'w:gridSpan',
  'w:vMerge',
  'w:cellIns',
  'w:cellDel',
] as const
