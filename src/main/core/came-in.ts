import type { Node } from 'prosemirror-model'
import { groupChanges } from '../../shared/document/index/change-groups.ts'
import { keptThings } from '../../shared/document/kept-things.ts'
import type { CameIn } from '../../shared/model/import-report.ts'
import type { Thread } from '../../shared/model/thread.ts'
import type { ArticleText } from './article-text.ts'

function countNodes(doc: Node): Pick<CameIn, 'paragraphs' | 'tables' | 'pictures' | 'notes'> {
  const counts = { paragraphs: 0, tables: 0, pictures: 0, notes: 0 }
  doc.descendants(({ type, content }) => {
    if (type.name === 'para' && content.size > 0) counts.paragraphs += 1
    else if (type.name === 'table') counts.tables += 1
    else if (type.name === 'image') counts.pictures += 1
    else if (type.name === 'footnote') counts.notes += 1
  })
  return counts
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
    kept: keptThings(text.doc),
  }
}
