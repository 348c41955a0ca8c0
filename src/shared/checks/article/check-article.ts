import type { BuiltIn } from '../../model/check-book.ts'
import { noteAt } from '../check-block.ts'
import type { NoteProposal } from '../proposal.ts'
import { proposalKey } from '../proposal-key.ts'
import { mixedForms, twoNumbers, undefinedAcronyms } from './consistency.ts'
import type { Article, ArticleCheck, ArticleHit } from './found.ts'
import { repeatedPhrases, wornPhrases } from './repetition.ts'
import { spelling } from './spelling.ts'
import { noDate, noName, noNumber, noSource, oneSide } from './story.ts'

const ARTICLE_CHECKS: Readonly<Partial<Record<BuiltIn, ArticleCheck>>> = {
  spelling,
  'repeated-phrase': repeatedPhrases,
  'worn-phrase': wornPhrases,
  'undefined-acronym': undefinedAcronyms,
  'mixed-forms': mixedForms,
  'two-numbers': twoNumbers,
  'one-side': oneSide,
  'no-source': noSource,
  'no-date': noDate,
  'no-name': noName,
  'no-number': noNumber,
}

/** What only the whole article tells, by the index of the block that it stands in. */
export function checkArticle(article: Article): ReadonlyMap<number, readonly NoteProposal[]> {
  const found = new Map<number, NoteProposal[]>()
  for (const rule of article.book.checks) {
    const check = rule.check && ARTICLE_CHECKS[rule.check]
    for (const hit of check?.(article, rule) ?? []) {
      const read = article.summaries[hit.index]?.read
      if (!read) continue
      const note = ofWhole(noteAt(rule, hit, read), hit)
      const known = found.get(hit.index)
      if (known) known.push(note)
      else found.set(hit.index, [note])
    }
  }
  return found
}

/** A note on the whole story is put aside for this story, whatever becomes of its headline. */
function ofWhole(note: NoteProposal, hit: ArticleHit): NoteProposal {
  return hit.ofWhole ? { ...note, key: proposalKey(note.rule, '', ''), ofWhole: true } : note
}
