import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { addAnchor } from '../../src/shared/document/anchors.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { rangesOf } from '../../src/shared/document/index/index-places.ts'
import { merge } from '../../src/shared/document/merge/merge.ts'
import { project } from '../../src/shared/document/projection.ts'
import { hasSameWords } from '../../src/shared/rules/same-words.ts'
import type { Amount } from './fuzz.ts'
import { parametersOf, play, randomEdits } from './fuzz.ts'
import { edited } from './merge-properties.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import type { RandomParagraph } from './random-document.ts'
import { placeOf } from './random-edits.ts'
import type { RandomEdit } from './random-edits.ts'

/**
 * When the words of a verified claim count as changed, for random edits over random documents. The words are read
 * here letter by letter out of the final text, in another way than the index reads them.
 */

type Letter = { readonly text: string; readonly claims: ReadonlySet<string> }

const read = new WeakMap<Node, readonly Letter[]>()

/** The final text, a standing ¶ as a space in whatever covers both of its sides. */
function lettersOf(doc: Node): readonly Letter[] {
  const known = read.get(doc)
  if (known) return known
  const letters: Letter[] = []
  const none = new Set<string>()
  project(doc, 'final').forEach((paragraph) => {
    letters.push({ text: '¶', claims: none })
    paragraph.descendants((node) => {
      if (!node.isInline) return true
      const ids = node.marks.flatMap(({ type, attrs }) =>
        type.name === 'claim' ? [String(attrs['id'])] : [],
      )
      const text = node.isText ? (node.text ?? '') : ' '
      for (const letter of text) letters.push({ text: letter, claims: new Set(ids) })
      return false
    })
  })
  read.set(doc, letters)
  return letters
}

/** The words of one claim, place by place; a place goes on over a ¶ with nothing else between. */
function placesOf(letters: readonly Letter[], id: string): readonly string[] {
  const places: string[] = []
  let open = false
  let gap = false
  for (const { text, claims } of letters) {
    if (claims.has(id)) {
      const last = open ? (places.pop() ?? '') : ''
      places.push(last + (open && gap ? ' ' : '') + text)
      open = true
      gap = false
    } else if (text === '¶' && open && !gap) gap = true
    else open = false
  }
  return places.map((place) => place.replaceAll(/\s+/g, ' ').trim())
}

function sameWords(one: Node, other: Node, id: string): boolean {
  const [was, is] = [one, other].map((doc) => placesOf(lettersOf(doc), id))
  const line = (places: readonly string[] = []) => places.join(' ').replaceAll(/\s+/g, ' ').trim()
  const sorted = (places: readonly string[] = []) => places.toSorted().join('\n')
  return line(was) === line(is) || sorted(was) === sorted(is)
}

function wordsIn(doc: Node, id: string): string {
  return indexDocument(doc).claims.get(id)?.words ?? ''
}

const CLAIMS = ['k1', 'k2', 'k3']

type Start = {
  readonly paragraphs: readonly RandomParagraph[]
  readonly places: readonly { readonly claim: number; readonly from: number; readonly to: number }[]
}

const randomStart: fc.Arbitrary<Start> = fc.record({
  paragraphs: randomDocument,
  places: fc.array(fc.record({ claim: fc.nat(2), from: fc.nat(1000), to: fc.nat(1000) }), {
    minLength: 1,
    maxLength: 6,
  }),
})

/** A place that begins within a letter and its accent is none that anybody could choose. */
function composed(paragraph: RandomParagraph): RandomParagraph {
  const pieces = paragraph.pieces.map(({ text, choice }) => ({ text: text.normalize('NFC'), choice }))
  return { ...paragraph, pieces }
}

function buildClaimed({ paragraphs, places }: Start): Node {
  return places.reduce(
    (doc, { claim, from, to }) => {
      const place = placeOf(doc, { kind: 'type', author: 'A', from, to, choice: 0 })
      return addAnchor(doc, 'claim', CLAIMS[claim] ?? 'k1', [place]).doc
    },
    buildDocument(paragraphs.map(composed)),
  )
}

type Stretch = { readonly from: number; readonly to: number }

/** Whether a change from the first to the last of these comes near words of the claim: onto them, or between two. */
function touches(doc: Node, id: string, stretches: readonly Stretch[]): boolean {
  const from = Math.min(...stretches.map((one) => one.from))
  const to = Math.max(...stretches.map((one) => one.to))
  const ranges = rangesOf(indexDocument(doc), 'claim', id)
  if (ranges.some((range) => range.from < to && from < range.to)) return true
  return meets(doc, ranges, from, to) || stretches.some((one) => goesOn(doc, id, one.from))
}

/** Whether what is typed here goes on with letters that took the place of words of the claim, and so are its own. */
function goesOn(doc: Node, id: string, position: number): boolean {
  const $position = doc.resolve(position)
  const has = (node: Node | null, type: string) =>
    node?.marks.some((mark) => mark.type.name === type) ?? false
  const isClaimed = (node: Node | null) => node?.marks.some(({ attrs }) => attrs['id'] === id) ?? false
  if (!$position.parent.isTextblock || $position.textOffset > 0) return false
  for (let index = $position.index() - 1; index >= 0; index -= 1) {
    const before = $position.parent.child(index)
    if (!isClaimed(before)) return false
    if (!has(before, 'insertion')) return has(before, 'deletion') && index < $position.index() - 1
  }
  return false
}

/** Whether the claim has a letter on either side, and nothing that stands is between. */
function meets(doc: Node, ranges: readonly Stretch[], from: number, to: number): boolean {
  const isBetween = ranges.some((range) => range.to <= from) && ranges.some((range) => range.from >= to)
  if (!isBetween) return false
  const before = Math.max(...ranges.map((range) => (range.to <= from ? range.to : 0)))
  const after = Math.min(...ranges.map((range) => (range.from >= to ? range.from : doc.content.size)))
  const final = (start: number, end: number) => {
    let text = ''
    doc.nodesBetween(start, end, (node, position) => {
      if (node.isText && !node.marks.some(({ type }) => type.name === 'deletion'))
        text += (node.text ?? '').slice(Math.max(0, start - position), end - position)
      else if (node.isInline && !node.isText) text += '▣'
      return true
    })
    return text
  }
  return final(before, from) === '' && final(to, after) === ''
}

type Check = (start: Node, edits: readonly RandomEdit[]) => void

function assertForClaims(amount: Amount, check: Check): void {
  fc.assert(
    fc.property(randomStart, randomEdits(amount), (start, edits) => check(buildClaimed(start), edits)),
    parametersOf(amount),
  )
}

function expectJudged(before: Node, now: Node): void {
  for (const id of CLAIMS) {
    const judged = hasSameWords(wordsIn(before, id), wordsIn(now, id))
    expect([id, judged]).toEqual([id, sameWords(before, now, id)])
  }
}

function expectSame(before: Node, now: Node): void {
  for (const id of CLAIMS) {
    const [was, is] = [wordsIn(before, id), wordsIn(now, id)]
    expect([id, was, is, hasSameWords(was, is)]).toEqual([id, was, is, true])
  }
}

export const STALE_PROPERTIES: Readonly<Record<string, (amount: Amount) => void>> = {
  'a claim is stale exactly when its final words differ': (amount) => {
    assertForClaims(amount, (start, edits) => {
      play(start, edits, ({ tracked }) => expectJudged(start, tracked.transform.doc))
    })
  },
  'an edit marks only claims whose words it touches': (amount) => {
    assertForClaims(amount, (start, edits) => {
      play(start, edits, ({ place, base, tracked }) => {
        // Among equal letters the smallest difference may lie beside where the edit was made.
        const near = [place, { from: place.earlier, to: place.earlier }]
        const smallest = tracked.ranges.map(({ fromA, toA }) => ({ from: fromA, to: toA }))
        for (const id of CLAIMS) {
          if (touches(base, id, [...near, ...smallest])) continue
          const [was, is] = [wordsIn(base, id), wordsIn(tracked.transform.doc, id)]
          expect([id, was, is, hasSameWords(was, is)]).toEqual([id, was, is, true])
        }
      })
    })
  },
  'format and style mark none': (amount) => {
    assertForClaims(amount, (start, edits) => {
      play(start, edits, ({ edit, base, tracked }) => {
        if (edit.kind === 'format' || edit.kind === 'style') expectSame(base, tracked.transform.doc)
      })
    })
  },
  'undo takes the mark away, and redo brings it back': (amount) => {
    assertForClaims(amount, (start, edits) => {
      play(start, edits, ({ base, tracked }) => {
        const undo = new Transform(tracked.transform.doc)
        for (const [at, step] of [...tracked.transform.steps.entries()].toReversed())
          undo.step(step.invert(tracked.transform.docs[at] ?? base))
        expectSame(base, undo.doc)
        const redo = new Transform(undo.doc)
        for (const step of tracked.transform.steps) redo.step(step)
        expectSame(tracked.transform.doc, redo.doc)
      })
    })
  },
  'rejecting everything takes every mark away': (amount) => {
    assertForClaims(amount, (start, edits) => {
      expectSame(start, decide(play(start, edits), 'all', 'reject').doc)
    })
  },
  'accepting, all or one after the other, marks none': (amount) => {
    assertForClaims(amount, (start, edits) => {
      let doc = play(start, edits)
      expectSame(doc, decide(doc, 'all', 'accept').doc)
      for (const { id } of indexDocument(doc).changes) {
        const { doc: next } = decide(doc, new Set([id]), 'accept')
        expectSame(doc, next)
        doc = next
      }
    })
  },
  'rejecting one change marks what its words stood in, and nothing else': (amount) => {
    assertForClaims(amount, (start, edits) => {
      let doc = play(start, edits)
      const ids = indexDocument(doc).changes.map(({ id }) => id)
      for (const change of ids) {
        const places = rangesOf(indexDocument(doc), 'change', change)
        // Gone with a change before it.
        if (places.length === 0) continue
        const { doc: next } = decide(doc, new Set([change]), 'reject')
        expectJudged(start, next)
        for (const id of CLAIMS) {
          if (touches(doc, id, places)) continue
          const [was, is] = [wordsIn(doc, id), wordsIn(next, id)]
          expect([id, was, is, hasSameWords(was, is)]).toEqual([id, was, is, true])
        }
        doc = next
      }
    })
  },
  'merging two passes marks what one of them marked': (amount) => {
    fc.assert(
      fc.property(randomStart, randomEdits(amount), randomEdits(amount), (start, first, second) => {
        const base = buildClaimed(start)
        const one = edited(base, first, () => 'A', 'a')
        const other = edited(base, second, () => 'B', 'b')
        const { doc } = merge(base, one, other)
        expectJudged(base, doc)
        for (const id of CLAIMS) {
          const isTouched = !sameWords(base, one, id) || !sameWords(base, other, id)
          if (!isTouched) expect([id, sameWords(base, doc, id)]).toEqual([id, true])
        }
      }),
      parametersOf(amount),
    )
  },
}
