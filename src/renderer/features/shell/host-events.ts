import { host } from '../../host/host.ts'
import { run } from '../commands/dispatch.ts'
import { useDesk } from '../desk/store.ts'
import { isOwnJob } from '../jobs.ts'
import { textReplaced } from '../review/reload.ts'
import { useReview } from '../review/store.ts'
import { goToArticle } from '../route.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { follower } from '../typing-pause.ts'

/** The desk loads when it is shown; behind a review nobody looks at it. */
function loadDesk(): void {
  if (useReview.getState().articleId === null) void useDesk.getState().load()
}

/** Keeps the stores as new as main says they could be; returns its undo. */
export function listenToHost(): () => void {
  const state = follower(() => void useReview.getState().refresh())
  const undo = [
    host.on('review.changed', ({ articleId }) => {
      // Each save of what is being typed announces one.
      if (useReview.getState().articleId === articleId) state.ask()
    }),
    host.on('text.replaced', ({ articleId, seq }) => void textReplaced(articleId, seq)),
    host.on('articles.changed', loadDesk),
    host.on('session.changed', () => {
      void useSession.getState().load()
      // What is held by me and mine to sign is another's now.
      loadDesk()
      // Not every role may read everything.
      state.ask()
    }),
    host.on('progress', ({ job, label, done, total }) => {
      if (!isOwnJob(job)) return
      const over = total > 0 && done >= total
      useShell.getState().setProgress(over ? null : { job, label, done, total })
    }),
    host.on('command', ({ id }) => {
      if (useShell.getState().dialog === null) run(id)
    }),
    host.on('open', ({ articleId }) => goToArticle(articleId)),
  ]
  return () => {
    state.cancel()
    for (const each of undo) each()
  }
}
