import type { Node } from 'prosemirror-model'
import { groupChanges } from '../../shared/document/index/change-groups.ts'
import type { CameIn } from '../../shared/model/import-report.ts'
import type { Thread } from '../../shared/model/thread.ts'
import type { ArticleText } from './article-text.ts'

type Counted = Record<'paragraphs' | 'tables' | 'pictures' | 'notes', number>

function countNodes(doc: Node): Counted & { readonly kept: CameIn['kept'] } {
  const counts = { paragraphs: 0, tables: 0, pictures: 0, notes: 0 }
  const kept = new Map<string, number>()
  doc.descendants((node) => {
    switch (node.type.name) {
      case 'para':
        if (node.content.size > 0) counts.paragraphs += 1
        break
      case 'table':
        counts.tables += 1
        break
      case 'image':
        counts.pictures += 1
        break
      case 'footnote':
        counts.notes += 1
        break
      case 'preserved': {
        const kind = String(node.attrs['kind'])
        kept.set(kind, (kept.get(kind) ?? 0) + 1)
        break
      }
    }
  })
  const byKind = [...kept].map(([kind, count]) => ({ kind, count }))
  return { ...counts, kept: byKind.sort((one, other) => other.count - one.count) }
}

/** What of a file stands in the text that was made of it. */
export function whatCameIn(text: ArticleText, threads: readonly Thread[]): CameIn {
  const messages = threads.reduce((count, thread) => count + thread.messages.length, 0)
  return {
    words: text.index.words,
    ...countNodes(text.doc),
    changes: groupChanges(text.index.changes).length,
    comments: threads.length,
    replies: messages - threads.length,
  }
}
