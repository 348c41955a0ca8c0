const SHOWN = 80

function quoted(words: string): string {
  const letters = Array.from(words)
  return `“${letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : words}”`
}

/** Names the set of changes: "Replace all: “colour” by “color”, 12 places". */
export function replaceAllLabel(text: string, words: string, count: number): string {
  const places = `${String(count)} ${count === 1 ? 'place' : 'places'}`
  const what =
    words === '' ? `Delete all: ${quoted(text)}` : `Replace all: ${quoted(text)} by ${quoted(words)}`
  return `${what}, ${places}`
}
