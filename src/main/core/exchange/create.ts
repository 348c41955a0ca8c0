import type { Exported, Outcome, Purpose } from '../../../shared/contract.ts'
import { pictureNames, pictureNamesInJson } from '../../../shared/document/pictures.ts'
import type { PackageRequest, PackageVersion } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { ArticleId, VersionId } from '../../../shared/model/ids.ts'
import type { Audience } from '../../../shared/model/review.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { noArticle, perform } from '../act.ts'
import type { Act } from '../act.ts'
import type { Context } from '../context.ts'
import type { MadeFiles } from '../made-files.ts'
import { keptOriginals } from '../originals.ts'
import { done, fail } from '../outcome.ts'
import { whereTheRightIs } from '../refuse-act.ts'
import { listEarlier } from '../versions.ts'
import { clearanceOf, clearanceOfFile } from '../visible.ts'
import { keepContent } from './keep-received.ts'
import { EXCHANGE_EVENTS, rowsText, saidIn } from './read-content.ts'
import { nextMove, refuseMover, rightFields, withBegin } from './right.ts'
import { standingHere, versionOf } from './standing-here.ts'
import type { Here } from './standing-here.ts'

export type Wanted = {
  readonly articleId: ArticleId
  readonly audience: Audience
  readonly purpose: Purpose
}

/** What a package is made of, and what is stored once it is made. */
type Draft = {
  readonly here: Here
  readonly content: ReviewContent
  /** The version that it stands on. */
  readonly head: SavedVersion
  /** That version is new. */
  readonly isNew: boolean
}

const NAMES: Readonly<Record<Purpose, string>> = {
  'hand-over': 'Handed over',
  marks: 'Sent for marks',
  copy: 'Copied for another desk',
}

const LEGAL_ONLY =
  'A package for legal holds comments that are private to it, and is made and saved in the legal role. Nothing was written.'

const MEANWHILE =
  'The article was changed while the package was written, so the package was not kept and nothing was handed over. Make it again.'

function refuse(context: Context, { audience, purpose }: Wanted, { article }: Here): Outcome<never> | null {
  const actor = context.actor()
  if (clearanceOfFile(audience) === 'legal' && clearanceOf(actor) !== 'legal')
    return fail('refused', LEGAL_ONLY)
  if (article.readOnly !== '') return fail('refused', `${article.readOnly} Nothing was written.`)
  if (purpose !== 'hand-over') return null
  if (audience === 'external') {
    return fail(
      'refused',
      'A package for outside names nobody and cannot carry the right to edit. Nothing was handed over; choose the internal or the legal audience.',
    )
  }
  if (article.editRight === 'away') {
    return fail('refused', `This desk cannot hand it over. ${whereTheRightIs(article)}`)
  }
  return refuseMover({ actor })
}

/** The moves of the right as they are once the package is made. */
function custodyThen(context: Context, { purpose }: Wanted, { article, content }: Here, at: number) {
  const moves = withBegin(context, content.custody, article)
  if (purpose !== 'hand-over') return moves
  return [...moves, nextMove(context, moves, 'handed-over', { personId: context.actor().personId, at })]
}

function draft(context: Context, wanted: Wanted, here: Here): Draft {
  const { store, now, newId, actor } = context
  const at = now()
  const custody = custodyThen(context, wanted, here, at)
  // A package without history is known again, when it comes back, by a version of its own.
  const isKnown = wanted.audience !== 'external'
  const isSame = isKnown && here.isFrozen && custody.length === here.content.custody.length
  const head = isSame && here.head !== null ? store.versions.get(wanted.articleId, here.head) : null
  if (head) return { here, content: here.content, head, isNew: false }
  const made = { id: newId() as VersionId, personId: actor().personId, at }
  const version = versionOf(context, here, { ...made, kind: 'hand-over', name: NAMES[wanted.purpose] })
  return { here, content: { ...here.content, custody }, head: version, isNew: true }
}

function versionsOf(
  { store }: Context,
  articleId: ArticleId,
  { head, isNew, content }: Draft,
): PackageVersion[] {
  const kept = store.versions.list(articleId).flatMap((version): PackageVersion[] => {
    const document = store.versions.document(articleId, version.id)
    return document === null
      ? []
      : [{ version, document, content: store.versions.content(articleId, version.id) }]
  })
  if (!isNew) return kept
  return [...kept, { version: head, document: JSON.stringify(content.document), content: rowsText(content) }]
}

function filesOf({ store }: Context, { sources }: ReviewContent): ReadonlyMap<string, Uint8Array> {
  const names = new Set(sources.flatMap(({ file }) => (file ? [file.sha256] : [])))
  return new Map(
    [...names].flatMap((name) => {
      const bytes = store.attachments.get(name)
      return bytes ? [[name, bytes] as const] : []
    }),
  )
}

function requestOf(context: Context, wanted: Wanted, made: Draft): PackageRequest {
  const { store, library, version, newId, now, actor } = context
  const people = store.people.list()
  const by = people.find(({ id }) => id === actor().personId)?.name ?? ''
  const versions = versionsOf(context, wanted.articleId, made)
  const pictures = new Set([
    ...pictureNames(made.here.text.doc),
    ...versions.flatMap(({ document }) => pictureNamesInJson(document)),
  ])
  return {
    manifest: {
      app: version,
      packageId: wanted.audience === 'external' ? made.head.id : newId(),
      articleId: wanted.articleId,
      audience: wanted.audience,
      purpose: wanted.purpose,
      from: { id: library.id, name: library.name },
      by,
      at: now(),
      head: made.head.id,
    },
    review: made.content,
    people: people.map(({ id, name, initials, hue }) => ({ id, name, initials, hue })),
    versions,
    pictures: store.pictures.getAll(pictures),
    files: filesOf(context, made.content),
    originals: keptOriginals(store, wanted.articleId),
  }
}

/** The package is written: what it says is kept here as well, and the right goes with it. */
function store(
  context: Context,
  act: Act,
  wanted: Wanted,
  { head, isNew, content, here }: Draft,
  name: string,
): void {
  const { store: stores } = context
  const { articleId, audience, purpose } = wanted
  if (isNew) {
    const known = new Set(here.content.custody.map(({ id }) => id))
    for (const move of content.custody) if (!known.has(move.id)) stores.custody.append(articleId, move)
    keepContent(context, head, content)
    stores.versions.setHead(articleId, head.id)
  }
  act.change(rightFields(context, articleId))
  const right = purpose === 'hand-over' ? ' The right to edit goes with it.' : ''
  const text = act.text().textHash.slice(0, 12)
  act.log(EXCHANGE_EVENTS.created, `Made “${name}” (${purpose}, ${audience}), text ${text}.${right}`)
}

/**
 * The file is written first and the right goes in the act that tells of it, so that a package that could not be
 * written takes nothing away.
 */
export async function createPackage(
  context: Context,
  files: MadeFiles,
  wanted: Wanted,
): Promise<Outcome<Exported>> {
  const { articleId, audience } = wanted
  listEarlier(context, articleId)
  const here = standingHere(context, articleId)
  if (!here) return noArticle()
  const refused = refuse(context, wanted, here)
  if (refused) return refused
  const made = draft(context, wanted, here)
  const written = await context.work.writePackage(requestOf(context, wanted, made))
  if (!written.ok) return written
  const { name, bytes, checked, warnings } = written.value
  const stored = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
    const now = standingHere(context, articleId)
    if (!now || saidIn(now.content) !== saidIn(here.content)) return fail('stale-base', MEANWHILE)
    store(context, act, wanted, made, name)
    return done(null)
  })
  if (!stored.ok) return stored
  const fileId = files.keep({ file: { name, bytes }, clearance: clearanceOfFile(audience), articleId: null })
  return done({ fileId, name, size: bytes.byteLength, checked, warnings })
}
