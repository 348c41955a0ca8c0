import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { ChangeRef, TableAttrs } from '../../src/shared/document/attributes.ts'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { project } from '../../src/shared/document/projection.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { storedForm } from '../../src/shared/document/stored-form.ts'
import { applyStoredSteps, parseDocument } from '../../src/shared/document/stored-steps.ts'
import {
  deletionOf,
  insertionOf,
  isAnchor,
  isFormatting,
  paragraphAttrs,
} from '../../src/shared/document/tracking-state.ts'
import type { Amount } from './fuzz.ts'
import { assertForEdits, parametersOf, play, randomEdits, same } from './fuzz.ts'
import { buildDocument, randomDocument } from './random-document.ts'
import { applyEdit } from './random-edits.ts'
import { readIndex } from './read-index.ts'
import { cuttingHolds } from './cutting-property.ts'
import { anchoredLength, cutGraphemes, faultsOf, strayAnchors } from './text-checks.ts'
import { withoutAnchors } from './without-anchors.ts'

/** What tracking must hold to, whatever is edited: each is run by its own test, and over faulty engines. */

/** Text that is not an insertion of this author, in order. */
function othersText(doc: Node, author: string): string {
  let text = ''
  doc.descendants((node) => {
    if (node.isInline && insertionOf(node.marks)?.author !== author) text += node.text ?? '\n'
  })
  return text
}

/** Whether a position lies in that node. */
function isWithin(node: Node, doc: Node, position: number): boolean {
  const place = doc.resolve(position)
  return Array.from({ length: place.depth + 1 }, (_, depth) => place.node(depth)).includes(node)
}

/** The author of every change, and every author where they are several. */
function authorsOf(doc: Node): Map<string, string> {
  const authors = new Map<string, string>()
  const add = (change: ChangeRef | null | undefined) => {
    if (!change) return
    const known = authors.get(change.id)
    authors.set(change.id, known === undefined || known === change.author ? change.author : 'several')
  }
  doc.descendants((node) => {
    for (const mark of node.marks) if (!isAnchor(mark) && !isFormatting(mark)) add(mark.attrs as ChangeRef)
    add((node.attrs as Partial<TableAttrs>).layoutChange)
    if (!node.isTextblock) return
    const { paragraphMark, paragraphChange } = paragraphAttrs(node)
    for (const change of [paragraphMark?.insertion, paragraphMark?.deletion, paragraphChange]) add(change)
  })
  return authors
}

/** The sides that each move has: the change ids of moved text. */
function movesIn(doc: Node): Map<string, Set<'from' | 'to'>> {
  const moves = new Map<string, Set<'from' | 'to'>>()
  const add = (ref: ChangeRef | null | undefined, side: 'from' | 'to') => {
    if (ref?.move === undefined || ref.move !== ref.id) return
    moves.set(ref.id, (moves.get(ref.id) ?? new Set()).add(side))
  }
  doc.descendants((node) => {
    const { insertion, deletion } = node.isTextblock
      ? (paragraphAttrs(node).paragraphMark ?? {})
      : { insertion: insertionOf(node.marks), deletion: deletionOf(node.marks) }
    add(insertion, 'to')
    add(deletion, 'from')
  })
  return moves
}

export const TRACKING_PROPERTIES = {
  'rejecting everything gives the first document back': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      const end = play(doc, edits, ({ base, tracked }) => {
        same(project(tracked.transform.doc, 'original'), project(base, 'original'))
      })
      same(decide(end, 'all', 'reject').doc, doc)
    })
  },
  'accepting everything gives what the same edits do untracked': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ edit, place, base, tracked }) => {
        const accept = decide(base, 'all', 'accept')
        const untracked = new Transform(accept.doc)
        const map = (position: number) => accept.mapping.map(position, -1)
        const at = { from: map(place.from), to: map(place.to), earlier: map(place.earlier) }
        applyEdit(untracked, edit, at, false)
        same(
          withoutAnchors(decide(tracked.transform.doc, 'all', 'accept').doc),
          withoutAnchors(untracked.doc),
        )
      })
    })
  },
  'every tracked document is valid and cuts no character in two': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ base, tracked }) => {
        tracked.transform.doc.check()
        expect(faultsOf(tracked.transform.doc)).toEqual([])
        const known = new Set(cutGraphemes(base))
        expect(cutGraphemes(tracked.transform.doc).filter((cut) => !known.has(cut))).toEqual([])
      })
    })
  },
  'a tracked text and its steps are the same when they are stored and read': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ base, tracked }) => {
        const read = parseDocument(JSON.parse(JSON.stringify(storedForm(tracked.transform.doc))))
        const steps = tracked.transform.steps.map((step) => step.toJSON() as unknown)
        const applied = applyStoredSteps(base, JSON.parse(JSON.stringify(steps)) as unknown[])
        if (!read.ok || !applied.ok) throw new Error('What the tracker made was refused')
        same(read.doc, tracked.transform.doc)
        same(applied.doc, tracked.transform.doc)
      })
    })
  },
  'an edit over the borders of cells, tables and notes is tracked whole': cuttingHolds,
  'a move is one change that has two sides': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ edit, base, tracked }) => {
        const before = movesIn(base)
        for (const [id, sides] of movesIn(tracked.transform.doc)) {
          // Each side may go later, by edits and not by the move itself.
          if (edit.kind === 'move' && !before.has(id)) expect([...sides].toSorted()).toEqual(['from', 'to'])
        }
      })
    })
  },
  'no edit really removes what another author or the original says': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ edit, base, tracked }) => {
        expect(othersText(tracked.transform.doc, edit.author)).toBe(othersText(base, edit.author))
      })
    })
  },
  'every change is of one author, and nobody changes in the name of another': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ edit, base, tracked }) => {
        const known = authorsOf(base)
        for (const [id, author] of authorsOf(tracked.transform.doc)) {
          expect({ id, author }).toEqual({ id, author: known.get(id) ?? edit.author })
        }
      })
    })
  },
  'pasted text brings no tracking of its own, and no anchor a second time': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ base, tracked }) => {
        const { changes, comments } = indexDocument(tracked.transform.doc)
        expect([...comments.keys()]).toEqual([...indexDocument(base).comments.keys()])
        expect(changes.filter((change) => change.author === 'Z')).toEqual([])
      })
    })
  },
  'the steps of a tracked edit undo it exactly': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ base, tracked }) => {
        const undo = new Transform(tracked.transform.doc)
        tracked.transform.steps.toReversed().forEach((step, index) => {
          undo.step(step.invert(tracked.transform.docs[tracked.transform.docs.length - 1 - index] ?? base))
        })
        same(undo.doc, base)
      })
    })
  },
  'deciding some changes and then the rest is deciding all, and the rest keep their ids': (amount) => {
    const verdict = fc.constantFrom('accept' as const, 'reject' as const)
    fc.assert(
      fc.property(randomDocument, randomEdits(amount), verdict, fc.nat(), (start, list, how, seed) => {
        const end = play(buildDocument(start), list, () => undefined)
        const ids = indexDocument(end).changes.map((change) => change.id)
        const some = new Set(ids.filter((_, index) => (seed >> (index % 16)) % 2 === 1))
        const rest = decide(end, some, how).doc
        const open = indexDocument(rest).changes.map((change) => change.id)
        expect(open.filter((id) => some.has(id) || !ids.includes(id))).toEqual([])
        same(decide(rest, 'all', how).doc, decide(end, 'all', how).doc)
      }),
      parametersOf(amount),
    )
  },
  'the projections are what deciding everything gives': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      const end = play(doc, edits, () => undefined)
      same(project(end, 'original'), decide(end, 'all', 'reject').doc)
      same(project(end, 'final'), decide(end, 'all', 'accept').doc)
    })
  },
  'a position of the edited document keeps the text before it': (amount) => {
    const seen = (doc: Node, position: number) => {
      let count = 0
      doc.nodesBetween(0, position, (node, at) => {
        if (!node.isInline) return true
        if (deletionOf(node.marks)) return false
        // Of a note only what stands in it: a place in a note is reached before the note has ended.
        count += node.isText ? Math.min(node.nodeSize, position - at) : 1
        return true
      })
      return count
    }
    assertForEdits(amount, (doc, edits) => {
      play(
        doc,
        edits,
        ({ edited, tracked }) => {
          for (let position = 1; position < edited.content.size; position++) {
            for (const side of [-1, 1] as const) {
              const mapped = tracked.mapPosition(position, side)
              const stays = tracked.transform.doc.resolve(mapped).depth === edited.resolve(position).depth
              const reads = seen(tracked.transform.doc, mapped) === seen(edited, position)
              if (!stays || !reads) expect({ position, side, mapped }).toBe('the same place')
            }
          }
        },
        false,
      )
    })
  },
  'the index holds every id that the document holds, with all of its text': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ tracked }) => {
        const redline = tracked.transform.doc
        const found = new Map<string, { inserted: string; deleted: string }>()
        const entry = (id: string) => {
          const known = found.get(id) ?? { inserted: '', deleted: '' }
          found.set(id, known)
          return known
        }
        // A picture and a note are told in words of the list's own; those of a note where its own mark does not.
        const read = (node: Node, told: ReadonlySet<string>) => {
          const within = new Set(told)
          for (const mark of node.isInline ? node.marks : []) {
            const id = String(mark.attrs['id'])
            if (mark.type === schema.marks.insertion && !told.has(id)) entry(id).inserted += node.text ?? ''
            if (mark.type === schema.marks.deletion && !told.has(id)) entry(id).deleted += node.text ?? ''
            if (mark.type === schema.marks.formatChange) entry(id)
            if (node.type === schema.nodes.footnote) within.add(id)
          }
          const { layoutChange } = node.attrs as Partial<TableAttrs>
          if (layoutChange) entry(layoutChange.id)
          for (const child of node.children) read(child, within)
        }
        read(redline, new Set())
        const letters = (text: string) =>
          text.replaceAll('\n', '').replaceAll(/\[(image|footnote|endnote|kept|formula)[^\]]*\]/g, '')
        const index = indexDocument(redline)
        for (const [id, texts] of found) {
          const change = index.changes.find((one) => one.id === id)
          expect(letters(change?.inserted ?? '')).toBe(texts.inserted)
          expect(letters(change?.deleted ?? '')).toBe(texts.deleted)
        }
        expect(new Set(index.changes.map((change) => change.id)).size).toBe(index.changes.length)
        // Read anew from JSON, so that no paragraph is known yet.
        expect(readIndex(indexDocument(schema.nodeFromJSON(redline.toJSON())))).toEqual(readIndex(index))
      })
    })
  },
  'an anchor grows only where it stands, and over no paragraph that it did not touch': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      play(doc, edits, ({ edit, base, place, tracked }) => {
        const redline = tracked.transform.doc
        // Words that take the place of a table and what is around it stand on both of its sides while it is kept.
        let replacesTable = false
        base.nodesBetween(place.from, place.to, (node) => {
          replacesTable ||= node.type === schema.nodes.table && !isWithin(node, base, place.from)
        })
        if (replacesTable) return
        // A table that comes between leaves words alone under their anchor, and that has grown nowhere.
        const grew = (one: string) => anchoredLength(redline, one) > anchoredLength(base, one)
        const known = new Set(strayAnchors(base, edit.author))
        const stray = strayAnchors(redline, edit.author).filter((one) => !known.has(one) && grew(one))
        expect(stray).toEqual([])
      })
    })
  },
  'anchors survive every edit that is rejected': (amount) => {
    assertForEdits(amount, (doc, edits) => {
      const end = play(doc, edits, () => undefined)
      const anchored = (one: Node) => {
        let text = ''
        one.descendants((node) => {
          if (node.marks.some(isAnchor)) text += node.text ?? '\n'
        })
        return text
      }
      expect(anchored(project(end, 'original'))).toBe(anchored(doc))
    })
  },
} satisfies Record<string, (amount: Amount) => void>
