import type { Dismissal } from '../../../shared/model/check.ts'
import type { PlacedProposal } from '../../checks/checks.ts'

/** Something that was put aside, and where its words stand now. */
export type AsideRow = {
  readonly dismissal: Dismissal
  /** As the rule is called; where its words are gone, as the rule is named. */
  readonly title: string
  readonly places: readonly PlacedProposal[]
}

/** “double-word” reads “Double word”. */
function nameOf(rule: string): string {
  const words = rule.replaceAll(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Latest first. `dismissed`: those in the text; `proposals`: others of the same rules, which know their titles. */
export function asideRows(
  dismissals: readonly Dismissal[],
  dismissed: readonly PlacedProposal[],
  proposals: readonly PlacedProposal[],
): readonly AsideRow[] {
  const byKey = Map.groupBy(dismissed, ({ key }) => key)
  const titles = new Map([...proposals, ...dismissed].map(({ rule, title }) => [rule, title]))
  return dismissals
    .map((dismissal) => ({
      dismissal,
      title: titles.get(dismissal.rule) ?? nameOf(dismissal.rule),
      places: byKey.get(dismissal.key) ?? [],
    }))
    .toSorted((a, b) => b.dismissal.at - a.dismissal.at)
}
