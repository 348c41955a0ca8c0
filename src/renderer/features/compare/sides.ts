import type { Outcome } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { host } from '../../host/host.ts'
import { dayAndClock } from '../../ui/time.ts'
import { useReview } from '../review/store.ts'

/** One of the two texts of a comparison: the text as it stands in this window, or one that was kept. */
export type Side = { readonly kind: 'now' } | { readonly kind: 'version'; readonly id: string }

export const NOW: Side = { kind: 'now' }

export function sideOf(id: string): Side {
  return id === '' ? NOW : { kind: 'version', id }
}

/** As the value of a select. */
export function sideKey(side: Side): string {
  return side.kind === 'now' ? '' : side.id
}

const NOT_OPEN = 'The text is not open in this window any more. Open the article again, then compare.'

/** The document as ProseMirror JSON. */
export async function readSide(articleId: ArticleId, side: Side): Promise<Outcome<unknown>> {
  if (side.kind === 'version') {
    const versionId = side.id
    const outcome = await host.call('versions.document', { articleId, versionId })
    return outcome.ok ? { ok: true, value: outcome.value.doc } : outcome
  }
  const doc: unknown = useReview.getState().editor?.liveDoc().toJSON()
  return doc === undefined
    ? { ok: false, error: { code: 'not-available', message: NOT_OPEN } }
    : { ok: true, value: doc }
}

/** "Moved to Fact-check, Thu 19 Nov, 16:12"; of the text as it stands: "The text now". */
export function sideName(side: Side, versions: readonly SavedVersion[]): string {
  if (side.kind === 'now') return 'The text now'
  const version = versions.find(({ id }) => id === side.id)
  return version === undefined ? 'A version' : `${version.name}, ${dayAndClock(version.at)}`
}
