import { PACKAGE_FORMAT } from '../../../shared/exchange/package.ts'
import type { PackageContent, ReadPackage } from '../../../shared/exchange/package.ts'
import { editorsByNumber } from '../../../shared/exchange/returned/returned-editors.ts'
import { returnedPeople } from '../../../shared/exchange/returned/returned-people.ts'
import type { ReturnedPeople } from '../../../shared/exchange/returned/returned-people.ts'
import { returnedReview } from '../../../shared/exchange/returned/returned-review.ts'
import type { ReturnedReview } from '../../../shared/exchange/returned/returned-review.ts'
import { pictureNames } from '../../../shared/document/pictures.ts'
import { readDocument } from '../../../shared/exchange/merge-document.ts'
import type { PersonId, VersionId } from '../../../shared/model/ids.ts'
import type { ReturnedFile } from '../../../shared/model/interchange.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { readText } from '../article-text.ts'
import type { ReviewContext } from '../context.ts'
import { withoutTellings } from '../../pictures/bare.ts'
import { sha256 } from '../hash.ts'
import type { FoundCopy } from './sent-copy.ts'

/** A file that came back, as a package that brings one more version: what takes packages in takes it in. */
export type Pass = {
  readonly from: FoundCopy
  readonly file: ReturnedFile
  readonly people: ReturnedPeople
  readonly review: ReturnedReview
  readonly version: SavedVersion
}

function uuidOf(said: string): string {
  const digest = sha256(said)
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}

/** Of one reading of a file: the same each time. */
function idsOf(said: string): () => string {
  let count = 0
  return () => uuidOf(`${said}\n${(count += 1)}`)
}

function peopleOf({ store }: ReviewContext, { sent }: FoundCopy, file: ReturnedFile): ReturnedPeople {
  const known = store.people.list().map(({ id, name, initials, hue }) => ({ id, name, initials, hue }))
  const said = JSON.stringify([
    sent.content.document,
    sent.content.changes,
    sent.content.threads,
    sent.content.article,
  ])
  const isOutside = sent.audience === 'external'
  const ids = known.map(({ id }) => id)
  const aliases = isOutside ? editorsByNumber(file, sent.content.changes, ids) : new Map<string, PersonId>()
  const idFor = (name: string) => uuidOf(`stet person\n${file.sha256}\n${name}`) as PersonId
  return returnedPeople(file, known, aliases, (id) => said.includes(id), idFor)
}

/** As `outside-pictures.ts` of the export makes them. */
function picturesOf({ store }: ReviewContext, { sent }: FoundCopy): (name: string) => string {
  if (sent.audience !== 'external') return (name) => name
  const here = [...pictureNames(readDocument(sent.content.document))].flatMap((name) => {
    const picture = store.pictures.get(name)
    return picture ? [[sha256(withoutTellings(picture.bytes)), name] as const] : []
  })
  const names = new Map(here.toReversed())
  return (name) => names.get(name) ?? name
}

export function passOf(context: ReviewContext, from: FoundCopy, file: ReturnedFile): Pass {
  const people = peopleOf(context, from, file)
  const id = uuidOf(`stet return\n${from.version.id}\n${file.sha256}`) as VersionId
  // Never before the file was made, whatever the clock of another machine says.
  const at = Math.max(file.savedAt ?? 0, from.version.at + 1)
  const review = returnedReview(from.sent, file, {
    people,
    passId: id,
    newId: idsOf(`stet pass\n${id}`),
    at,
    offset: -new Date(context.now()).getTimezoneOffset(),
    pictureOf: picturesOf(context, from),
  })
  const text = readText(readDocument(review.content.document), 0)
  const version: SavedVersion = {
    ...from.version,
    id,
    kind: 'received',
    name: `Came back as “${file.name}”`.slice(0, 200),
    personId: null,
    at,
    textHash: text.textHash,
    words: text.index.words,
    parents: [from.version.id],
  }
  return { from, file, people, review, version }
}

/** How far a file is from what a version says: what was decided, taken away and added, by the number of changes. */
export function distanceOf({ review: { brought, talk, accepted, rejected } }: Pass): number {
  return brought.length + accepted + rejected + talk.added.size + talk.replies + talk.resolved + talk.missing
}

/** Who edited it, in words. */
export function editorsOf({ people, review }: Pass): string {
  const ids = new Set([...review.brought.map(({ author }) => author), people.them])
  return [...ids]
    .map((id) => people.nameOf(id))
    .join(', ')
    .slice(0, 80)
}

export function asPackage({ library, version: app }: ReviewContext, pass: Pass): ReadPackage {
  const { file, people, review, version, from } = pass
  const { bytes, name } = file
  const audience = from.sent.audience === 'legal' ? 'legal' : 'desk'
  const original = {
    sha256: file.sha256,
    cause: 'return',
    audience,
    name: name.slice(0, 260),
    at: version.at,
    bytes,
  } as const
  const images = file.draft.images ?? new Map()
  const content: PackageContent = {
    manifest: {
      format: PACKAGE_FORMAT,
      readableBy: PACKAGE_FORMAT,
      app,
      packageId: version.id,
      articleId: version.articleId,
      audience: 'internal',
      purpose: 'marks',
      from: { id: library.id, name: editorsOf(pass) },
      by: '',
      at: version.at,
      head: version.id,
      logHeads: [],
      signOffHeads: [],
      digest: file.sha256,
    },
    review: review.content,
    people: people.strangers,
    versions: [{ version, document: JSON.stringify(review.content.document), content: null }],
    pictures: images,
    files: new Map(),
    originals: [original],
  }
  return { content, isNewer: false, ignored: [] }
}
