import type { ArticleId } from '../../shared/model/ids.ts'
import type { Context } from './context.ts'
import { done } from './outcome.ts'
import { openRecord } from './record.ts'

type Parts = Pick<Context, 'store' | 'library' | 'now'>

/** Set once: seals that are missing later were taken away, and are not made anew. */
const SEALED = 'sealed-since'

/**
 * Seals every article of a library from before there were seals, as it stands, and says so in the log of each: nothing
 * that was changed outside earlier can be told any more, except by the chains of log and signatures.
 */
export function sealLibrary(parts: Parts): void {
  const { store, now } = parts
  if (store.settings.get(SEALED) !== null) return
  for (const articleId of store.seals.unsealed()) sealArticle(parts, articleId)
  const at = now()
  const outcome = store.transaction(() => {
    store.settings.set(SEALED, String(at))
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}

function sealArticle(parts: Parts, articleId: ArticleId): void {
  const { store, now } = parts
  const outcome = store.transaction(() => {
    beginSteps(parts, articleId)
    const record = openRecord(parts, articleId, 'everything')
    const summary = 'Sealed as it stood: changes outside Stet from before cannot be told.'
    record.say({ at: now(), personId: null, kind: 'record.seal', summary })
    record.close()
    return done(null)
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}

/** A text that cannot be read has no beginning, and its chain stays empty. */
function beginSteps({ store }: Parts, articleId: ArticleId): void {
  const first = store.historyRows.snapshots(articleId).find(({ seq }) => seq === 0)
  if (!first || first.json === null) return
  store.stepSeals.begin(articleId, JSON.parse(first.json))
  for (const { step, ...row } of store.historyRows.steps(articleId)) {
    store.stepSeals.append(articleId, row, JSON.parse(step))
  }
}
