import type { Outcome, ParsedArgs, SaveOutcome } from '../../../shared/contract.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { MAX_ATTACHMENT } from '../../../shared/model/source.ts'
import type { Source } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import type { Act } from '../act.ts'
import type { Context } from '../context.ts'
import { safeFileName } from '../file-name.ts'
import { handOver } from '../hand-over.ts'
import { sha256 as hashOf } from '../hash.ts'
import { done, fail } from '../outcome.ts'
import { nameInLog } from '../source-guards.ts'

/** Files kept with sources: bytes under their hash, handed back as they came, and opened by nobody here. */

const NO_SOURCE = 'This source is not in the article any more. Nothing was changed.'
const NO_FILE_FOR_UNNAMED =
  'No file is kept with an unnamed source: it could tell who that is. Nothing was kept.'
const DAMAGED =
  'The file kept with this source is damaged: its bytes are not those that came. It was not handed out.'

function sourcesOf({ store }: Context, act: Act): readonly Source[] {
  return store.sources.list(act.article().id)
}

/** Stores the source without the file that it had, and lets the bytes go where no source holds them any more. */
export function saveWith(context: Context, act: Act, source: Source, before: Source['file']): void {
  context.store.sources.save(act.article().id, source)
  if (before && before.sha256 !== source.file?.sha256) context.store.attachments.letGo(before.sha256)
}

export function keepFile(context: Context, act: Act, args: ParsedArgs<'sources.keepFile'>): Outcome<null> {
  const sources = sourcesOf(context, act)
  const source = sources.find((one) => one.id === args.sourceId)
  if (!source) return fail('not-found', NO_SOURCE)
  if (isUnnamed(source.onRecord)) return fail('refused', NO_FILE_FOR_UNNAMED)
  const name = safeFileName(args.name)
  const size = args.bytes.byteLength
  if (size === 0) return fail('refused', `“${name}” is empty. Nothing was kept.`)
  if (size > MAX_ATTACHMENT) {
    return fail('too-large', `“${name}” is larger than 25 MB. Nothing was kept; keep a link to it instead.`)
  }
  const sha256 = hashOf(args.bytes)
  context.store.attachments.put(sha256, args.bytes, act.at)
  const file = { sha256, name, size, at: act.at }
  saveWith(context, act, { ...source, file, updatedAt: act.at }, source.file)
  // Without its name, as nameInLog says.
  act.log(
    'source.file',
    `${nameInLog(sources, source.id)}: a file was kept, ${size} bytes, SHA-256 ${sha256}.`,
  )
  return done(null)
}

export function dropFile(context: Context, act: Act, id: SourceId): Outcome<null> {
  const sources = sourcesOf(context, act)
  const source = sources.find((one) => one.id === id)
  if (!source) return fail('not-found', NO_SOURCE)
  if (!source.file) return done(null)
  saveWith(context, act, { ...source, file: null, updatedAt: act.at }, source.file)
  act.log(
    'source.file',
    `${nameInLog(sources, id)}: its file is no longer kept, SHA-256 ${source.file.sha256}.`,
  )
  return done(null)
}

export async function saveFile(
  { store, platform }: Context,
  { articleId, sourceId }: ParsedArgs<'sources.saveFile'>,
): Promise<Outcome<SaveOutcome>> {
  const file = store.sources.list(articleId).find((source) => source.id === sourceId)?.file
  const bytes = file ? store.attachments.get(file.sha256) : null
  if (!file || !bytes) return fail('not-found', 'There is no file with this source any more.')
  if (hashOf(bytes) !== file.sha256) return fail('unreadable-file', DAMAGED)
  return handOver(
    platform,
    { name: file.name, bytes },
    'It is still kept with the source; save it somewhere else.',
  )
}
