import type { Outcome } from '../../../shared/contract.ts'
import type { ReadPackage } from '../../../shared/exchange/package.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { KeptFile, ReturnedFile, WorkOutcome, WorkProgress } from '../../../shared/model/interchange.ts'
import { openCopy } from '../../store/copied-store.ts'
import { NOTHING_WRITTEN } from '../../store/recorded-writes.ts'
import type { ReviewContext } from '../context.ts'
import { acceptPackage } from '../exchange/accept.ts'
import type { Looked } from '../exchange/looked.ts'
import { lookAtPackage } from '../exchange/look-at-package.ts'
import { done } from '../outcome.ts'
import { previewReturn } from '../returns/preview-return.ts'
import type { PreviewedReturn } from '../returns/preview-return.ts'
import { storeDraft } from '../store-draft.ts'
import { verifyRecord } from '../verify.ts'
import type { CopyAnswer, CopyRequest, CopyRequestOf } from './copy-acts.ts'
import { contextOn } from './copied-context.ts'
import type { Memory } from './memory.ts'

/** What is needed beside the copy. Progress is told in words; the parts of such work are few and unlike each other. */
export type CopyTools = {
  readonly readPackage: (bytes: Uint8Array) => WorkOutcome<ReadPackage>
  readonly readReturn: (file: KeptFile) => Promise<WorkOutcome<ReturnedFile>>
  readonly newId: () => string
  readonly memory: Memory
  readonly progress: (how: WorkProgress) => void
}

type PackageRead = { readonly read: ReadPackage; readonly looked: Looked | null }

const say = ({ progress }: CopyTools, label: string): void => progress({ label, done: 0, total: 0 })

function readOnce(tools: CopyTools, file: KeptFile, key: string): WorkOutcome<PackageRead> {
  const known = tools.memory.get(key) as PackageRead | null
  if (known) return done(known)
  say(tools, `Checking “${file.name}”`)
  const read = tools.readPackage(file.bytes)
  return read.ok ? done({ read: read.value, looked: null }) : read
}

/** Reads a package and remembers it. */
export function openPackage(
  tools: CopyTools,
  { file, key }: { readonly file: KeptFile; readonly key: string },
): WorkOutcome<{ readonly articleId: ArticleId }> {
  const opened = readOnce(tools, file, key)
  if (!opened.ok) return opened
  tools.memory.keep(key, opened.value)
  return done({ articleId: opened.value.read.content.manifest.articleId })
}

function lookPackage(
  context: ReviewContext,
  tools: CopyTools,
  { file, key }: CopyRequestOf<'look-at-package'>,
) {
  const opened = readOnce(tools, file, key)
  if (!opened.ok) return opened
  const { read } = opened.value
  say(tools, `Comparing “${file.name}” with what is here`)
  const looked = lookAtPackage(context, key, { name: file.name, read })
  if (!looked.ok) return looked
  tools.memory.keep(key, { read, looked: looked.value.looked } satisfies PackageRead)
  return done({ told: looked.value.told, shown: looked.value.shown })
}

function takePackage(
  context: ReviewContext,
  tools: CopyTools,
  { file, key, shown, takeRight }: CopyRequestOf<'accept-package'>,
) {
  const opened = readOnce(tools, file, key)
  if (!opened.ok) return opened
  return acceptPackage(context, { name: file.name, shown, ...opened.value }, takeRight)
}

async function lookReturn(
  context: ReviewContext,
  tools: CopyTools,
  { articleId, file }: Pick<CopyRequestOf<'look-at-return'>, 'articleId' | 'file'>,
) {
  say(tools, `Reading “${file.name}”`)
  const read = await tools.readReturn(file)
  if (!read.ok) return read
  say(tools, `Comparing “${file.name}” with what was sent`)
  return previewReturn(context, articleId, read.value)
}

async function tellReturn(
  context: ReviewContext,
  tools: CopyTools,
  request: CopyRequestOf<'look-at-return'>,
) {
  const looked = await lookReturn(context, tools, request)
  if (!looked.ok) return looked
  const { previewed, told } = looked.value
  tools.memory.keep(request.key, previewed)
  const { brings, shown, report } = previewed
  const accepted = { brings, cameIn: report.cameIn, warnings: report.warnings }
  return done({ told: told(request.key), shown, accepted })
}

async function takeReturn(context: ReviewContext, tools: CopyTools, request: CopyRequestOf<'accept-return'>) {
  const known = tools.memory.get(request.key) as PreviewedReturn | null
  const looked = known ? null : await lookReturn(context, tools, request)
  if (looked && !looked.ok) return looked
  const previewed = known ?? looked?.value.previewed
  if (!previewed) throw new Error('Neither known nor read')
  return acceptPackage(context, { ...previewed, shown: request.shown }, false)
}

async function run(
  context: ReviewContext,
  tools: CopyTools,
  request: CopyRequest,
): Promise<Outcome<unknown>> {
  switch (request.kind) {
    case 'look-at-package':
      return lookPackage(context, tools, request)
    case 'accept-package':
      return takePackage(context, tools, request)
    case 'look-at-return':
      return tellReturn(context, tools, request)
    case 'accept-return':
      return takeReturn(context, tools, request)
    case 'store-draft':
      say(tools, `Putting “${request.file.name}” on the desk`)
      return storeDraft(context, request.articleId, request)
    case 'verify':
      say(tools, 'Checking the record')
      return done(verifyRecord(context, request.articleId))
  }
}

/** One act on the copy of one review. Nothing of it is kept but what is answered. */
export async function runOnCopy(request: CopyRequest, tools: CopyTools): Promise<CopyAnswer> {
  const { store, written } = openCopy(request.copy)
  try {
    const { context, emitted, lacking } = contextOn(store, request.desk, tools.newId)
    const outcome = await run(context, tools, request)
    if (lacking.size > 0) return { kind: 'lacks', pictures: [...lacking] }
    return outcome.ok
      ? { kind: 'done', outcome, written, emitted }
      : { kind: 'done', outcome, written: NOTHING_WRITTEN, emitted: [] }
  } finally {
    store.close()
  }
}
