import type { Mark } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { StepMap } from 'prosemirror-transform'
import { anchorsAt } from '../../../shared/document/tracking/anchor-inheritance.ts'
import type { ChangedRange } from '../../../shared/document/tracking/changed-ranges.ts'
import { settleUntracked } from '../../../shared/document/tracking/untracked.ts'
import { carriedAnchors } from './stamp.ts'

/**
 * Edit mode, where nothing is tracked: settles the tracking around the edit, and gives new text the anchors it
 * comes to stand in. Adds steps to the transaction itself; none of them moves a position.
 */
export type Inheritance = (state: EditorState, tr: Transaction) => Transaction

export function createInheritance(): Inheritance {
  // Of a replacement that is typed letter by letter only the first letter stands where the old words were.
  let goingOn: { readonly end: number; readonly anchors: readonly Mark[] } | null = null

  return (state, tr) => {
    const ranges = replacedRanges(tr.mapping.maps)
    const edit = { doc: tr.doc, maps: tr.mapping.maps }
    for (const step of settleUntracked(state.doc, edit, carriedAnchors(tr)).steps) tr.step(step)
    const before = goingOn
    goingOn = null
    for (const range of ranges) {
      const { fromA, toA, fromB, toB } = range
      if (fromB === toB) continue
      const follows = fromA === toA && before?.end === fromA
      const anchors = [...anchorsAt(state.doc, { from: fromA, to: toA }), ...(follows ? before.anchors : [])]
      for (const anchor of anchors) tr.addMark(fromB, toB, anchor)
      if (anchors.length > 0) goingOn = { end: toB, anchors }
    }
    return tr
  }
}

/**
 * What each step replaced, untrimmed: a letter that was typed anew is a new letter here, whatever stood there
 * before, because nobody will put the old one back.
 */
function replacedRanges(maps: readonly StepMap[]): ChangedRange[] {
  return maps.flatMap((map, index) => {
    const back = new Mapping(maps.slice(0, index)).invert()
    const forth = new Mapping(maps.slice(index + 1))
    const ranges: ChangedRange[] = []
    map.forEach((fromOld, toOld, fromNew, toNew) => {
      ranges.push({
        fromA: back.map(fromOld, -1),
        toA: back.map(toOld, 1),
        fromB: forth.map(fromNew, -1),
        toB: forth.map(toNew, 1),
      })
    })
    return ranges
  })
}
