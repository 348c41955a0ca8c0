import type { ReviewContent } from './review-content.ts'

/**
 * Changes that come back from somebody who was not told their authors: each stands under who is known here to have made
 * it, and so do its marks in the text.
 */
export type KnownAuthors = ReadonlyMap<string, string>

export function knownAuthors({ changes }: Pick<ReviewContent, 'changes'>): KnownAuthors {
  return new Map(changes.map(({ id, authorId }) => [id, authorId]))
}

type Fields = Readonly<Record<string, unknown>>

function restored(value: unknown, authors: KnownAuthors): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item) => restored(item, authors))
    return items.every((item, place) => item === value[place]) ? value : items
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Fields
  const next: Record<string, unknown> = {}
  let isSame = true
  for (const [name, member] of Object.entries(fields)) {
    next[name] = restored(member, authors)
    if (next[name] !== member) isSame = false
  }
  const { id, author } = fields
  const known = typeof id === 'string' && typeof author === 'string' ? authors.get(id) : undefined
  if (known !== undefined && known !== author) return { ...next, author: known }
  return isSame ? value : next
}

/** ProseMirror JSON: every reference to a change is an object with its id and its author. */
export function withKnownAuthors(content: ReviewContent, authors: KnownAuthors): ReviewContent {
  const isOther = ({ id, authorId }: ReviewContent['changes'][number]) => {
    const known = authors.get(id)
    return known !== undefined && known !== authorId
  }
  if (!content.changes.some(isOther)) return content
  return {
    ...content,
    document: restored(content.document, authors),
    changes: content.changes.map((row) => ({
      ...row,
      authorId: (authors.get(row.id) ?? row.authorId) as typeof row.authorId,
    })),
  }
}
