import { useEffect, useSyncExternalStore } from 'react'
import { listenForKeys } from './features/commands/global-keys.ts'
import { Desk } from './features/desk/desk.tsx'
import { DropZone } from './features/desk/drop-zone.tsx'
import { Review } from './features/review/review.tsx'
import { articleInAddress } from './features/route.ts'
import { useSession } from './features/session-store.ts'
import { Dialogs } from './features/shell/dialogs.tsx'
import { listenToHost } from './features/shell/host-events.ts'
import { Notice } from './features/shell/notice.tsx'
import { LiveRegion } from './ui/announcer.tsx'

function subscribeToAddress(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function App() {
  const articleId = useSyncExternalStore(subscribeToAddress, () => articleInAddress(location.hash))
  const loadSession = useSession((store) => store.load)
  useEffect(() => {
    void loadSession()
    const stopKeys = listenForKeys()
    const stopEvents = listenToHost()
    return () => {
      stopKeys()
      stopEvents()
    }
  }, [loadSession])
  return (
    <>
      {articleId === null ? <Desk /> : <Review articleId={articleId} />}
      <DropZone />
      <Dialogs />
      <Notice />
      <LiveRegion />
    </>
  )
}
