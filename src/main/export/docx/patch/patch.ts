import type { WordSource } from '../../../import/docx/source-types.ts'
import type { WordContent } from '../content.ts'
import { namesOfReview, namesOfSource } from './names.ts'
import { createPartFinder } from './part-finder.ts'
import { createParts } from './parts.ts'
import type { Parts } from './parts.ts'
import { planPatch } from './plan.ts'
import type { PatchPlan } from './plan.ts'
import { createPatchRelations } from './relations.ts'
import { keepTracking } from './settings.ts'
import { withoutSignOff } from './sign-off.ts'
import { withStart } from './standing.ts'
import { knowThreads } from './threads.ts'
import type { KnownThreads } from './threads.ts'
import { writeInto } from './write-into.ts'

/**
 * The parts of the file that a review began with, with what the review says now in them. What the review left alone
 * stands byte for byte as it stood; where nothing changed, that is every part.
 */
export function patchWord(content: WordContent, source: WordSource): Parts {
  const parts = createParts(source.pack)
  const known = knowThreads(content.threads, source)
  const names = namesOfReview(content, known)
  const plan = planPatch(source, namesOfSource(source), { doc: content.doc, names })
  const fromMain = createPatchRelations(parts, source.pack, source.pack.mainName)
  const finder = createPartFinder(parts, source.pack, fromMain)
  if (content.keepTracking) keepTracking(finder)
  if (isUntouched(content, source, plan, known)) return parts
  writeInto({
    content,
    source: withoutSignOff(source, content),
    plan: withStart(plan, content, source, known),
    known,
    finder,
    fromMain,
  })
  return parts
}

/** Whether the text and the comments say what the file says, and nothing else is to be said in it. */
function isUntouched(
  content: WordContent,
  source: WordSource,
  plan: PatchPlan,
  known: KnownThreads,
): boolean {
  if (
    content.copyOf !== undefined ||
    content.signOff ||
    (content.signOff === null && source.signOff.length > 0)
  ) {
    return false
  }
  const same = [...plan.blocks.values()].filter((match) => match.isSame).length
  if (same !== source.doc.childCount || same !== content.doc.childCount) return false
  if (known.gone.length > 0 || content.threads.length !== source.result.threads.length) return false
  return content.threads.every((thread) => {
    const was = known.sourceOf.get(thread.id)
    return (
      was !== undefined &&
      (was.resolvedAt === null) === (thread.resolvedAt === null) &&
      was.messages.length === thread.messages.length &&
      was.messages.every((message, index) => message.text === thread.messages[index]?.text)
    )
  })
}
