import { document, part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { SEPARATORS } from './notes.ts'

/** Parts of every file that do not depend on the text, beside the styles. */

const OUR_FONTS = [
  ['Georgia', 'roman'],
  ['Times New Roman', 'roman'],
  ['Symbol', 'roman'],
] as const

export function fontTablePart(): Uint8Array {
  const fonts = OUR_FONTS.map(([name, family]) =>
    tag(
      'w:font',
      { 'w:name': name },
      tag('w:charset', { 'w:val': name === 'Symbol' ? '02' : '00' }),
      tag('w:family', { 'w:val': family }),
      tag('w:pitch', { 'w:val': 'variable' }),
    ),
  )
  return part('w:fonts', ['w'], ...fonts)
}

/** `notes`: the kinds of notes in the file; the settings name the lines above them. */
export function settingsPart(keepTracking: boolean, notes: readonly ('footnote' | 'endnote')[]): Uint8Array {
  const mode = tag('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  })
  return part(
    'w:settings',
    ['w'],
    tag('w:zoom', { 'w:percent': 100 }),
    keepTracking ? tag('w:trackRevisions', {}) : '',
    tag('w:defaultTabStop', { 'w:val': 720 }),
    tag('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    ...notes.map((kind) =>
      tag(`w:${kind}Pr`, {}, ...SEPARATORS.map((id) => tag(`w:${kind}`, { 'w:id': id }))),
    ),
    tag('w:compat', {}, mode),
    tag('w:themeFontLang', { 'w:val': 'en-US' }),
    tag('w:decimalSymbol', { 'w:val': '.' }),
    tag('w:listSeparator', { 'w:val': ',' }),
  )
}

const COLOURS = [
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '44546A'],
  ['lt2', 'E7E6E6'],
  ['accent1', '4472C4'],
  ['accent2', 'ED7D31'],
  ['accent3', 'A5A5A5'],
  ['accent4', 'FFC000'],
  ['accent5', '5B9BD5'],
  ['accent6', '70AD47'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
] as const

/** The smallest theme that the schema allows; our styles name their fonts and colours themselves. */
export function themePart(): Uint8Array {
  const colours = COLOURS.map(([name, rgb]) => tag(`a:${name}`, {}, tag('a:srgbClr', { val: rgb })))
  const font = (name: string): Xml =>
    tag(
      name,
      {},
      tag('a:latin', { typeface: 'Georgia' }),
      tag('a:ea', { typeface: '' }),
      tag('a:cs', { typeface: '' }),
    )
  const fill = tag('a:solidFill', {}, tag('a:schemeClr', { val: 'phClr' }))
  const line = tag('a:ln', { w: 6350 }, fill)
  const effect = tag('a:effectStyle', {}, tag('a:effectLst', {}))
  const format = tag(
    'a:fmtScheme',
    { name: 'Plain' },
    tag('a:fillStyleLst', {}, fill, fill, fill),
    tag('a:lnStyleLst', {}, line, line, line),
    tag('a:effectStyleLst', {}, effect, effect, effect),
    tag('a:bgFillStyleLst', {}, fill, fill, fill),
  )
  const elements = tag(
    'a:themeElements',
    {},
    tag('a:clrScheme', { name: 'Plain' }, ...colours),
    tag('a:fontScheme', { name: 'Plain' }, font('a:majorFont'), font('a:minorFont')),
    format,
  )
  const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
  return document(tag('a:theme', { 'xmlns:a': namespace, name: 'Plain' }, elements))
}
