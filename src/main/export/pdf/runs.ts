import type { Piece, Tag } from './pieces.ts'
import type { TextBlock, TextParagraph } from './text-blocks.ts'

/**
 * Pieces as the template sets them: those that look the same in one run, with what is told of their letters in between,
 * and runs that lead to one row in one link. An underline or a link costs the typesetter more than the words do.
 */

/** `before`: told in front of the first letter of words under a comment; see resources/typst/text.typ. */
type Told = Tag | (Omit<Extract<Tag, { readonly kind: 'noted' }>, 'side'> & { readonly side: 'before' })
type Look = Omit<Piece, 'text' | 'tags' | 'to'>
export type Run = Look & { readonly parts: (string | Told)[] }
export type Stretch =
  | { readonly to?: string; readonly runs: Run[] }
  /** The number of a comment behind its words. */
  | { readonly ref: string; readonly tag: Tag }

type Last = { to: string | undefined; key: string; runs: Run[] }

/** What stands in the line itself, and is no run of words. */
function isObject(look: Look): boolean {
  return 'picture' in look || 'note' in look || 'endnote' in look
}

export function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let last: Last | null = null
  const begin = (to: string | undefined): Last => {
    const runs: Run[] = []
    stretches.push(to === undefined ? { runs } : { to, runs })
    return { to, key: '', runs }
  }
  const tell = (told: Told): void => {
    last ??= begin(undefined)
    const run = last.runs.at(-1)
    if (run) run.parts.push(told)
    else last.runs.push({ parts: [told] })
  }
  for (const { text, tags = [], to: row, ...look } of pieces) {
    for (const tag of tags) if (tag.kind === 'noted' && tag.side === 'from') tell({ ...tag, side: 'before' })
    // An address of its own goes before a row.
    const to = look.href === undefined ? row : undefined
    if (text !== '' || isObject(look)) {
      if (last === null || last.to !== to) last = begin(to)
      last = put(last, look, text)
    }
    for (const tag of tags) {
      if (tag.kind === 'ref') {
        stretches.push({ ref: tag.label, tag })
        last = null
      } else tell(tag)
    }
  }
  return stretches
}

function put(last: Last, look: Look, text: string): Last {
  const key = JSON.stringify(look)
  const run = last.runs.at(-1)
  const part = run?.parts.at(-1)
  if (!run || key !== last.key || isObject(look))
    last.runs.push({ ...look, parts: text === '' ? [] : [text] })
  else if (typeof part === 'string') run.parts[run.parts.length - 1] = part + text
  else run.parts.push(text)
  return { ...last, key }
}

/** The blocks of a text with runs instead of pieces, for the template alone. */
export function withRuns(blocks: readonly TextBlock[] | null): unknown {
  const inParagraph = ({ pieces, ...rest }: TextParagraph) => ({ ...rest, stretches: stretchesOf(pieces) })
  return (
    blocks?.map((block) => {
      if (block.kind === 'paragraph') return inParagraph(block)
      if (block.kind === 'endnotes') return block
      const rows = block.rows.map((cells) =>
        cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(inParagraph) })),
      )
      return { ...block, rows }
    }) ?? null
  )
}
