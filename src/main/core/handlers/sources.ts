import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
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
  context.store.sources.save(act.article().id, { ...fields, attestation: null, id, ...made })
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

export function sourceHandlers(context: Context): HandlersOf<'sources'> {
  const evidence = { whenLocked: 'refused' } as const
  return {
    'sources.create': ({ articleId, id, fields }) =>
      performForState(context, articleId, evidence, (act) => create(context, act, id, fields)),
    'sources.update': ({ articleId, sourceId, fields }) =>
      performForState(context, articleId, evidence, (act) => update(context, act, sourceId, fields)),
    'sources.attest': ({ articleId, sourceId, reason }) =>
      performForState(context, articleId, evidence, (act) => attest(context, act, sourceId, reason)),
  }
}
