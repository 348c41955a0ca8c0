import { readSnapshot } from '../../../shared/document/stored-steps.ts'
import { readText } from '../article-text.ts'
import type { ArticleText } from '../article-text.ts'
import type { Plan } from './plan.ts'

/** The text of the merge; what it was made from was checked when it came in. */
export function textOf({ content }: Plan, before?: ArticleText): ArticleText {
  const parsed = readSnapshot(content.document)
  if (!parsed.ok) throw new Error(`The text of a package does not read back: ${parsed.message}`)
  return readText(parsed.doc, before?.seq ?? 0, before)
}
