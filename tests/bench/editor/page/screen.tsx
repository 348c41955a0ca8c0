import { createRoot } from 'react-dom/client'
import { frame } from './keys.ts'

/** The whole window with the article open, from the first look at it to the painted text. */
export async function openScreen(place: HTMLElement): Promise<void> {
  const { App } = await import('../../../../src/renderer/app.tsx')
  location.hash = '#/article/measured'
  const shown = new Promise<void>((done) => {
    const observer = new MutationObserver(() => {
      if (!place.querySelector('.ProseMirror')) return
      observer.disconnect()
      done()
    })
    observer.observe(place, { childList: true, subtree: true })
  })
  createRoot(place).render(<App />)
  await shown
  await frame()
}
