import type { ChangePlace } from '../../editor/api.ts'

/** One move: both sides carry its id. */
export type Move = {
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
export function moveRules(moves: readonly Move[]): string {
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
