/**
 * Children of properties in the order that the schema demands, all of them: what a file that is written again has of
 * its own stands among ours.
 */

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' ')).map((word) => `w:${word}`)
}

/** CT_PPr (ECMA-376 part 1, 17.3.1.26). */
export const PARAGRAPH_PROPERTIES = words(
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
  'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd',
  'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment',
  'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
)

/** CT_RPr and CT_ParaRPr (17.3.2.28, 17.3.1.29): in a paragraph mark what is tracked comes first. */
export const RUN_PROPERTIES = words(
  'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint',
  'noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText',
  'vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
)

/** CT_TblPr (17.4.60). */
export const TABLE_PROPERTIES = words(
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd',
  'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
)

/** CT_TrPr (17.4.81): any order, but what is tracked comes last. */
export const ROW_PROPERTIES = words(
  'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'ins del trPrChange',
)

/** CT_TcPr (17.4.69). */
export const CELL_PROPERTIES = words(
  'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'cellIns cellDel cellMerge tcPrChange',
)
