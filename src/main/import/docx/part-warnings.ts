import { count } from '../../../shared/rules/words.ts'
import { attribute, child } from '../../opc/xml.ts'
import type { Warnings } from '../warnings.ts'
import type { WordPackage } from './package.ts'
import { isOn } from './styles.ts'

const CHANGE =
  /<w:(?:ins|del|moveFrom|moveTo|cell(?:Ins|Del|Merge)|(?:rPr|pPr|tblPr|tblPrEx|trPr|tcPr|sectPr|numbering)Change)[\s>]/g

function inEdges(changes: number): string {
  const stand = count(changes, 'tracked change stands', 'tracked changes stand')
  return `${stand} in headers and footers, which are not shown here. Accept or reject ${changes === 1 ? 'it' : 'them'} in Word.`
}

/** Says what there is in parts of the file that the text of the review does not hold. */
export function warnOfParts(pack: WordPackage, warnings: Warnings): void {
  const relations = [...pack.relations.values()]
  if (relations.some((one) => one.external && one.type !== 'hyperlink')) {
    warnings.add('external', 'The file links to pictures or files elsewhere; nothing was fetched.')
  }
  if ([...pack.relationsOf('settings').values()].some((one) => one.type === 'attachedTemplate')) {
    warnings.add('external', 'The file names a template that lies elsewhere; it was not fetched.')
  }
  const edges = relations.filter((one) => !one.external && (one.type === 'header' || one.type === 'footer'))
  if (edges.length > 0) warnings.add('header', 'Headers and footers are kept as they are, and not shown.')
  const changes = edges.flatMap(({ target }) => pack.text(target).match(CHANGE) ?? []).length
  warnings.add('kept-change', inEdges, changes)
  const protection = child(pack.side('settings'), 'w:documentProtection')
  if (protection && isOn(attribute(protection, 'w:enforcement') ?? '0')) {
    warnings.add(
      'protection',
      'The file is protected against edits in Word. That is kept in it; it binds nobody here.',
    )
  }
}
