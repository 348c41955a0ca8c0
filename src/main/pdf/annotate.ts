import type { PdfFile } from './file.ts'
import { rootOf } from './identify.ts'
import { date, dictionary, isDictionary, isReference, name, reference, text } from './objects.ts'
import type { PdfDictionary, PdfReference, PdfValue } from './objects.ts'
import { pagesOf } from './pages.ts'
import { NotPdf } from './parse.ts'

/** A stretch of one line in points, from the lower left of the page. */
export type Line = {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export type Said = {
  readonly author: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
}

/** A comment on words of one page. */
export type Remark = Said & {
  /** Of the file, and the same each time it is made. */
  readonly id: string
  /** From 0. */
  readonly page: number
  readonly lines: readonly Line[]
  /** Red, green and blue from 0 to 1; pale enough to read through. */
  readonly colour: readonly [number, number, number]
  readonly replies: readonly Said[]
  readonly resolved: Said | null
}

/** Flags of ISO 32000-1, table 165: printed; and for notes neither zoomed nor turned (ISO 19005-3, 6.3.2). */
const PRINTED = 4
const NOTE = 4 + 8 + 16

/** Puts comments into the file as comments, each with a place in its structure (ISO 14289-1, 7.18.1). */
export function annotate(file: PdfFile, remarks: readonly Remark[]): void {
  const pages = pagesOf(file)
  const loose = looseLinks(file, pages)
  if (remarks.length === 0 && loose.length === 0) return
  const structure = openStructure(file)
  for (const { link, page } of loose) {
    const entry = file.dictionary(link.number)
    entry.entries.set('StructParent', structure.nextKey())
    file.put(link.number, entry)
    structure.add(link, page, 'Link')
  }
  const added = new Map<number, PdfReference[]>()
  const put = (page: number, annotation: PdfDictionary): PdfReference => {
    const on = pages[page]
    if (on === undefined) throw new NotPdf(`There is no page ${page + 1}.`)
    annotation.entries.set('P', reference(on))
    annotation.entries.set('StructParent', structure.nextKey())
    const made = file.add(annotation)
    structure.add(made, on, 'Annot')
    added.set(page, [...(added.get(page) ?? []), made])
    return made
  }
  const blank = appearance(file, [], [0, 0, 0], [0, 0, 1, 1])
  for (const remark of remarks) {
    const rect = around(remark.lines)
    const highlight = put(remark.page, highlightOf(file, remark, rect))
    const reply = (said: Said, index: number, others: Readonly<Record<string, PdfValue>>): void => {
      const note = { ...base(said, `${remark.id}-${index}`, rect), ...others }
      const under = { Subtype: name('Text'), F: NOTE, IRT: highlight, AP: dictionary({ N: blank }) }
      put(remark.page, dictionary({ ...note, ...under }))
    }
    for (const [index, said] of remark.replies.entries()) reply(said, index + 1, { RT: name('R') })
    if (remark.resolved) {
      const state = { StateModel: text('Review'), State: text('Completed') }
      reply(remark.resolved, remark.replies.length + 1, state)
    }
  }
  for (const [page, references] of added) {
    const on = pages[page] ?? 0
    const entry = file.dictionary(on)
    const present = entry.entries.get('Annots')
    const list = isReference(present) ? file.get(present.number) : present
    entry.entries.set('Annots', [...(Array.isArray(list) ? list : []), ...references])
    entry.entries.set('Tabs', name('S'))
    file.put(on, entry)
  }
  structure.close()
}

function base({ author, at, text: words }: Said, id: string, rect: readonly number[]) {
  return {
    Type: name('Annot'),
    Rect: [...rect],
    Contents: text(words),
    T: text(author),
    NM: text(id),
    M: date(at),
    CreationDate: date(at),
  }
}

function highlightOf(file: PdfFile, remark: Remark, rect: readonly number[]): PdfDictionary {
  // The corners as readers have always taken them, and not as the standard once told: above, then below.
  const quads = remark.lines.flatMap(({ left, right, top, bottom }) => {
    const above = [left, top, right, top]
    return above.concat(left, bottom, right, bottom)
  })
  return dictionary({
    ...base(remark, remark.id, rect),
    Subtype: name('Highlight'),
    QuadPoints: quads,
    C: [...remark.colour],
    F: PRINTED,
    AP: dictionary({ N: appearance(file, remark.lines, remark.colour, rect) }),
  })
}

function around(lines: readonly Line[]): readonly [number, number, number, number] {
  const left = Math.min(...lines.map((line) => line.left))
  const bottom = Math.min(...lines.map((line) => line.bottom))
  return [
    left,
    bottom,
    Math.max(...lines.map(({ right }) => right)),
    Math.max(...lines.map(({ top }) => top)),
  ]
}

/** Drawn by ourselves: what a viewer draws from the colour alone differs from one to the next. */
function appearance(
  file: PdfFile,
  lines: readonly Line[],
  colour: readonly number[],
  box: readonly number[],
): PdfReference {
  const rectangles = lines.map(
    ({ left, bottom, right, top }) => `${[left, bottom, right - left, top - bottom].map(short).join(' ')} re`,
  )
  const drawn = `/G gs ${colour.map(short).join(' ')} rg ${rectangles.join(' ')} f`
  const multiply = dictionary({ Type: name('ExtGState'), BM: name('Multiply') })
  const entries = dictionary({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [...box],
    Resources: dictionary({ ExtGState: dictionary({ G: multiply }) }),
  })
  return file.addStream(entries, Buffer.from(lines.length === 0 ? '' : drawn), false)
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/**
 * Links in the margins. The typesetter takes all that stands there for decoration and gives it no place in the
 * structure, which every link must have (ISO 14289-1, 7.18.5).
 */
function looseLinks(file: PdfFile, pages: readonly number[]) {
  return pages.flatMap((page) => {
    const present = file.dictionary(page).entries.get('Annots')
    const list = isReference(present) ? file.get(present.number) : present
    return asArray(list ?? null)
      .filter(isReference)
      .filter((link) => !file.dictionary(link.number).entries.has('StructParent'))
      .map((link) => ({ link, page }))
  })
}

/** The structure tree, to which one section with all comments is added behind the text that they speak of. */
function openStructure(file: PdfFile) {
  const root = file.dictionary(rootOf(file)).entries.get('StructTreeRoot')
  if (!isReference(root)) throw new NotPdf('The file has no structure.')
  const tree = file.dictionary(root.number)
  const parents = tree.entries.get('ParentTree')
  const numbers = isDictionary(parents) ? parents.entries.get('Nums') : undefined
  const [top] = asArray(tree.entries.get('K'))
  if (!isDictionary(parents) || !Array.isArray(numbers) || !isReference(top)) {
    throw new NotPdf('The structure of the file is not as expected.')
  }
  const document = file.dictionary(top.number)
  const section = file.add(null)
  const elements: PdfReference[] = []
  let key = Number(tree.entries.get('ParentTreeNextKey') ?? numbers.length / 2)
  return {
    nextKey: () => key,
    add(annotation: PdfReference, page: number, kind: 'Annot' | 'Link'): void {
      const object = dictionary({ Type: name('OBJR'), Obj: annotation, Pg: reference(page) })
      const element = file.add(
        dictionary({
          Type: name('StructElem'),
          S: name(kind),
          P: section,
          K: [object],
          Pg: reference(page),
        }),
      )
      elements.push(element)
      numbers.push(key, element)
      key += 1
    },
    close(): void {
      file.put(section.number, dictionary({ Type: name('StructElem'), S: name('Sect'), P: top, K: elements }))
      document.entries.set('K', [...asArray(document.entries.get('K')), section])
      file.put(top.number, document)
      tree.entries.set('ParentTreeNextKey', key)
      file.put(root.number, tree)
    },
  }
}

function asArray(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
