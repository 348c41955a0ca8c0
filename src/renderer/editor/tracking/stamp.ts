import type { Transaction } from 'prosemirror-state'

/** Why a transaction may change the document in suggest mode although the tracker did not see it. */
export type Stamp = 'tracked' | 'decide' | 'anchor'

const KEY = 'stetStamp'

export function stamp(tr: Transaction, value: Stamp): Transaction {
  return tr.setMeta(KEY, value)
}

export function stampOf(tr: Transaction): Stamp | null {
  return (tr.getMeta(KEY) as Stamp | undefined) ?? null
}

const SIDE = 'stetCaretSide'

/** On which side of text that a command deletes the caret comes to rest: Backspace `before`, Delete `after`. */
export function restCaret(tr: Transaction, side: 'before' | 'after'): Transaction {
  return tr.setMeta(SIDE, side)
}

export function caretSide(tr: Transaction): 'before' | 'after' | null {
  return (tr.getMeta(SIDE) as 'before' | 'after' | undefined) ?? null
}

const MOVE = 'stetMove'

/** What this transaction takes away and puts in elsewhere are the two sides of one move. */
export function markMove(tr: Transaction): Transaction {
  return tr.setMeta(MOVE, true)
}

export function isMove(tr: Transaction): boolean {
  return tr.getMeta(MOVE) === true
}

const CARRIED = 'stetCarried'

/** Names the anchors (`comment:ID`, `claim:ID`) that text put in by this transaction may keep. */
export function carryAnchors(tr: Transaction, keys: ReadonlySet<string>): Transaction {
  return keys.size === 0 ? tr : tr.setMeta(CARRIED, keys)
}

export function carriedAnchors(tr: Transaction): ReadonlySet<string> {
  return (tr.getMeta(CARRIED) as ReadonlySet<string> | undefined) ?? new Set()
}
