import type { Node } from 'prosemirror-model'
import type { ExportRequest, Watch } from '../../shared/model/interchange.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import type { StyleFindings } from '../../shared/model/style-findings.ts'
import type { Context } from './context.ts'
import { readDictionary } from './dictionaries.ts'
import { houseStyle } from './house-style.ts'

/** What a desk says of its own text is nobody's business outside; of the files the packet alone tells of it. */
function isTold({ kind, audience }: Pick<ExportRequest, 'kind' | 'audience'>): boolean {
  return kind === 'pdf-packet' && audience !== 'external'
}

/** What the window lists as notes, for a file that tells of it; null where the check could not be made. */
export async function styleFindings(
  context: Context,
  wanted: Pick<ExportRequest, 'kind' | 'audience'>,
  { doc, state }: { readonly doc: Node; readonly state: ReviewState },
  watch: Watch,
): Promise<{ readonly style?: StyleFindings | null }> {
  if (!isTold(wanted)) return {}
  const { book } = houseStyle(context)
  const { threads, dismissals } = state
  watch.progress?.({ label: 'Checking the style', done: 0, total: 0 })
  const found = await context.work.checkStyle(
    {
      doc: doc.toJSON() as unknown,
      said: { threads, dismissals },
      book,
      dictionary: await readDictionary(book.house.dictionary),
    },
    watch,
  )
  return { style: found.ok ? found.value : null }
}
