import type { Outcome, ParsedArgs, Result, SaveOutcome } from '../../../shared/contract.ts'
import type { ArticleId, SourceId } from '../../../shared/model/ids.ts'
import { MAX_ATTACHMENT } from '../../../shared/model/source.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { sha256 as hashOf } from '../hash.ts'
import { done, fail } from '../outcome.ts'

type Fields = ParsedArgs<'sources.create'>['fields']

const NO_SOURCE = 'This source is not in the article any more. Nothing was changed.'

function findSource({ store }: Context, act: Act, id: SourceId): Source | null {
  return store.sources.list(act.article().id).find((source) => source.id === id) ?? null
}

function unknownSupplier({ store }: Context, fields: Fields): boolean {
  return fields.suppliedBy !== null && !store.people.get(fields.suppliedBy)
}

function create(context: Context, act: Act, id: SourceId, fields: Fields): Outcome<null> {
  // Sent twice: the first answer was lost, the source is there.
  if (findSource(context, act, id)) return done(null)
  if (unknownSupplier(context, fields)) return fail('not-found', 'Who supplied it is not in the library.')
  const made = { createdBy: act.actor.personId, createdAt: act.at, updatedAt: act.at }
  context.store.sources.save(act.article().id, { ...fields, attestation: null, file: null, id, ...made })
  act.log('source.create', `Source: “${fields.title}”, ${fields.kind}, grade ${fields.grade}.`)
  return done(null)
}

/** An attestation is for the source that was described then, not for another one under its id. */
function stillAttested(source: Source, fields: Fields): boolean {
  return source.title === fields.title && source.kind === fields.kind && source.onRecord === fields.onRecord
}

function update(context: Context, act: Act, id: SourceId, fields: Fields): Outcome<null> {
  const source = findSource(context, act, id)
  if (!source) return fail('not-found', NO_SOURCE)
  if (unknownSupplier(context, fields)) return fail('not-found', 'Who supplied it is not in the library.')
  const attestation = stillAttested(source, fields) ? source.attestation : null
  context.store.sources.save(act.article().id, { ...source, ...fields, attestation, updatedAt: act.at })
  const lost = source.attestation !== null && attestation === null ? ' Its attestation ended with that.' : ''
  act.log('source.update', `Source changed: “${fields.title}”, ${fields.kind}, grade ${fields.grade}.${lost}`)
  return done(null)
}

function attest(context: Context, act: Act, id: SourceId, reason: string): Outcome<null> {
  if (act.actor.role === 'reporter' || act.actor.personId === act.article().authorId) {
    return fail(
      'refused',
      'An editor other than the reporter attests an unnamed source. Nothing was changed.',
    )
  }
  const source = findSource(context, act, id)
  if (!source) return fail('not-found', NO_SOURCE)
  const attestation = { by: act.actor.personId, at: act.at, reason }
  context.store.sources.save(act.article().id, { ...source, attestation, updatedAt: act.at })
  act.log('source.attest', `Knows who “${source.title}” is. Reason for not naming: ${reason}`)
  return done(null)
}

/** Most that is answered to one search. */
const FOUND_AT_MOST = 50

function find({ store }: Context, articleId: ArticleId, query: string): Result<'sources.find'> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (source: Source) => {
    const said = `${source.title} ${source.origin} ${source.url}`.toLowerCase()
    return words.every((word) => said.includes(word))
  }
  return store.sources
    .elsewhere(articleId)
    .filter(({ source }) => holds(source))
    .slice(0, FOUND_AT_MOST)
}

type Reuse = ParsedArgs<'sources.reuse'>

function reuse(context: Context, act: Act, { id, from }: Reuse): Outcome<null> {
  if (findSource(context, act, id)) return done(null)
  const known = context.store.sources.list(from.articleId).find((source) => source.id === from.sourceId)
  if (!known) return fail('not-found', 'This source is not in the library any more. Nothing was added.')
  const made = { createdBy: act.actor.personId, createdAt: act.at, updatedAt: act.at }
  context.store.sources.save(act.article().id, { ...known, ...made, id, attestation: null, inText: '' })
  act.log('source.create', `Source used before: “${known.title}”, ${known.kind}, grade ${known.grade}.`)
  return done(null)
}

const NO_FILE_FOR_UNNAMED =
  'No file is kept with an unnamed source: it could tell who that is. Nothing was kept.'

function keepFile(context: Context, act: Act, args: ParsedArgs<'sources.keepFile'>): Outcome<null> {
  const source = findSource(context, act, args.sourceId)
  if (!source) return fail('not-found', NO_SOURCE)
  if (source.onRecord === 'unnamed' || source.onRecord === 'off-record') {
    return fail('refused', NO_FILE_FOR_UNNAMED)
  }
  const size = args.bytes.byteLength
  if (size === 0) return fail('refused', `“${args.name}” is empty. Nothing was kept.`)
  if (size > MAX_ATTACHMENT) {
    return fail(
      'too-large',
      `“${args.name}” is larger than 25 MB. Nothing was kept; keep a link to it instead.`,
    )
  }
  const sha256 = hashOf(args.bytes)
  context.store.attachments.put(sha256, args.bytes, act.at)
  const file = { sha256, name: args.name, size, at: act.at }
  context.store.sources.save(act.article().id, { ...source, file, updatedAt: act.at })
  act.log('source.file', `“${args.name}” kept with “${source.title}”, SHA-256 ${sha256.slice(0, 12)}.`)
  return done(null)
}

function dropFile(context: Context, act: Act, id: SourceId): Outcome<null> {
  const source = findSource(context, act, id)
  if (!source) return fail('not-found', NO_SOURCE)
  if (!source.file) return done(null)
  context.store.sources.save(act.article().id, { ...source, file: null, updatedAt: act.at })
  act.log('source.file', `“${source.file.name}” is no longer kept with “${source.title}”.`)
  return done(null)
}

async function saveFile(
  { store, platform }: Context,
  { articleId, sourceId }: ParsedArgs<'sources.saveFile'>,
): Promise<Outcome<SaveOutcome>> {
  const file = store.sources.list(articleId).find((source) => source.id === sourceId)?.file
  const bytes = file ? store.attachments.get(file.sha256) : null
  if (!file || !bytes) return fail('not-found', 'There is no file with this source any more.')
  return done(await platform.saveFile({ name: file.name, bytes }))
}

export function sourceHandlers(context: Context): HandlersOf<'sources'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'sources.create': ({ articleId, id, fields }) =>
      performForState(context, articleId, evidence, (act) => create(context, act, id, fields)),
    'sources.update': ({ articleId, sourceId, fields }) =>
      performForState(context, articleId, evidence, (act) => update(context, act, sourceId, fields)),
    'sources.find': ({ articleId, query }) => done(find(context, articleId, query)),
    'sources.reuse': (args) =>
      performForState(context, args.articleId, evidence, (act) => reuse(context, act, args)),
    'sources.keepFile': (args) =>
      performForState(context, args.articleId, evidence, (act) => keepFile(context, act, args)),
    'sources.dropFile': ({ articleId, sourceId }) =>
      performForState(context, articleId, evidence, (act) => dropFile(context, act, sourceId)),
    'sources.saveFile': (args) => saveFile(context, args),
    'sources.attest': ({ articleId, sourceId, reason }) =>
      performForState(context, articleId, evidence, (act) => attest(context, act, sourceId, reason)),
  }
}
