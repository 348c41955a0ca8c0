import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { decide } from '../../src/shared/document/decide/decide.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import { counter } from './document.ts'
import { parametersOf, same } from './fuzz.ts'
import type { Amount } from './fuzz.ts'
import { buildArticle, randomArticle } from './random-articles.ts'
import { faultsOf } from './text-checks.ts'
import { withoutAnchors } from './without-anchors.ts'

/** Edits as no command makes them, but ProseMirror's own steps do: over the borders of cells, tables and notes. */

/** Positions within paragraphs, wherever these stand, that cut no character in two. */
function placesIn(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, start) => {
    if (!node.isTextblock) return
    let at = start + 1
    places.push(at)
    for (const child of node.children) {
      if (!child.isText) places.push((at += child.nodeSize))
      else for (const letter of child.text ?? '') places.push((at += letter.length))
    }
  })
  return places.toSorted((one, other) => one - other)
}

const cut = fc.record({ from: fc.nat(1000), to: fc.nat(1000), words: fc.constantFrom('', 'x', 'ab') })

/** Of an untracked article: rejected it is that article, accepted it is what ProseMirror made of it. */
export function cuttingHolds(amount: Amount): void {
  fc.assert(
    fc.property(randomArticle, cut, (article, { from, to, words }) => {
      const base = buildArticle(article)
      const places = placesIn(base)
      const one = places[from % places.length] ?? 1
      const other = places[to % places.length] ?? 1
      const edit = new Transform(base)
      const content = words === '' ? [] : [schema.text(words)]
      edit.replaceWith(Math.min(one, other), Math.max(one, other), content)
      const edited = { doc: edit.doc, maps: edit.mapping.maps }
      const { transform } = trackChanges(base, edited, { author: 'A', newId: counter() })
      transform.doc.check()
      expect(faultsOf(transform.doc)).toEqual([])
      same(decide(transform.doc, 'all', 'reject').doc, base)
      same(withoutAnchors(decide(transform.doc, 'all', 'accept').doc), withoutAnchors(edit.doc))
    }),
    parametersOf(amount),
  )
}
