import { MAX_PRESERVED_TEXT } from '../../../shared/document/word-attributes.ts'
import { attribute, child, elements, ownText } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { chosenBranch } from './alternate.ts'
import { letterOf } from './plain-text.ts'
import { symbolOf } from './symbols.ts'

/** What a reader sees of something that is kept as it is: its final words, as many as the text has room for. */
export function keptText(element: XmlElement): string {
  return cutText(wordsOf(element))
}

/** The words of it, all of them, with the spaces around. */
export function wordsIn(element: XmlElement): string {
  return wordsOf(element)
}

export function cutText(words: string): string {
  const clean = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
  return clean.trim().slice(0, MAX_PRESERVED_TEXT).toWellFormed()
}

const SILENT = new Set([
  'w:rPr',
  'w:pPr',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:instrText',
  'w:del',
  'w:delText',
  'w:moveFrom',
  'w:rt',
])

function wordsOf(element: XmlElement): string {
  if (SILENT.has(element.name)) return ''
  if (element.name === 'm:t') return ownText(element)
  if (element.name === 'w:sym') return symbolOf(element)
  if (element.name === 'mc:AlternateContent') {
    const branch = chosenBranch(element)
    const words = branch ? inner(branch) : ''
    const fallback = child(element, 'mc:Fallback')
    return words === '' && fallback && fallback !== branch ? inner(fallback) : words
  }
  const letters = letterOf(element)
  if (letters !== null) return letters
  const words = inner(element)
  if (element.name === 'w:p') return `${words}\n`
  return element.name === 'w:tc'
    ? `${words.replace(/\n+$/, '')}\t`
    : element.name === 'w:tr'
      ? `${words}\n`
      : words
}

function inner(element: XmlElement): string {
  return elements(element).map(wordsOf).join('')
}

const CHANGES =
  /^w:(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(rPr|pPr|tblPr|tblPrEx|trPr|tcPr|sectPr|numbering)Change)$/

/** What of the review is within something that is kept as it is, where the text of the review does not hold it. */
export type Within = { readonly comments: readonly string[]; readonly changes: number }

export function lookWithin(element: XmlElement): Within {
  const comments = new Set<string>()
  let changes = 0
  const walk = (one: XmlElement): void => {
    if (one.name === 'w:commentReference' || one.name === 'w:commentRangeStart') {
      comments.add(attribute(one, 'w:id') ?? '')
    } else if (CHANGES.test(one.name)) changes += 1
    for (const part of elements(one)) walk(part)
  }
  walk(element)
  return { comments: [...comments], changes }
}
