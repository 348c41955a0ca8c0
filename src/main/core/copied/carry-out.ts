import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Outcome } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { Watch } from '../../../shared/model/interchange.ts'
import type { ArticleCopy, CopyWanted } from '../../store/article-copy.ts'
import type { Context } from '../context.ts'
import { done, fail } from '../outcome.ts'
import type { CopyAct, CopyActs, CopyAnswer, CopyRequestOf } from './copy-acts.ts'

/** Milliseconds of copying after which others are let in. */
const PAUSE_AFTER = 4
/** How often a copy is begun again because somebody worked on the article meanwhile; then it is made without a pause. */
const COPY_TRIES = 3
/** How often an act is worked out again because the article went on meanwhile. */
const ACT_TRIES = 3

type Parts = Pick<Context, 'store' | 'actor'>

/** Everything that an act on a copy rests on, as text: another where that moved. */
function standing({ store, actor }: Parts, articleId: ArticleId): string {
  const moved = [store.seals.revision(articleId), store.attachments.lost()]
  return JSON.stringify([...moved, actor(), store.people.list()])
}

async function takeCopy(
  context: Parts,
  articleId: ArticleId,
  wanted: CopyWanted,
): Promise<{ readonly copy: ArticleCopy; readonly stands: string }> {
  for (let tries = 1; ; tries += 1) {
    const stands = standing(context, articleId)
    const slices = context.store.copy(articleId, wanted)
    let paused = performance.now()
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) {
        if (standing(context, articleId) === stands) return { copy: slice.value, stands }
        break
      }
      if (tries < COPY_TRIES && performance.now() - paused > PAUSE_AFTER) {
        // oxlint-disable-next-line no-await-in-loop -- others are let in
        await othersFirst()
        paused = performance.now()
      }
    }
  }
}

type Act<K extends CopyAct> = { readonly kind: K } & CopyActs[K]['act']
type Done<K extends CopyAct> = Extract<CopyAnswer<CopyActs[K]['value']>, { kind: 'done' }>

async function ask<K extends CopyAct>(
  context: Context,
  articleId: ArticleId,
  act: Act<K>,
  watch: Watch,
): Promise<Outcome<{ readonly answer: Done<K>; readonly stands: string }>> {
  const { rules, workflow, version, now, work } = context
  const desk = { at: now(), rules, workflow, version }
  let pictures: readonly string[] = []
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- once more, with the pictures that were wanting
    const { copy, stands } = await takeCopy(context, articleId, { originals: false, pictures })
    // The compiler does not see through the intersection of what it is put together from.
    const request = { ...act, articleId, copy, desk } as CopyRequestOf<K>
    // oxlint-disable-next-line no-await-in-loop
    const answer = await work.onCopy<K>(request, watch)
    if (!answer.ok) return answer
    if (answer.value.kind === 'done') return done({ answer: answer.value, stands })
    ;({ pictures } = answer.value)
  }
}

/** What the act would do: on a copy, in a thread of its own, and nothing of it is stored. */
export async function lookOnCopy<K extends CopyAct>(
  context: Context,
  articleId: ArticleId,
  act: Act<K>,
  watch: Watch,
): Promise<Outcome<CopyActs[K]['value']>> {
  const asked = await ask(context, articleId, act, watch)
  return asked.ok ? asked.value.answer.outcome : asked
}

const WENT_ON = fail(
  'stale-base',
  'The article was worked on again and again while this was prepared, so nothing was changed. Try once more when nobody types in it.',
)

/**
 * Does an act on a copy of the article, in a thread of its own, and then in the library what was done to the copy, in one
 * transaction. Where the article went on meanwhile, the act is worked out anew on how it stands now.
 */
export async function carryOut<K extends CopyAct>(
  context: Context,
  articleId: ArticleId,
  act: Act<K>,
  watch: Watch = {},
): Promise<Outcome<CopyActs[K]['value']>> {
  const { store, documents, platform } = context
  for (let tries = 0; tries < ACT_TRIES; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each stands on how the article is then
    const asked = await ask(context, articleId, act, watch)
    if (!asked.ok) return asked
    const { answer, stands } = asked.value
    if (!answer.outcome.ok) return answer.outcome
    // Nothing happens between this and the transaction: both run without a pause.
    if (standing(context, articleId) !== stands) continue
    store.transaction(() => {
      store.replay(articleId, answer.written)
      return done(null)
    })
    documents.forget(articleId)
    for (const { event, payload } of answer.emitted) platform.emit(event, payload)
    return answer.outcome
  }
  return WENT_ON
}
