import { useEffect } from 'react'
import { follower } from '../features/typing-pause.ts'
import { useReview } from '../features/review/store.ts'
import { host } from '../host/host.ts'
import { checkArticle } from './check-article.ts'

function dismissedKeys(): ReadonlySet<string> {
  return new Set(useReview.getState().state?.dismissals.map(({ key }) => key))
}

/** Checks the article of the open editor, in the pauses of whoever writes. */
export function useChecking(): void {
  const editor = useReview((store) => store.editor)
  useEffect(() => {
    if (editor === null) return
    const checking = checkArticle({
      loadBook: () => host.call('checks.book', {}),
      chooseProfile: (profile) => host.call('checks.useProfile', { profile }),
      doc: () => editor.liveDoc(),
      dismissedKeys,
    })
    const text = follower(() => checking.follow())
    const undo = useReview.subscribe((now, before) => {
      if (now.snapshot?.index !== before.snapshot?.index) text.ask()
      if (now.state?.dismissals !== before.state?.dismissals) checking.refresh()
    })
    return () => {
      undo()
      text.cancel()
      checking.close()
    }
  }, [editor])
}
