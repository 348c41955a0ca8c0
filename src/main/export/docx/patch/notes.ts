import type { Node } from 'prosemirror-model'
import type { ParagraphSegments } from '../../../../shared/document/segments.ts'
import type { SourceNote, WordSource } from '../../../import/docx/source-types.ts'
import { tagOf } from '../../../import/docx/source-paragraph.ts'
import { attribute, elements } from '../../../opc/xml.ts'
import { tag } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { createNoteBook, noteMark } from '../notes.ts'
import type { Kept } from './kept.ts'
import type { PartFinder } from './part-finder.ts'
import type { PatchPlan } from './plan.ts'
import { nameSeparators } from './settings.ts'
import { appended, edited, withPrefixes } from './surgery.ts'
import type { Edit } from './surgery.ts'
import type { Zip } from './zip.ts'

type Kind = 'footnote' | 'endnote'
type Paragraphs = readonly ParagraphSegments[]
type Write = (paragraphs: Paragraphs, first: Xml) => Xml

/** Notes of one kind: those of the file keep their numbers, and their words where nobody changed them. */
export type PatchNotes = {
  reference(paragraphs: Paragraphs): Xml
  /** `body`: the text as it is written, which tells what notes are left. */
  write(body: string, finder: PartFinder, write: Write): void
}

type Options = {
  readonly source: WordSource
  readonly plan: PatchPlan
  readonly zip: Zip
  readonly kept: Kept
}

export function createPatchNotes(kind: Kind, options: Options): PatchNotes {
  const { source, plan, zip, kept } = options
  const rows = elements(source.pack.side(`${kind}s`)).filter((row) => row.name === `w:${kind}`)
  const book = createNoteBook(kind)
  const changed = new Map<string, Paragraphs>()
  const added: { readonly number: number; readonly paragraphs: Paragraphs }[] = []
  let last = Math.max(0, ...rows.map((row) => Number(attribute(row, 'w:id')) || 0))
  const numberOf = (paragraphs: Paragraphs): string | null => {
    const node: Node | undefined = zip.notes.get(paragraphs)
    const match = node && plan.notes.get(node)
    const note: SourceNote | undefined = match && source.notes.get(match.source)
    if (!match || note?.part !== `${kind}s`) return null
    if (!match.isSame) changed.set(note.number, paragraphs)
    return note.number
  }
  return {
    reference(paragraphs) {
      if (rows.length === 0) return book.reference(paragraphs)
      const known = numberOf(paragraphs)
      if (known !== null) return tag(`w:${kind}Reference`, { 'w:id': known })
      last += 1
      added.push({ number: last, paragraphs })
      return tag(`w:${kind}Reference`, { 'w:id': last })
    },
    write(body, finder, write) {
      const text = finder.parts.text(finder.find(`${kind}s`) ?? '')
      const name = finder.find(`${kind}s`)
      if (rows.length === 0 || text === undefined || name === undefined) {
        if (book.isEmpty()) return
        const whole = new TextDecoder().decode(book.part(write))
        // A part without a single note is as good as none, but must not stand beside another one.
        if (name === undefined) finder.make(`${kind}s`, whole)
        else finder.parts.setText(name, whole)
        nameSeparators(kind, finder)
        return
      }
      const withMark: Write = (paragraphs) => {
        const [first] = paragraphs
        return write(paragraphs, first && bringsMark(first, kept) ? '' : noteMark(kind))
      }
      const left = referencesIn(body, kind)
      const known = new Set(
        [...source.notes.values()].flatMap((note) => (note.part === `${kind}s` ? [note.number] : [])),
      )
      const edits: Edit[] = []
      for (const row of rows) {
        const number = attribute(row, 'w:id') ?? ''
        const paragraphs = changed.get(number)
        const open = tagOf(text, row)
        const end = `</${/^<([^\s/>]+)/.exec(open)?.[1] ?? ''}>`
        if (known.has(number) && !left.has(number)) edits.push({ from: row.start, to: row.end, xml: '' })
        else if (paragraphs) {
          edits.push({ from: row.start, to: row.end, xml: open + withMark(paragraphs, '') + end })
        }
      }
      const fresh = added.map(({ number, paragraphs }) =>
        tag(`w:${kind}`, { 'w:id': number }, withMark(paragraphs, '')),
      )
      const all = edits.map((edit) => edit.xml).join('') + fresh.join('')
      const { local } = withPrefixes(text, all)
      const inner = edits.map((edit) => ({ ...edit, xml: edit.xml === '' ? '' : local(edit.xml) }))
      const written = appended(edited(text, inner), local(fresh.join('')))
      finder.parts.setText(name, withPrefixes(written, all).text)
    },
  }
}

/** Whether a paragraph brings the number of its note with it. */
function bringsMark(paragraph: ParagraphSegments, kept: Kept): boolean {
  if (kept.verbatim(paragraph) !== null) return true
  const places = kept.source(paragraph)?.places ?? []
  return places.some((place) => /^w:(foot|end)noteRef$/.test(place.name))
}

function referencesIn(body: string, kind: Kind): ReadonlySet<string> {
  const found = body.matchAll(
    new RegExp(`<(?:[\\w.-]+:)?${kind}Reference\\b[^>]*\\bid\\s*=\\s*["']([^"']*)`, 'g'),
  )
  return new Set([...found].map(([, id = '']) => id))
}
