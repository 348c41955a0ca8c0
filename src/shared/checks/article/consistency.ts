import type { Choices, Family } from '../../model/check-book.ts'
import { each } from './found.ts'
import type { ArticleCheck, ArticleHit } from './found.ts'

const ROMAN = /^[IVXLCDM]+$/u

/** The first of an abbreviation that is nowhere explained, unless everybody knows it. */
export const undefinedAcronyms: ArticleCheck = (article) => {
  const known = article.book.lists.get('known-abbreviations')
  const all = each(article, ({ acronyms }) => acronyms)
  const defined = new Set(all.filter(({ isDefined }) => isDefined).map(({ word }) => word))
  const told = new Set<string>()
  return all.flatMap(({ word, from, to, index }): ArticleHit[] => {
    const token = {
      word: word.toLowerCase(),
      bare: word.toLowerCase(),
      text: word,
      from,
      to,
      kind: 'word',
      spaced: true,
    } as const
    const isKnown =
      defined.has(word) || told.has(word) || ROMAN.test(word) || (known?.beginningWith(token).length ?? 0) > 0
    // A headline has no room to explain anything.
    if (isKnown || article.summaries[index]?.block.style === 'headline') return []
    told.add(word)
    return [{ index, from, to, replacement: null }]
  })
}

function chosen(choices: Choices, family: Family): string | undefined {
  switch (family) {
    case 'percent':
      return choices.percent
    case 'country':
      return choices.country
    case 'ending':
      return choices.ending
    case 'toward':
      return choices.toward
    case 'quotes':
      return undefined
  }
}

/** Forms that the house does not use; where it has not chosen, those that the article has fewer of. */
export const mixedForms: ArticleCheck = (article, { forms: family }) => {
  if (family === undefined) return []
  const all = each(article, ({ forms }) => forms.filter((form) => form.family === family))
  const wanted = chosen(article.book.house.choices, family) ?? commonest(all.map(({ form }) => form))
  return all
    .filter(({ form }) => form !== wanted)
    .map(({ index, from, to, others }) => ({ index, from, to, replacement: others[wanted] ?? null }))
}

/** Of equally many the one that came first. */
function commonest(forms: readonly string[]): string {
  const counts = [...Map.groupBy(forms, (form) => form)].map(([form, all]) => ({ form, count: all.length }))
  return counts.toSorted((one, other) => other.count - one.count)[0]?.form ?? ''
}

/** More different counts of one thing are a series, not one claim twice. */
const MOST_VALUES = 3

/** One thing counted twice with different results; told from the second on. */
export const twoNumbers: ArticleCheck = (article) => {
  const byThing = Map.groupBy(
    each(article, ({ counts }) => counts),
    ({ thing }) => thing,
  )
  return [...byThing.values()].flatMap((counts) => {
    const [first] = counts
    const values = new Set(counts.map(({ value }) => value))
    if (!first || values.size < 2 || values.size > MOST_VALUES) return []
    return counts
      .filter(({ value }) => value !== first.value)
      .map(({ index, from, to }) => {
        const before = article.summaries[first.index]?.read.text.slice(first.from, first.to) ?? ''
        return { index, from, to, replacement: null, detail: `Before it says “${before}”.` }
      })
  })
}
