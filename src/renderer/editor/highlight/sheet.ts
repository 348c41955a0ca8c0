import type { Target } from '../api.ts'

/**
 * Shows what is current by a rule of a style sheet and not by a decoration: the DOM of the text stays as it is. A
 * redraw at the wrong moment puts the selection back where the last key press had not yet moved it.
 */
export type HighlightSheet = {
  readonly show: (target: Target | null) => void
  readonly close: () => void
}

export function createHighlightSheet(): HighlightSheet {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  return {
    show: (target) => sheet.replaceSync(target === null ? '' : ruleFor(target)),
    close: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}

function ruleFor({ kind, id }: Target): string {
  const name = CSS.escape(id)
  switch (kind) {
    case 'change':
      return `:is([data-change="${name}"], [data-format-change="${name}"], [data-layout-change*="${name}"]) { background: var(--hover) }`
    case 'comment': {
      const words = `.comment[data-comment="${name}"]`
      return `:is(${words}, ${words} .comment)[data-comment] { --comment-ground: var(--highlight-active) }`
    }
    case 'claim': {
      const words = `.claim[data-claim="${name}"]`
      return `${words} { background: var(--claim-tint); padding-block: 3px; box-decoration-break: clone }
        ${words} .comment[data-comment] { --comment-ground: transparent }`
    }
  }
}
