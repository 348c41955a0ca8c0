import type { Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { FileId } from '../../../shared/model/ids.ts'
import { pictureNames } from '../../../shared/document/pictures.ts'
import { perform } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { handOver } from '../hand-over.ts'
import { done, fail } from '../outcome.ts'
import type { NamedFile } from '../platform.ts'
import { clearanceOf, clearanceOfFile, visibleText } from '../visible.ts'
import type { Clearance } from '../visible.ts'
import { readReview } from './review.ts'

/** Finished files that wait to be saved; the oldest goes first. */
const WAITING = 8

/** A file with what its reader has to be cleared for. */
type Made = { readonly file: NamedFile; readonly clearance: Clearance }
type Files = Map<FileId, Made>

const LEGAL_ONLY =
  'A file for legal holds comments that are private to it, and is made and saved in the legal role. Nothing was written.'

async function create(
  context: Context,
  files: Files,
  { articleId, kind, audience }: ParsedArgs<'exports.create'>,
): Promise<Outcome<Result<'exports.create'>>> {
  if (kind === 'package') {
    return fail(
      'not-available',
      'This Stet cannot write .stet packages yet. Export a review copy in Word instead.',
    )
  }
  const clearance = clearanceOfFile(audience)
  if (clearance === 'legal' && clearanceOf(context.actor()) !== 'legal') return fail('refused', LEGAL_ONLY)
  const reading = readReview(context, articleId, clearance)
  if (!reading.ok) return reading
  const { text, state } = reading.value
  const doc = visibleText(text.doc, context.store.threads.list(articleId), clearance)
  const now = context.now()
  const made = await context.work.exportReview({
    kind,
    audience,
    doc: doc.toJSON() as unknown,
    state,
    people: context.store.people.list(),
    images: context.store.pictures.getAll(pictureNames(text.doc)),
    now,
    utcOffset: -new Date(now).getTimezoneOffset(),
  })
  if (!made.ok) return made
  const { name, bytes, checked, warnings } = made.value
  const logged = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
    act.log('export', `Exported “${name}” (${kind}, ${audience}), text ${state.textHash.slice(0, 12)}.`)
    return done(null)
  })
  if (!logged.ok) return logged
  const fileId = context.newId() as FileId
  files.set(fileId, { file: { name, bytes }, clearance })
  const oldest = files.keys().next().value
  if (files.size > WAITING && oldest !== undefined) files.delete(oldest)
  return done({ fileId, name, size: bytes.byteLength, checked, warnings })
}

export function exportHandlers(context: Context): HandlersOf<'exports'> {
  const files: Files = new Map()
  return {
    'exports.create': (args) => create(context, files, args),
    'exports.save': async ({ fileId }) => {
      const made = files.get(fileId)
      if (!made) return fail('not-found', 'This export is not kept any more. Make it again.')
      if (made.clearance === 'legal' && clearanceOf(context.actor()) !== 'legal') {
        return fail('refused', LEGAL_ONLY)
      }
      return handOver(context.platform, made.file, 'The export is kept; save it somewhere else.')
    },
  }
}
