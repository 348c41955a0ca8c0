import type { Person } from '../../../shared/model/person.ts'
import type { ThreadView } from '../../../shared/model/review.ts'

/**
 * Colours that hang on ids inside the text. A style sheet built in script, because the content security policy
 * refuses style elements and style attributes, and because the document knows authors and threads by id only.
 */
export function rulesFor(
  people: readonly Person[],
  threads: readonly ThreadView[],
  untold: readonly string[],
): string {
  const hues = people.map(({ id, hue }) => {
    const author = CSS.escape(id)
    const value = `var(--author-${hue})`
    return [
      `[data-author="${author}"] { --hue: ${value} }`,
      `[data-mark-inserted-by="${author}"] { --mark-inserted-hue: ${value} }`,
      `[data-mark-deleted-by="${author}"] { --mark-deleted-hue: ${value} }`,
      `:is(tr, td, th)[data-inserted-by="${author}"] { --cells-hue: ${value} }`,
      `:is(.table-frame, tr, td, th)[data-changed-by="${author}"] { --layout-hue: ${value} }`,
      // What one inserted and another deleted has the hue of who deleted it, as in the text.
      `:is(tr, td, th)[data-deleted-by="${author}"][data-deleted-by] { --cells-hue: ${value} }`,
    ].join('\n')
  })
  const resolved = threads.filter((thread) => thread.resolvedAt !== null).map(({ id }): string => id)
  const plain = [...resolved, ...untold].map(
    (id) => `.comment[data-comment][data-comment="${CSS.escape(id)}"] { --comment-ground: transparent }`,
  )
  return [...hues, ...plain].join('\n')
}

/** A sheet of the document's own; `close` takes it away. */
export function adoptSheet(): { readonly set: (rules: string) => void; readonly close: () => void } {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  return {
    set: (rules) => sheet.replaceSync(rules),
    close: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}
