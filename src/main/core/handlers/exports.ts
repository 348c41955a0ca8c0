import type { Failure, Outcome, ParsedArgs, Result } from '../../../shared/contract.ts'
import type { ExportCheck } from '../../../shared/model/export-check.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ExportRequest, Watch } from '../../../shared/model/interchange.ts'
import { pictureNames } from '../../../shared/document/pictures.ts'
import { perform } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { createPackage } from '../exchange/create.ts'
import { EXCHANGE_EVENTS } from '../exchange/read-content.ts'
import { housePaper } from '../house-style.ts'
import { keepSent, versionToSend } from '../exchange/sent-version.ts'
import type { SentVersion } from '../exchange/sent-version.ts'
import { handOver } from '../hand-over.ts'
import { logBug } from '../log.ts'
import type { MadeFiles } from '../made-files.ts'
import { originalsFor } from '../originals.ts'
import { done, fail } from '../outcome.ts'
import { styleFindings } from '../style-findings.ts'
import { clearanceOf, clearanceOfFile, visibleText } from '../visible.ts'
import type { Clearance } from '../visible.ts'
import { readReview } from './review.ts'

const LEGAL_ONLY =
  'A file for legal holds comments that are private to it, and is made and saved in the legal role. Nothing was written.'

type Wanted = ParsedArgs<'exports.create'>

type Failed = Pick<ExportCheck, 'kind' | 'audience' | 'textHash'> & { readonly error: Failure }

/** A worker refuses a file for its own check alone; that it ran out of time or memory says nothing of the review. */
function keepFailure(context: Context, articleId: ArticleId, { error, ...made }: Failed): void {
  if (error.code !== 'refused') return
  const kept = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
    const { personId } = act.actor
    context.store.exportChecks.append(articleId, {
      ...made,
      ok: false,
      words: error.message,
      personId,
      at: act.at,
    })
    act.log(
      'export.failed',
      `The file (${made.kind}, ${made.audience}) failed its own check, and was thrown away.`,
    )
    return done(null)
  })
  // The person is told of the file in any case; without the role on this desk nothing is kept of it.
  if (!kept.ok) logBug('exports.create', new Error(kept.error.message))
}

/** Word files are edited and come back; what they were made from is kept, and they are told of it. */
function sentAs(context: Context, { articleId, kind }: Wanted): SentVersion | null {
  const isWord = kind === 'docx-review' || kind === 'docx-clean' || kind === 'docx-original'
  return isWord ? versionToSend(context, articleId, 'Sent as a Word file') : null
}

function whatIsKept(context: Context, { articleId }: Wanted, clearance: Clearance, sent: SentVersion | null) {
  if (!sent) return {}
  const madeFrom = { versionId: sent.version.id, libraryId: context.library.id }
  return { ...originalsFor(context.store, articleId, clearance), madeFrom }
}

function lastEvent(
  { store, library }: Context,
  articleId: ArticleId,
): NonNullable<ExportRequest['record']> | null {
  const last = store.log.last(articleId, library.id)
  return last && { seq: last.seq, hash: last.hash }
}

async function create(
  context: Context,
  files: MadeFiles,
  wanted: Wanted,
  watch: Watch,
): Promise<Outcome<Result<'exports.create'>>> {
  const { articleId, kind, audience, signOffPage, changeRegister, paper = housePaper(context) } = wanted
  if (kind === 'package') return createPackage(context, files, { articleId, audience, purpose: 'copy' })
  const clearance = clearanceOfFile(audience)
  if (clearance === 'legal' && clearanceOf(context.actor()) !== 'legal') return fail('refused', LEGAL_ONLY)
  const reading = readReview(context, articleId, clearance)
  if (!reading.ok) return reading
  const { text, state } = reading.value
  const doc = visibleText(text.doc, context.store.threads.list(articleId), clearance)
  const sent = sentAs(context, wanted)
  const now = context.now()
  const request = {
    kind,
    audience,
    signOffPage,
    paper,
    changeRegister,
    doc: doc.toJSON() as unknown,
    state,
    people: context.store.people.list(),
    images: context.store.pictures.getAll(pictureNames(text.doc)),
    ...whatIsKept(context, wanted, clearance, sent),
    record: lastEvent(context, articleId),
    ...(await styleFindings(context, wanted, { doc, state }, watch)),
    now,
    utcOffset: -new Date(now).getTimezoneOffset(),
  }
  const made = await context.work.exportReview(request, watch)
  const { textHash } = state
  if (!made.ok) {
    keepFailure(context, articleId, { kind, audience, textHash, error: made.error })
    return made
  }
  const { name, bytes, checked, warnings } = made.value
  const logged = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
    const check = { kind, audience, textHash, ok: true, words: checked }
    context.store.exportChecks.append(articleId, { ...check, personId: act.actor.personId, at: act.at })
    if (sent) keepSent(context, act, sent)
    act.log(
      EXCHANGE_EVENTS.exported,
      `Exported “${name}” (${kind}, ${audience}), text ${state.textHash.slice(0, 12)}.`,
    )
    return done(null)
  })
  if (!logged.ok) return logged
  const fileId = files.keep({ file: { name, bytes }, clearance, articleId })
  return done({ fileId, name, size: bytes.byteLength, checked, warnings })
}

export function exportHandlers(context: Context, files: MadeFiles): HandlersOf<'exports'> {
  return {
    'exports.create': (args) =>
      context.jobs.run(args.job, 'Making the file', (watch) => create(context, files, args, watch)),
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
