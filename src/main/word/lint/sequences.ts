/** Children of properties in the order that the format wants (ECMA-376 part 1, 17.3 to 17.6; the schema's sequences). */
const RUN = words(
  'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint',
  'noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText',
  'vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
)
const PARAGRAPH = words(
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
  'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd',
  'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment',
  'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
)
const TABLE = words(
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd',
  'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
)
const CELL = words(
  'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'cellIns cellDel cellMerge tcPrChange',
)
const SECTION = words(
  'footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote',
  'titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
)

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' ')).map((word) => `w:${word}`)
}

/** The place of each child; children of one place may come in any order and again. */
export type Places = ReadonlyMap<string, number>

function inSequence(names: readonly string[], first: readonly string[] = []): Places {
  return new Map([
    ...first.map((name) => [name, 0] as const),
    ...names.map((name, index) => [name, index + 1] as const),
  ])
}

/** The names of a row's properties may come in any order; what is tracked comes after them. */
const ROW = inSequence(
  words('ins del trPrChange'),
  words(
    'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  ),
)

export const SEQUENCES: ReadonlyMap<string, Places> = new Map([
  ['w:rPr', inSequence(RUN)],
  ['w:pPr', inSequence(PARAGRAPH)],
  ['w:tblPr', inSequence(TABLE)],
  ['w:trPr', ROW],
  ['w:tcPr', inSequence(CELL)],
  ['w:sectPr', inSequence(SECTION, words('headerReference footerReference'))],
  ['w:numPr', inSequence(words('ilvl numId numberingChange ins'))],
])
