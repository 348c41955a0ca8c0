import { createXmlBudget, elements, parseXmlText } from '../../../opc/xml.ts'
import { part as wholePart, tag } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { SEPARATORS } from '../notes.ts'
import type { PartFinder } from './part-finder.ts'
import { appended, edited, rootOf, withPrefixes } from './surgery.ts'

/** What comes before w:trackRevisions, and between it and w:endnotePr, in CT_Settings (ECMA-376 part 1, 17.15.1.78). */
const BEFORE_TRACKING = [
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries',
  'displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts',
  'embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader',
  'bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState',
  'formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge',
  'revisionView',
]
const BEFORE_NOTES = [
  'trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme',
  'styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps',
  'showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting',
  'bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing',
  'displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin',
  'drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning',
  'characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore',
  'savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText',
  'doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags',
  'alwaysMergeEmptyNamespace updateFields hdrShapeDefaults',
]
const names = (lines: readonly string[]): readonly string[] =>
  lines
    .join(' ')
    .split(' ')
    .map((name) => `w:${name}`)
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'w:trackRevisions': names(BEFORE_TRACKING),
  'w:footnotePr': names([...BEFORE_TRACKING, ...BEFORE_NOTES]),
  'w:endnotePr': names([...BEFORE_TRACKING, ...BEFORE_NOTES, 'footnotePr']),
}

/** Word goes on tracking when the file is opened. */
export function keepTracking(finder: PartFinder): void {
  addSetting('w:trackRevisions', '<w:trackRevisions/>', finder)
}

/** Names the two notes that draw the lines above a new part of notes. */
export function nameSeparators(kind: 'footnote' | 'endnote', finder: PartFinder): void {
  const rows = SEPARATORS.map((id) => tag(`w:${kind}`, { 'w:id': id }))
  addSetting(`w:${kind}Pr`, tag(`w:${kind}Pr`, {}, ...rows), finder)
}

function addSetting(name: string, xml: Xml, finder: PartFinder): void {
  const part = finder.find('settings')
  if (part === undefined) {
    finder.make('settings', new TextDecoder().decode(wholePart('w:settings', ['w'], xml)))
    return
  }
  const text = finder.parts.text(part) ?? ''
  const rows = elements(parseXmlText(text, { budget: createXmlBudget() }))
  const old = rows.find((row) => row.name === name)
  if (old && (name !== 'w:trackRevisions' || !/^(0|false|off)$/.test(old.attributes.get('w:val') ?? '')))
    return
  const declared = withPrefixes(text, xml)
  const shift = declared.text.length - text.length
  const local = declared.local(xml)
  if (old) {
    const edit = { from: old.start + shift, to: old.end + shift, xml: local }
    finder.parts.setText(part, edited(declared.text, [edit]))
    return
  }
  if (rootOf(text).isEmpty) return finder.parts.setText(part, appended(declared.text, local))
  const before = rows.findLast((row) => SEQUENCES[name]?.includes(row.name) === true)
  const at = (before?.end ?? rootOf(text).to) + shift
  finder.parts.setText(part, edited(declared.text, [{ from: at, to: at, xml: local }]))
}
