import type { DocumentIndex, Range } from '../../../shared/document/document-index.ts'
import type { Target } from '../api.ts'

/** The places of a target in the document that was indexed; none when its words are gone. */
export function rangesOf(index: DocumentIndex, target: Target): readonly Range[] {
  switch (target.kind) {
    case 'change':
      return index.changes.find((change) => change.id === target.id)?.ranges ?? []
    case 'comment':
      return index.comments.get(target.id)?.ranges ?? []
    case 'claim':
      return index.claims.get(target.id)?.ranges ?? []
  }
}
