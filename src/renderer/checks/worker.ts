import { createEngine } from '../../shared/checks/engine.ts'
import type { FromEngine, ToEngine } from '../../shared/checks/engine.ts'

/** The engine in a thread of its own. It looks up between pieces of work, for what was typed meanwhile. */

/** Milliseconds until the next look at what has come. */
const SLICE = 30

const engine = createEngine()
const again = new MessageChannel()
let isUnderWay = false

function work(): void {
  const until = performance.now() + SLICE
  const found: FromEngine | null = engine.work(() => performance.now() > until)
  isUnderWay = found !== null && !found.isDone
  // The window that started this has no other origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (found) self.postMessage(found)
  if (isUnderWay) again.port2.postMessage(null)
}

again.port1.addEventListener('message', work)
again.port1.start()
self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => {
  engine.tell(data)
  if (isUnderWay) return
  isUnderWay = true
  again.port2.postMessage(null)
})
