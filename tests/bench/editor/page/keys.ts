import { EditorView } from 'prosemirror-view'
import type { Transaction } from 'prosemirror-state'
import type { KeyFigures } from '../page-api.ts'

/** Resolves in the task after the next frame: what was drawn in it is on screen. */
export function frame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => done(), { once: true })
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  })
}

/** Takes the time of every key and of every dispatch of every view of the page. */
export function watchKeys(): { readonly take: () => KeyFigures } {
  let toPaint: number[] = []
  let dispatch: number[] = []
  window.addEventListener(
    'keydown',
    (event) => {
      void frame().then(() => toPaint.push(performance.now() - event.timeStamp))
    },
    { capture: true },
  )
  const original = EditorView.prototype.dispatch
  EditorView.prototype.dispatch = function timed(this: EditorView, tr: Transaction) {
    const start = performance.now()
    original.call(this, tr)
    if (tr.docChanged) dispatch.push(performance.now() - start)
  }
  return {
    take: () => {
      const taken = { toPaint, dispatch }
      toPaint = []
      dispatch = []
      return taken
    },
  }
}
