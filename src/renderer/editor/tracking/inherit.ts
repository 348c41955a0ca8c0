import type { Mark } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { StepMap } from 'prosemirror-transform'
import { inheritedAnchors } from '../../../shared/document/anchor-inheritance.ts'
import type { ChangedRange } from '../../../shared/document/changed-ranges.ts'
import { schema } from '../../../shared/document/schema.ts'

const { deletion, formatChange } = schema.marks

/**
 * Edit mode, where nothing is tracked: gives new text the anchors it comes to stand in, and sees that it is never
 * born deleted. Adds steps to the transaction itself.
 */
export type Inheritance = (state: EditorState, tr: Transaction) => Transaction

export function createInheritance(): Inheritance {
  // Of a replacement that is typed letter by letter only the first letter stands where the old words were.
  let goingOn: { readonly end: number; readonly anchors: readonly Mark[] } | null = null

  return (state, tr) => {
    const ranges = replacedRanges(tr.mapping.maps)
    const before = goingOn
    goingOn = null
    for (const range of ranges) {
      const { fromA, toA, fromB, toB } = range
      if (fromB === toB) continue
      tr.removeMark(fromB, toB, deletion)
      tr.removeMark(fromB, toB, formatChange)
      const follows = fromA === toA && before?.end === fromA
      const anchors = [...inheritedAnchors(state.doc, range, null), ...(follows ? before.anchors : [])]
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
