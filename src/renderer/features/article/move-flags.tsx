import { useEffect } from 'react'
import type { ChangePlace } from '../../editor/api.ts'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { adoptSheet } from './hues.ts'

/** One move: both sides carry its id. */
type Move = {
  readonly id: string
  /** The custom property that holds its author's hue. */
  readonly hue: string
  readonly place: Extract<ChangePlace, { kind: 'move' }>
}

function flag(tag: 'ins' | 'del', id: string, words: string, hue: string): string {
  const side = `.ProseMirror > :has(${tag}.moved[data-change="${CSS.escape(id)}"])`
  // Only before the first of several paragraphs that were moved together.
  return `${side}:not(${side} + *)::before {
    content: '${words}';
    margin-inline-end: var(--s1);
    font: 500 var(--small) / var(--small-line) var(--sans);
    white-space: nowrap;
    color: var(${hue}, var(--ink));
  }`
}

/**
 * "↑ moved from 12" before words that were moved, and "↑ moved to 4" where they were: rules of a style sheet, so that
 * the text stays as it is. The arrow says which way they went.
 */
function moveRules(moves: readonly Move[]): string {
  return moves
    .flatMap(({ id, hue, place: { from, to, up } }) => {
      const arrow = up ? '↑' : '↓'
      return [
        flag('ins', id, `${arrow} moved${from === null ? ' here' : ` from ${from}`}`, hue),
        flag('del', id, `${arrow} moved${to === null ? ' away' : ` to ${to}`}`, hue),
      ]
    })
    .join('\n')
}

/** Draws nothing of its own: the flags stand in the text. */
export function MoveFlags() {
  const editor = useReview((store) => store.editor)
  const index = useCalmSnapshot()?.index
  const people = useReview((store) => store.people)
  const desk = useSession((store) => store.session?.people)
  useEffect(() => {
    const moves = (index?.changes ?? []).flatMap(({ id, kind, author }): Move[] => {
      const place = kind === 'move' ? editor?.placeOf(id) : null
      const hue = [...(desk ?? []), ...people].find((person) => person.id === author)?.hue ?? ''
      return place?.kind === 'move' ? [{ id, hue: `--author-${hue}`, place }] : []
    })
    if (moves.length === 0) return
    const sheet = adoptSheet()
    sheet.set(moveRules(moves))
    return sheet.close
  }, [editor, index, people, desk])
  return null
}
