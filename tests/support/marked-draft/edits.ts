import { Slice } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { findText } from '../../../src/shared/document/find/find-text.ts'
import { replaceMatches } from '../../../src/shared/document/find/replace-text.ts'
import { blockBetween, gapAbove, gapBelow, moveBlock } from '../../../src/shared/document/move-paragraphs.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { isAnchor } from '../../../src/shared/document/tracking-state.ts'
import type { HeadlessWindow } from '../headless-window.ts'

/** Position before a paragraph. */
function startOf({ doc }: Transform, index: number): number {
  let at = 0
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize
  return at
}

function paragraph(transform: Transform, index: number) {
  const from = startOf(transform, index)
  return { from, to: from + transform.doc.child(index).nodeSize }
}

/** Between the words of a paragraph, half way through. */
function middleOf(transform: Transform, index: number): number {
  const text = transform.doc.child(index).textContent
  return startOf(transform, index) + 1 + text.indexOf(' ', Math.floor(text.length / 2))
}

/** What moves along with words that are moved, or cut and pasted. */
function anchorsIn({ content }: Slice): ReadonlySet<string> {
  const keys = new Set<string>()
  content.descendants((node) => {
    for (const mark of node.marks.filter(isAnchor)) keys.add(`${mark.type.name}:${String(mark.attrs['id'])}`)
  })
  return keys
}

type Gap = typeof gapAbove

async function move(window: HeadlessWindow, index: number, gapOf: Gap): Promise<void> {
  const doc = window.doc()
  const { from, to } = paragraph(new Transform(doc), index)
  const block = blockBetween(doc, from + 1, to - 1)
  const gap = block && gapOf(block)
  const moved = block && gap !== null ? moveBlock(doc, block, gap, 'live') : null
  if (!moved) throw new Error(`Paragraph ${index} has nowhere to go.`)
  const steps = (tr: Transform) => moved.transform.steps.forEach((step) => tr.step(step))
  await window.edit(steps, { isMove: true, carried: anchorsIn(doc.slice(from, to)) })
}

export type NamedEdit = readonly [name: string, act: (window: HeadlessWindow) => Promise<void>]

/** Every way in which a desk changes paragraphs that hold anchors. */
export const EDITS: readonly NamedEdit[] = [
  [
    'words typed inside',
    (window) => window.edit((tr) => void tr.insert(middleOf(tr, 1), schema.text(' of late'))),
  ],
  [
    'words deleted',
    (window) => window.edit((tr) => void tr.delete(middleOf(tr, 2), paragraph(tr, 2).to - 1)),
  ],
  [
    'words replaced',
    (window) =>
      window.edit((tr) => void tr.replaceWith(middleOf(tr, 4), paragraph(tr, 4).to - 2, schema.text(' [x]'))),
  ],
  ['a paragraph split', (window) => window.edit((tr) => void tr.split(middleOf(tr, 3)))],
  ['two paragraphs joined', (window) => window.edit((tr) => void tr.join(startOf(tr, 6)))],
  ['a paragraph deleted', (window) => window.edit((tr) => void tr.delete(startOf(tr, 7), startOf(tr, 8)))],
  ['a paragraph moved up', (window) => move(window, 5, gapAbove)],
  ['a paragraph moved down', (window) => move(window, 2, gapBelow)],
  ['a paragraph cut and pasted', cutAndPaste],
  [
    'a word replaced everywhere',
    (window) =>
      window.edit((tr) =>
        replaceMatches(tr, findText(tr.doc, { text: 'of', matchCase: true, wholeWords: true }), 'from', true),
      ),
  ],
  [
    'words in bold',
    (window) => window.edit((tr) => void tr.addMark(1, middleOf(tr, 1), schema.marks.strong.create())),
  ],
]

/** After these nothing has lost or changed a word; a claim of several places may tell them in another order. */
export const SAME_WORDS = /split|moved|cut|bold/

/** What was cut brings its anchors along to where it is pasted, once. */
async function cutAndPaste(window: HeadlessWindow): Promise<void> {
  let slice = Slice.empty
  await window.edit((tr) => {
    const { from, to } = paragraph(tr, 1)
    slice = tr.doc.slice(from, to)
    tr.delete(from, to)
  })
  await window.edit((tr) => void tr.replace(startOf(tr, 4), startOf(tr, 4), slice), {
    carried: anchorsIn(slice),
  })
}
