import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { ArticleId, SourceId } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { nameOf } from '../claim-name.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { refuseAttester } from '../duties.ts'
import { nameInLog, refuseFields, refusePersonal, withoutIdentity } from '../source-guards.ts'
import type { SourceFields } from '../source-guards.ts'
import { dropFile, keepFile, saveFile, saveWith } from './source-files.ts'

const NO_SOURCE = 'This source is not in the article any more. Nothing was changed.'
const NO_SUPPLIER = 'Who supplied it is not in the library. Nothing was stored.'

function findSource({ store }: Context, act: Act, id: SourceId): Source | null {
  return store.sources.list(act.article().id).find((source) => source.id === id) ?? null
}

function tell({ store }: Context, act: Act, id: SourceId, kind: string, summary: string): void {
  act.log(kind, `${nameInLog(store.sources.list(act.article().id), id)}: ${summary}`)
}

/** Kind, record and grade, for the log. */
function gist({ kind, onRecord, grade }: SourceFields): string {
  return `${kind}, ${onRecord}, grade ${grade}.`
}

function unknownSupplier({ store }: Context, fields: SourceFields): boolean {
  return fields.suppliedBy !== null && !store.people.get(fields.suppliedBy)
}

function create(context: Context, act: Act, args: ParsedArgs<'sources.create'>): Outcome<null> {
  const { id, fields, confirmedNoName } = args
  // Sent twice: the first answer was lost, the source is there.
  if (findSource(context, act, id)) return done(null)
  if (unknownSupplier(context, fields)) return fail('not-found', NO_SUPPLIER)
  const refused = refuseFields(fields, false, confirmedNoName)
  if (refused) return refused
  const made = { createdBy: act.actor.personId, createdAt: act.at, updatedAt: act.at }
  context.store.sources.save(act.article().id, { ...fields, attestation: null, file: null, id, ...made })
  tell(context, act, id, 'source.create', gist(fields))
  return done(null)
}

/** What was said of a named source where it is attached is looked at before its name is to be stored nowhere. */
function refuseLinks(context: Context, act: Act, source: Source, confirmedNoName: boolean) {
  for (const claim of context.store.claims.list(act.article().id)) {
    const link = claim.sources.find((one) => one.sourceId === source.id)
    const refused = link ? refusePersonal([link.locator, link.note, link.answer], confirmedNoName) : null
    if (refused) return fail('refused', `Where it is attached to ${nameOf(claim)}: ${refused.error.message}`)
  }
  return null
}

/** An attestation is for the source that was described then, not for another one under its id. */
function stillAttested(source: Source, fields: SourceFields): boolean {
  return (
    source.title === fields.title &&
    source.kind === fields.kind &&
    source.onRecord === fields.onRecord &&
    source.origin === fields.origin &&
    source.directKnowledge === fields.directKnowledge &&
    fields.suppliedBy !== source.attestation?.by
  )
}

function update(context: Context, act: Act, args: ParsedArgs<'sources.update'>): Outcome<null> {
  const { sourceId: id, confirmedNoName } = args
  const source = findSource(context, act, id)
  if (!source) return fail('not-found', NO_SOURCE)
  if (unknownSupplier(context, args.fields)) return fail('not-found', NO_SUPPLIER)
  // Where it becomes unnamed, what could tell who it is goes with that.
  const isHidden = isUnnamed(args.fields.onRecord)
  const becomes = isHidden && !isUnnamed(source.onRecord)
  const fields = becomes ? { ...args.fields, url: '' } : args.fields
  const file = isHidden ? null : source.file
  const refused =
    refuseFields(fields, file !== null, confirmedNoName) ??
    (becomes ? refuseLinks(context, act, source, confirmedNoName) : null)
  if (refused) return refused
  const attestation = stillAttested(source, fields) ? source.attestation : null
  saveWith(context, act, { ...source, ...fields, file, attestation, updatedAt: act.at }, source.file)
  const ended = source.attestation !== null && attestation === null ? ' Its attestation ended with that.' : ''
  const took = becomes ? ' It is unnamed now, and keeps neither a file nor an address.' : ''
  tell(context, act, id, 'source.update', `${gist(fields)}${took}${ended}`)
  return done(null)
}

/** Why this person does not attest this source, or null. */
function refuseAttesting(act: Act, source: Source) {
  const refused = refuseAttester(act, source)
  if (refused) return refused
  if (source.onRecord === 'on-record') {
    return fail('refused', 'This source is named, so there is nothing to attest. Nothing was changed.')
  }
  return null
}

function attest(context: Context, act: Act, args: ParsedArgs<'sources.attest'>): Outcome<null> {
  const { sourceId: id, reason, confirmedNoName } = args
  const source = findSource(context, act, id)
  if (!source) return fail('not-found', NO_SOURCE)
  const refused = refuseAttesting(act, source) ?? refusePersonal([reason], confirmedNoName)
  if (refused) return refused
  const attestation = { by: act.actor.personId, at: act.at, reason }
  context.store.sources.save(act.article().id, { ...source, attestation, updatedAt: act.at })
  tell(context, act, id, 'source.attest', `who it is, is known to the person who says so here. ${reason}`)
  return done(null)
}

/** Most that is answered to one search. */
const FOUND_AT_MOST = 50

/** Only what is answered is searched: what is kept back is not found by guessing at it either. */
function find({ store }: Context, articleId: ArticleId, query: string): Result<'sources.find'> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (source: Source) => {
    const said = `${source.title} ${source.origin} ${source.url}`.toLowerCase()
    return words.every((word) => said.includes(word))
  }
  return store.sources
    .elsewhere(articleId)
    .map((found) => ({ ...found, source: withoutIdentity(found.source) }))
    .filter(({ source }) => holds(source))
    .slice(0, FOUND_AT_MOST)
}

function reuse(context: Context, act: Act, { id, from }: ParsedArgs<'sources.reuse'>): Outcome<null> {
  if (findSource(context, act, id)) return done(null)
  const known = context.store.sources.list(from.articleId).find((source) => source.id === from.sourceId)
  if (!known) return fail('not-found', 'This source is not in the library any more. Nothing was added.')
  const made = { createdBy: act.actor.personId, createdAt: act.at, updatedAt: act.at }
  const source = { ...withoutIdentity(known), ...made, id, inText: '' }
  context.store.sources.save(act.article().id, source)
  tell(context, act, id, 'source.create', `used before. ${gist(source)}`)
  return done(null)
}

/** Sources of one article, and those of others that can be used again. */
export function sourceHandlers(context: Context): HandlersOf<'sources'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'sources.create': (args) =>
      performForState(context, args.articleId, evidence, (act) => create(context, act, args)),
    'sources.update': (args) =>
      performForState(context, args.articleId, evidence, (act) => update(context, act, args)),
    'sources.find': ({ articleId, query }) => done(find(context, articleId, query)),
    'sources.reuse': (args) =>
      performForState(context, args.articleId, evidence, (act) => reuse(context, act, args)),
    'sources.keepFile': (args) =>
      performForState(context, args.articleId, evidence, (act) => keepFile(context, act, args)),
    'sources.dropFile': ({ articleId, sourceId }) =>
      performForState(context, articleId, evidence, (act) => dropFile(context, act, sourceId)),
    'sources.saveFile': (args) => saveFile(context, args),
    'sources.attest': (args) =>
      performForState(context, args.articleId, evidence, (act) => attest(context, act, args)),
  }
}
