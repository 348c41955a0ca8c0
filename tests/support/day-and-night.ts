import { afterEach, beforeEach } from 'vitest'
import { callOrThrow } from '../../src/main/cli/headless-editor.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { ArticleId, ThreadId } from '../../src/shared/model/ids.ts'
import type { Article } from '../../src/shared/model/article.ts'
import type { ThreadAudience } from '../../src/shared/model/thread.ts'
import { openWindow } from './headless-window.ts'
import { openDesk, sit } from './two-desks.ts'
import type { RealDesk } from './two-desks.ts'

/** Two desks, the first of which has a small draft. */

export let day: RealDesk
export let night: RealDesk
export let articleId: ArticleId

const DRAFT = 'Boats came\nBy Jonah Pell\nSix boats came in at night. Nobody saw them.\nThe harbour was dark.'

/** For each test of the file anew. */
export function beginEach(): void {
  beforeEach(async () => {
    day = await openDesk('Day desk')
    night = await openDesk('Night desk')
    const bytes = new TextEncoder().encode(DRAFT)
    articleId = (await day.library().must('articles.import', { name: 'boats.txt', bytes })).articleId
    await sit(day.library(), 'desk')
    await sit(night.library(), 'desk')
  })
  afterEach(async () => {
    await day.close()
    await night.close()
  })
}

/** Types words at a place, tracked. */
export async function type(desk: RealDesk, at: number, words: string): Promise<void> {
  await sit(desk.library(), 'desk')
  const { actor } = await desk.library().must('session.get', {})
  const window = await openWindow(callOrThrow(desk.library().core), articleId, actor.personId, newId)
  await window.edit((transform) => void transform.insert(at, schema.text(words)))
}

/** A comment on the article as a whole. */
export async function remark(
  desk: RealDesk,
  text: string,
  audience: ThreadAudience = 'desk',
): Promise<ThreadId> {
  const id = newId() as ThreadId
  const said = {
    articleId,
    edit: null,
    id,
    target: { kind: 'article' },
    level: 'fyi',
    assigneeId: null,
  } as const
  await desk.library().must('threads.create', { ...said, audience, text })
  return id
}

export async function articleOf(desk: RealDesk): Promise<Article> {
  return (await desk.library().must('review.state', { articleId })).article
}
