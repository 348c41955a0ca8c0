import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { stampOf } from './stamp.ts'

/**
 * `tracked`: only what the tracker, history, a decision or an anchor wrote. `free`: anything. `remarks`: anchors
 * of comments and claims only (Read mode). `closed`: nothing (a locked article).
 */
export type Policy = 'tracked' | 'free' | 'remarks' | 'closed'

export function isAllowed(tr: Transaction, policy: Policy): boolean {
  if (!tr.docChanged) return true
  switch (policy) {
    case 'free':
      return true
    case 'tracked':
      return stampOf(tr) !== null || isHistoryTransaction(tr)
    case 'remarks':
      return stampOf(tr) === 'anchor'
    case 'closed':
      return false
  }
}

/** The last gate before the document: whatever forgot to be tracked does not happen. */
export function guard(policy: () => Policy): Plugin {
  return new Plugin({ filterTransaction: (tr) => isAllowed(tr, policy()) })
}
