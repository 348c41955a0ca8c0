import type { Outcome } from '../../../shared/contract.ts'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { readDocument } from '../../../shared/exchange/merge-document.ts'
import { isNumbered } from '../../../shared/exchange/returned/returned-editors.ts'
import type { SentCopy } from '../../../shared/exchange/returned/returned-review.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReturnedFile } from '../../../shared/model/interchange.ts'
import type { Thread } from '../../../shared/model/thread.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { Store } from '../../store/open-store.ts'
import { contentOfVersion } from '../exchange/read-content.ts'
import { done, fail } from '../outcome.ts'

/** Which saved version of an article a file was made from. */

export type FoundCopy = {
  readonly version: SavedVersion
  readonly sent: SentCopy
  readonly knownBy: 'mark' | 'text'
}

const OTHER_ARTICLE =
  'This Word file is a copy of another article. Nothing was changed; open that article, and bring it back there.'

const UNKNOWN_VERSION =
  'This Word file was made at another desk, from a version that is not here. Nothing was changed; take in a package ' +
  'of that desk first, and then bring the file back.'

const NOT_KEPT =
  'Nothing of this article was kept whole that this Word file could have been made from. Nothing was changed; import ' +
  'the file as a draft of its own, and compare the two.'

const ANOTHER_TEXT =
  'This Word file has next to nothing in common with what was sent of this article. Nothing was changed; import it as ' +
  'a draft of its own.'

/** What has less than this of its lines in common with a version is no copy of it. */
const LEAST_COMMON = 0.2

function linesOf(document: unknown, reading: 'final' | 'original'): readonly string[] {
  return paragraphTexts(project(readDocument(document), reading)).filter((line) => line.trim() !== '')
}

function share(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one)
  const common = other.filter((line) => known.has(line)).length
  return common / Math.max(1, Math.max(one.length, other.length))
}

/** A copy without tracked changes of a text that had some was a clean one. */
function kindOf(document: unknown, { draft }: ReturnedFile): SentCopy['kind'] {
  const json = JSON.stringify(document)
  const hadChanges = /"type":"(insertion|deletion)"/.test(json)
  return hadChanges && draft.changes.length === 0 && draft.threads.length === 0 ? 'docx-clean' : 'docx-review'
}

/**
 * A file that does not tell was for legal where it has comments that are private to it. One for readers outside has
 * numbers for names (`numberedEditors` of main/export), which nobody is called.
 */
function audienceOf(
  { people }: Store,
  { threads }: Pick<SentCopy['content'], 'threads'>,
  { draft }: ReturnedFile,
): SentCopy['audience'] {
  const remarks = (of: readonly Thread[]) =>
    of.flatMap(({ messages }) => messages.map(({ text }) => text.trim()))
  const said = new Set(remarks(draft.threads))
  if (remarks(threads.filter(({ audience }) => audience === 'legal')).some((text) => said.has(text)))
    return 'legal'
  // Somebody from outside may be called so since an earlier copy came back.
  const desk = new Set(people.list().flatMap(({ name, outside }) => (outside ? [] : [name])))
  const hasNumbers = draft.people.some(({ name }) => isNumbered(name) && !desk.has(name))
  return hasNumbers ? 'external' : 'internal'
}

function copyOf(store: Store, version: SavedVersion, file: ReturnedFile): SentCopy | null {
  const content = contentOfVersion(store, version.articleId, version.id)
  if (!content) return null
  const { mark } = file
  const isOwn = mark?.versionId === version.id
  return {
    content,
    kind: isOwn ? mark.kind : kindOf(content.document, file),
    audience: isOwn ? mark.audience : audienceOf(store, content, file),
    messages: isOwn ? mark.messages : [],
  }
}

function byMark(store: Store, articleId: ArticleId, file: ReturnedFile): Outcome<FoundCopy> | null {
  const { mark } = file
  if (!mark) return null
  if (mark.articleId !== articleId) return fail('refused', OTHER_ARTICLE)
  const version = store.versions.get(articleId, mark.versionId)
  if (!version) return fail('refused', UNKNOWN_VERSION)
  const sent = copyOf(store, version, file)
  return sent ? done({ version, sent, knownBy: 'mark' }) : null
}

/** Where the file tells nothing: the newest version of its text, else the one that it shares most lines with. */
function byText(store: Store, articleId: ArticleId, file: ReturnedFile): Outcome<FoundCopy> {
  const { textHash, draft } = file
  const lines = linesOf(draft.doc, 'original')
  const finals = linesOf(draft.doc, 'final')
  const found = store.versions
    .list(articleId)
    .toReversed()
    .flatMap((version) => {
      const sent = copyOf(store, version, file)
      if (!sent) return []
      const { document } = sent.content
      const isNamed = textHash !== null && version.textHash.startsWith(textHash)
      const common = Math.max(
        share(linesOf(document, 'original'), lines),
        share(linesOf(document, 'final'), finals),
      )
      return [{ version, sent, score: isNamed ? 2 : common }]
    })
  if (found.length === 0) return fail('refused', NOT_KEPT)
  const [best] = found.toSorted((a, b) => b.score - a.score)
  if (!best || best.score < LEAST_COMMON) return fail('refused', ANOTHER_TEXT)
  return done({ version: best.version, sent: best.sent, knownBy: 'text' })
}

export function findSentCopy(store: Store, articleId: ArticleId, file: ReturnedFile): Outcome<FoundCopy> {
  return byMark(store, articleId, file) ?? byText(store, articleId, file)
}

/**
 * Somebody may send the same copy twice, and have gone on with it in between: then what came of it the first time is
 * what they had. Passes that were brought back from this version, oldest first, and passes that those led to.
 */
export function laterCopies(store: Store, { version, sent }: FoundCopy): readonly FoundCopy[] {
  const passes = new Set<string>([version.id])
  return store.versions.list(version.articleId).flatMap((one): FoundCopy[] => {
    const [parent] = one.parents
    const isPass = one.kind === 'received' && one.parents.length === 1 && passes.has(parent ?? '')
    const content = isPass ? contentOfVersion(store, one.articleId, one.id) : null
    if (!content) return []
    passes.add(one.id)
    return [{ version: one, sent: { ...sent, content }, knownBy: 'mark' }]
  })
}
