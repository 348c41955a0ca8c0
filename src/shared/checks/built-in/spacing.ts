import type { BlockCheck, Hit } from './hit.ts'

/** Doubled on purpose often enough. */
const MAY_STAND_TWICE = new Set(['had', 'that', 'very'])

export const doubleWords: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, index): Hit[] => {
    const before = tokens[index - 1]
    if (!before || token.kind !== 'word' || token.word !== before.word || !token.spaced) return []
    if (MAY_STAND_TWICE.has(token.word)) return []
    return [{ from: before.from, to: token.to, replacement: before.text }]
  })

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\u00a0' || sign === '\t'
}

/** Stretches of spaces; one pass, however long they are. */
function spacesIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text[at])) continue
    const from = at
    while (isSpace(text[at + 1])) at += 1
    found.push({ from, to: at + 1 })
  }
  return found
}

export const doubleSpaces: BlockCheck = ({ text }) =>
  spacesIn(text)
    .filter(({ from, to }) => to - from > 1 && from > 0 && to < text.length)
    .map((place) => ({ ...place, replacement: ' ' }))

export const spacesAtEdges: BlockCheck = ({ text }) =>
  spacesIn(text)
    .filter(({ from, to }) => from === 0 || to === text.length)
    .map((place) => ({ ...place, replacement: '' }))

export const spacesBeforeMarks: BlockCheck = ({ text }) =>
  spacesIn(text)
    .filter(
      ({ from, to }) =>
        from > 0 && /[,.;:!?)]/u.test(text[to] ?? '') && !/[.…]{2}/u.test(text.slice(to, to + 2)),
    )
    .map(({ from, to }) => ({ from, to: to + 1, replacement: text[to] ?? null }))

export const noSpaceAfterMark: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, index): Hit[] => {
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    if (!before || !after || token.spaced || after.spaced || before.kind !== 'word' || after.kind !== 'word')
      return []
    const isStop = token.word === '.' && /^\p{Lu}\p{Ll}/u.test(after.text) && /\p{Ll}{2}$/u.test(before.text)
    if (!isStop && !/^[,;:!?]$/u.test(token.word)) return []
    return [{ from: before.from, to: after.to, replacement: `${before.text}${token.text} ${after.text}` }]
  })
